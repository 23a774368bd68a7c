package dev.laurel.serving;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/**
 * Gathers options as texts from file, environment and arguments, and every fault in how they are
 * given.
 */
final class GivenOptions {

  private static final String ENVIRONMENT = "LAUREL_SERVING_";

  private final Map<String, String> values = new LinkedHashMap<>();
  private final List<String> faults = new ArrayList<>();
  private boolean help;

  private GivenOptions() {}

  /** All that is given, in rising precedence: file, environment, arguments. */
  static GivenOptions gather(List<String> arguments, Map<String, String> environment) {
    GivenOptions given = new GivenOptions();
    Map<String, String> fromArguments = given.arguments(arguments);
    if (fromArguments.containsKey("config")) {
      given.file(fromArguments.remove("config"));
    }
    environment.forEach(given::environment);
    fromArguments.forEach(given::put);
    return given;
  }

  boolean wantsHelp() {
    return help;
  }

  /** Faults so far; whoever finds more adds them. */
  List<String> faults() {
    return faults;
  }

  String value(ServingOption option) {
    return values.getOrDefault(option.option(), option.defaultValue());
  }

  /** What is passed through under a prefix such as {@code kafka.}, without it. */
  Properties passedThrough(String prefix) {
    Properties properties = new Properties();
    values.forEach(
        (name, value) -> {
          if (name.startsWith(prefix)) {
            properties.setProperty(name.substring(prefix.length()), value);
          }
        });
    return properties;
  }

  private Map<String, String> arguments(List<String> arguments) {
    Map<String, String> found = new LinkedHashMap<>();
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (argument.equals("--help")) {
        help = true;
      } else if (!argument.startsWith("--")) {
        faults.add("argument is '%s', expected --option value".formatted(argument));
      } else if (argument.contains("=")) {
        int equals = argument.indexOf('=');
        once(found, argument.substring(2, equals), argument.substring(equals + 1));
      } else if (i + 1 < arguments.size()) {
        i++;
        once(found, argument.substring(2), arguments.get(i));
      } else {
        faults.add("%s has no value, expected %s value".formatted(argument, argument));
      }
    }
    return found;
  }

  private void once(Map<String, String> found, String name, String value) {
    if (found.put(name, value) != null) {
      faults.add("--%s is given twice, expected once".formatted(name));
    }
  }

  private void file(String name) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(Path.of(name), StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      faults.add("config is '%s', expected a readable properties file".formatted(name));
    }
    properties.stringPropertyNames().stream()
        .sorted()
        .forEach(key -> put(key, properties.getProperty(key)));
  }

  /** In the environment a name has underscores only: those of a Kafka property stand for dots. */
  private void environment(String variable, String value) {
    if (!variable.startsWith(ENVIRONMENT)) {
      return;
    }
    String name = variable.substring(ENVIRONMENT.length()).toLowerCase(Locale.ROOT);
    if (name.startsWith("kafka_")) {
      put(name.replace('_', '.'), value);
    } else if (name.startsWith("postgres_")) {
      put(name.replaceFirst("_", "."), value);
    } else {
      put(name.replace('_', '-'), value);
    }
  }

  private void put(String name, String value) {
    boolean passedThrough = name.matches("(kafka|postgres)\\..+");
    if (passedThrough || ServingOption.named(name).isPresent()) {
      values.put(name, value.strip());
    } else {
      faults.add("--%s is not an option; --help lists them all".formatted(name));
    }
  }
}
