package dev.laurel.bench.input;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Picks places by Zipf's law with exponent 1: the n-th of them 1/n times as often as the first. */
final class Zipf {

  /** Up to which part of all picks each place reaches: 8 bytes a place. */
  private final double[] upTo;

  Zipf(int places) {
    upTo = new double[places];
    double sum = 0;
    for (int place = 0; place < places; place++) {
      sum += 1 / (place + 1.0);
      upTo[place] = sum;
    }
  }

  /** A place, from 0. */
  int pick(SplittableRandom random) {
    int found = Arrays.binarySearch(upTo, random.nextDouble() * upTo[upTo.length - 1]);
    return Math.min(found < 0 ? -found - 1 : found, upTo.length - 1);
  }
}
