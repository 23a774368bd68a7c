package dev.laurel.pipeline.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.pipeline.event.EventSample;
import dev.laurel.pipeline.event.PlayerEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class AccountTest {
  private static final List<String> TYPES =
      List.of("unlock", "action", "playtime", "profile", "moderation");

  @Property
  void isTheSameAfterTheSameEventsInEveryOrder(@ForAll long seed) {
    Random random = new Random(seed);
    List<PlayerEvent> events = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      events.add(event(random, i));
    }
    Account straight = account(events);
    GameAccount game = game(events);
    Collections.shuffle(events, random);

    assertThat(account(events)).isEqualTo(straight);
    assertThat(game(events)).isEqualTo(game);
    assertThat(straight.scored().events()).isEqualTo(game.unlocks() + game.actions());
    assertThat(straight.actions()).isEqualTo(game.actions());
  }

  private static PlayerEvent event(Random random, int number) {
    EventSample sample =
        EventSample.named(TYPES.get(random.nextInt(TYPES.size())))
            .text("eventId", "e-" + number)
            .at(EventSample.LOGGED_AT.minusSeconds(random.nextInt(4)))
            .text("username", "name-" + number)
            .text("verdict", random.nextBoolean() ? "exclude" : "restore");
    return sample.with("points", String.valueOf(random.nextInt(5) - 2)).event();
  }

  private static Account account(List<PlayerEvent> events) {
    Account account = Account.NEW;
    for (PlayerEvent event : events) {
      account =
          switch (event.type()) {
            case PROFILE -> account.profiled(event);
            case MODERATION -> account.moderated(event);
            default -> account.booked(event, event.carriedPoints().orElse(0L));
          };
    }
    return account;
  }

  private static GameAccount game(List<PlayerEvent> events) {
    GameAccount game = GameAccount.NEW;
    for (PlayerEvent event : events) {
      if (event.tellsTime()) {
        game = game.booked(event, event.carriedPoints().orElse(0L));
      }
    }
    return game;
  }
}
