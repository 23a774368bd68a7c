package dev.laurel.pipeline.catalog;

import dev.laurel.pipeline.event.EventType;
import dev.laurel.pipeline.event.PlayerEvent;
import dev.laurel.pipeline.event.Reason;
import dev.laurel.pipeline.event.Refusal;
import java.util.Optional;

/** Judges one unlock, action or playtime by the definitions in force at its time. */
public final class PriceEvent {
  private final PlayerEvent event;
  private final Catalog catalog;

  private PriceEvent(PlayerEvent event, Catalog catalog) {
    this.event = event;
    this.catalog = catalog;
  }

  /** What the catalog says of the event. */
  public static Verdict by(Catalog catalog, PlayerEvent event) {
    return new PriceEvent(event, catalog).verdict();
  }

  private Verdict verdict() {
    Optional<DefinitionHistory> game = gameHistory();
    Optional<DefinitionHistory> entry = entryHistory();
    if ((event.gameId() != null && isUnsettled(game)) || (hasEntry() && isUnsettled(entry))) {
      return new Verdict.Unsettled();
    }
    Optional<Definition> gameInForce = game.flatMap(this::inForce);
    Optional<Definition> definition = entry.flatMap(this::inForce);
    if (definition.isPresent()
        && definition.get().worth().variable()
        && event.carriedPoints().isEmpty()) {
      return new Verdict.Invalid(pointsMissing(definition.get()));
    }
    return new Verdict.Settled(
        entry.isPresent() ? entry.get().first().offset() : Verdict.NO_NUMBER,
        definition.isPresent() && definition.get().repeatable(),
        refusal(gameInForce, definition),
        definition.isPresent() ? points(definition.get()) : 0,
        definition.isPresent() ? definition.get().maxPerDay() : 0);
  }

  private long points(Definition definition) {
    return event.points() == null ? definition.worth().least() : event.points();
  }

  private boolean hasEntry() {
    return event.type() == EventType.UNLOCK || event.type() == EventType.ACTION;
  }

  private Optional<DefinitionHistory> gameHistory() {
    return event.gameId() == null ? Optional.empty() : catalog.game(event.gameId());
  }

  private Optional<DefinitionHistory> entryHistory() {
    return switch (event.type()) {
      case UNLOCK -> catalog.achievement(event.gameId(), event.achievementId());
      case ACTION -> catalog.action(event.actionType());
      default -> Optional.empty();
    };
  }

  private boolean isUnsettled(Optional<DefinitionHistory> known) {
    if (known.isEmpty()) {
      return catalog.completeUpTo().isBefore(event.loggedAt().plus(DefinitionHistory.PATIENCE));
    }
    return known.get().covers(event.loggedAt())
        && !DefinitionHistory.settles(catalog.completeUpTo(), event.loggedAt());
  }

  private Optional<Definition> inForce(DefinitionHistory known) {
    return known.covers(event.loggedAt())
        ? Optional.of(known.inForce(event.occurredAt(), event.loggedAt()))
        : Optional.empty();
  }

  private Optional<Refusal> refusal(Optional<Definition> game, Optional<Definition> entry) {
    if (event.gameId() != null && game.isEmpty()) {
      return Optional.of(
          refuse(Reason.UNKNOWN_GAME, "gameId", event.gameId(), "a game of the catalog"));
    }
    if (hasEntry() && entry.isEmpty()) {
      return Optional.of(unknownEntry());
    }
    if (game.isPresent() && !game.get().active()) {
      return Optional.of(inactive(game.get()));
    }
    if (entry.isPresent() && !entry.get().active()) {
      return Optional.of(inactive(entry.get()));
    }
    return entry.isPresent() ? outOfRange(entry.get()) : Optional.empty();
  }

  private Refusal unknownEntry() {
    return event.type() == EventType.UNLOCK
        ? refuse(
            Reason.UNKNOWN_ACHIEVEMENT,
            "achievementId",
            event.achievementId(),
            "an achievement of the game '" + event.gameId() + "' in the catalog")
        : refuse(
            Reason.UNKNOWN_ACTION_TYPE,
            "actionType",
            event.actionType(),
            "an action type of the catalog");
  }

  private Refusal inactive(Definition definition) {
    return new Refusal(
        Reason.INACTIVE,
        definition.subject().key()
            + " is not active at "
            + event.occurredAt()
            + ", expected an active one");
  }

  private Optional<Refusal> outOfRange(Definition definition) {
    Long points = event.points();
    return points == null || definition.worth().allows(points)
        ? Optional.empty()
        : Optional.of(
            new Refusal(
                Reason.POINTS_OUT_OF_RANGE,
                "points is " + points + ", expected " + definition.worth().expected()));
  }

  private static Refusal pointsMissing(Definition definition) {
    return new Refusal(
        Reason.INVALID_FIELD,
        "points is missing, expected "
            + definition.worth().expected()
            + ", as "
            + definition.subject().key()
            + " requires");
  }

  private static Refusal refuse(Reason reason, String field, String value, String expected) {
    return new Refusal(reason, field + " is '" + value + "', expected " + expected);
  }
}
