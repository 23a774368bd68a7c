package dev.laurel.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.laurel.local.home.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class DemoTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  @Test
  void theSameSeedMakesTheSameEvents() throws IOException {
    assertThat(events(7, 500)).isEqualTo(events(7, 500)).isNotEqualTo(events(8, 500));
  }

  @Test
  void everyEventKeepsToTheContractOfItsTopic() throws IOException {
    ObjectMapper json = new ObjectMapper();
    JsonSchema schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(
                Files.readString(Installation.current().topics().resolve("player-events.json")));

    for (DemoTraffic.DemoEvent event : events(7, 2_000)) {
      assertThat(schema.validate(json.readTree(event.json()))).as(event.json()).isEmpty();
      assertThat(json.readTree(event.json()).path("playerId").asText()).isEqualTo(event.playerId());
    }
  }

  @Test
  void noTwoEventsAreNamedAlike() throws IOException {
    ObjectMapper json = new ObjectMapper();
    var names = new HashSet<String>();

    for (DemoTraffic.DemoEvent event : events(7, 2_000)) {
      assertThat(names.add(json.readTree(event.json()).path("eventId").asText())).isTrue();
    }
  }

  @Test
  void fewPlayersPlayMuchAndManyPlayLittle() {
    Zipf zipf = new Zipf(600, 1.0);
    SplittableRandom random = new SplittableRandom(7);
    Map<Integer, Long> plays =
        IntStream.range(0, 20_000)
            .mapToObj(i -> zipf.pick(random))
            .collect(Collectors.groupingBy(place -> place, Collectors.counting()));

    assertThat(plays.keySet()).allMatch(place -> place >= 0 && place < 600);
    assertThat(
            plays.entrySet().stream()
                .max(Comparator.comparing(Map.Entry::getValue))
                .orElseThrow()
                .getKey())
        .isZero();
    assertThat(plays.get(0)).isBetween(2_400L, 3_400L);
    assertThat(plays.size()).isGreaterThan(500);
  }

  @Test
  void theEveningIsBusierThanTheNight() {
    DemoRate rate = new DemoRate(7);

    assertThat(calm(rate, "2026-03-01T20:00:00Z"))
        .isGreaterThan(3 * calm(rate, "2026-03-01T08:00:00Z"));
  }

  @Test
  void burstsComeAndGoAndNeverPassTheBound() {
    DemoRate rate = new DemoRate(7);
    List<Boolean> bursts = new ArrayList<>();
    for (int second = 0; second < 86_400; second++) {
      Instant now = NOW.plusSeconds(second);
      assertThat(rate.at(now)).isBetween(10.0, DemoRate.MOST);
      bursts.add(rate.isBurst(now));
    }

    assertThat(bursts.stream().filter(burst -> burst).count()).isBetween(1_800L, 5_400L);
  }

  @Test
  void aBurstIsFarAboveTheSecondBeforeIt() {
    DemoRate rate = new DemoRate(7);
    Instant begins =
        IntStream.range(0, 86_400)
            .mapToObj(NOW::plusSeconds)
            .filter(now -> rate.isBurst(now) && !rate.isBurst(now.minusSeconds(1)))
            .findFirst()
            .orElseThrow();

    assertThat(rate.at(begins)).isGreaterThan(2 * rate.at(begins.minusSeconds(1)));
  }

  private static double calm(DemoRate rate, String around) {
    Instant from = Instant.parse(around);
    return IntStream.range(0, 3_600)
        .mapToObj(from::plusSeconds)
        .filter(now -> !rate.isBurst(now))
        .findFirst()
        .map(rate::at)
        .orElseThrow();
  }

  private static List<DemoTraffic.DemoEvent> events(long seed, int count) throws IOException {
    DemoWorld world = DemoWorld.of(Installation.current().local("demo-catalog.jsonl"), 1);
    DemoTraffic traffic = new DemoTraffic(world, seed, "test");
    List<DemoTraffic.DemoEvent> events = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      events.addAll(traffic.next(NOW));
    }
    return events;
  }
}
