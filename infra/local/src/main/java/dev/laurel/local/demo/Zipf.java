package dev.laurel.local.demo;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Picks places by Zipf's law: the n-th of them 1/n^s times as often as the first. */
final class Zipf {

  private final double[] upTo;

  Zipf(int places, double exponent) {
    upTo = new double[places];
    double sum = 0;
    for (int place = 0; place < places; place++) {
      sum += 1 / Math.pow(place + 1.0, exponent);
      upTo[place] = sum;
    }
  }

  /** A place, from 0. */
  int pick(SplittableRandom random) {
    int found = Arrays.binarySearch(upTo, random.nextDouble() * upTo[upTo.length - 1]);
    return Math.min(found < 0 ? -found - 1 : found, upTo.length - 1);
  }
}
