package org.pentimento.protocol;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.pentimento.protocol.json.WireJson;

@Timeout(60)
class DetachedJobTest {
  private final Job job = new Job.Measure(Job.PROTOCOL, "a", "b", List.of("fsim"));
  private final List<JobEvent> events = new ArrayList<>();

  @TempDir private Path root;

  /** A child that is told its folder as {@code $2}, after {@code --detached}. */
  private DetachedJob child(String script) throws IOException {
    return DetachedJob.start(List.of("bash", "-c", script, "child"), root, "Measuring", job, 1);
  }

  private JobEvent end(DetachedJob started) {
    return requireNonNull(started.await(events::add, () -> true));
  }

  /** Says that a model was exported, with so many bytes. */
  private static String done(String bytes) {
    return "echo '{\"event\":\"done\",\"result\":{\"of\":\"export-model\",\"model\":\"model\","
        + "\"file\":\"model.onnx\",\"bytes\":'"
        + bytes
        + "'}}';";
  }

  private static String event(String json) {
    return "echo '" + json + "';";
  }

  @Test
  void theJobArrivesAndItsEventsComeBack() throws IOException {
    DetachedJob started =
        child(
            "read -r line; case $line in *'\"kind\":\"measure\"'*) ;; *) exit 9;; esac;"
                + event("{\"event\":\"note\",\"message\":\"hello\"}")
                + "echo rubbish;"
                + done("$OMP_NUM_THREADS"));
    JobEvent last = end(started);
    assertThat(last).isInstanceOf(JobEvent.Done.class);
    assertThat(((JobEvent.Done) last).result())
        .isEqualTo(new JobResult.OfExportModel("model", "model.onnx", 1));
    assertThat(events).hasSize(2).endsWith(last);
    started.forget();
    assertThat(DetachedJob.in(root)).isEmpty();
  }

  @Test
  void anotherProcessFindsItAndHearsAllOfIt() throws IOException {
    DetachedJob started =
        child(
            event("{\"event\":\"note\",\"message\":\"early\"}")
                + "until [ -e \"$2/go\" ]; do sleep 0.05; done;"
                + done("1"));
    JobEvent none = started.await(events::add, events::isEmpty);
    assertThat(none).as("who stops listening hears no end").isNull();

    events.clear();
    DetachedJob found = DetachedJob.in(root).get(0);
    assertThat(found.name()).isEqualTo("Measuring");
    assertThat(found.job()).isEqualTo(job);
    assertThat(found.isAlive()).isTrue();
    Files.createFile(folder().resolve("go"));
    assertThat(end(found)).isInstanceOf(JobEvent.Done.class);
    assertThat(events).first().isEqualTo(new JobEvent.Note("early"));
  }

  @Test
  void itStopsWhenAskedTo() throws IOException {
    DetachedJob started =
        child(
            "until [ -e \"$2/cancel\" ]; do sleep 0.05; done;"
                + event("{\"event\":\"cancelled\"}"));
    DetachedJob.in(root).get(0).cancel();
    assertThat(end(started)).isInstanceOf(JobEvent.Cancelled.class);
  }

  @Test
  void aChildThatIsKilledIsToldWithWhatToDo() throws IOException {
    JobEvent last = end(child("kill -9 $$"));
    assertThat(last).isInstanceOf(JobEvent.Failed.class);
    assertThat(((JobEvent.Failed) last).message()).contains("signal 9");
    assertThat(((JobEvent.Failed) last).remedy()).contains("goes on");
  }

  @Test
  void unexpectedOutputIsQuotedAndNoMore() throws IOException {
    JobEvent last =
        end(
            child(
                "printf 'Segm\\001ent\\n'; head -c 3000000 /dev/zero | tr '\\0' x; echo; exit 7"));
    assertThat(events).hasSize(1);
    assertThat(((JobEvent.Failed) last).message())
        .contains("status 7")
        .contains("2 lines that this product does not understand, the first “Segm ent”");
  }

  @Test
  void oneThatWasKilledWhileNobodyListenedIsToldToo() throws Exception {
    end(child("kill -9 $$"));
    JobEvent last = end(DetachedJob.in(root).get(0));
    assertThat(last).isInstanceOf(JobEvent.Failed.class);
    assertThat(((JobEvent.Failed) last).message()).contains("in the background");
  }

  /** The record names a process that is there, this one, but that began at another time. */
  @Test
  void aProcessThatHasTheSameIdIsNotTakenForIt() throws Exception {
    end(child("exit 0"));
    long started = ProcessHandle.current().info().startInstant().orElseThrow().toEpochMilli();
    long pid = ProcessHandle.current().pid();
    write(pid, started - 60_000);
    assertThat(DetachedJob.in(root).get(0).isAlive()).isFalse();
    write(pid, started);
    assertThat(DetachedJob.in(root).get(0).isAlive()).as("the comparison itself").isTrue();
  }

  private void write(long pid, long started) throws IOException {
    Files.writeString(
        folder().resolve("process.json"),
        WireJson.line(new DetachedJob.Identity("Measuring", pid, started)));
  }

  @Test
  void aFolderThatHoldsNoJobIsPassedOver() throws IOException {
    Files.createDirectories(root.resolve("nothing"));
    assertThat(DetachedJob.in(root)).isEmpty();
    assertThat(DetachedJob.in(root.resolve("not there"))).isEmpty();
  }

  private Path folder() throws IOException {
    try (var folders = Files.list(root)) {
      return folders.findFirst().orElseThrow();
    }
  }
}
