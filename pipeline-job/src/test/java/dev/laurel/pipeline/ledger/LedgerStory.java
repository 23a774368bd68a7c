package dev.laurel.pipeline.ledger;

import dev.laurel.pipeline.board.Board;
import dev.laurel.pipeline.catalog.CatalogLog;
import dev.laurel.pipeline.event.EventSample;
import dev.laurel.pipeline.event.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A ledger with a small catalog that has been read up to the end of time. */
abstract class LedgerStory {
  static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  static final Duration DAY = Duration.ofDays(1);

  private static final Instant LONG_BEFORE = Instant.parse("2020-01-01T00:00:00Z");
  private static final Instant THE_END = Instant.parse("2999-01-01T00:00:00Z");

  final CatalogLog catalog = new CatalogLog();
  LedgerRun ledger;
  private long offset;

  @BeforeEach
  void start() throws Exception {
    ledger = new LedgerRun();
    publish(LONG_BEFORE, "{'kind':'game','gameId':'chess','name':'Chess'}");
    publish(LONG_BEFORE, "{'kind':'game','gameId':'tag','name':'Tag'}");
    publish(LONG_BEFORE, achievement("win", "'points':100"));
    publish(LONG_BEFORE, achievement("check", "'points':1,'repeatable':true"));
    publish(LONG_BEFORE, "{'kind':'action','actionType':'LEVEL','points':150}");
    publish(LONG_BEFORE, "{'kind':'action','actionType':'BONUS','points':50,'maxPerDay':1}");
    publish(LONG_BEFORE, "{'kind':'action','actionType':'RACE','minPoints':-9,'maxPoints':9}");
    readUpTo(THE_END);
  }

  @AfterEach
  void stop() throws Exception {
    ledger.close();
  }

  final void publish(Instant at, String json) throws Exception {
    ledger.tell(catalog.publish(at, json.replace('\'', '"')));
  }

  final void readUpTo(Instant upTo) throws Exception {
    ledger.tell(catalog.readUpTo(upTo));
  }

  final void take(EventSample sample) throws Exception {
    ledger.take(sample.offset(offset++));
  }

  static String achievement(String achievementId, String rest) {
    return "{'kind':'achievement','gameId':'chess','achievementId':'%s','name':'A',%s}"
        .formatted(achievementId, rest);
  }

  static EventSample unlock(String achievementId, Instant time) {
    return EventSample.unlock().text("achievementId", achievementId).at(time).loggedAt(time);
  }

  static EventSample action(String actionType, String requestId, Instant time) {
    return EventSample.action()
        .text("actionType", actionType)
        .text("requestId", requestId)
        .at(time)
        .loggedAt(time);
  }

  static EventSample playtime(String eventId, Instant time) {
    return EventSample.playtime().text("eventId", eventId).at(time).loggedAt(time);
  }

  /** Offsets of the events that scored, in the order in which they did. */
  final List<Long> scoredOffsets() {
    return ledger.scored().stream().map(row -> row.event().source().offset()).toList();
  }

  final List<Reason> reasons() {
    return ledger.refused().stream().map(letter -> letter.refusal().reason()).toList();
  }

  final PlayerTotals lastTotals() {
    return ledger.totals().get(ledger.totals().size() - 1);
  }

  /** The all-time boards of everyone, as {@code global: ada 100 null}. */
  final List<String> boards() {
    return Stream.of("global", "chess", "tag")
        .map(Board::of)
        .filter(board -> !ledger.lines(board).isEmpty())
        .map(board -> board.gameId() + ": " + String.join(", ", ledger.lines(board)))
        .toList();
  }
}
