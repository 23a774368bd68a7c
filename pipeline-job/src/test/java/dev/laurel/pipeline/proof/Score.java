package dev.laurel.pipeline.proof;

import dev.laurel.pipeline.proof.Acceptance.Booking;
import java.util.List;
import java.util.OptionalLong;

/**
 * What bookings add up to.
 *
 * @param reachedAt in milliseconds since 1970; empty if there are no bookings
 */
public record Score(long points, OptionalLong reachedAt) {

  static Score of(List<Booking> bookings) {
    OptionalLong newest =
        bookings.stream()
            .filter(one -> one.points() != 0)
            .mapToLong(one -> one.deed().occurredAt())
            .max();
    OptionalLong oldest = bookings.stream().mapToLong(one -> one.deed().occurredAt()).min();
    return new Score(
        bookings.stream().mapToLong(Booking::points).sum(), newest.isPresent() ? newest : oldest);
  }
}
