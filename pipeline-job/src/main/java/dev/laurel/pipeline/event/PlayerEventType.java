package dev.laurel.pipeline.event;

import java.lang.reflect.Type;
import java.util.Map;
import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInfoFactory;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;

/** Tells Flink, wherever it meets an event, that {@link PlayerEventSerializer} writes it. */
public final class PlayerEventType extends TypeInformation<PlayerEvent> {
  private static final long serialVersionUID = 1L;

  /** What the annotation of {@link PlayerEvent} names. */
  public static final class Factory extends TypeInfoFactory<PlayerEvent> {
    @Override
    public TypeInformation<PlayerEvent> createTypeInfo(
        Type event, Map<String, TypeInformation<?>> parameters) {
      return new PlayerEventType();
    }
  }

  @Override
  public TypeSerializer<PlayerEvent> createSerializer(SerializerConfig config) {
    return new PlayerEventSerializer();
  }

  @Override
  public Class<PlayerEvent> getTypeClass() {
    return PlayerEvent.class;
  }

  @Override
  public boolean isBasicType() {
    return false;
  }

  @Override
  public boolean isTupleType() {
    return false;
  }

  @Override
  public boolean isKeyType() {
    return false;
  }

  @Override
  public int getArity() {
    return 1;
  }

  @Override
  public int getTotalFields() {
    return 1;
  }

  @Override
  public boolean canEqual(Object other) {
    return other instanceof PlayerEventType;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PlayerEventType;
  }

  @Override
  public int hashCode() {
    return PlayerEventType.class.hashCode();
  }

  @Override
  public String toString() {
    return "PlayerEvent";
  }
}
