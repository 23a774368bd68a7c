package dev.laurel.pipeline.ledger;

import dev.laurel.pipeline.board.Share;
import dev.laurel.pipeline.event.DeadLetter;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.flink.streaming.api.operators.Output;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * What the ledger tells beside the boards. Rows are told a tick at a time, the last state of each
 * book that changed; events that scored or do not count are told at once.
 */
final class Entries {
  private final Output<StreamRecord<Share>> output;
  private final Deque<Book> untold = new ArrayDeque<>();

  Entries(Output<StreamRecord<Share>> output) {
    this.output = output;
  }

  void share(Share share) {
    output.collect(new StreamRecord<>(share));
  }

  void scored(ScoredEvent event) {
    output.collect(SideOutputs.SCORED, new StreamRecord<>(event));
  }

  void unlocked(PlayerAchievement achievement) {
    output.collect(SideOutputs.UNLOCKED, new StreamRecord<>(achievement));
  }

  void region(RegionOfDay region) {
    output.collect(SideOutputs.REGIONS, new StreamRecord<>(region));
  }

  void refused(DeadLetter letter) {
    output.collect(SideOutputs.REFUSED, new StreamRecord<>(letter));
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
    game.isUntold = true;
  }

  /** Notes that the book's row and those in all games are to be told. */
  void changedEverywhere(Book book) {
    changed(book);
    book.games().forEach(game -> game.isUntold = true);
  }

  /** Tells all rows that are to be told. */
  void tellAll() {
    for (Book next = untold.poll(); next != null; next = untold.poll()) {
      tell(next);
    }
  }

  /** Tells the rows of a book that are to be told. */
  void tell(Book book) {
    if (!book.isUntold) {
      return;
    }
    output.collect(SideOutputs.PLAYERS, new StreamRecord<>(PlayerTotals.of(book)));
    for (ScopeBook game : book.games()) {
      if (game.isUntold) {
        output.collect(SideOutputs.SCORES, new StreamRecord<>(GameScore.of(book, game)));
        game.isUntold = false;
      }
    }
    book.isUntold = false;
  }
}
