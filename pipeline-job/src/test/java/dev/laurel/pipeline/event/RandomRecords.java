package dev.laurel.pipeline.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Records of every type, in every order of fields and every spelling, good ones and bad ones. */
final class RandomRecords {
  private static final List<String> TYPES =
      List.of("unlock", "action", "playtime", "profile", "moderation");
  private static final List<String> SPACE = List.of("", "", "", "", " ", "\n", "\t", "\r\n  ");
  private static final List<String> SCRAPS =
      List.of("{", "}", "\"", "\\", ",", ":", "[", "]", "0", "-", ".", "e", " ", "\u0000", "é");

  /** What each field may well hold. */
  private static final Map<String, List<String>> GOOD =
      Map.ofEntries(
          Map.entry("points", List.of("0", "-0", "7", "-1000000000", "1000000000")),
          Map.entry("seconds", List.of("1", "60", "86400")),
          Map.entry(
              "metadata",
              List.of(
                  "{}",
                  "{\"a\":1}",
                  "{ \"level\" : 3 ,\"map\":\"x y\",\"won\":true,\"lost\":false,\"note\":null}",
                  "{\"a\":-1.25,\"b\":0.5,\"c\":-0}")),
          Map.entry(
              "occurredAt",
              texts(
                  "2026-03-01T09:59:00Z",
                  "2026-03-01T09:59:00.1Z",
                  "2026-03-01T09:59:00.12345Z",
                  "2026-03-01T10:59:00.123+01:00",
                  "2026-02-28T09:59:00-23:59",
                  "2024-02-29T00:00:00Z",
                  "1970-01-01T00:00:00Z")),
          Map.entry("gameId", texts("chess", "g-1", "a.b_c:d@e")),
          Map.entry("ipAddress", texts("192.0.2.7")),
          Map.entry("userAgent", texts("game/1.0 (\u007f)")),
          Map.entry("username", texts("Ada Lovelace", "\u20ac", "\\u00e9", "\uD83D\uDE00")),
          Map.entry("region", texts("GB", "region-001")));

  /** What any field may hold, rightly or not. */
  private static final List<String> ANYTHING =
      Arrays.asList(
          ("null;true;false;7;007;-;-5;+1;.5;1.;1.0;1.5e2;1e2;86401;1000000001;10000000000;"
                  + "99999999999999999999;[];[{\"a\":[]}];{\"a\":1,\"a\":2};{\"a\":1,};{\"a\":01};"
                  + "{\"a\":1.};{\"a\":nul};{\"a\":\"\\u00e9\"};{\"a\":\"é\"};{\"a\" 1};{a:1};{1:1};"
                  + "{\"a\":{\"b\":[1,{\"c\":null}]}};\"\";\"7\";\"{}\";\"a\";\"a b\";\"global\";\"_none\";"
                  + "\"\\u0000\";\"\\ud800\";\"a\tb\";\"€\";\"exclude\";\"restore\";\"unlock\";\"now\";"
                  + "\"2026-02-29T09:59:00Z\";\"2026-03-01t09:59:00z\";\"2016-12-31T23:59:60Z\";"
                  + "\"2026-03-01T10:06:00Z\";\"1969-12-31T23:59:59Z\";\"2999-12-31T23:59:59Z\";"
                  + "\"2026-03-01T09:59:00.Z\";\"2026-03-01T09:59:00+24:00\"")
              .split(";"));

  private final Random random;

  RandomRecords(long seed) {
    this.random = new Random(seed);
  }

  /** A record that is good, or nearly so. */
  SourceRecord next() {
    Map<String, String> fields = new LinkedHashMap<>(EventSample.named(any(TYPES)).fields());
    GOOD.forEach(
        (field, values) -> {
          if (random.nextInt(fields.containsKey(field) ? 2 : 6) == 0) {
            fields.put(field, any(values));
          }
        });
    if (random.nextInt(3) == 0) {
      fields.put(any(List.copyOf(fields.keySet())), any(ANYTHING));
    }
    if (random.nextInt(20) == 0) {
      fields.put("colour", any(ANYTHING));
    }
    return record(written(fields).getBytes(UTF_8));
  }

  /** A record like these, of which some bytes were changed, lost, added or doubled. */
  SourceRecord nextSpoiled() {
    byte[] value = next().value();
    for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
      value = spoiled(value);
    }
    return record(value);
  }

  private byte[] spoiled(byte[] value) {
    int at = random.nextInt(value.length);
    int to = Math.min(value.length, at + 1 + random.nextInt(12));
    byte[] added =
        switch (random.nextInt(4)) {
          case 0 -> new byte[] {(byte) random.nextInt(256)};
          case 1 -> any(SCRAPS).getBytes(UTF_8);
          case 2 -> Arrays.copyOfRange(value, at, to);
          default -> new byte[0];
        };
    int behind = random.nextBoolean() ? at : at + 1;
    byte[] all = Arrays.copyOf(value, at + added.length + value.length - behind);
    System.arraycopy(added, 0, all, at, added.length);
    System.arraycopy(value, behind, all, at + added.length, value.length - behind);
    return all.length == 0 ? value : all;
  }

  private String written(Map<String, String> fields) {
    List<String> parts = new ArrayList<>();
    fields.forEach(
        (field, value) ->
            parts.add(space() + '"' + field + '"' + space() + ':' + space() + value + space()));
    Collections.shuffle(parts, random);
    if (random.nextInt(20) == 0) {
      parts.add(any(List.copyOf(parts)));
    }
    return space() + '{' + String.join(",", parts) + '}' + space();
  }

  private String space() {
    return any(SPACE);
  }

  private <T> T any(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private static SourceRecord record(byte[] value) {
    return new SourceRecord(
        "player-events", 3, 17, EventSample.LOGGED_AT, "ada".getBytes(UTF_8), value);
  }

  private static List<String> texts(String... texts) {
    return Arrays.stream(texts).map(text -> '"' + text + '"').toList();
  }
}
