package dev.laurel.pipeline.board;

import java.util.ArrayList;
import java.util.List;

/**
 * Where two tops of one board differ. What is the same object has not changed.
 *
 * @param come places, rising from 0, in the later top of standings that are not in the earlier one
 * @param gone places, rising from 0, in the earlier top of those that are not in the later one
 */
record ChangedPlaces(List<Integer> come, List<Integer> gone) {

  /**
   * Of tops that are the same before a place, and from another place on; where the one is longer,
   * that other place lies behind both.
   */
  static ChangedPlaces between(List<Standing> before, List<Standing> now, int from, int to) {
    var places = new ChangedPlaces(new ArrayList<>(), new ArrayList<>());
    places.compare(before, Math.min(to, before.size()), now, Math.min(to, now.size()), from);
    return places;
  }

  @SuppressWarnings("ReferenceEquality")
  private void compare(
      List<Standing> before, int endBefore, List<Standing> now, int endNow, int from) {
    int old = from;
    for (int place = from; place < endNow; place++) {
      Standing next = now.get(place);
      while (old < endBefore && before.get(old) != next && before.get(old).ranksBefore(next)) {
        gone.add(old++);
      }
      if (old < endBefore && before.get(old) == next) {
        old++;
      } else {
        come.add(place);
      }
    }
    while (old < endBefore) {
      gone.add(old++);
    }
  }
}
