package dev.laurel.pipeline.ledger;

import dev.laurel.pipeline.board.Share;
import dev.laurel.pipeline.event.DeadLetter;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.flink.streaming.api.operators.Output;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * What the ledger tells beside the boards. Rows are told a tick at a time, the last state of each
 * book that changed; events that scored or do not count are told at once.
 */
final class Entries {
  static final OutputTag<PlayerTotals> PLAYERS =
      new OutputTag<>("players") {
        private static final long serialVersionUID = 1L;
      };
  static final OutputTag<GameScore> SCORES =
      new OutputTag<>("scores") {
        private static final long serialVersionUID = 1L;
      };
  static final OutputTag<ScoredEvent> SCORED =
      new OutputTag<>("scored") {
        private static final long serialVersionUID = 1L;
      };
  static final OutputTag<DeadLetter> REFUSED =
      new OutputTag<>("refused") {
        private static final long serialVersionUID = 1L;
      };

  private final Output<StreamRecord<Share>> output;
  private final Set<Book> untold = new LinkedHashSet<>();

  Entries(Output<StreamRecord<Share>> output) {
    this.output = output;
  }

  void share(Share share) {
    output.collect(new StreamRecord<>(share));
  }

  void scored(ScoredEvent event) {
    output.collect(SCORED, new StreamRecord<>(event));
  }

  void refused(DeadLetter letter) {
    output.collect(REFUSED, new StreamRecord<>(letter));
  }

  /** Notes that the book's row is to be told. */
  void changed(Book book) {
    if (!book.isUntold) {
      book.isUntold = true;
      untold.add(book);
    }
  }

  /** Notes that the row of the book in one game is to be told. */
  void changed(Book book, ScopeBook game) {
    changed(book);
    book.untold.add(game);
  }

  /** Tells all rows that are to be told. */
  void tellAll() {
    untold.forEach(this::rows);
    untold.clear();
  }

  /** Tells the rows of a book that is to be let go. */
  void tell(Book book) {
    if (untold.remove(book)) {
      rows(book);
    }
  }

  private void rows(Book book) {
    output.collect(PLAYERS, new StreamRecord<>(PlayerTotals.of(book)));
    for (ScopeBook game : book.untold) {
      output.collect(SCORES, new StreamRecord<>(GameScore.of(book, game)));
    }
    book.untold.clear();
    book.isUntold = false;
  }
}
