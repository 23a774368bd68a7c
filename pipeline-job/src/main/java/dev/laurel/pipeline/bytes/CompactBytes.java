package dev.laurel.pipeline.bytes;

import java.io.IOException;
import java.time.Instant;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** Numbers in as few bytes as they need, seven bits a byte, and texts that may be absent. */
public final class CompactBytes {
  private CompactBytes() {}

  /** Writes a number, in one to ten bytes: the nearer to 0 the fewer. */
  public static void writeNumber(long number, DataOutputSerializer out) throws IOException {
    long rest = (number << 1) ^ (number >> 63);
    while ((rest & ~0x7FL) != 0) {
      out.writeByte((int) (rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    out.writeByte((int) rest);
  }

  /** Reads a number. */
  public static long readNumber(DataInputDeserializer in) throws IOException {
    long rest = 0;
    int shift = 0;
    byte next;
    do {
      next = in.readByte();
      rest |= (next & 0x7FL) << shift;
      shift += 7;
    } while (next < 0);
    return (rest >>> 1) ^ -(rest & 1);
  }

  /** Writes a text, or that there is none: null. */
  public static void writeText(String text, DataOutputSerializer out) throws IOException {
    out.writeBoolean(text != null);
    if (text != null) {
      out.writeUTF(text);
    }
  }

  /** Reads a text; null if there is none. */
  public static String readText(DataInputDeserializer in) throws IOException {
    return in.readBoolean() ? in.readUTF() : null;
  }

  /** Writes a number, or in one byte that it is the one that stands for none. */
  public static void writeUnless(long none, long number, DataOutputSerializer out)
      throws IOException {
    out.writeBoolean(number != none);
    if (number != none) {
      writeNumber(number, out);
    }
  }

  /** Reads a number; the one that stands for none if there is none. */
  public static long readUnless(long none, DataInputDeserializer in) throws IOException {
    return in.readBoolean() ? readNumber(in) : none;
  }

  /** Writes a time, to the millisecond, or that there is none: null. */
  public static void writeTime(Instant time, DataOutputSerializer out) throws IOException {
    out.writeBoolean(time != null);
    if (time != null) {
      writeNumber(time.toEpochMilli(), out);
    }
  }

  /** Reads a time; null if there is none. */
  public static Instant readTime(DataInputDeserializer in) throws IOException {
    return in.readBoolean() ? Instant.ofEpochMilli(readNumber(in)) : null;
  }
}
