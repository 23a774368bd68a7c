package dev.laurel.local.verify;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;

/** 64 bits that tell the values of a row from others. */
final class Digest {
  private static final ThreadLocal<MessageDigest> SHA_256 =
      ThreadLocal.withInitial(Identities::sha256);

  private Digest() {}

  static long of(List<String> values) {
    MessageDigest digest = SHA_256.get();
    for (String value : values) {
      byte[] text = value.getBytes(StandardCharsets.UTF_8);
      digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, text.length));
      digest.update(text);
    }
    return ByteBuffer.wrap(digest.digest()).getLong();
  }
}
