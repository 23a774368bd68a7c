package dev.laurel.pipeline.proof;

import dev.laurel.pipeline.proof.Acceptance.Booking;
import dev.laurel.pipeline.proof.Ranking.Line;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What has to come of a log: every board of every period, every player's totals, every dead letter.
 * By brute force from all events at once; it shares no code with the job.
 */
public final class Oracle {
  private final Acceptance accepted;

  public Oracle(List<Rule> rules, List<Deed> deeds) {
    accepted = new Acceptance(rules, deeds);
  }

  /** The refused deeds by offset, each with its reason. */
  public Map<Long, String> refused() {
    return accepted.refused;
  }

  /** Accepted unlocks and actions by offset, each with its points. */
  public Map<Long, Long> scored() {
    Map<Long, Long> scored = new TreeMap<>();
    scoring(booking -> true).forEach(one -> scored.put(one.deed().offset(), one.points()));
    return scored;
  }

  /** Everyone of whom anything was accepted, over all games. */
  public Map<String, Totals> totals() {
    Map<String, Totals> totals = new TreeMap<>();
    deeds().forEach(deed -> totals.computeIfAbsent(deed.player(), this::totals));
    return totals;
  }

  /** What was done by day and by month, by players, in games and of achievements. */
  public Statistics statistics() {
    return new Statistics(accepted.bookings);
  }

  /** How many records the ledger has to judge on each day of log time; none has to wait. */
  public Map<String, Map<String, Long>> judged() {
    Map<String, Map<String, Long>> days = new TreeMap<>();
    accepted.judged.forEach(
        (day, many) ->
            days.put(LocalDate.ofEpochDay(day).toString(), Map.of("judged", many, "waiting", 0L)));
    return days;
  }

  /** Everyone who did anything, in each game in which they did; {@code _none} for no game. */
  public Map<String, Map<String, GameTotals>> gameTotals() {
    Map<String, Map<String, GameTotals>> totals = new TreeMap<>();
    accepted.bookings.stream()
        .collect(Collectors.groupingBy(one -> one.deed().player()))
        .forEach((player, all) -> totals.put(player, games(all)));
    return totals;
  }

  /** The region that each player's last profile of a day named, by player and day. */
  public Map<String, String> regions() {
    Map<String, String> regions = new TreeMap<>();
    accepted.words.stream()
        .filter(word -> word.type().equals("profile"))
        .forEach(
            word -> {
              Span day = Span.holding(word.occurredAt(), "daily");
              regions.put(
                  word.player() + "/" + day.firstDay(),
                  profileBefore(day.end(), word.player()).orElseThrow().region());
            });
    return regions;
  }

  /**
   * Every board that anybody stands on, by its key as in {@code game/chess/NL/daily/2026-03-01}.
   */
  public Map<String, Ranking> boards(Display display) {
    Map<String, Ranking> boards = new TreeMap<>();
    display.periods().stream()
        .flatMap(period -> places(period, display))
        .collect(Collectors.groupingBy(Place::playerInIt))
        .values()
        .stream()
        .flatMap(group -> lines(group, display))
        .collect(Collectors.groupingBy(Entry::board))
        .forEach((board, entries) -> boards.put(board, ranking(entries)));
    return boards;
  }

  private static Ranking ranking(List<Entry> entries) {
    return Ranking.of(entries.get(0).span(), entries.stream().map(Entry::line).toList());
  }

  /** A line on one board. */
  private record Entry(String board, Span span, Line line) {}

  /** A scope and a period in which a booking counts. */
  private record Place(String scope, Span span, Booking booking) {
    String playerInIt() {
      return scope + "/" + span + "/" + booking.deed().player();
    }

    String board(String region) {
      return String.join("/", scope, region, span.period(), span.firstDay().toString());
    }
  }

  private Stream<Place> places(String period, Display display) {
    return scoring(one -> !isExcluded(one.deed().player())).stream()
        .flatMap(
            one -> {
              Span span = Span.holding(one.deed().occurredAt(), period);
              return scopes(one, display).map(scope -> new Place(scope, span, one));
            });
  }

  private static Stream<String> scopes(Booking booking, Display display) {
    Stream<String> global =
        display.scopes().contains("global") ? Stream.of("global/global") : Stream.of();
    Stream<String> game =
        display.scopes().contains("game")
            ? booking.deed().game().stream().map(name -> "game/" + name)
            : Stream.of();
    return Stream.concat(global, game);
  }

  private Stream<Entry> lines(List<Place> group, Display display) {
    Place place = group.get(0);
    Line line = line(place, group.stream().map(Place::booking).toList());
    return Stream.concat(Stream.of("*"), line.region().stream())
        .filter(display::showsRegion)
        .map(region -> new Entry(place.board(region), place.span(), line));
  }

  private Line line(Place place, List<Booking> bookings) {
    String player = place.booking().deed().player();
    Score score = Score.of(bookings);
    return new Line(
        player,
        score.points(),
        score.reachedAt().getAsLong(),
        profileBefore(Long.MAX_VALUE, player).map(Deed::name),
        profileBefore(place.span().end(), player).map(Deed::region));
  }

  private Totals totals(String player) {
    List<Booking> all = scoring(one -> one.deed().player().equals(player));
    List<Booking> actions = all.stream().filter(Oracle::isAction).toList();
    Optional<Deed> profile = profileBefore(Long.MAX_VALUE, player);
    LongSummaryStatistics times = times(deeds().filter(deed -> deed.player().equals(player)));
    List<Booking> done =
        accepted.bookings.stream().filter(one -> one.deed().player().equals(player)).toList();
    LongSummaryStatistics active = times(done.stream().map(Booking::deed));
    return new Totals(
        Score.of(all),
        actions.size(),
        Score.of(actions).points(),
        all.size() - actions.size(),
        Statistics.achievements(done).size(),
        Statistics.playtimeSeconds(done),
        done.isEmpty() ? OptionalLong.empty() : OptionalLong.of(active.getMin()),
        done.isEmpty() ? OptionalLong.empty() : OptionalLong.of(active.getMax()),
        profile.map(Deed::name),
        profile.map(Deed::region),
        isExcluded(player),
        times.getMin(),
        times.getMax());
  }

  private Map<String, GameTotals> games(List<Booking> bookings) {
    Map<String, GameTotals> games = new TreeMap<>();
    bookings.stream()
        .collect(Collectors.groupingBy(one -> one.deed().game().orElse("_none")))
        .forEach(
            (game, all) -> {
              List<Booking> scoring = all.stream().filter(Booking::scores).toList();
              long actions = all.stream().filter(Oracle::isAction).count();
              LongSummaryStatistics times = times(all.stream().map(Booking::deed));
              games.put(
                  game,
                  new GameTotals(
                      profileBefore(Long.MAX_VALUE, all.get(0).deed().player()).map(Deed::region),
                      Score.of(scoring),
                      actions,
                      scoring.size() - actions,
                      Statistics.achievements(all).size(),
                      Statistics.playtimeSeconds(all),
                      times.getMin(),
                      times.getMax()));
            });
    return games;
  }

  private static LongSummaryStatistics times(Stream<Deed> deeds) {
    return deeds.mapToLong(Deed::occurredAt).summaryStatistics();
  }

  private boolean isExcluded(String player) {
    return lastWord("moderation", Long.MAX_VALUE, player)
        .map(word -> word.name().equals("exclude"))
        .orElse(false);
  }

  private Optional<Deed> profileBefore(long end, String player) {
    return lastWord("profile", end, player);
  }

  private Optional<Deed> lastWord(String type, long end, String player) {
    return accepted.words.stream()
        .filter(word -> word.type().equals(type) && word.player().equals(player))
        .filter(word -> word.occurredAt() < end)
        .max(Comparator.comparingLong(Deed::occurredAt).thenComparing(Deed::id));
  }

  private Stream<Deed> deeds() {
    return Stream.concat(accepted.bookings.stream().map(Booking::deed), accepted.words.stream());
  }

  private List<Booking> scoring(Predicate<Booking> which) {
    return accepted.bookings.stream().filter(Booking::scores).filter(which).toList();
  }

  private static boolean isAction(Booking booking) {
    return booking.deed().type().equals("action");
  }
}
