package dev.laurel.serving.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Map;

/**
 * The form of every JSON answer: {@code {success, data}} or {@code {success, error}}; times in RFC
 * 3339, UTC.
 */
public final class Envelope {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  private Envelope() {}

  private record Success(boolean success, Object data) {}

  private record Failure(boolean success, Reason error) {}

  /** Why a call was refused, as clients read it. */
  public record Reason(String code, String message, Map<String, Object> details) {}

  /** The answer to a call that succeeded. */
  public static byte[] success(Object data) {
    return bytes(new Success(true, data));
  }

  /** The answer to a call that was refused. */
  public static byte[] failure(ErrorCode code, String message, Map<String, Object> details) {
    return bytes(new Failure(false, new Reason(code.name(), message, details)));
  }

  /** Any record as JSON, in the same form as inside an answer. */
  public static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "An answer of " + value.getClass() + " cannot be written as JSON", e);
    }
  }

  private static byte[] bytes(Object value) {
    try {
      return JSON.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "An answer of " + value.getClass() + " cannot be written as JSON", e);
    }
  }
}
