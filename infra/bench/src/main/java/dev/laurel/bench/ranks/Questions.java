package dev.laurel.bench.ranks;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntFunction;

/** What is asked about the board, each time about another player. */
record Questions(String board, Members members, SplittableRandom dice) {
  private static final String BY_REDIS = " by Redis";

  /** Greatest p99 that is allowed, in ms, by question. */
  static final Map<String, Double> BARS =
      Map.of(
          "rank", 5.0, "around ±10", 5.0, "page of 100 in the middle", 8.0, "rank in the tie", 5.0);

  Questions(String board, Members members) {
    this(board, members, new SplittableRandom(3));
  }

  /** The service's questions, in the order of their turns. */
  Map<String, IntFunction<URI>> own() {
    Map<String, IntFunction<URI>> own = new LinkedHashMap<>(all());
    own.keySet().removeIf(name -> name.endsWith(BY_REDIS));
    return own;
  }

  /** With the same to Redis behind each that it can answer. */
  Map<String, IntFunction<URI>> all() {
    String peer = PeerProcess.ADDRESS;
    Map<String, IntFunction<URI>> all = new LinkedHashMap<>();
    all.put("rank", i -> URI.create(board + "/players/" + any()));
    all.put("rank" + BY_REDIS, i -> URI.create(peer + "/rank/" + any()));
    all.put("around ±10", i -> URI.create(board + "/players/" + any() + "?around=10"));
    all.put("around ±10" + BY_REDIS, i -> URI.create(peer + "/around/" + any()));
    all.put(
        "page of 100 in the middle",
        i -> URI.create(board + "?limit=100&offset=" + members.players() / 2));
    all.put("rank in the tie", i -> URI.create(board + "/players/" + tied()));
    all.put("rank in the tie" + BY_REDIS, i -> URI.create(peer + "/rank/" + tied()));
    return all;
  }

  /** Any player. */
  String any() {
    return Members.id(members.any(dice.nextInt()));
  }

  /** Any player of the great tie. */
  String tied() {
    return Members.id(members.tied(dice.nextInt()));
  }
}
