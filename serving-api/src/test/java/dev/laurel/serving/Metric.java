package dev.laurel.serving;

/** A figure as the service shows it to Prometheus. */
final class Metric {

  private Metric() {}

  static double of(Stack stack, String name) {
    return stack
        .get("/observe/metrics")
        .text()
        .lines()
        .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
        .findFirst()
        .map(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .orElseThrow(() -> new AssertionError("The metrics lack " + name));
  }
}
