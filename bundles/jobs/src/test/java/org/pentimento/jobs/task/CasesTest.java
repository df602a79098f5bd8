package org.pentimento.jobs.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
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

/** Jobs that want to write to a case to which somebody else writes. */
class CasesTest {
  private static final CaseInfo INFO = new CaseInfo("E", "", "", "", "UTC", "");

  @TempDir private Path folder = Path.of("");

  /** Remembers what it was told, and may be cancelled. */
  private static final class Told implements Progress {
    private final List<String> tasks = new CopyOnWriteArrayList<>();
    private volatile boolean cancelled;

    @Override
    public void begin(String task, long total) {
      tasks.add(task);
    }

    @Override
    public void advance(long units) {
      throw new AssertionError("waiting has no parts");
    }

    @Override
    public void note(String message) {
      throw new AssertionError("waiting is nothing odd: " + message);
    }

    @Override
    public void checkCancelled() throws CancelledException {
      if (cancelled) {
        throw new CancelledException();
      }
    }
  }

  private static CompletableFuture<CaseFile> waiting(Path place, Progress progress) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return Cases.openInTurn(place.toString(), INFO, progress);
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private static void await(Told told, String words) throws InterruptedException {
    for (int i = 0; i < 200 && told.tasks.stream().noneMatch(words::equals); i++) {
      Thread.sleep(20);
    }
    assertThat(told.tasks).contains(words);
  }

  @Test
  void oneAfterTheOther() throws Exception {
    Path place = folder.resolve("a.case");
    CaseFile holder = CaseFile.create(place, INFO);
    Told first = new Told();
    CompletableFuture<CaseFile> next = waiting(place, first);
    await(first, "Waiting until what is being done to the case has ended");
    Told second = new Told();
    CompletableFuture<CaseFile> last = waiting(place, second);
    await(second, "Waiting, with 1 before it");
    holder.close();
    try (CaseFile opened = next.get(20, TimeUnit.SECONDS)) {
      assertThat(opened.id()).isEqualTo(holder.id());
      assertThat(last).isNotDone();
    }
    last.get(20, TimeUnit.SECONDS).close();
    assertThat(place.resolve("work/line")).isEmptyDirectory();
  }

  @Test
  void whoIsCancelledLeavesTheLine() throws Exception {
    Path place = folder.resolve("b.case");
    try (CaseFile holder = CaseFile.create(place, INFO)) {
      Told told = new Told();
      CompletableFuture<CaseFile> next = waiting(place, told);
      await(told, "Waiting until what is being done to the case has ended");
      told.cancelled = true;
      assertThatThrownBy(() -> next.get(20, TimeUnit.SECONDS))
          .hasRootCauseInstanceOf(CancelledException.class);
      assertThat(Files.list(holder.folder().resolve("work/line"))).isEmpty();
    }
  }
}
