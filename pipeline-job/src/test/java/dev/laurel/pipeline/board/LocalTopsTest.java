package dev.laurel.pipeline.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.pipeline.board.Share.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class LocalTopsTest {
  private static final KeyGroups ALL = KeyGroups.of(0, 1, 8);
  private static final long FIRST = LocalDate.parse("2026-03-02").toEpochDay();
  private static final Board DAY = Board.of("chess", "*", Period.DAILY, FIRST);
  private static final Board NEXT_DAY = Board.of("chess", "*", Period.DAILY, FIRST + 1);
  private static final Board GB = Board.of("chess", "GB", Period.DAILY, FIRST);
  private static final Board DE = Board.of("chess", "DE", Period.DAILY, FIRST);
  private static final Shown ADA = new Shown("ada", null);
  private static final Shown BOB = new Shown("bob", null);
  private static final Place FIVE = new Place(5, 0);
  private static final Place SIX = new Place(6, 0);

  private final List<Share> shares = new ArrayList<>();

  @Test
  void knowsNoOpenBoardBeforeTheFirstScanHasEnded() {
    LocalTops tops = tops(100);
    move(tops, ADA, null, FIVE, false);
    assertThat(tops.shareOpen(99)).isTrue();
    assertThat(shares).isEmpty();
    assertThat(tops.close(DAY.closesAt(), 99)).isFalse();

    tops.startScan(Collect.OPEN);
    tops.collect(ADA, "chess", Period.DAILY, FIRST, null, FIVE);
    tops.finishScan();
    boolean unused = tops.shareOpen(99);

    assertThat(tops.knowsOpen()).isTrue();
    assertThat(line(DAY)).isEqualTo("1: ada");
  }

  @Test
  void sharesSomeBoardsAtATime() {
    LocalTops tops = known(100);
    for (long day = 0; day < 5; day++) {
      tops.move(ADA, "chess", Period.DAILY, FIRST + day, null, null, FIVE, false);
    }

    assertThat(tops.shareOpen(3)).isFalse();
    assertThat(shares).hasSize(3);
    assertThat(tops.shareOpen(3)).isTrue();
    assertThat(shares).hasSize(5);
  }

  @Test
  void closesWhatHasEndedSomeBoardsAtATime() {
    LocalTops tops = known(100);
    for (long day = 0; day < 3; day++) {
      tops.move(ADA, "chess", Period.DAILY, FIRST + day, null, null, FIVE, false);
    }

    assertThat(tops.close(NEXT_DAY.closesAt(), 1)).isFalse();
    assertThat(tops.isClosed(Period.DAILY, FIRST)).as("until all are").isFalse();
    assertThat(tops.close(NEXT_DAY.closesAt(), 9)).isTrue();

    assertThat(shares).extracting(Share::kind).containsExactly(Kind.CLOSED, Kind.CLOSED);
    assertThat(shares).extracting(Share::board).containsExactly(DAY, NEXT_DAY);
    assertThat(tops.closedUpTo()).isEqualTo(NEXT_DAY.closesAt());
    assertThat(tops.isClosed(Period.DAILY, FIRST + 2)).isFalse();
  }

  @Test
  void aBoardThatIsToBeCollectedIsNotClosedBefore() {
    LocalTops tops = known(100);
    List<Shown> players = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      players.add(new Shown("p" + i, null));
      move(tops, players.get(i), null, new Place(9 - i, 0), false);
    }
    for (int i = 0; i < 5; i++) {
      move(tops, players.get(i), new Place(9 - i, 0), null, false);
    }
    assertThat(tops.wantsScan()).isTrue();
    assertThat(tops.close(DAY.closesAt(), 9)).isFalse();

    tops.startScan(Collect.NOTHING);
    assertThat(tops.wantsScan()).isFalse();
    assertThat(tops.close(DAY.closesAt(), 9)).isFalse();
    for (int i = 5; i < 9; i++) {
      tops.collect(players.get(i), "chess", Period.DAILY, FIRST, null, new Place(9 - i, 0));
    }
    tops.finishScan();

    assertThat(tops.close(DAY.closesAt(), 9)).isTrue();
    assertThat(line(DAY)).isEqualTo("4: p5, p6");
  }

  @Test
  void aLateChangeOfAClosedBoardIsSharedAndToldAsUnsharedUntilThen() {
    LocalTops tops = closed(100);
    move(tops, BOB, null, SIX, false);
    assertThat(tops.unshared()).containsExactly(DAY);

    tops.shareClosed();

    assertThat(tops.unshared()).isEmpty();
    assertThat(line(DAY)).isEqualTo("2: bob, ada");
  }

  @Test
  void aClosedBoardThatWasLetGoIsCollectedWhenALateEventTouchesIt() {
    LocalTops tops = closed(0);
    tops.shareClosed();
    move(tops, BOB, null, SIX, false);
    assertThat(tops.wantsScan()).isTrue();
    assertThat(tops.unshared()).containsExactly(DAY);

    tops.startScan(Collect.NOTHING);
    tops.collect(ADA, "chess", Period.DAILY, FIRST, null, FIVE);
    tops.collect(BOB, "chess", Period.DAILY, FIRST, null, SIX);
    tops.collect(BOB, "chess", Period.DAILY, FIRST + 1, null, SIX);
    tops.finishScan();
    tops.shareClosed();

    assertThat(line(DAY)).isEqualTo("2: bob, ada");
    assertThat(line(NEXT_DAY)).as("was not wanted").isEqualTo("0: ");
  }

  @Test
  void theClosedBoardsOfARangeOfDaysAreCollectedUnwanted() {
    LocalTops tops = closed(0);
    tops.shareClosed();
    shares.clear();
    tops.startScan(Collect.closed(FIRST, FIRST + 1, false));
    tops.collect(ADA, "chess", Period.DAILY, FIRST, null, FIVE);
    tops.collect(ADA, "chess", Period.DAILY, FIRST - 1, null, FIVE);
    assertThat(tops.firstDayCollected()).isEqualTo(FIRST);
    tops.finishScan();
    tops.shareClosed();

    assertThat(shares).extracting(Share::board).containsExactly(DAY);
  }

  @Test
  void countsTheBoardsWhoseTopHasToBeShared() {
    LocalTops tops = known(100);
    tops.move(ADA, "chess", Period.DAILY, FIRST, null, null, FIVE, false);
    tops.move(ADA, "chess", Period.DAILY, FIRST + 1, null, null, FIVE, false);
    assertThat(tops.changedOpen()).isEqualTo(2);

    assertThat(tops.shareOpen(1)).isFalse();
    assertThat(tops.changedOpen()).isOne();
    assertThat(tops.shareOpen(1)).isTrue();

    assertThat(shares).extracting(Share::board).containsExactly(DAY, NEXT_DAY);
  }

  @Test
  void aPlayerWhoseRegionChangesLeavesOneBoardForTheOther() {
    LocalTops tops = known(100);
    tops.move(ADA, "chess", Period.DAILY, FIRST, "GB", null, FIVE, false);
    boolean unused = tops.shareOpen(9);

    tops.changeRegion(ADA, "chess", Period.DAILY, FIRST, "GB", "DE", FIVE, false);
    unused = tops.shareOpen(9);

    assertThat(List.of(line(DAY), line(GB), line(DE))).containsExactly("1: ada", "0: ", "1: ada");
    assertThat(Tops.applied(shares, DAY).entries().get(0).region()).isEqualTo("DE");
  }

  @Test
  void boardsThatNobodyKeepsAnyMoreAreNotMoved() {
    LocalTops tops = known(100);
    assertThat(tops.close(Period.DAILY.forgottenAt(FIRST), 9)).isTrue();

    move(tops, ADA, null, FIVE, false);

    assertThat(tops.keeps(Period.DAILY, FIRST)).isFalse();
    assertThat(tops.keeps(Period.MONTHLY, Period.MONTHLY.firstDay(FIRST))).isTrue();
    assertThat(tops.wantsScan()).isFalse();
  }

  @Property(tries = 150)
  void countsEverybodyOnceWhateverMovesWhileAScanGoesOn(@ForAll long seed) {
    shares.clear();
    Random random = new Random(seed);
    LocalTops tops = tops(100);
    TreeMap<Integer, Place> places = new TreeMap<>();
    for (int i = 0; i < 12; i++) {
      moveSomebody(random, tops, places, -1);
    }
    tops.startScan(Collect.OPEN);
    for (int player = 0; player < 15; player++) {
      for (int i = 0; i < 3; i++) {
        moveSomebody(random, tops, places, player);
      }
      Place place = places.get(player);
      if (place != null) {
        tops.collect(player(player), "chess", Period.DAILY, FIRST, null, place);
      }
    }
    moveSomebody(random, tops, places, 15);
    tops.finishScan();
    boolean unused = tops.shareOpen(9);

    List<Standing> best =
        places.entrySet().stream()
            .map(one -> Tops.standing("p" + one.getKey(), one.getValue().score()))
            .sorted(Standing.RANK_ORDER)
            .limit(2)
            .toList();
    List<Standing> top = Tops.applied(shares, DAY).entries();
    assertThat(Tops.applied(shares, DAY).total()).isEqualTo(places.size());
    assertThat(top).isEqualTo(best.subList(0, top.size()));
    assertThat(top.size() == best.size() || tops.wantsScan()).as("short for ever").isTrue();
  }

  /** Moves a player; the scan has passed those whose number is below {@code passed}. */
  private void moveSomebody(Random random, LocalTops tops, Map<Integer, Place> places, int passed) {
    int player = random.nextInt(15);
    Place before = places.get(player);
    if (before != null && random.nextInt(3) == 0) {
      places.remove(player);
    } else {
      places.put(player, new Place(random.nextInt(9), 0));
    }
    move(tops, player(player), before, places.get(player), player < passed);
  }

  private static Shown player(int number) {
    return new Shown("p" + number, null);
  }

  private LocalTops closed(int mostClosedStandings) {
    LocalTops tops = known(mostClosedStandings);
    move(tops, ADA, null, FIVE, false);
    assertThat(tops.close(NEXT_DAY.closesAt(), 9)).isTrue();
    assertThat(line(DAY)).isEqualTo("1: ada");
    return tops;
  }

  private LocalTops known(int mostClosedStandings) {
    LocalTops tops = tops(mostClosedStandings);
    tops.startScan(Collect.OPEN);
    tops.finishScan();
    return tops;
  }

  private LocalTops tops(int mostClosedStandings) {
    return new LocalTops(
        new LocalTopsConfig(BoardPlan.everything(2), 5, mostClosedStandings, ALL, -1),
        Long.MIN_VALUE,
        shares::add);
  }

  private static void move(
      LocalTops tops, Shown player, Place before, Place after, boolean collects) {
    tops.move(player, "chess", Period.DAILY, FIRST, null, before, after, collects);
  }

  private String line(Board board) {
    Part part = Tops.applied(shares, board);
    return part.total()
        + ": "
        + String.join(", ", part.entries().stream().map(Standing::playerId).toList());
  }
}
