package dev.laurel.pipeline.suspicion;

import dev.laurel.pipeline.bytes.CompactBytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/**
 * How the minutes of players are kept as bytes, many in one array, the version of the form first.
 * By hand, because all that are open are written at every checkpoint while events wait: field by
 * field this took longer than the events.
 */
final class MinuteBytes {
  private static final int VERSION = 1;
  private static final int MINUTES_A_CHUNK = 4_096;

  private MinuteBytes() {}

  static List<byte[]> of(List<PlayerMinute> minutes) {
    try {
      List<byte[]> chunks = new ArrayList<>();
      var out = new DataOutputSerializer(64 * MINUTES_A_CHUNK);
      for (int from = 0; from < minutes.size(); from += MINUTES_A_CHUNK) {
        int to = Math.min(minutes.size(), from + MINUTES_A_CHUNK);
        out.clear();
        out.writeByte(VERSION);
        CompactBytes.writeNumber(to - from, out);
        for (PlayerMinute minute : minutes.subList(from, to)) {
          write(minute, out);
        }
        chunks.add(out.getCopyOfBuffer());
      }
      return chunks;
    } catch (IOException impossible) {
      throw new UncheckedIOException("writing to memory failed", impossible);
    }
  }

  static void read(byte[] chunk, Consumer<PlayerMinute> into) {
    try {
      var in = new DataInputDeserializer(chunk);
      int version = in.readByte();
      if (version != VERSION) {
        throw new IllegalStateException(
            "state has form " + version + ", expected " + VERSION + ": it is of a later version");
      }
      for (long left = CompactBytes.readNumber(in); left > 0; left--) {
        into.accept(read(in));
      }
    } catch (IOException damaged) {
      throw new UncheckedIOException("state of " + chunk.length + " bytes cannot be read", damaged);
    }
  }

  private static void write(PlayerMinute minute, DataOutputSerializer out) throws IOException {
    out.writeUTF(minute.playerId());
    out.writeUTF(minute.gameId());
    CompactBytes.writeNumber(minute.startedAt(), out);
    CompactBytes.writeNumber(minute.pace().points(), out);
    CompactBytes.writeNumber(minute.pace().unlocks(), out);
    CompactBytes.writeNumber(minute.bursts().size(), out);
    for (Burst burst : minute.bursts()) {
      CompactBytes.writeNumber(burst.startedAt() - minute.startedAt(), out);
      CompactBytes.writeNumber(burst.unlocks(), out);
    }
  }

  private static PlayerMinute read(DataInputDeserializer in) throws IOException {
    String playerId = in.readUTF();
    String gameId = in.readUTF();
    long startedAt = CompactBytes.readNumber(in);
    Pace pace = new Pace(CompactBytes.readNumber(in), CompactBytes.readNumber(in));
    List<Burst> bursts = new ArrayList<>();
    for (long left = CompactBytes.readNumber(in); left > 0; left--) {
      bursts.add(
          new Burst(startedAt + CompactBytes.readNumber(in), (int) CompactBytes.readNumber(in)));
    }
    return new PlayerMinute(playerId, gameId, startedAt, pace, bursts);
  }
}
