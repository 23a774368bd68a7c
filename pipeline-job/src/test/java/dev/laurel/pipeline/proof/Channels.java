package dev.laurel.pipeline.proof;

import dev.laurel.pipeline.board.Share;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * The network between the tasks of the ledger and those that merge: each pair has a channel that
 * keeps its order; a task that merges has the least of the watermarks that came over its channels.
 */
final class Channels {
  private final int keyGroups;
  private final List<List<Queue<Object>>> fromTo = new ArrayList<>();
  private final long[][] watermarks;
  private final long[] reached;

  Channels(int keyGroups, int senders, int receivers) {
    this.keyGroups = keyGroups;
    for (int from = 0; from < senders; from++) {
      List<Queue<Object>> to = new ArrayList<>();
      for (int i = 0; i < receivers; i++) {
        to.add(new ArrayDeque<>());
      }
      fromTo.add(to);
    }
    watermarks = new long[receivers][senders];
    reached = new long[receivers];
    for (int to = 0; to < receivers; to++) {
      Arrays.fill(watermarks[to], Long.MIN_VALUE);
      reached[to] = Long.MIN_VALUE;
    }
  }

  /** A task that merges. */
  interface Receiver {
    void take(StreamRecord<Share> share) throws Exception;

    void reach(Watermark watermark) throws Exception;
  }

  /** Sends what a task of the ledger has put out. */
  void send(int from, Collection<Object> output) {
    List<Queue<Object>> to = fromTo.get(from);
    for (Object element : output) {
      if (element instanceof StreamRecord<?> record) {
        to.get(receiverOf((Share) record.getValue())).add(element);
      } else if (element instanceof Watermark) {
        to.forEach(channel -> channel.add(element));
      }
    }
    output.clear();
  }

  /** Delivers at most so many elements of one channel. */
  void deliver(int from, int to, int most, Receiver receiver) throws Exception {
    Queue<Object> channel = fromTo.get(from).get(to);
    for (int i = 0; i < most && !channel.isEmpty(); i++) {
      Object element = channel.remove();
      if (element instanceof Watermark watermark) {
        watermarks[to][from] = watermark.getTimestamp();
        long least = Arrays.stream(watermarks[to]).min().getAsLong();
        if (least > reached[to]) {
          reached[to] = least;
          receiver.reach(new Watermark(least));
        }
      } else {
        receiver.take(shareIn(element));
      }
    }
  }

  int senders() {
    return fromTo.size();
  }

  int receivers() {
    return reached.length;
  }

  @SuppressWarnings("unchecked") // send() put nothing else in
  private static StreamRecord<Share> shareIn(Object element) {
    return (StreamRecord<Share>) element;
  }

  private int receiverOf(Share share) {
    return KeyGroupRangeAssignment.assignKeyToParallelOperator(
        share.board(), keyGroups, receivers());
  }
}
