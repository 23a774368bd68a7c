package dev.laurel.serving.web;

import io.helidon.common.Weighted;
import io.helidon.webserver.http.HttpFeature;
import io.helidon.webserver.http.HttpRouting;

/**
 * Refuses what nothing else answers: light, so that the server asks it after everything else,
 * health and metrics too.
 */
public final class RefuseTheRest implements HttpFeature, Weighted {

  @Override
  public void setup(HttpRouting.Builder routing) {
    routing.any(Calls.refuseTheRest());
  }

  @Override
  public double weight() {
    return 1;
  }
}
