package dev.laurel.serving.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;

/**
 * What an answer says, in both forms in which it is sent. What is made of it is made once, however
 * often it is sent.
 */
final class Body {
  private static final int WORTH_ZIPPING = 1_024;

  private final byte[] plain;
  private volatile byte[] zipped;
  private volatile String tag;

  /** Of bytes that nobody changes. */
  Body(byte[] plain) {
    this.plain = plain;
  }

  /** As it is. */
  byte[] plain() {
    return plain;
  }

  boolean isWorthZipping() {
    return plain.length >= WORTH_ZIPPING;
  }

  /** In the form of gzip. */
  byte[] zipped() {
    byte[] known = zipped;
    if (known == null) {
      known = gzip(plain);
      zipped = known;
    }
    return known;
  }

  /** The entity tag of both forms, a weak one. */
  String tag() {
    String known = tag;
    if (known == null) {
      known = tagOf(plain);
      tag = known;
    }
    return known;
  }

  private static byte[] gzip(byte[] body) {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream(body.length / 2);
    try (GZIPOutputStream zip = new GZIPOutputStream(zipped)) {
      zip.write(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return zipped.toByteArray();
  }

  private static String tagOf(byte[] body) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
      return "W/\"%s\""
          .formatted(
              Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, 12)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
