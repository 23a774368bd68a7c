package dev.laurel.serving.board;

import dev.laurel.serving.database.Database;
import dev.laurel.serving.database.DatabaseUnavailableException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks for places below the tops before anybody else does, while the service is not ready yet.
 * Whoever came first would wait for connections, for plans and for code that is not compiled, and
 * of many who come at once some would wait too long.
 */
public final class Rehearsal {
  private static final Logger LOG = LoggerFactory.getLogger(Rehearsal.class);
  private static final Duration AT_MOST = Duration.ofSeconds(2);
  private static final int MOST_QUESTIONS = 1_000;
  private static final int PAGE = 100;
  private static final int NEIGHBOURS = 10;

  private record Question(BoardKey board, Which which) {}

  private final BiFunction<BoardKey, Which, BoardPart> places;
  private final int atOnce;
  private final Duration atMost;
  private volatile boolean isOver;

  /**
   * Of the places in a database.
   *
   * @param connections how many it may have, all of which ask at once
   */
  public Rehearsal(Database database, int connections) {
    this(new AllTimePlaces(database)::read, connections, AT_MOST);
  }

  Rehearsal(BiFunction<BoardKey, Which, BoardPart> places, int atOnce, Duration atMost) {
    this.places = places;
    this.atOnce = atOnce;
    this.atMost = atMost;
  }

  /** Asks about boards and those who lead them, until it has asked enough or for long enough. */
  void run(List<Top> tops) throws InterruptedException {
    Queue<Question> questions = new ConcurrentLinkedQueue<>(questions(tops));
    ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor();
    try {
      for (int i = 0; i < atOnce; i++) {
        askers.execute(() -> ask(questions));
      }
      askers.shutdown();
      var unused = askers.awaitTermination(atMost.toMillis(), TimeUnit.MILLISECONDS);
    } finally {
      questions.clear();
      askers.shutdownNow();
      isOver = true;
    }
  }

  /** Whether it is behind us. */
  public boolean isOver() {
    return isOver;
  }

  private void ask(Queue<Question> questions) {
    try {
      for (Question next = questions.poll(); next != null; next = questions.poll()) {
        var unused = places.apply(next.board(), next.which());
      }
    } catch (DatabaseUnavailableException | IllegalStateException e) {
      questions.clear();
      LOG.debug("The rehearsal ends: {}", e.getMessage());
    }
  }

  private static Queue<Question> questions(List<Top> tops) {
    Queue<Question> questions = new ArrayDeque<>();
    for (Top top : tops) {
      if (top.board().isAllTime() && questions.size() < MOST_QUESTIONS) {
        int middle = (int) Math.min(Integer.MAX_VALUE, top.total() / 2);
        questions.add(new Question(top.board(), new Which.Page(PAGE, middle)));
        for (Entry entry : top.entries()) {
          questions.add(new Question(top.board(), new Which.Around(entry.playerId(), NEIGHBOURS)));
        }
      }
    }
    return questions;
  }
}
