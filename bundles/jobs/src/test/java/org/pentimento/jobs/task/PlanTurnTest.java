package org.pentimento.jobs.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.event.CaseInfo;
import org.pentimento.casefile.line.Line;
import org.pentimento.platform.linux.LinuxPlatform;
import org.pentimento.protocol.Job;
import org.pentimento.protocol.JobEvent;

/** Plans that want to write to a case to which somebody else writes. */
class PlanTurnTest {
  private static final CaseInfo INFO = new CaseInfo("E", "", "", "", "UTC", "");

  @TempDir private Path folder = Path.of("");

  /** Remembers what it was told, and may be cancelled. */
  private static final class Told implements Progress {
    private final List<JobEvent> events = new CopyOnWriteArrayList<>();
    private volatile boolean cancelled;

    @Override
    public void begin(String task, long total) {
      throw new AssertionError("waiting is no work: " + task);
    }

    @Override
    public void advance(long units) {
      throw new AssertionError("waiting has no parts");
    }

    @Override
    public void note(String message) {
      events.add(new JobEvent.Note(message));
    }

    @Override
    public void checkCancelled() throws CancelledException {
      if (cancelled) {
        throw new CancelledException();
      }
    }
  }

  /** A plan that does nothing, as soon as it may. */
  private static CompletableFuture<String> waiting(Path place, String plan, Told told) {
    Job.Run job = new Job.Run(Job.PROTOCOL, place.toString(), INFO, "test", "", List.of(), true);
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return new PlanTurn(job, plan, new LinuxPlatform(), told.events::add, told)
                .carryOut(
                    turn -> {
                      try (CaseFile file = turn.open()) {
                        return file.id();
                      }
                    });
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private static void await(Told told, JobEvent event) throws InterruptedException {
    for (int i = 0; i < 250 && !told.events.contains(event); i++) {
      Thread.sleep(20);
    }
    assertThat(told.events).contains(event);
  }

  @Test
  void oneAfterTheOther() throws Exception {
    Path place = folder.resolve("a.case");
    CaseFile holder = CaseFile.create(place, INFO);
    Told first = new Told();
    CompletableFuture<String> next = waiting(place, "one", first);
    await(first, new JobEvent.Waiting(0, false));
    Told second = new Told();
    CompletableFuture<String> last = waiting(place, "two", second);
    await(second, new JobEvent.Waiting(1, false));
    holder.close();
    assertThat(next.get(20, TimeUnit.SECONDS)).isEqualTo(holder.id());
    last.get(20, TimeUnit.SECONDS);
    assertThat(first.events).noneMatch(JobEvent.LineEnded.class::isInstance);
    assertThat(second.events)
        .filteredOn(JobEvent.LineEnded.class::isInstance)
        .singleElement()
        .extracting(ended -> ((JobEvent.LineEnded) ended).message())
        .isEqualTo("The line of a.case has ended. 2 plans: 2 done");
    assertThat(place.resolve("work/line")).isEmptyDirectory();
  }

  @Test
  void whoIsCancelledOrTakenOutLeavesTheLine() throws Exception {
    Path place = folder.resolve("b.case");
    try (CaseFile holder = CaseFile.create(place, INFO)) {
      Told told = new Told();
      CompletableFuture<String> cancelled = waiting(place, "cancelled", told);
      await(told, new JobEvent.Waiting(0, false));
      told.cancelled = true;
      assertThatThrownBy(() -> cancelled.get(20, TimeUnit.SECONDS))
          .hasRootCauseInstanceOf(CancelledException.class);
      Told other = new Told();
      CompletableFuture<String> removed = waiting(place, "removed", other);
      await(other, new JobEvent.Waiting(0, false));
      Line line = Line.of(holder.folder());
      assertThat(line.places()).hasSize(1);
      line.remove(line.places().get(0).id());
      assertThatThrownBy(() -> removed.get(20, TimeUnit.SECONDS))
          .hasRootCauseInstanceOf(CancelledException.class);
      assertThat(line.places()).isEmpty();
    }
  }
}
