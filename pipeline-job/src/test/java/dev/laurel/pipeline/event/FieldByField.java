package dev.laurel.pipeline.event;

import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;

/** Events as Flink writes what does not write itself: as they lie in savepoints of old. */
final class FieldByField {
  private FieldByField() {}

  static TypeInformation<PlayerEvent> events() {
    Map<String, TypeInformation<?>> fields = new HashMap<>();
    for (RecordComponent field : PlayerEvent.class.getRecordComponents()) {
      fields.put(field.getName(), TypeInformation.of(field.getType()));
    }
    return Types.POJO(PlayerEvent.class, fields);
  }
}
