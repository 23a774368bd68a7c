package dev.laurel.local.verify;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Exactly one JSON object in valid UTF-8, without duplicate keys and with nothing behind it; null
 * is absent.
 */
final class StrictJson {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.CHARSET_DETECTION)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNumberLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .build())
          .build();

  /** What a value is; OTHER is an array. */
  enum Sort {
    TEXT,
    NUMBER,
    FLAG,
    OBJECT,
    OTHER
  }

  /**
   * The value of a field.
   *
   * @param text what a text says; anything else as it was sent
   * @param bytes how long that was as sent
   * @param storable whether a table can hold it: no U+0000 and no half of a surrogate pair anywhere
   */
  record Value(Sort sort, String text, int bytes, boolean storable) {}

  private StrictJson() {}

  /** The fields of the object; empty if the bytes are anything else. */
  static Optional<Map<String, Value>> read(byte[] bytes) {
    try (JsonParser parser = JSON.createParser(bytes)) {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      Map<String, Value> fields = new HashMap<>();
      for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
        if (parser.nextToken() != JsonToken.VALUE_NULL) {
          fields.put(name, value(parser, bytes));
        }
      }
      return parser.nextToken() == null ? Optional.of(fields) : Optional.empty();
    } catch (IOException malformed) {
      return Optional.empty();
    }
  }

  private static Value value(JsonParser parser, byte[] bytes) throws IOException {
    JsonToken token = parser.currentToken();
    return switch (token) {
      case VALUE_STRING -> leaf(Sort.TEXT, parser.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> leaf(Sort.NUMBER, parser.getText());
      case VALUE_TRUE, VALUE_FALSE -> leaf(Sort.FLAG, parser.getText());
      case START_OBJECT -> tree(Sort.OBJECT, parser, bytes);
      case START_ARRAY -> tree(Sort.OTHER, parser, bytes);
      default -> throw new EOFException("the object ends early");
    };
  }

  private static Value leaf(Sort sort, String text) {
    return new Value(sort, text, text.length(), isStorable(text));
  }

  private static Value tree(Sort sort, JsonParser parser, byte[] bytes) throws IOException {
    int from = Math.toIntExact(parser.currentTokenLocation().getByteOffset());
    boolean storable = true;
    int depth = 1;
    while (depth > 0) {
      JsonToken token = parser.nextToken();
      if (token == null) {
        throw new EOFException("the object ends early");
      }
      depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
      boolean spells = token == JsonToken.FIELD_NAME || token == JsonToken.VALUE_STRING;
      storable &= !spells || isStorable(parser.getText());
    }
    int length = Math.toIntExact(parser.currentLocation().getByteOffset()) - from;
    String sent = new String(bytes, from, length, StandardCharsets.UTF_8);
    return new Value(sort, sent, length, storable);
  }

  private static boolean isStorable(String text) {
    return text.codePoints()
        .allMatch(point -> point != 0 && Character.getType(point) != Character.SURROGATE);
  }
}
