package dev.laurel.local.verify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A log that is written line by line, and what is reckoned from it. */
final class Script {
  static final Freshness NOTHING_CLOSED =
      new Freshness(java.util.Optional.empty(), java.util.Optional.empty(), java.util.Map.of(), 0);
  private static final String BEGINNING = "2020-01-01T00:00:00Z";

  final Reckoning reckoning = new Reckoning();
  private final List<ConsumerRecord<byte[], byte[]>> events = new ArrayList<>();
  private final List<String> definitions = new ArrayList<>();

  /** With games chess and tag, and something of every kind to do in them. */
  static Script begin() {
    Script script = new Script();
    Stream.of(
            "{'kind':'game','gameId':'chess','name':'Chess'}",
            "{'kind':'game','gameId':'tag','name':'Tag'}",
            "{'kind':'achievement','gameId':'chess','achievementId':'win','name':'W','points':100}",
            "{'kind':'achievement','gameId':'chess','achievementId':'play','name':'P','points':0}",
            "{'kind':'achievement','gameId':'chess','achievementId':'check','name':'C','points':1,"
                + "'repeatable':true}",
            "{'kind':'action','actionType':'LEVEL','points':150}",
            "{'kind':'action','actionType':'NOTHING','points':0}",
            "{'kind':'action','actionType':'BONUS','points':50,'maxPerDay':1}",
            "{'kind':'action','actionType':'RACE','minPoints':-500,'maxPoints':500}")
        .forEach(definition -> script.define(definition, BEGINNING));
    return script.catalogReadUpTo("2100-01-01T00:00:00Z");
  }

  Script define(String definition, String publishedAt) {
    reckoning.publish(
        Line.stored(
            "catalog",
            "any",
            definition.replace('\'', '"'),
            Instant.parse(publishedAt).toEpochMilli(),
            definitions.size()));
    definitions.add(definition.replace('\'', '"'));
    return this;
  }

  /** What was published under that key of catalog_history. */
  String definition(Key key) {
    return definitions.get(Integer.parseInt(key.toString()));
  }

  Script catalogReadUpTo(String time) {
    reckoning.catalogReadUpTo(Instant.parse(time).toEpochMilli());
    return this;
  }

  Fate send(Line line) {
    return send(line.stored(events.size()));
  }

  Fate send(ConsumerRecord<byte[], byte[]> stored) {
    events.add(stored);
    return reckoning.take(stored);
  }

  /** Sends lines that all count. */
  Script accepted(Line... lines) {
    for (Line each : lines) {
      Fate fate = send(each);
      if (fate != Fate.ACCEPTED) {
        throw new IllegalStateException(each.json() + " is " + fate);
      }
    }
    return this;
  }

  Expected expected(int topSize) {
    return expected(allBoards(topSize));
  }

  Expected expected(ShownBoards shown) {
    return new Expected(reckoning, shown, this::values);
  }

  private List<String> values(PlayerBook.Scored event) {
    var stored = events.get(Math.toIntExact(event.offset()));
    return ScoreEvents.values(Happening.read(stored).orElseThrow(), event.points());
  }

  /** The rows of a table, as {@code key: values} with spaces between. */
  List<String> rows(Table table) {
    return rows(table, NOTHING_CLOSED, 100);
  }

  List<String> rows(Table table, Freshness tables, int topSize) {
    return expected(topSize).rows(table, tables, Set.of()).map(Script::spell).toList();
  }

  private static String spell(Row row) {
    String values = String.join(" ", row.values().all()).replace(Row.NULL, "-");
    return row.key() + ": " + values + (row.isRequired() ? "" : " (perhaps)");
  }

  /** All that there are unless the job is told otherwise. */
  private static ShownBoards allBoards(int topSize) {
    return new ShownBoards(
        topSize,
        Set.of("global", "game"),
        Set.of("everyone", "each"),
        Set.of("all-time", "daily", "weekly", "monthly"));
  }
}
