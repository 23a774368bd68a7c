package dev.laurel.local.verify;

import dev.laurel.local.verify.StrictJson.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Which fields an object has to have and which it may have; it may have any others besides. */
final class Shape {
  private record Field(Form form, boolean required) {}

  private final Map<String, Field> fields;

  private Shape(Map<String, Field> fields) {
    this.fields = fields;
  }

  static Shape empty() {
    return new Shape(Map.of());
  }

  Shape must(String name, Form form) {
    return with(name, new Field(form, true));
  }

  Shape may(String name, Form form) {
    return with(name, new Field(form, false));
  }

  private Shape with(String name, Field field) {
    Map<String, Field> more = new LinkedHashMap<>(fields);
    more.put(name, field);
    return new Shape(more);
  }

  /** The fields, each in its one spelling; empty if one is missing or has another form. */
  Optional<Map<String, String>> read(Map<String, Value> object) {
    Map<String, String> read = new LinkedHashMap<>();
    for (var field : fields.entrySet()) {
      Optional<Value> value = Optional.ofNullable(object.get(field.getKey()));
      Optional<String> spelled = value.flatMap(field.getValue().form()::spell);
      if (spelled.isEmpty() && (value.isPresent() || field.getValue().required())) {
        return Optional.empty();
      }
      spelled.ifPresent(text -> read.put(field.getKey(), text));
    }
    return Optional.of(read);
  }
}
