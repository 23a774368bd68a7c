package dev.laurel.pipeline.catalog;

import dev.laurel.pipeline.event.PlayerEvent;
import dev.laurel.pipeline.event.Reason;
import dev.laurel.pipeline.event.Refusal;
import java.util.Optional;
import java.util.stream.Stream;

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
    Optional<Subject> game = event.game().map(Subject::game);
    Optional<Subject> entry = entry();
    if (Stream.of(game, entry).flatMap(Optional::stream).anyMatch(this::isUnsettled)) {
      return new Verdict.Unsettled();
    }
    Optional<Definition> definition = entry.flatMap(this::inForce);
    if (definition.isPresent()
        && definition.get().worth().variable()
        && event.carriedPoints().isEmpty()) {
      return new Verdict.Invalid(pointsMissing(definition.get()));
    }
    Optional<Refusal> refusal =
        unknown(game)
            .or(() -> unknown(entry))
            .or(() -> inactive(game))
            .or(() -> inactive(entry))
            .or(() -> definition.flatMap(this::outOfRange));
    return new Verdict.Settled(
        entry.flatMap(catalog::of).map(known -> known.first().offset()).orElse(Verdict.NO_NUMBER),
        definition.map(Definition::repeatable).orElse(false),
        refusal,
        definition.map(known -> event.carriedPoints().orElse(known.worth().least())).orElse(0L),
        definition.map(Definition::maxPerDay).orElse(0));
  }

  private Optional<Subject> entry() {
    return switch (event.type()) {
      case UNLOCK -> Optional.of(Subject.achievement(event.gameId(), event.achievementId()));
      case ACTION -> Optional.of(Subject.action(event.actionType()));
      default -> Optional.empty();
    };
  }

  private boolean isUnsettled(Subject subject) {
    return catalog
        .of(subject)
        .map(
            known ->
                known.covers(event.loggedAt())
                    && !DefinitionHistory.settles(catalog.completeUpTo(), event.loggedAt()))
        .orElseGet(
            () ->
                catalog.completeUpTo().isBefore(event.loggedAt().plus(DefinitionHistory.PATIENCE)));
  }

  private Optional<Definition> inForce(Subject subject) {
    return catalog
        .of(subject)
        .filter(known -> known.covers(event.loggedAt()))
        .map(known -> known.inForce(event.occurredAt(), event.loggedAt()));
  }

  private Optional<Refusal> unknown(Optional<Subject> subject) {
    return subject
        .filter(named -> inForce(named).isEmpty())
        .map(
            named ->
                switch (named.kind()) {
                  case GAME ->
                      refuse(
                          Reason.UNKNOWN_GAME, "gameId", named.gameId(), "a game of the catalog");
                  case ACHIEVEMENT ->
                      refuse(
                          Reason.UNKNOWN_ACHIEVEMENT,
                          "achievementId",
                          named.achievementId(),
                          "an achievement of the game '" + named.gameId() + "' in the catalog");
                  case ACTION ->
                      refuse(
                          Reason.UNKNOWN_ACTION_TYPE,
                          "actionType",
                          named.actionType(),
                          "an action type of the catalog");
                });
  }

  private Optional<Refusal> inactive(Optional<Subject> subject) {
    return subject
        .filter(named -> !inForce(named).map(Definition::active).orElse(true))
        .map(
            named ->
                new Refusal(
                    Reason.INACTIVE,
                    named.key()
                        + " is not active at "
                        + event.occurredAt()
                        + ", expected an active one"));
  }

  private Optional<Refusal> outOfRange(Definition definition) {
    return event
        .carriedPoints()
        .filter(points -> !definition.worth().allows(points))
        .map(
            points ->
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
