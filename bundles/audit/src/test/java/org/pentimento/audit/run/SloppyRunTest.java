package org.pentimento.audit.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pentimento.api.extension.Kind;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.event.CaseInfo;
import org.pentimento.casefile.result.Comparison;
import org.pentimento.casefile.result.Comparison.MeasurementRow;
import org.pentimento.casefile.result.LostPart;
import org.pentimento.casefile.result.Results;
import org.pentimento.casefile.result.RunResult;
import org.pentimento.fixtures.FakeExtensions;
import org.pentimento.fixtures.Sloppy;
import org.pentimento.fixtures.SloppyExtensions;
import org.pentimento.registry.Extensions;
import org.pentimento.registry.guard.ExtensionFailedException;

/** A run loses what depends on an extension that fails, says why, and goes on with the rest. */
class SloppyRunTest {
  private static final String PLAN =
      """
      pentimento: 1
      name: one is sloppy
      data: {dataset: squares, count: 12, split: {train: 8, test: 4}, size: [16, 16]}
      generators: [{id: steady}, {id: sloppy}]
      attacks:
        - {trigger: {id: sinusoidal}, strategy: {id: light-strokes}, rate: 0.5}
        - {trigger: {id: sloppy}, strategy: {id: sloppy}, rate: 0.5}
      metrics: [ssim, sloppy]
      seeds: [1]
      threads: 2
      """;

  @TempDir private Path folder = Path.of("");
  private final List<String> notes = new ArrayList<>();

  private RunResult run(String call, Sloppy mode) throws Exception {
    return run(new SloppyExtensions(call, mode), PLAN);
  }

  private RunResult run(SloppyExtensions sloppy, String yaml) throws Exception {
    try (CaseFile file = open()) {
      return Results.read(file.blobs(), runIn(file, sloppy, yaml).resultSha());
    }
  }

  private CaseFile open() throws IOException {
    return CaseFile.create(folder.resolve("a.case"), new CaseInfo("e", "", "", "", "UTC", ""));
  }

  private AuditRun.Outcome runIn(CaseFile file, SloppyExtensions sloppy, String yaml)
      throws Exception {
    Extensions extensions = FakeExtensions.some();
    FakeExtensions.add(extensions, Kind.DATASET_FORMAT, new DivergedRunTest.Squares());
    FakeExtensions.add(extensions, Kind.GENERATOR, new DivergedRunTest.Fake("steady", false));
    FakeExtensions.add(extensions, Kind.GENERATOR, sloppy.generator());
    FakeExtensions.add(extensions, Kind.TRIGGER, sloppy.trigger());
    FakeExtensions.add(extensions, Kind.POISONING_STRATEGY, sloppy.strategy());
    FakeExtensions.add(extensions, Kind.METRIC, sloppy.metric());
    return DivergedRunTest.outcome(file, extensions, yaml, notes);
  }

  private static List<String> ids(RunResult result) {
    return result.comparisons().stream().map(Comparison::id).toList();
  }

  @Test
  void nothingIsLostByExtensionsThatDoWhatTheyPromise() throws Exception {
    try (CaseFile file = open()) {
      AuditRun.Outcome outcome = runIn(file, new SloppyExtensions("none", Sloppy.NOTHING), PLAN);
      assertThat(ids(outcome.result()))
          .containsExactly("steady/1/s1", "steady/2/s1", "sloppy/1/s1", "sloppy/2/s1");
      assertThat(new String(file.blobs().read(outcome.resultSha()), StandardCharsets.UTF_8))
          .contains("\"lost\":[]");
    }
  }

  @Test
  void comparisonsOfTriggerThatFailsAreLost() throws Exception {
    RunResult result = run("apply", Sloppy.SIZE);
    assertThat(ids(result)).containsExactly("steady/1/s1", "sloppy/1/s1");
    assertThat(result.lost())
        .extracting(LostPart::part)
        .containsExactly("steady/2/s1", "sloppy/2/s1");
    LostPart lost = result.lost().get(0);
    assertThat(lost.kind()).isEqualTo(Kind.TRIGGER);
    assertThat(lost.call()).isEqualTo("apply");
    assertThat(lost.subject()).startsWith("pair p");
    assertThat(lost.problem()).isEqualTo("it gave an image 19x16x3 for an image 16x16x3");
    assertThat(notes)
        .anyMatch(n -> n.startsWith("steady/2/s1 is lost. The trigger 'sloppy' failed in apply"));
  }

  @Test
  void comparisonsOfGeneratorThatFailsAreLost() throws Exception {
    RunResult result = run("sketch", Sloppy.FEW);
    assertThat(ids(result)).containsExactly("steady/1/s1", "steady/2/s1");
    assertThat(result.lost())
        .extracting(LostPart::problem)
        .containsOnly("it gave 0 sketches for 4 photos");
    assertThat(result.lost().get(0).subject()).matches("pair p[0-9]+ and 3 more");
  }

  @Test
  void attackWhoseStrategyFailsIsLostAsWhole() throws Exception {
    RunResult result = run("choices", Sloppy.NOTHING);
    assertThat(ids(result)).containsExactly("steady/1/s1", "sloppy/1/s1");
    assertThat(result.lost()).extracting(LostPart::part).containsExactly("attack 2");
  }

  @Test
  void metricThatFailsLosesItsOwnValuesAlone() throws Exception {
    try (CaseFile file = open()) {
      RunResult result = runIn(file, new SloppyExtensions("measure", Sloppy.NAME), PLAN).result();
      assertThat(result.comparisons()).hasSize(4);
      assertThat(result.lost())
          .extracting(LostPart::part)
          .containsExactly(
              "steady/1/s1, metric sloppy",
              "steady/2/s1, metric sloppy",
              "sloppy/1/s1, metric sloppy",
              "sloppy/2/s1, metric sloppy");
      for (MeasurementRow row :
          file.blobs()
              .readJson(result.comparisons().get(0).measurements(), MeasurementRow[].class)) {
        if (row.metric().equals("sloppy")) {
          assertThat(row.name()).isEqualTo("sloppy");
          assertThat(row.value()).isNull();
          assertThat(row.reason())
              .contains("The metric 'sloppy' failed in measure for pair " + row.pair());
        } else {
          assertThat(row.value()).isEqualTo(1.0);
        }
      }
    }
  }

  @Test
  void runOfWhichNothingIsLeftFailsForTheReason() {
    assertThatThrownBy(
            () ->
                run(
                    new SloppyExtensions("train", Sloppy.CLASS),
                    PLAN.replace("[{id: steady}, {id: sloppy}]", "[{id: sloppy}]")))
        .isInstanceOf(ExtensionFailedException.class)
        .hasMessageContaining(
            "The generator 'sloppy' failed in train: NoClassDefFoundError, sloppy/Gone");
  }
}
