package dev.laurel.serving;

import java.util.List;

/** Options with which the service cannot start, every fault in a line of its own. */
final class BadConfigurationException extends Exception {

  BadConfigurationException(List<String> faults) {
    super(String.join(System.lineSeparator(), faults));
  }
}
