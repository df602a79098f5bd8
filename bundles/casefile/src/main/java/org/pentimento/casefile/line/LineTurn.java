package org.pentimento.casefile.line;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.pentimento.api.BadInputException;
import org.pentimento.casefile.json.Timestamps;

/**
 * This process's own place in the line of a case, from when it comes until it has ended. A process
 * that is killed, here or on another machine, is out of the line half a minute later.
 */
public final class LineTurn {
  private static final long TOUCH_SECONDS = 5;

  private final LineFiles files;
  private final String id;
  private final Waiting self;
  private final ScheduledExecutorService touching;
  private boolean running;
  private boolean waited;

  private LineTurn(LineFiles files, String id, Waiting self) {
    this.files = files;
    this.id = id;
    this.self = self;
    this.touching =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "place in the line of a case");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** What stands in the file of a plan. */
  record Waiting(String plan, long pid, Instant since) {
    static final Waiting UNKNOWN = new Waiting("", 0, Instant.EPOCH);
  }

  /**
   * How it stands with one that waits.
   *
   * @param before number of plans whose turn comes first; 0 if it is its turn, unless the line is
   *     paused
   * @param paused whether nobody's turn comes
   * @param removed whether a person took it out of the line
   */
  public record Standing(int before, boolean paused, boolean removed) {
    /** Whether it is its turn. */
    public boolean turn() {
      return before == 0 && !paused && !removed;
    }
  }

  /**
   * Goes to the end of the line of a case.
   *
   * @param plan its name
   * @throws BadInputException if the folder is no case
   */
  public static LineTurn take(Path caseFolder, String plan) throws IOException {
    LineFiles files = LineFiles.of(caseFolder);
    Waiting self = new Waiting(plan, ProcessHandle.current().pid(), Timestamps.now());
    LineTurn turn = new LineTurn(files, LineFiles.newId(), self);
    files.write(turn.id + LineFiles.TURN, self);
    ScheduledFuture<?> unused =
        turn.touching.scheduleWithFixedDelay(
            turn::touchIfPossible, TOUCH_SECONDS, TOUCH_SECONDS, TimeUnit.SECONDS);
    return turn;
  }

  /** Looks whose turn it is. */
  public synchronized Standing look() throws IOException {
    touch();
    Line line = new Line(files);
    int before = 0;
    for (LinePlace place : line.places()) {
      if (place.id().equals(id)) {
        break;
      }
      before++;
    }
    Standing standing = new Standing(before, line.paused(), files.has(id + LineFiles.REMOVED));
    waited |= !standing.turn();
    return standing;
  }

  /** Says that its turn has come. */
  public synchronized void begin() throws IOException {
    running = true;
    files.write(id + LineFiles.RUNNING, true);
  }

  private void touchIfPossible() {
    try {
      touch();
    } catch (IOException | RuntimeException e) {
      // A place is held for many beats; whoever misses one tries the next.
    }
  }

  private synchronized void touch() throws IOException {
    if (touching.isShutdown()) {
      return;
    }
    try {
      Files.setLastModifiedTime(
          files.folder().resolve(id + LineFiles.TURN), FileTime.from(Instant.now()));
    } catch (NoSuchFileException e) {
      // The computer slept, or somebody tidied up.
      files.write(id + LineFiles.TURN, self);
      if (running) {
        files.write(id + LineFiles.RUNNING, true);
      }
    }
  }

  /**
   * Leaves the line.
   *
   * @return how all plans of the line left it, in their order, if this was the last one and one of
   *     them had to wait; otherwise empty
   */
  public synchronized List<LeftLine> leave(LeftLine.How how) throws IOException {
    touching.shutdownNow();
    Line line = new Line(files);
    boolean others = line.places().stream().anyMatch(place -> !place.id().equals(id));
    if (waited || others || !files.names(LineFiles.LEFT).isEmpty()) {
      // By the time of leaving, not of coming: that is the order in which they are told.
      files.write(LineFiles.newId() + LineFiles.LEFT, new LeftLine(self.plan(), how));
    }
    files.forget(id);
    if (!line.places().isEmpty()) {
      return List.of();
    }
    files.delete(LineFiles.ORDER);
    List<LeftLine> left = new ArrayList<>();
    for (String one : files.names(LineFiles.LEFT)) {
      LeftLine told = files.read(one + LineFiles.LEFT, LeftLine.class).orElse(null);
      // Of two that leave in the same moment, one tells.
      if (files.delete(one + LineFiles.LEFT) && told != null) {
        left.add(told);
      }
    }
    return left;
  }
}
