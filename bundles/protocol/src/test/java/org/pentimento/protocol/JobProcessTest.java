package org.pentimento.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class JobProcessTest {
  private final Job job = new Job.Measure(Job.PROTOCOL, "a", "b", List.of("fsim"));
  private final List<JobEvent> events = new ArrayList<>();

  private JobEvent child(String script) throws IOException {
    try (JobProcess process = JobProcess.start(List.of("bash", "-c", script), job, 1)) {
      return process.await(events::add);
    }
  }

  @Test
  void theJobArrivesAndItsEventsComeBack() throws IOException {
    JobEvent last =
        child(
            "read -r line; case $line in *'\"kind\":\"measure\"'*) ;; *) exit 9;; esac;echo"
                + " '{\"event\":\"note\",\"message\":\"hello\"}';echo"
                + " '{\"event\":\"done\",\"result\":{\"of\":\"export-model\",\"model\":\"model\","
                + "\"file\":\"model.onnx\",\"bytes\":'$OMP_NUM_THREADS'}}'");
    assertThat(last).isInstanceOf(JobEvent.Done.class);
    assertThat(((JobEvent.Done) last).result())
        .isEqualTo(new JobResult.OfExportModel("model", "model.onnx", 1));
    assertThat(events).hasSize(2);
  }

  @Test
  void nothingButTheJobSaysHowManyThreadsThereAre() {
    Map<String, String> environment =
        new HashMap<>(Map.of("OMP_NUM_THREADS", "8", "OMP_THREAD_LIMIT", "1", "PATH", "/bin"));
    JobProcess.threads(environment, 2);
    assertThat(environment)
        .containsEntry("OMP_NUM_THREADS", "2")
        .containsEntry("PATH", "/bin")
        .doesNotContainKey("OMP_THREAD_LIMIT");
  }

  @Test
  void aChildThatEndsByTheCtrlCThatCancelsItIsCancelled() throws IOException {
    try (JobProcess process =
        JobProcess.start(List.of("bash", "-c", "read -r job; read -r cancel; exit 130"), job, 1)) {
      process.cancel();
      assertThat(process.await(events::add)).isInstanceOf(JobEvent.Cancelled.class);
    }
    assertThat(events).hasSize(1);
  }

  @Test
  void unexpectedOutputIsPassedOver() throws IOException {
    assertThat(
            child(
                "echo rubbish; echo '{\"event\":\"unheard-of\"}'; echo"
                    + " '{\"event\":\"cancelled\"}'"))
        .isInstanceOf(JobEvent.Cancelled.class);
    assertThat(events).hasSize(1);
  }

  @Test
  void aChildThatPrintsOnlyUnexpectedLinesIsQuoted() throws IOException {
    JobEvent last =
        child("printf 'Segm\\001ent\\n'; head -c 3000000 /dev/zero | tr '\\0' x; echo; exit 7");
    assertThat(events).hasSize(1);
    assertThat(((JobEvent.Failed) last).message())
        .contains("status 7")
        .contains("2 lines that this product does not understand, the first “Segm ent”");
  }

  @Test
  void aChildThatIsKilledIsToldWithWhatToDo() throws IOException {
    JobEvent last = child("kill -9 $$");
    assertThat(last).isInstanceOf(JobEvent.Failed.class);
    assertThat(((JobEvent.Failed) last).message()).contains("signal 9");
    assertThat(((JobEvent.Failed) last).remedy()).contains("goes on");
  }

  @Test
  void aChildIsAskedToStop() throws IOException {
    try (JobProcess process =
        JobProcess.start(
            List.of(
                "bash",
                "-c",
                "read -r job; read -r line; [ \"$line\" = '{\"cancel\":true}' ] && echo"
                    + " '{\"event\":\"cancelled\"}'"),
            job,
            1)) {
      process.cancel();
      assertThat(process.await(events::add)).isInstanceOf(JobEvent.Cancelled.class);
    }
  }

  private static final String CALL =
      "{\"kind\":\"trigger\",\"extension\":\"evil\",\"method\":\"apply\","
          + "\"problem\":\"it gave no answer within 30 s\"}";

  /** Fails with the call when it is not told to do without, and says what it was told. */
  private static String failingFirst(String first) {
    return "read -r job; if [ -z \"$PENTIMENTO_WITHOUT_CALLS\" ]; then "
        + first
        + "; else echo \"{\\\"event\\\":\\\"cancelled\\\",\\\"why\\\":\\\"without"
        + " $(echo $PENTIMENTO_WITHOUT_CALLS | tr -d '\\\"')\\\"}\"; fi";
  }

  @Test
  void jobWhoseProcessOneCallMadeUselessIsStartedAgainWithoutThatCall() throws IOException {
    JobEvent last =
        child(
            failingFirst(
                "echo '{\"event\":\"failed\",\"cause\":\"INPUT\",\"message\":\"m\","
                    + "\"remedy\":\"r\",\"without\":"
                    + CALL
                    + "}'"));
    assertThat(((JobEvent.Cancelled) last).why()).contains("extension:evil,method:apply");
    assertThat(events).hasSize(2);
    assertThat(((JobEvent.Note) events.get(0)).message())
        .startsWith("The trigger 'evil' kept the job from going on in apply: it gave no answer");
  }

  @Test
  void callThatEndsTheProcessSilentlyIsNamedByTheFileThatOutlivesIt() throws IOException {
    JobEvent last =
        child(
            failingFirst(
                "printf '\\022trigger\\tevil\\tapply%0300d' 0 >"
                    + " $PENTIMENTO_CALLS_FILE; exit 0"));
    assertThat(((JobEvent.Cancelled) last).why()).contains("extension:evil,method:apply");
  }

  @Test
  void jobThatFailsByTheSameCallAgainIsNotStartedForEver() throws IOException {
    JobEvent last =
        child(
            "read -r job; echo '{\"event\":\"failed\",\"cause\":\"INPUT\",\"message\":\"m\","
                + "\"remedy\":\"r\",\"without\":"
                + CALL
                + "}'");
    assertThat(((JobEvent.Failed) last).message()).isEqualTo("m");
    assertThat(events).hasSize(2);
  }
}
