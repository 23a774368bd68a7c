package dev.laurel.pipeline.rollup;

import dev.laurel.pipeline.bytes.CompactBytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** Figures of one subject, a number each: changed in place, kept and sent as bytes. */
@SuppressWarnings("EnumOrdinal") // where in an array; the bytes name each by its place, too
public final class Figures {
  private static final Figure[] ALL = Figure.values();

  private final long[] values = new long[ALL.length];

  Figures() {}

  /** What a figure is. */
  public long get(Figure figure) {
    return values[figure.ordinal()];
  }

  /** Adds to a figure. */
  public void add(Figure figure, long more) {
    values[figure.ordinal()] += more;
  }

  /** Adds all of those. */
  void add(Figures others) {
    for (int at = 0; at < values.length; at++) {
      values[at] += others.values[at];
    }
  }

  /**
   * Those that are not 0, each with its place before it. New figures come last, so that bytes of an
   * earlier version are read as they were written.
   */
  byte[] bytes() {
    DataOutputSerializer out = new DataOutputSerializer(32);
    try {
      for (int at = 0; at < values.length; at++) {
        if (values[at] != 0) {
          out.writeByte(at);
          CompactBytes.writeNumber(values[at], out);
        }
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException("writing to memory failed", impossible);
    }
    return out.getCopyOfBuffer();
  }

  static Figures of(byte[] bytes) {
    Figures figures = new Figures();
    DataInputDeserializer in = new DataInputDeserializer(bytes);
    try {
      while (in.available() > 0) {
        int at = in.readByte();
        figures.values[at] = CompactBytes.readNumber(in);
      }
    } catch (IOException | ArrayIndexOutOfBoundsException damaged) {
      throw new IllegalStateException(
          "figures of " + bytes.length + " bytes cannot be read: " + Arrays.toString(bytes),
          damaged);
    }
    return figures;
  }
}
