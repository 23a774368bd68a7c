package dev.laurel.serving.web;

import java.util.regex.Pattern;

/**
 * What a name of a game or a player looks like. Anything else names nothing, so nobody need be
 * asked about it.
 */
public final class Identifier {

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._:@-]{1,128}");

  private Identifier() {}

  /** Whether the text is 1 to 128 letters, digits and {@code ._:@-}. */
  public static boolean isOne(String text) {
    return FORM.matcher(text).matches();
  }
}
