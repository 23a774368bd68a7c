package dev.laurel.serving.web;

/** What a call answers when it succeeds; may be sent more than once. */
public final class Answer {
  private final Object data;
  private final String cacheControl;
  private final boolean stale;
  private volatile Body body;

  /**
   * An answer.
   *
   * @param data what stands under {@code data}
   * @param cacheControl how long others may keep it
   * @param stale whether what it rests on is away, so that it may be old
   */
  public Answer(Object data, String cacheControl, boolean stale) {
    this.data = data;
    this.cacheControl = cacheControl;
    this.stale = stale;
  }

  /** An answer of what is known now. */
  public static Answer fresh(Object data, String cacheControl) {
    return new Answer(data, cacheControl, false);
  }

  /** Whether what it rests on is away, so that it may be old. */
  public boolean stale() {
    return stale;
  }

  String cacheControl() {
    return cacheControl;
  }

  Body body() {
    Body known = body;
    if (known == null) {
      known = new Body(Envelope.success(data));
      body = known;
    }
    return known;
  }
}
