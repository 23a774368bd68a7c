package dev.laurel.pipeline;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * The options of a process: what there is, and reading them from a file, the environment and
 * arguments, in rising order.
 */
final class Options {
  private final String environmentPrefix;
  private final List<String> passedThrough;
  private final Map<String, Option> byName = new LinkedHashMap<>();

  Options(String environmentPrefix, String... passedThrough) {
    this.environmentPrefix = environmentPrefix;
    this.passedThrough = List.of(passedThrough);
  }

  Options text(String name, String unlessGiven, String description) {
    return with(Option.text(name, unlessGiven, description));
  }

  Options secret(String name, String description) {
    return with(Option.secret(name, description));
  }

  Options number(String name, int unlessGiven, int least, int greatest, String description) {
    return with(Option.number(name, unlessGiven, least, greatest, description));
  }

  Options list(String name, String unlessGiven, String description, Pattern item) {
    return with(Option.list(name, unlessGiven, description, item));
  }

  Options duration(String name, String unlessGiven, String description) {
    return with(Option.duration(name, unlessGiven, description));
  }

  Options duration(
      String name, String unlessGiven, Duration least, Duration greatest, String description) {
    return with(Option.duration(name, unlessGiven, least, greatest, description));
  }

  Options onOrOff(String name, String unlessGiven, String description) {
    return with(Option.onOrOff(name, unlessGiven, description));
  }

  /** With further ones. */
  Options and(UnaryOperator<Options> more) {
    return more.apply(this);
  }

  /** The options that were given, checked, and the defaults of the others. */
  Values read(String[] arguments, Map<String, String> environment) throws InvalidOptionsException {
    List<String> faults = new ArrayList<>();
    Map<String, String> fromArguments = arguments(arguments, faults);
    Map<String, String> given = new TreeMap<>();
    if (fromArguments.containsKey("config")) {
      given.putAll(file(Path.of(fromArguments.remove("config")), faults));
    }
    given.putAll(environment(environment));
    given.putAll(fromArguments);
    given.forEach((name, value) -> check(name, value, faults));
    if (!faults.isEmpty()) {
      throw new InvalidOptionsException(faults);
    }
    byName.values().forEach(option -> given.putIfAbsent(option.name(), option.unlessGiven()));
    return new Values(given);
  }

  /** All options, for people. */
  String help() {
    StringBuilder help = new StringBuilder();
    for (Option option : byName.values()) {
      String value = option.unlessGiven().isEmpty() ? "none" : option.unlessGiven();
      help.append("  --%-20s %s (%s)%n".formatted(option.name(), option.description(), value));
    }
    for (String prefix : passedThrough) {
      help.append("  --%-20s passed on as it is, without the prefix%n".formatted(prefix + "*"));
    }
    help.append(
        "  --%-20s properties file with any of these, one a line%n".formatted("config FILE"));
    return help.toString();
  }

  /** The environment variable of an option. */
  String variable(String name) {
    return environmentPrefix + name.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  private Options with(Option option) {
    byName.put(option.name(), option);
    return this;
  }

  private void check(String name, String value, List<String> faults) {
    if (byName.containsKey(name)) {
      byName.get(name).fault(value).ifPresent(faults::add);
    } else if (passedThrough.stream().noneMatch(name::startsWith)) {
      faults.add("--" + name + " is not an option: --help lists them all");
    }
  }

  private static Map<String, String> arguments(String[] arguments, List<String> faults) {
    Map<String, String> given = new LinkedHashMap<>();
    for (int i = 0; i < arguments.length; i++) {
      String argument = arguments[i];
      int equals = argument.indexOf('=');
      if (!argument.startsWith("--")) {
        faults.add("'" + argument + "' stands alone, expected --option value");
      } else if (equals > 0) {
        given.put(argument.substring(2, equals), argument.substring(equals + 1));
      } else if (i + 1 == arguments.length) {
        faults.add(argument + " has no value");
      } else {
        given.put(argument.substring(2), arguments[++i]);
      }
    }
    return given;
  }

  private Map<String, String> environment(Map<String, String> environment) {
    Map<String, String> given = new LinkedHashMap<>();
    for (String name : byName.keySet()) {
      String value = environment.get(variable(name));
      if (value != null) {
        given.put(name, value);
      }
    }
    return given;
  }

  private static Map<String, String> file(Path path, List<String> faults) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(path)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException unreadable) {
      faults.add(
          "--config is '"
              + path
              + "', expected a properties file that can be read: "
              + unreadable.getMessage());
    }
    Map<String, String> given = new LinkedHashMap<>();
    properties.forEach((name, value) -> given.put(name.toString(), value.toString()));
    return given;
  }

  /** Checked values. */
  record Values(Map<String, String> byName) {

    String text(String name) {
      return byName.get(name);
    }

    int number(String name) {
      return Integer.parseInt(byName.get(name));
    }

    Set<String> list(String name) {
      return Option.items(text(name));
    }

    Duration duration(String name) {
      return Duration.parse(byName.get(name));
    }

    boolean isOn(String name) {
      return byName.get(name).equals("on");
    }

    Map<String, String> withPrefix(String prefix) {
      Map<String, String> found = new TreeMap<>();
      byName.forEach(
          (name, value) -> {
            if (name.startsWith(prefix)) {
              found.put(name.substring(prefix.length()), value);
            }
          });
      return found;
    }
  }
}
