package dev.laurel.bench.ranks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** As many requests as a server takes, asked by {@code wrk} over 32 connections. */
final class Wrk {
  private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");

  private Wrk() {}

  /** Requests a second over so many seconds. */
  static double perSecond(String address, int seconds) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder("wrk", "-t1", "-c32", "-d" + seconds + "s", address)
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    Matcher rate = RATE.matcher(said);
    if (!rate.find() || said.contains("Non-2xx")) {
      throw new IOException("wrk does not tell a rate of good answers: " + said);
    }
    return Double.parseDouble(rate.group(1));
  }
}
