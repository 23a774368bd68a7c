package dev.laurel.bench.report;

import java.util.Collection;

/** The middle of some values and how far apart they are. */
public record Statistics(double median, double least, double greatest) {

  /** Of at least one value. */
  public static Statistics of(Collection<Double> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("there are no values, expected one at least");
    }
    double[] sorted = values.stream().mapToDouble(each -> each).sorted().toArray();
    int middle = sorted.length / 2;
    double median =
        sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    return new Statistics(median, sorted[0], sorted[sorted.length - 1]);
  }

  /** Half the distance of the outermost from each other, as a part of the median. */
  public double spread() {
    return median == 0 ? 0 : (greatest - least) / 2 / median;
  }
}
