package dev.laurel.pipeline.suspicion;

import dev.laurel.pipeline.ledger.ScoredEvent;
import java.time.Duration;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * Flags players who are suspect; nothing is taken from them. The rules, and what each depends on:
 *
 * <ul>
 *   <li><b>Unlocks in an interval</b> ({@link CountMinutes}): more unlocks of a player in a game in
 *       one interval, cut at whole multiples of its length, than anybody can bring about. Depends
 *       on which unlocks of the player were accepted, not on their order. Told at once.
 *   <li><b>Points or unlocks in a minute</b> ({@link CountMinutes}, {@link CompareMinutes}): a
 *       player's minute in a game is more than a factor above the player's best minute there, above
 *       what 99 of 100 minutes of the game's players do not exceed, and above a least pace that
 *       nobody looks at. All of it before that minute, in event time; and only in a game that has
 *       had enough minutes, so that nobody is suspect for being the first. Depends on the accepted
 *       events of all the game's players, not on their order. Told when the watermark passes the
 *       minute.
 *   <li><b>Players at an address</b> ({@link WatchAddresses}): more players act from one address in
 *       one span than may share it. Depends on which actions were accepted, not on their order.
 *       Told at once, and again with the final number an hour after the span.
 * </ul>
 *
 * <p>So a replay flags the same. It may not for events that reach this so late that the watermark
 * has passed their minute (more than a minute behind in their partition, or having waited for a
 * definition): they are counted apart from what came in time, and compared with what is known when
 * they come; nor for players seen at an address an hour after the span. The same holds for minutes
 * that had to be closed early, as {@link CountMinutes} says.
 */
public final class FlagPlayers {
  /** What is told by the second need not leave by the tick. */
  private static final Duration UNHURRIED = Duration.ofMillis(500);

  private FlagPlayers() {}

  /** The flags that these accepted events raise; the same one may come again. */
  public static DataStream<Flag> among(DataStream<ScoredEvent> scored, Thresholds thresholds) {
    var minutes =
        scored
            .transform(
                "count minutes",
                TypeInformation.of(GameMinutes.class),
                new CountMinutes(thresholds))
            .uid("count-minutes")
            .setBufferTimeout(UNHURRIED.toMillis());
    var paces =
        minutes
            .keyBy(GameMinutes::gameId)
            .process(new CompareMinutes(thresholds))
            .name("compare minutes")
            .uid("compare-minutes");
    var addresses =
        minutes
            .getSideOutput(CountMinutes.SIGHTINGS)
            .keyBy(Sighting::where, TypeInformation.of(AddressSpan.class))
            .process(new WatchAddresses(thresholds))
            .name("watch addresses")
            .uid("watch-addresses");
    return minutes.getSideOutput(CountMinutes.FLAGS).union(paces, addresses);
  }
}
