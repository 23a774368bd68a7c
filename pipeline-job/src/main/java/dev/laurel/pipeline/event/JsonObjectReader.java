package dev.laurel.pipeline.event;

import static dev.laurel.pipeline.event.UnreadableRecordException.malformed;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads a record's bytes as exactly one JSON object: valid UTF-8, no key twice at any depth,
 * nothing behind it. Jackson does the reading; what it is lenient with (UTF-8 that is none, other
 * encodings by guess) is refused here; what it is strict with beyond that (long numbers and names,
 * names whose hashes collide with those of other records) is let pass. Nesting deeper than 1,000 is
 * refused.
 */
public final class JsonObjectReader {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.CHARSET_DETECTION)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNumberLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private JsonObjectReader() {}

  /**
   * The fields of the object; those that are null are left out.
   *
   * @throws UnreadableRecordException MALFORMED, if the bytes are anything else
   */
  public static JsonFields read(byte[] bytes) throws UnreadableRecordException {
    requireUtf8(bytes);
    try (JsonParser parser = JSON.createParser(bytes)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw malformed("it does not begin with {");
      }
      Map<String, JsonValue> values = fields(parser, bytes);
      if (parser.nextToken() != null) {
        throw malformed("something follows the object");
      }
      return new JsonFields(values);
    } catch (JsonProcessingException notJson) {
      throw malformed(notJson.getOriginalMessage());
    } catch (IOException impossible) {
      throw new UncheckedIOException(
          "reading " + bytes.length + " bytes from memory failed", impossible);
    }
  }

  private static Map<String, JsonValue> fields(JsonParser parser, byte[] bytes) throws IOException {
    Map<String, JsonValue> values = new HashMap<>(32);
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      JsonToken token = parser.nextToken();
      if (token != JsonToken.VALUE_NULL) {
        values.put(name, value(parser, token, bytes));
      }
    }
    return values;
  }

  private static JsonValue value(JsonParser parser, JsonToken token, byte[] bytes)
      throws IOException {
    return switch (token) {
      case VALUE_STRING -> text(parser.getText());
      case VALUE_NUMBER_INT -> plain(JsonValue.Kind.WHOLE_NUMBER, parser.getText());
      case VALUE_NUMBER_FLOAT -> plain(JsonValue.Kind.FRACTION, parser.getText());
      case VALUE_TRUE, VALUE_FALSE -> plain(JsonValue.Kind.FLAG, parser.getText());
      case START_OBJECT -> nested(JsonValue.Kind.OBJECT, parser, bytes);
      case START_ARRAY -> nested(JsonValue.Kind.ARRAY, parser, bytes);
      default ->
          throw new IllegalStateException("JSON token " + token + " where a value was expected");
    };
  }

  private static JsonValue text(String text) {
    return new JsonValue(JsonValue.Kind.TEXT, text, text.length(), isStorable(text));
  }

  private static JsonValue plain(JsonValue.Kind kind, String text) {
    return new JsonValue(kind, text, text.length(), true);
  }

  private static JsonValue nested(JsonValue.Kind kind, JsonParser parser, byte[] bytes)
      throws IOException {
    int from = (int) parser.currentTokenLocation().getByteOffset();
    boolean storable = true;
    for (int depth = 1; depth > 0; ) {
      JsonToken token = parser.nextToken();
      if (token == null) {
        throw new JsonParseException(parser, "the object ends early");
      }
      depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
      if (token == JsonToken.VALUE_STRING || token == JsonToken.FIELD_NAME) {
        storable &= isStorable(parser.getText());
      }
    }
    int size = (int) parser.currentLocation().getByteOffset() - from;
    return new JsonValue(
        kind, new String(bytes, from, size, StandardCharsets.UTF_8), size, storable);
  }

  private static boolean isStorable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0 || Character.isLowSurrogate(c)) {
        return false;
      }
      if (Character.isHighSurrogate(c)) {
        i++;
        if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
          return false;
        }
      }
    }
    return true;
  }

  private static void requireUtf8(byte[] bytes) throws UnreadableRecordException {
    for (byte b : bytes) {
      if (b < 0) {
        requireStrictUtf8(bytes);
        return;
      }
    }
  }

  private static void requireStrictUtf8(byte[] bytes) throws UnreadableRecordException {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
    } catch (CharacterCodingException notUtf8) {
      throw malformed("it is not valid UTF-8");
    }
  }
}
