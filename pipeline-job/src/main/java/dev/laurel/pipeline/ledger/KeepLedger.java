package dev.laurel.pipeline.ledger;

import dev.laurel.pipeline.board.Board;
import dev.laurel.pipeline.board.KeyGroups;
import dev.laurel.pipeline.board.LocalTops;
import dev.laurel.pipeline.board.LocalTopsConfig;
import dev.laurel.pipeline.board.Share;
import dev.laurel.pipeline.catalog.BroadcastCatalog;
import dev.laurel.pipeline.catalog.CatalogUpdate;
import dev.laurel.pipeline.clock.TaskClock;
import dev.laurel.pipeline.event.PlayerEvent;
import dev.laurel.pipeline.note.Notes;
import dev.laurel.pipeline.rollup.GatherFigures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;

/**
 * Keeps the ledger: for each player the truth about which events count and what they add up to. It
 * is a function of the player's records in log order, their log times and the catalog, and of
 * nothing else. What it keeps and for how long stands with {@link Books}, {@link Identities},
 * {@link DailyLimits} and {@link WaitingRoom}.
 *
 * <p>Shares, a tick at a time, what its players contribute to boards: {@link LocalTops}, derived
 * from the books by {@link ScanPlayers}. Tells to the side the rows of tables and the events that
 * do not count.
 *
 * <p>An operator of its own and not a process function, because the books are written behind a
 * cache: it sets the key itself, saves before a snapshot, and holds watermarks back ({@link
 * HeldWatermark}).
 */
public final class KeepLedger extends AbstractStreamOperator<Share>
    implements TwoInputStreamOperator<PlayerEvent, CatalogUpdate, Share>,
        Triggerable<String, VoidNamespace> {
  private static final long serialVersionUID = 1L;
  private static final long LOOK_AGAIN_MILLIS = Duration.ofMillis(250).toMillis();

  /** How many ticks statistics gather, which nobody watches as they change, and watermarks. */
  private static final int TICKS_A_STATEMENT = 20;

  /** Looking at so many waiting players takes about a quarter of that time. */
  private static final int LOOKED_AT_A_ROUND = 2_500;

  private final LedgerConfig how;
  private transient Notes<TaskNote> notes;
  private transient Restored restored;
  private transient KeyGroups players;
  private transient BroadcastCatalog catalog;
  private transient InternalTimerService<VoidNamespace> waitingTimers;
  private transient Outbox outbox;
  private transient Books books;
  private transient Entries entries;
  private transient TellDays days;
  private transient GatherFigures figures;
  private transient LocalTops tops;
  private transient MovePlaces places;
  private transient Ledger ledger;
  private transient Duties duties;
  private transient TaskClock clock;
  private transient FollowClock silence;
  private transient Ticks ticks;
  private transient HeldWatermark watermark;

  public KeepLedger(LedgerConfig config) {
    this.how = config;
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    var task = getRuntimeContext().getTaskInfo();
    players =
        KeyGroups.of(
            task.getIndexOfThisSubtask(),
            task.getNumberOfParallelSubtasks(),
            task.getMaxNumberOfParallelSubtasks());
    catalog = new BroadcastCatalog(context.getOperatorStateStore());
    notes = Notes.of(context.getOperatorStateStore(), TaskNote.class);
    restored =
        Restored.from(
            notes.all(),
            players,
            task.getNumberOfParallelSubtasks(),
            how.plan().inOneLine(),
            context.getRestoredCheckpointId().orElse(Share.FIRST_EPOCH));
  }

  @Override
  public void open() throws Exception {
    super.open();
    clock = new TaskClock(getProcessingTimeService());
    outbox = new Outbox(output);
    entries = new Entries(outbox, how);
    figures = new GatherFigures();
    books = new Books(getRuntimeContext(), getKeyedStateBackend(), how, this::tell);
    tops =
        new LocalTops(
            new LocalTopsConfig(
                how.plan(), how.reserve(), how.mostClosedStandings(), players, restored.epoch()),
            restored.closedUpTo(),
            outbox::share);
    Places read = new Places(books);
    ScanPlayers scan = new ScanPlayers(books, read, tops, players.all());
    places = new MovePlaces(read, tops, scan, how.plan(), restored.oldestDay());
    History history = new History(books, tops);
    days = new TellDays(outbox, how.tells(TableGroup.STATISTICS), history, tops, clock::now);
    ledger =
        new Ledger(
            getRuntimeContext(),
            books,
            catalog.catalog(),
            places,
            scan,
            new CountDeeds(books, history, figures, days, entries),
            new CountRecords(getMetricGroup(), figures),
            entries);
    duties = new Duties(tops, scan, restored, how.playersPerSlice());
    silence = new FollowClock();
    waitingTimers = getInternalTimerService("waiting", VoidNamespaceSerializer.INSTANCE, this);
    ticks = new Ticks();
    watermark = new HeldWatermark(duties, this::tellAll, super::processWatermark);
    clock.every(how.tick(), this::onTick);
    clock.every(Duties.SHARE_QUIET_EVERY, duties::shareQuiet);
    clock.every(how.tick().multipliedBy(TICKS_A_STATEMENT), this::onStatement);
  }

  private void tell(Book book) throws Exception {
    entries.tell(book);
    days.tell(book);
  }

  private void tellAll() throws Exception {
    entries.tellAll();
    days.tellAll();
    figures.tell(more -> outbox.tell(SideOutputs.FIGURES, more));
  }

  @Override
  public void processElement1(StreamRecord<PlayerEvent> element) throws Exception {
    PlayerEvent event = element.getValue();
    ticks.note(event);
    duties.noteEvent();
    if (ledger.take(event)) {
      lookAgain(event.playerId());
    }
  }

  @Override
  public void processElement2(StreamRecord<CatalogUpdate> element) throws Exception {
    catalog.update(element.getValue());
  }

  /** The key is set where state is used: for a book that is at hand it is not needed. */
  @Override
  @SuppressWarnings("rawtypes") // as declared by the framework
  public void setKeyContextElement1(StreamRecord record) {}

  @Override
  @SuppressWarnings("rawtypes")
  public void setKeyContextElement2(StreamRecord record) {}

  @Override
  public void onProcessingTime(InternalTimer<String, VoidNamespace> timer) throws Exception {
    if (ledger.takeWaiting(timer.getKey())) {
      lookAgain(timer.getKey());
    }
  }

  @Override
  public void onEventTime(InternalTimer<String, VoidNamespace> timer) {
    throw new IllegalStateException("no timer is registered in event time, but " + timer + " is");
  }

  /**
   * Looks at the player's waiting events again soon; later the more players wait, as nearly all do
   * while a job that begins has not read the catalog yet: looking would take the time that reading
   * it needs.
   */
  private void lookAgain(String playerId) {
    setCurrentKey(playerId);
    long now = waitingTimers.currentProcessingTime();
    long rounds = 1L + ledger.waitingPlayers() / LOOKED_AT_A_ROUND;
    long next = (now / LOOK_AGAIN_MILLIS + rounds) * LOOK_AGAIN_MILLIS;
    waitingTimers.registerProcessingTimeTimer(VoidNamespace.INSTANCE, next);
  }

  private void onTick() throws Exception {
    long now = clock.now();
    silence.watermark(now).ifPresent(duties::reach);
    if (!ticks.restsAt(now)) {
      tell(now);
      ticks.told(now, clock.now());
    }
    if (duties.startScan()) {
      onSlice();
    }
    watermark.closeWhatEnded();
  }

  private void onStatement() throws Exception {
    if (ticks.states()) {
      watermark.stateAll();
    }
  }

  private void tell(long now) {
    if (ticks.tellsAt(now)) {
      entries.tellAll();
      duties.tell();
    } else {
      duties.share();
    }
  }

  private void onSlice() throws Exception {
    if (duties.onSlice()) {
      clock.after(duties.restFromScan(), this::onSlice);
    }
  }

  /** It is handed on when what it closes is closed and all rows before it are told. */
  @Override
  public void processWatermark(Watermark mark) throws Exception {
    duties.reach(mark.getTimestamp());
    watermark.closeWhatEnded();
  }

  /**
   * That all partitions are idle is not handed on: what is behind goes by the clock in the end, and
   * would not heed the watermarks of an idle input.
   */
  @Override
  protected void processWatermarkStatus(WatermarkStatus status, int input) throws Exception {
    if (input == 0) {
      silence.notice(status.isIdle(), clock.now());
    } else {
      super.processWatermarkStatus(status, input);
    }
  }

  /**
   * The watermark goes before the barrier, too: the tasks behind have to have closed in their
   * snapshot what has closed in this one.
   */
  @Override
  public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
    watermark.stateAll();
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    books.saveAll();
    List<Board> unshared = new ArrayList<>(tops.unshared());
    notes.leave(
        new TaskNote(
            players,
            how.plan().inOneLine(),
            tops.closedUpTo(),
            places.oldestDay(),
            duties.isRebuilding(),
            unshared));
  }

  /** Tells what is left: a log that ends leaves no time to wait for. */
  @Override
  public void finish() throws Exception {
    judgeWhatWaits();
    tellAll();
    duties.finish();
    watermark.closeWhatEnded();
    watermark.forward();
    super.finish();
  }

  /** The catalog has been read, too: what still cannot be judged waits for a later start. */
  private void judgeWhatWaits() throws Exception {
    Set<String> waiting = new LinkedHashSet<>();
    waitingTimers.forEachProcessingTimeTimer((none, time) -> waiting.add((String) getCurrentKey()));
    for (String playerId : waiting) {
      boolean unused = ledger.takeWaiting(playerId);
    }
  }

  @Override
  public void close() throws Exception {
    if (duties != null) {
      duties.close();
    }
    super.close();
  }
}
