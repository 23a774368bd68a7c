package dev.laurel.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.pipeline.board.Board;
import dev.laurel.pipeline.board.BoardTop;
import dev.laurel.pipeline.board.FinalTop;
import dev.laurel.pipeline.board.KeyGroups;
import dev.laurel.pipeline.board.RankChange;
import dev.laurel.pipeline.board.Share;
import dev.laurel.pipeline.board.Standing;
import dev.laurel.pipeline.catalog.CatalogUpdate;
import dev.laurel.pipeline.catalog.Definition;
import dev.laurel.pipeline.catalog.DefinitionHistory;
import dev.laurel.pipeline.event.Arrival;
import dev.laurel.pipeline.event.DeadLetter;
import dev.laurel.pipeline.event.PlayerEvent;
import dev.laurel.pipeline.event.PlayerEventType;
import dev.laurel.pipeline.event.ReadNote;
import dev.laurel.pipeline.event.SourceRecord;
import dev.laurel.pipeline.ledger.GameScore;
import dev.laurel.pipeline.ledger.PlayerAchievement;
import dev.laurel.pipeline.ledger.PlayerPeriod;
import dev.laurel.pipeline.ledger.PlayerTotals;
import dev.laurel.pipeline.ledger.RegionOfDay;
import dev.laurel.pipeline.ledger.ScoredEvent;
import dev.laurel.pipeline.ledger.TaskNote;
import dev.laurel.pipeline.rollup.DayFigures;
import dev.laurel.pipeline.rollup.PeriodFigures;
import dev.laurel.pipeline.rollup.Subject;
import dev.laurel.pipeline.suspicion.AddressSpan;
import dev.laurel.pipeline.suspicion.Flag;
import dev.laurel.pipeline.suspicion.GameMinutes;
import dev.laurel.pipeline.suspicion.Pace;
import dev.laurel.pipeline.suspicion.Sighting;
import dev.laurel.pipeline.suspicion.Usual;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.typeutils.GenericTypeInfo;
import org.apache.flink.api.java.typeutils.ListTypeInfo;
import org.apache.flink.api.java.typeutils.PojoTypeInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is kept as state or sent between tasks writes itself or is written field by field, never by
 * Kryo.
 */
class WireTypesTest {

  /** A type that would be written by Kryo, two levels down. */
  public record Lazy(List<Inner> inners) {
    /** Holds what Flink knows nothing of. */
    public record Inner(Optional<String> text) {}
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        SourceRecord.class,
        Arrival.class,
        DeadLetter.class,
        Definition.class,
        DefinitionHistory.class,
        CatalogUpdate.class,
        PlayerTotals.class,
        GameScore.class,
        RegionOfDay.class,
        ScoredEvent.class,
        PlayerAchievement.class,
        PlayerPeriod.class,
        Subject.class,
        DayFigures.class,
        PeriodFigures.class,
        Board.class,
        KeyGroups.class,
        Share.class,
        TaskNote.class,
        ReadNote.class,
        Standing.class,
        BoardTop.class,
        FinalTop.class,
        RankChange.class,
        GameMinutes.class,
        Pace.class,
        Usual.class,
        Sighting.class,
        AddressSpan.class,
        Flag.class
      })
  void isWrittenFieldByField(Class<?> type) {
    assertThat(TypeInformation.of(type)).isInstanceOf(PojoTypeInfo.class);
    assertThat(generic(TypeInformation.of(type))).isEmpty();
  }

  @Test
  void anEventWritesItselfWhereverItIsHeld() {
    assertThat(TypeInformation.of(PlayerEvent.class)).isInstanceOf(PlayerEventType.class);
    for (Class<?> holder : List.of(Arrival.class, ScoredEvent.class)) {
      assertThat(TypeInformation.of(holder))
          .isInstanceOfSatisfying(
              PojoTypeInfo.class,
              type ->
                  assertThat(type.getTypeAt(type.getFieldIndex("event")))
                      .isInstanceOf(PlayerEventType.class));
    }
  }

  @Test
  void aTypeWithSomethingForKryoDeepInsideIsFound() {
    assertThat(generic(TypeInformation.of(Lazy.class)))
        .hasValueSatisfying(found -> assertThat(found.getTypeClass()).isEqualTo(Optional.class));
  }

  @Test
  void keysAreKeyTypes() {
    assertThat(TypeInformation.of(Board.class).isKeyType()).isTrue();
    assertThat(TypeInformation.of(KeyGroups.class).isKeyType()).isTrue();
    assertThat(TypeInformation.of(AddressSpan.class).isKeyType()).isTrue();
    assertThat(TypeInformation.of(Subject.class).isKeyType()).isTrue();
  }

  private static Optional<TypeInformation<?>> generic(TypeInformation<?> type) {
    if (type instanceof GenericTypeInfo) {
      return Optional.of(type);
    }
    Stream<TypeInformation<?>> parts = Stream.empty();
    if (type instanceof PojoTypeInfo<?> pojo) {
      parts = IntStream.range(0, pojo.getArity()).mapToObj(pojo::getTypeAt);
    } else if (type instanceof ListTypeInfo<?> list) {
      parts = Stream.of(list.getElementTypeInfo());
    }
    return parts.map(WireTypesTest::generic).flatMap(Optional::stream).findFirst();
  }
}
