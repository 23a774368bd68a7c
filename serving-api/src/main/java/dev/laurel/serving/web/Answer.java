package dev.laurel.serving.web;

/**
 * What a call answers when it succeeds.
 *
 * @param data what stands under {@code data}
 * @param cacheControl how long others may keep it
 * @param stale whether what it rests on is away, so that it may be old
 */
public record Answer(Object data, String cacheControl, boolean stale) {

  /** An answer of what is known now. */
  public static Answer fresh(Object data, String cacheControl) {
    return new Answer(data, cacheControl, false);
  }
}
