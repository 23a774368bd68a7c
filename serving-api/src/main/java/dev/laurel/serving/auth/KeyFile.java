package dev.laurel.serving.auth;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.text.ParseException;
import java.util.List;

/** A key set in a file, read again whenever the file's time, size or identity is another. */
final class KeyFile implements JWKSource<SecurityContext> {

  private final Path file;
  private volatile Held held = new Held(List.of(), new JWKSet());

  KeyFile(Path file) {
    this.file = file;
  }

  private record Held(List<Object> stamp, JWKSet keys) {}

  @Override
  public List<JWK> get(JWKSelector selector, SecurityContext context) throws KeySourceException {
    try {
      return selector.select(current().keys());
    } catch (IOException | ParseException e) {
      throw new KeySourceException("The key set " + file + " cannot be read: " + e.getMessage(), e);
    }
  }

  private Held current() throws IOException, ParseException {
    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
    FileTime time = attributes.lastModifiedTime();
    List<Object> stamp = List.of(time, attributes.size(), String.valueOf(attributes.fileKey()));
    Held known = held;
    if (!known.stamp().equals(stamp)) {
      known = new Held(stamp, JWKSet.parse(Files.readString(file)));
      held = known;
    }
    return known;
  }
}
