package dev.laurel.pipeline;

import java.util.List;

/** Options that the job cannot start with: every fault, a readable line each. */
final class InvalidOptionsException extends Exception {
  private static final long serialVersionUID = 1L;

  InvalidOptionsException(List<String> faults) {
    super(String.join("\n", faults));
  }
}
