package dev.laurel.local.api;

import dev.laurel.local.home.Addresses;
import dev.laurel.local.home.Home;
import dev.laurel.local.home.Installation;
import dev.laurel.local.home.Ports;
import dev.laurel.local.process.Part;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/** The process that answers queries and pushes rank changes. */
public record ServingApi(Home home, Ports ports, Installation installation) implements Part {

  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

  @Override
  public String name() {
    return "api";
  }

  @Override
  public List<String> command() {
    Addresses addresses = Addresses.of(ports);
    List<String> command =
        installation.java(
            "-Xms128m",
            "-Xmx512m",
            home.mark(),
            "-cp",
            installation.apiClassPath(),
            "dev.laurel.serving.ServingApi");
    command.addAll(
        List.of(
            "--bootstrap-servers",
            addresses.bootstrapServers(),
            "--jdbc-url",
            addresses.jdbcUrl(),
            "--jdbc-user",
            "laurel_api",
            "--host",
            "127.0.0.1",
            "--port",
            Integer.toString(ports.api()),
            "--jwks",
            home.jwks().toString(),
            "--jwt-issuer",
            "laurel",
            "--jwt-audience",
            "laurel",
            "--board-token",
            "optional"));
    return command;
  }

  /** Ready only when its database and its feed of rank changes are there. */
  @Override
  public boolean answers() {
    URI ready = URI.create(Addresses.of(ports).api() + "/observe/health/ready");
    try {
      return HTTP.send(
                  HttpRequest.newBuilder(ready).timeout(Duration.ofSeconds(5)).build(),
                  BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException away) {
      return false;
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
