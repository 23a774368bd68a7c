package dev.laurel.pipeline.event;

import dev.laurel.pipeline.bytes.SharedTexts;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * A value's bytes, gathered to be written as one block, or read as one to be taken apart: a view of
 * a network buffer is entered once a value and not once a field.
 *
 * <p>A block that ends early lacks the rest: what is taken behind its end is 0 or null. So a field
 * that is put behind all others needs nothing more to be read from older blocks.
 */
final class ByteBlock {
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final int LONGEST_NUMBER = Long.BYTES;

  private static final int KNOWN_TEXTS = 1 << 13;

  private final SharedTexts known = new SharedTexts(KNOWN_TEXTS);
  private byte[] bytes = new byte[1024];
  private int at;
  private int end;

  /** Begins an empty block. */
  void clear() {
    at = 0;
  }

  /** Writes what was put. */
  void write(DataOutputView out) throws IOException {
    out.writeInt(at);
    out.write(bytes, 0, at);
  }

  /** Reads a block, to be taken apart. */
  void read(DataInputView in) throws IOException {
    end = in.readInt();
    at = 0;
    reserve(end);
    in.readFully(bytes, 0, end);
  }

  /** Hands a block on as it is. */
  static void copy(DataInputView in, DataOutputView out) throws IOException {
    int length = in.readInt();
    out.writeInt(length);
    out.write(in, length);
  }

  void putByte(int value) {
    reserve(1);
    bytes[at++] = (byte) value;
  }

  int takeByte() {
    return at == end ? 0 : bytes[at++];
  }

  void putInt(int value) {
    reserve(Integer.BYTES);
    INTS.set(bytes, at, value);
    at += Integer.BYTES;
  }

  int takeInt() {
    if (at == end) {
      return 0;
    }
    at += Integer.BYTES;
    return (int) INTS.get(bytes, at - Integer.BYTES);
  }

  void putLong(long value) {
    reserve(Long.BYTES);
    LONGS.set(bytes, at, value);
    at += Long.BYTES;
  }

  long takeLong() {
    if (at == end) {
      return 0;
    }
    at += Long.BYTES;
    return (long) LONGS.get(bytes, at - Long.BYTES);
  }

  /** Puts a text, or null, in UTF-8. */
  void putText(String text) {
    putBytes(text == null ? null : text.getBytes(StandardCharsets.UTF_8));
  }

  String takeText() {
    int length = takeLength();
    if (length < 0) {
      return null;
    }
    at += length;
    return new String(bytes, at - length, length, StandardCharsets.UTF_8);
  }

  /** Takes a text of which there are few and often the same. */
  String takeKnownText() {
    int length = takeLength();
    if (length < 0) {
      return null;
    }
    at += length;
    return known.of(bytes, at - length, length);
  }

  /** Puts bytes, or null. */
  void putBytes(byte[] value) {
    if (value == null) {
      putByte(0);
      return;
    }
    reserve(LONGEST_NUMBER + value.length);
    putLength(value.length);
    System.arraycopy(value, 0, bytes, at, value.length);
    at += value.length;
  }

  byte[] takeBytes() {
    int length = takeLength();
    if (length < 0) {
      return null;
    }
    at += length;
    return Arrays.copyOfRange(bytes, at - length, at);
  }

  /** One more than the length, 7 bits a byte, the lowest first; 0 stands for null. */
  private void putLength(int length) {
    int rest = length + 1;
    while (rest > 0x7f) {
      bytes[at++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[at++] = (byte) rest;
  }

  private int takeLength() {
    int read = takeByte();
    int length = read & 0x7f;
    for (int shift = 7; read < 0; shift += 7) {
      read = takeByte();
      length |= (read & 0x7f) << shift;
    }
    return length - 1;
  }

  private void reserve(int more) {
    if (at + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, at + more));
    }
  }
}
