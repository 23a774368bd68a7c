package dev.laurel.local.demo;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.SplittableRandom;

/**
 * How much happens at an instant, by the clock of the wall in UTC: a quiet night, a peak at 20:00,
 * and now and then a burst of 20 s, as when a tournament begins. Never above {@link #MOST}.
 */
record DemoRate(long seed) {

  /** The most events a second. */
  static final double MOST = 120;

  private static final double QUIET = 10;
  private static final double PEAK = 40;
  private static final double BURST = 3;
  private static final int PEAK_HOUR = 20;
  private static final int BURST_SECONDS = 20;
  private static final int MINUTES_PER_BURST = 8;

  /** Events a second at {@code now}. */
  double at(Instant now) {
    double hour = now.atOffset(ZoneOffset.UTC).toLocalTime().toSecondOfDay() / 3600.0;
    double evening = (1 + Math.cos((hour - PEAK_HOUR) / 12 * Math.PI)) / 2;
    double usual = QUIET + (PEAK - QUIET) * evening * evening;
    return Math.min(MOST, isBurst(now) ? usual * BURST : usual);
  }

  /**
   * Whether {@code now} lies in a burst: one minute in eight begins with one, which ones the seed
   * says.
   */
  boolean isBurst(Instant now) {
    long minute = Math.floorDiv(now.getEpochSecond(), 60);
    boolean begins =
        new SplittableRandom(seed ^ minute * 0x9E3779B97F4A7C15L).nextInt(MINUTES_PER_BURST) == 0;
    return begins && Math.floorMod(now.getEpochSecond(), 60) < BURST_SECONDS;
  }
}
