package dev.laurel.pipeline.ledger;

import dev.laurel.pipeline.board.Board;
import dev.laurel.pipeline.board.StandingChange.Move;
import dev.laurel.pipeline.catalog.Catalog;
import dev.laurel.pipeline.catalog.PriceEvent;
import dev.laurel.pipeline.catalog.Verdict;
import dev.laurel.pipeline.event.DeadLetter;
import dev.laurel.pipeline.event.PlayerEvent;
import dev.laurel.pipeline.event.Reason;
import dev.laurel.pipeline.event.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;

/** The books of the player whose key is current. */
final class Ledger {
  private final ValueState<Account> accounts;
  private final MapState<String, GameAccount> games;
  private final Identities identities;
  private final DailyLimits limits;
  private final WaitingRoom waitingRoom;
  private final Counter accepted;
  private final Counter repeats;

  Ledger(RuntimeContext context) {
    accounts =
        context.getState(new ValueStateDescriptor<>("account", TypeInformation.of(Account.class)));
    games =
        context.getMapState(
            new MapStateDescriptor<>("games", Types.STRING, TypeInformation.of(GameAccount.class)));
    identities = new Identities(context);
    limits = new DailyLimits(context);
    waitingRoom = new WaitingRoom(context);
    accepted = context.getMetricGroup().counter("acceptedEvents");
    repeats = context.getMetricGroup().counter("repeatedEvents");
  }

  /** Takes in the player's next event. */
  void take(PlayerEvent event, Catalog catalog, Entries entries) throws Exception {
    Account account = account();
    switch (event.type()) {
      case PROFILE -> retell(account, account.profiled(event), event.playerId(), entries);
      case MODERATION -> retell(account, account.moderated(event), event.playerId(), entries);
      default -> {
        if (account.waiting() > 0 && waitingRoom.blocks(event)) {
          await(event, account);
        } else {
          judge(event, account, catalog, entries);
        }
      }
    }
  }

  /** Takes in the events that waited, those that still cannot be judged excepted. */
  void takeWaiting(Catalog catalog, Entries entries) throws Exception {
    List<PlayerEvent> waited = waitingRoom.leave();
    if (!waited.isEmpty()) {
      accounts.update(account().waiting(0));
    }
    for (PlayerEvent event : waited) {
      take(event, catalog, entries);
    }
  }

  boolean hasWaiting() throws Exception {
    return account().waiting() > 0;
  }

  /**
   * Forgets what has an end at that event time. While events wait nothing is forgotten: one of them
   * may repeat what was accepted long before, in event time, that they wait.
   */
  void forget(Instant now) throws Exception {
    if (!hasWaiting()) {
      identities.forget(now);
    }
  }

  private void judge(PlayerEvent event, Account account, Catalog catalog, Entries entries)
      throws Exception {
    Verdict verdict = PriceEvent.by(catalog, event);
    if (verdict instanceof Verdict.Unsettled) {
      await(event, account);
    } else if (verdict instanceof Verdict.Invalid invalid) {
      entries.refused(new DeadLetter(event.source(), invalid.refusal()));
    } else if (verdict instanceof Verdict.Settled settled) {
      settle(event, settled, account, entries);
    }
  }

  private void settle(PlayerEvent event, Verdict.Settled settled, Account account, Entries entries)
      throws Exception {
    if (identities.know(event, settled.repeatable())) {
      repeats.inc();
    } else if (settled.refusal().isPresent()) {
      entries.refused(new DeadLetter(event.source(), settled.refusal().get()));
    } else if (limits.isReached(event, settled.maxPerDay())) {
      entries.refused(new DeadLetter(event.source(), overLimit(event, settled.maxPerDay())));
    } else {
      identities.remember(event, settled.repeatable());
      limits.count(event, settled.maxPerDay());
      book(event, settled.points(), account, entries);
    }
  }

  private void book(PlayerEvent event, long points, Account before, Entries entries)
      throws Exception {
    accepted.inc();
    Account account = before.booked(event, points).changed();
    accounts.update(account);
    entries.totals(event.playerId(), account);
    GameAccount earlier = games.get(event.gameOrNone());
    GameAccount game = (earlier == null ? GameAccount.NEW : earlier).booked(event, points);
    games.put(event.gameOrNone(), game);
    if (!event.scores()) {
      return;
    }
    entries.scored(new ScoredEvent(event.withoutBytes(), points));
    entries.score(event.playerId(), event.gameOrNone(), game, account);
    if (account.isListed()) {
      entries.standing(
          Board.global(), event.playerId(), account.scored(), account, entering(account.scored()));
      if (event.game().isPresent()) {
        entries.standing(
            Board.of(event.gameId()),
            event.playerId(),
            game.scored(),
            account,
            entering(game.scored()));
      }
    }
  }

  /**
   * Tells everything about the player again: their name, region or place on boards may be another.
   */
  private void retell(Account before, Account told, String playerId, Entries entries)
      throws Exception {
    if (told.equals(before)) {
      repeats.inc();
      return;
    }
    accepted.inc();
    Account account = told.changed();
    accounts.update(account);
    entries.totals(playerId, account);
    Move move =
        before.excluded() == account.excluded()
            ? Move.STAYS
            : account.excluded() ? Move.LEAVES : Move.ENTERS;
    boolean shown = before.isListed() || account.isListed();
    if (shown && !account.scored().isEmpty()) {
      entries.standing(Board.global(), playerId, account.scored(), account, move);
    }
    for (Map.Entry<String, GameAccount> entry : games.entries()) {
      GameAccount game = entry.getValue();
      if (game.scored().isEmpty()) {
        continue;
      }
      entries.score(playerId, entry.getKey(), game, account);
      if (shown && !entry.getKey().equals(PlayerEvent.NO_GAME)) {
        entries.standing(Board.of(entry.getKey()), playerId, game.scored(), account, move);
      }
    }
  }

  private void await(PlayerEvent event, Account account) throws Exception {
    waitingRoom.add(event);
    accounts.update(account.waiting(account.waiting() + 1));
  }

  private Account account() throws Exception {
    Account account = accounts.value();
    return account == null ? Account.NEW : account;
  }

  private static Move entering(Tally tally) {
    return tally.events() == 1 ? Move.ENTERS : Move.STAYS;
  }

  private static Refusal overLimit(PlayerEvent event, int maxPerDay) {
    return new Refusal(
        Reason.LIMIT_EXCEEDED,
        "actionType is '%s', expected at most %d of a player on %s"
            .formatted(event.actionType(), maxPerDay, DailyLimits.day(event)));
  }
}
