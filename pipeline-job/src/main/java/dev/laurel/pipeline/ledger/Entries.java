package dev.laurel.pipeline.ledger;

import dev.laurel.pipeline.event.DeadLetter;
import dev.laurel.pipeline.event.PlayerEvent;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What the ledger tells beside the boards. Rows are told a tick at a time, the last state of each
 * book that changed; events that scored or do not count are told at once.
 */
final class Entries {
  private final Outbox outbox;
  private final boolean tellsPlayers;
  private final boolean tellsEvents;
  private final boolean tellsUnlocks;
  private final Deque<Book> untold = new ArrayDeque<>();

  Entries(Outbox outbox, LedgerConfig how) {
    this.outbox = outbox;
    tellsPlayers = how.tells(TableGroup.PLAYERS);
    tellsEvents = how.tells(TableGroup.EVENTS);
    tellsUnlocks = how.tells(TableGroup.STATISTICS);
  }

  void scored(PlayerEvent event, long points) {
    if (tellsEvents) {
      outbox.tell(SideOutputs.SCORED, new ScoredEvent(event.withoutBytes(), points));
    }
  }

  void unlocked(Book book, PlayerEvent event, Unlocked now) {
    if (tellsUnlocks) {
      outbox.tell(SideOutputs.UNLOCKED, PlayerAchievement.of(book, event, now));
    }
  }

  void region(RegionOfDay region) {
    if (tellsPlayers) {
      outbox.tell(SideOutputs.REGIONS, region);
    }
  }

  void refused(DeadLetter letter) {
    outbox.tell(SideOutputs.REFUSED, letter);
  }

  /** Notes that the book's row is to be told. */
  void changed(Book book) {
    if (tellsPlayers && !book.isUntold) {
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
    if (tellsPlayers) {
      book.games().openAll().forEach(game -> game.isUntold = true);
    }
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
    outbox.tell(SideOutputs.PLAYERS, PlayerTotals.of(book));
    for (ScopeBook game : book.games().open()) {
      if (game.isUntold) {
        outbox.tell(SideOutputs.SCORES, GameScore.of(book, game));
        game.isUntold = false;
      }
    }
    book.isUntold = false;
  }
}
