package dev.laurel.pipeline.suspicion;

import dev.laurel.pipeline.bytes.CompactBytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/**
 * How minutes are kept and sent as bytes, many in one array, the version of the form first. By
 * hand, because all that are open are written at every checkpoint while events wait, and nearly
 * every event of a log that is read again begins a minute: field by field this took longer than the
 * events.
 */
final class MinuteBytes {
  private static final int VERSION = 1;
  private static final int MINUTES_A_CHUNK = 4_096;

  private MinuteBytes() {}

  static List<byte[]> of(List<OpenMinute> minutes) {
    try {
      List<byte[]> chunks = new ArrayList<>();
      var out = new DataOutputSerializer(64 * MINUTES_A_CHUNK);
      for (int from = 0; from < minutes.size(); from += MINUTES_A_CHUNK) {
        int to = Math.min(minutes.size(), from + MINUTES_A_CHUNK);
        out.clear();
        out.writeByte(VERSION);
        CompactBytes.writeNumber(to - from, out);
        for (OpenMinute minute : minutes.subList(from, to)) {
          write(minute, out);
        }
        chunks.add(out.getCopyOfBuffer());
      }
      return chunks;
    } catch (IOException impossible) {
      throw new UncheckedIOException("writing to memory failed", impossible);
    }
  }

  static List<OpenMinute> read(byte[] chunk) {
    return reading(
        chunk,
        in -> {
          List<OpenMinute> minutes = new ArrayList<>();
          for (long left = CompactBytes.readNumber(in); left > 0; left--) {
            minutes.add(read(in));
          }
          return minutes;
        });
  }

  private interface Reading<T> {
    T from(DataInputDeserializer in) throws IOException;
  }

  private static <T> T reading(byte[] bytes, Reading<T> reading) {
    try {
      var in = new DataInputDeserializer(bytes);
      int version = in.readByte();
      if (version != VERSION) {
        throw new IllegalStateException(
            "state has form " + version + ", expected " + VERSION + ": it is of a later version");
      }
      return reading.from(in);
    } catch (IOException damaged) {
      throw new UncheckedIOException("state of " + bytes.length + " bytes cannot be read", damaged);
    }
  }

  /** Minutes of one game: the paces of remarkable players. */
  static byte[] ofGame(List<GameMinute> minutes) {
    try {
      var out = new DataOutputSerializer(16 * minutes.size());
      out.writeByte(VERSION);
      CompactBytes.writeNumber(minutes.size(), out);
      for (GameMinute minute : minutes) {
        CompactBytes.writeNumber(minute.startedAt(), out);
        CompactBytes.writeNumber(minute.ordinary(), out);
        CompactBytes.writeNumber(minute.remarkable().size(), out);
        for (PlayerMinute player : minute.remarkable()) {
          out.writeUTF(player.playerId());
          CompactBytes.writeNumber(player.points(), out);
          CompactBytes.writeNumber(player.unlocks(), out);
        }
      }
      return out.getCopyOfBuffer();
    } catch (IOException impossible) {
      throw new UncheckedIOException("writing to memory failed", impossible);
    }
  }

  /** The minutes of the game that these bytes are. */
  static List<GameMinute> game(String gameId, byte[] bytes) {
    return reading(
        bytes,
        in -> {
          List<GameMinute> minutes = new ArrayList<>();
          for (long left = CompactBytes.readNumber(in); left > 0; left--) {
            long startedAt = CompactBytes.readNumber(in);
            long ordinary = CompactBytes.readNumber(in);
            List<PlayerMinute> remarkable = new ArrayList<>();
            for (long players = CompactBytes.readNumber(in); players > 0; players--) {
              String playerId = in.readUTF();
              long points = CompactBytes.readNumber(in);
              long unlocks = CompactBytes.readNumber(in);
              remarkable.add(new PlayerMinute(playerId, gameId, startedAt, points, unlocks));
            }
            minutes.add(new GameMinute(gameId, startedAt, ordinary, remarkable));
          }
          return minutes;
        });
  }

  private static void write(OpenMinute minute, DataOutputSerializer out) throws IOException {
    out.writeUTF(minute.playerId());
    out.writeUTF(minute.gameId());
    CompactBytes.writeNumber(minute.startedAt(), out);
    CompactBytes.writeNumber(minute.points(), out);
    CompactBytes.writeNumber(minute.unlocks(), out);
    List<Burst> bursts = minute.bursts().toList();
    CompactBytes.writeNumber(bursts.size(), out);
    for (Burst burst : bursts) {
      CompactBytes.writeNumber(burst.startedAt() - minute.startedAt(), out);
      CompactBytes.writeNumber(burst.unlocks(), out);
    }
  }

  private static OpenMinute read(DataInputDeserializer in) throws IOException {
    var minute = new OpenMinute(in.readUTF(), in.readUTF(), CompactBytes.readNumber(in));
    minute.add(CompactBytes.readNumber(in));
    long unusedAsItIsTheSumOfBursts = CompactBytes.readNumber(in);
    for (long left = CompactBytes.readNumber(in); left > 0; left--) {
      minute.unlock((int) CompactBytes.readNumber(in), (int) CompactBytes.readNumber(in));
    }
    return minute;
  }
}
