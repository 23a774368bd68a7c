package dev.laurel.bench.ranks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/**
 * Requests that come when they come, however long others take: so many a second, and the time of
 * each counts from the moment at which it was due.
 */
record OpenLoad(int perSecond, int requests) {

  /**
   * Asks for the address of each number from 0 on, and wants an answer to each.
   *
   * @throws IOException if one is not answered with 200
   */
  Times run(IntFunction<URI> address) throws IOException, InterruptedException {
    Times times = ask(address);
    if (times.failed() > 0) {
      throw new IOException(
          "%d of %d requests like %s were not answered with 200"
              .formatted(times.failed(), requests, address.apply(0)));
    }
    return times;
  }

  /** Asks likewise, and counts what is not answered with 200. */
  Times ask(IntFunction<URI> address) throws InterruptedException {
    double[] millis = new double[requests];
    AtomicInteger failed = new AtomicInteger();
    CountDownLatch open = new CountDownLatch(requests);
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      long start = System.nanoTime() + 100_000_000;
      for (int i = 0; i < requests; i++) {
        int number = i;
        long due = start + i * 1_000_000_000L / perSecond;
        while (System.nanoTime() < due) {
          LockSupport.parkNanos(due - System.nanoTime());
        }
        var unused =
            client
                .sendAsync(
                    HttpRequest.newBuilder(address.apply(i)).build(), BodyHandlers.ofByteArray())
                .whenComplete(
                    (answer, failure) -> {
                      millis[number] = (System.nanoTime() - due) / 1e6;
                      if (failure != null || answer.statusCode() != 200) {
                        failed.incrementAndGet();
                        millis[number] = Double.NaN;
                      }
                      open.countDown();
                    });
      }
      open.await();
    }
    return new Times(
        Arrays.stream(millis).filter(time -> !Double.isNaN(time)).toArray(), failed.get());
  }
}
