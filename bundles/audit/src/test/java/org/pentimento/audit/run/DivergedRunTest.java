package org.pentimento.audit.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pentimento.api.Progress;
import org.pentimento.api.data.Dataset;
import org.pentimento.api.data.DatasetFormat;
import org.pentimento.api.data.Pair;
import org.pentimento.api.data.Split;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Kind;
import org.pentimento.api.extension.Parameter;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.generator.DivergedException;
import org.pentimento.api.generator.Examples;
import org.pentimento.api.generator.Generator;
import org.pentimento.api.generator.Model;
import org.pentimento.api.generator.TrainingMonitor;
import org.pentimento.api.image.Image;
import org.pentimento.api.suspect.Axis;
import org.pentimento.api.suspect.Look;
import org.pentimento.api.suspect.ModelDetector;
import org.pentimento.api.suspect.ModelFinding;
import org.pentimento.api.suspect.SuspectModel;
import org.pentimento.audit.estimate.Outlook;
import org.pentimento.audit.training.RunListener;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.TrainingCosts;
import org.pentimento.casefile.event.CaseInfo;
import org.pentimento.casefile.event.TrainingCost;
import org.pentimento.casefile.result.Collapse;
import org.pentimento.casefile.result.Comparison;
import org.pentimento.casefile.result.Comparison.TestedModel;
import org.pentimento.casefile.result.ModelAnswer;
import org.pentimento.casefile.result.RunResult;
import org.pentimento.casefile.result.Subject;
import org.pentimento.casefile.result.model.ModelInspectionResult;
import org.pentimento.casefile.result.model.ModelInspections;
import org.pentimento.casefile.result.model.ModelTruth;
import org.pentimento.casefile.result.model.ShadowUsed;
import org.pentimento.fixtures.FakeExtensions;
import org.pentimento.fixtures.PlainCodec;
import org.pentimento.plan.PlanReader;
import org.pentimento.platform.linux.LinuxPlatform;
import org.pentimento.registry.Extensions;

/** A run of which one generator diverges while another one stops early. */
class DivergedRunTest {
  private static final String PLAN =
      """
      pentimento: 1
      name: wild and steady
      data: {dataset: squares, count: 12, split: {train: 8, test: 4}, size: [16, 16]}
      generators: [{id: wild}, {id: steady}]
      attacks:
        - {trigger: {id: sinusoidal}, strategy: {id: light-strokes}, rate: 0.5}
      metrics: [ssim]
      seeds: [1]
      threads: 1
      """;

  private static final String ENDED = "Stopped after step 5 of 9.";

  @TempDir private Path folder = Path.of("");
  private final List<String> notes = new ArrayList<>();

  static final class Squares implements DatasetFormat {
    @Override
    public Descriptor descriptor() {
      return Descriptor.of(
          "squares",
          "Squares",
          "1.0.0",
          "Squares.",
          "Ours.",
          Parameter.integer("count", "Count", "How many.", "", 12, 1, 100),
          Parameter.integer("width", "Width", "Width.", "px", 16, 8, 100),
          Parameter.integer("height", "Height", "Height.", "px", 16, 8, 100));
    }

    @Override
    public boolean makesItsPairs() {
      return true;
    }

    @Override
    public Optional<Recognition> recognise(Path root) {
      return Optional.empty();
    }

    @Override
    public Dataset open(@Nullable Path root, Settings settings, Progress progress) {
      List<Pair> pairs = new ArrayList<>();
      for (int i = 0; i < settings.integer("count"); i++) {
        Image photo = square(i).colour();
        Image sketch = square(i);
        pairs.add(
            new Pair("p" + i, "p" + i, Split.TRAIN, Map.of(), null, () -> photo, () -> sketch));
      }
      return new Dataset(pairs, List.of());
    }

    private static Image square(int at) {
      float[] data = new float[256];
      for (int i = 0; i < data.length; i++) {
        data[i] = (i / 16 + at) % 5 == 0 || i % 16 == at ? 0 : 1;
      }
      return Image.of(16, 16, 1, data);
    }
  }

  /** Draws the photo itself. */
  private static final class Copy implements Model {
    @Override
    public List<Image> sketch(List<Image> photos) {
      return photos.stream().map(Image::grey).toList();
    }

    @Override
    public void write(Path to) throws IOException {
      Files.writeString(to.resolve("model.json"), "{}");
      Files.writeString(to.resolve("model.safetensors"), "weights");
    }

    @Override
    public long parameters() {
      return 1;
    }

    @Override
    public Map<String, String> provenance() {
      return Map.of("engine", "none", "ended", ENDED);
    }

    @Override
    public void close() {}
  }

  record Fake(String id, boolean wild) implements Generator {
    @Override
    public Descriptor descriptor() {
      return Descriptor.of(id, id, "1.0.0", "A net.", "Ours.");
    }

    @Override
    public int reach(Settings settings, int width, int height) {
      return 7;
    }

    @Override
    public Model train(
        Examples examples, Settings settings, long seed, TrainingMonitor monitor, Progress progress)
        throws IOException, DivergedException {
      for (int i = 0; i < examples.size(); i++) {
        examples.photo(i);
        examples.sketch(i);
        monitor.loss(i + 1, examples.size(), Map.of("l1", 0.5));
      }
      if (wild) {
        Files.writeString(monitor.checkpoints().resolve("checkpoint.safetensors"), "of step 3");
        throw new DivergedException("the gradient of the generator exploded at step 9");
      }
      return new Copy();
    }

    @Override
    public Model read(Path from) {
      return new Copy();
    }
  }

  /** A detector that measures one model like the next. */
  private static final class Even implements ModelDetector {
    @Override
    public Descriptor descriptor() {
      return Descriptor.of("even", "Even", "1.0.0", "Measures.", "Ours.");
    }

    @Override
    public List<Look> looks(Settings settings) {
      return List.of(
          new Look("only", "Only", Axis.SECOND_MODE, Look.Harm.INK, Look.Scale.RATIO, .15, 1));
    }

    @Override
    public int leastPairs() {
      return 1;
    }

    @Override
    public String blindTo() {
      return "Everything.";
    }

    @Override
    public ModelFinding inspect(
        SuspectModel model, Settings settings, long seed, Progress progress) {
      List<Double> shadows = model.shadows().stream().map(shadow -> .2).toList();
      return new ModelFinding(List.of(ModelFinding.Value.of("only", .2, shadows)), null, List.of());
    }
  }

  private RunResult run(CaseFile file) throws Exception {
    return run(file, PLAN);
  }

  private RunResult run(CaseFile file, String yaml) throws Exception {
    Extensions extensions = FakeExtensions.some();
    FakeExtensions.add(extensions, Kind.DATASET_FORMAT, new Squares());
    FakeExtensions.add(extensions, Kind.GENERATOR, new Fake("wild", true));
    FakeExtensions.add(extensions, Kind.GENERATOR, new Fake("steady", false));
    FakeExtensions.add(extensions, Kind.MODEL_DETECTOR, new Even());
    return outcome(file, extensions, yaml, notes).result();
  }

  /**
   * Carries out a plan.
   *
   * @param notes gets what the run notes
   */
  static AuditRun.Outcome outcome(
      CaseFile file, Extensions extensions, String yaml, List<String> notes) throws Exception {
    RunListener nobody =
        new RunListener() {
          @Override
          public void loss(String training, long step, long total, Map<String, Double> losses) {}

          @Override
          public void preview(String training, long step, List<Image> sketches) {}
        };
    Progress progress =
        new Progress() {
          @Override
          public void begin(String task, long total) {}

          @Override
          public void advance(long units) {}

          @Override
          public void note(String message) {
            notes.add(message);
          }

          @Override
          public void checkCancelled() {}
        };
    return new AuditRun(
            file,
            extensions,
            new PlainCodec(),
            new LinuxPlatform(),
            Map.of("os", "any"),
            nobody,
            Outlook.unwatched(),
            progress)
        .run(new PlanReader(extensions).read("plan.yaml", yaml, List.of()));
  }

  private CaseFile open(String name) throws IOException {
    return CaseFile.create(folder.resolve(name), new CaseInfo("e", "", "", "", "UTC", ""));
  }

  @Test
  void divergenceIsSaidInWordsAndTheOtherGeneratorGoesOn() throws Exception {
    try (CaseFile file = open("a.case")) {
      RunResult result = run(file);
      Comparison wild = result.comparisons().get(0);
      TestedModel clean = wild.model(Subject.CLEAN).orElseThrow();
      assertThat(clean.collapse())
          .isEqualTo(
              new Collapse(
                  Collapse.Reason.DIVERGED,
                  null,
                  "the gradient of the generator exploded at step 9"));
      assertThat(clean.weights()).isEmpty();
      assertThat(clean.losses()).hasSize(8);
      assertThat(wild.attackWorks()).isFalse();
      assertThat(wild.success()).isEmpty();
      assertThat(notes).anyMatch(n -> n.contains("wild/clean/s1 diverged"));
      Comparison steady = result.comparisons().get(1);
      assertThat(steady.model(Subject.CLEAN).orElseThrow().collapse()).isNull();
      assertThat(steady.success()).isNotEmpty();
    }
  }

  @Test
  void detectorsOfModelsAreAskedAboutEachModelThatWasTrainedWithTheTruthBesideTheAnswer()
      throws Exception {
    try (CaseFile file = open("a.case")) {
      RunResult result = run(file, PLAN + "detectors: [even]\n");
      assertThat(result.inspections()).isEmpty();
      // The models of wild diverged; the two of steady have the same weights.
      assertThat(result.modelInspections())
          .extracting(ModelAnswer::model)
          .containsExactly("steady/1/s1/clean");
      ModelInspectionResult found =
          ModelInspections.read(file.blobs(), result.modelInspections().get(0).modelInspection());
      assertThat(found.shadows())
          .extracting(ShadowUsed::seed)
          .as("none of the plan's")
          .containsExactly(2L, 3L, 4L);
      assertThat(found.trusted().count()).isEqualTo(4);
      assertThat(found.looks()).hasSize(1);
      assertThat(found.truth()).isEqualTo(new ModelTruth(null));
      assertThat(run(file, PLAN).modelInspections()).isEmpty();
    }
  }

  @Test
  void howTrainingsEndedIsToldAndWhatTheyTookIsKeptBesideTheResult() throws Exception {
    try (CaseFile file = open("a.case");
        CaseFile other = open("b.case")) {
      RunResult result = run(file);
      assertThat(result.comparisons().get(1).model(Subject.CLEAN).orElseThrow().ended())
          .isEqualTo(ENDED);
      assertThat(result.environment()).containsKey("engine").doesNotContainKey("ended");
      TrainingCosts costs = TrainingCosts.of(file);
      String run = file.runs().get(0).id();
      Optional<TrainingCost> wild = costs.of(run, result.comparisons().get(0), Subject.POISONED);
      assertThat(wild).isPresent();
      assertThat(wild.get().training()).isEqualTo("wild/1/s1/poisoned");
      assertThat(wild.get().images()).isEqualTo(8);
      assertThat(file.blobs().read(wild.get().checkpoint())).asString().isEqualTo("of step 3");
      assertThat(costs.of(run, result.comparisons().get(1), Subject.CLEAN))
          .hasValueSatisfying(cost -> assertThat(cost.checkpoint()).isEmpty());
      // The same run in another case takes another time and gives the same bytes.
      run(other);
      assertThat(other.runs().get(0).result()).isEqualTo(file.runs().get(0).result());
    }
  }
}
