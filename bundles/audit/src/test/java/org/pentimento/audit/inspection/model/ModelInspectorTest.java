package org.pentimento.audit.inspection.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.data.Pair;
import org.pentimento.api.data.Split;
import org.pentimento.api.detector.Exhibit.Picture;
import org.pentimento.api.detector.SharedPattern;
import org.pentimento.api.detector.SharedPattern.Family;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Descriptor.Need;
import org.pentimento.api.extension.Kind;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.generator.Capability;
import org.pentimento.api.generator.Model;
import org.pentimento.api.image.Image;
import org.pentimento.api.suspect.Axis;
import org.pentimento.api.suspect.Look;
import org.pentimento.api.suspect.Look.Harm;
import org.pentimento.api.suspect.Look.Scale;
import org.pentimento.api.suspect.ModelDetector;
import org.pentimento.api.suspect.ModelFinding;
import org.pentimento.api.suspect.ModelFinding.Value;
import org.pentimento.api.suspect.ShownTrigger;
import org.pentimento.api.suspect.SuspectModel;
import org.pentimento.audit.image.Pngs;
import org.pentimento.audit.inspection.SuspectData;
import org.pentimento.audit.inspection.model.ModelInspectionInput.Identity;
import org.pentimento.audit.shadow.ShadowModels.Shadow;
import org.pentimento.audit.step.Steps;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.event.CaseInfo;
import org.pentimento.casefile.event.RunKind;
import org.pentimento.casefile.event.RunStarted;
import org.pentimento.casefile.result.ExtensionUse;
import org.pentimento.casefile.result.InspectionResult.Material;
import org.pentimento.casefile.result.model.ModelInspectionResult;
import org.pentimento.casefile.result.model.ModelInspections;
import org.pentimento.casefile.result.model.ModelVerdict;
import org.pentimento.casefile.result.model.NoScore.Reason;
import org.pentimento.fixtures.FakeExtensions;
import org.pentimento.fixtures.PlainCodec;
import org.pentimento.plan.Use;
import org.pentimento.registry.Extensions;

class ModelInspectorTest {
  private static final int SIDE = 8;
  private static final ExtensionUse NET =
      new ExtensionUse("fcn", "FCN", "1.0.0", "Ours.", Map.of());

  @TempDir private Path folder = Path.of("");
  private final List<ModelDetector> detectors = new ArrayList<>();
  private CaseFile caseFile;

  @BeforeEach
  void open() throws IOException {
    System.setProperty("pentimento.config", folder.resolve("config").toString());
    caseFile = CaseFile.create(folder.resolve("a.case"), new CaseInfo("e", "", "", "", "UTC", ""));
    String asked = caseFile.blobs().putJson(Map.of());
    caseFile.record(new RunStarted("m-1", "look", asked, RunKind.MODEL_INSPECTION));
  }

  @AfterEach
  void close() throws IOException {
    caseFile.close();
  }

  /** A model that makes its sketch of the photo alone. */
  private record Drawing(UnaryOperator<Image> draw) implements Model {
    @Override
    public List<Image> sketch(List<Image> photos) {
      return photos.stream().map(draw).toList();
    }

    @Override
    public void write(Path target) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long parameters() {
      return 1;
    }

    @Override
    public Map<String, String> provenance() {
      return Map.of();
    }

    @Override
    public String lacks(Class<? extends Capability> type) {
      return "no gradient is known for its operator Sin";
    }

    @Override
    public void close() {
      // nothing is held
    }
  }

  /** A detector that measures as it is told. */
  private record Told(
      String id, Axis axis, Set<Need> needs, Function<SuspectModel, ModelFinding> finding)
      implements ModelDetector {
    @Override
    public Descriptor descriptor() {
      return Descriptor.of(id, id, "1.0.0", "Told.", "Ours.").needing(needs.toArray(new Need[0]));
    }

    @Override
    public List<Look> looks(Settings settings) {
      return List.of(new Look("only", "Only", axis, Harm.INK, Scale.RATIO, .15, 1));
    }

    @Override
    public int leastPairs() {
      return 4;
    }

    @Override
    public String blindTo() {
      return "Nothing.";
    }

    @Override
    public ModelFinding inspect(
        SuspectModel suspect, Settings settings, long seed, Progress progress) {
      return finding.apply(suspect);
    }
  }

  private static ModelFinding measured(double suspect) {
    return new ModelFinding(
        List.of(Value.of("only", suspect, List.of(.2, .22, .24))), null, List.of());
  }

  private void detector(String id, Axis axis, Function<SuspectModel, ModelFinding> finding) {
    detectors.add(new Told(id, axis, Set.of(), finding));
  }

  private static Pair pair(int number) {
    float[] data = new float[SIDE * SIDE];
    for (int i = 0; i < data.length; i++) {
      data[i] = (i * 7 + number * 13) % 17 / 16f;
    }
    Image photo = Image.of(SIDE, SIDE, 1, data);
    return new Pair(
        "p" + number, "p" + number, Split.NONE, Map.of(), null, () -> photo, () -> photo);
  }

  private ModelInspectionResult inspect(UnaryOperator<Image> draw)
      throws IOException, CancelledException {
    Extensions extensions = FakeExtensions.some();
    List<Use> uses = new ArrayList<>();
    for (ModelDetector detector : detectors) {
      FakeExtensions.add(extensions, Kind.MODEL_DETECTOR, detector);
      uses.add(new Use(detector.descriptor().id(), Settings.defaults(detector.descriptor())));
    }
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      pairs.add(pair(i));
    }
    SuspectData trusted =
        SuspectData.read("good", "faces", "0", Material.DRAWN, pairs, Progress.NONE);
    String none = caseFile.blobs().putJson(Map.of());
    List<Shadow> shadows = new ArrayList<>();
    for (int k = 0; k < 3; k++) {
      shadows.add(new Shadow(NET, k, Set.of(0, 1, 2), none, none, () -> new Drawing(Image::grey)));
    }
    ModelInspectionResult result =
        new ModelInspector(
                extensions,
                caseFile,
                new Steps(caseFile, "m-1"),
                new Pngs(caseFile.blobs(), new PlainCodec()),
                Duration.ofSeconds(5),
                Progress.NONE)
            .inspect(
                new ModelInspectionInput(
                    "look",
                    Map.of(),
                    new Drawing(draw),
                    new Identity("m", NET, true, none),
                    trusted,
                    shadows,
                    uses,
                    1));
    assertThat(ModelInspections.read(caseFile.blobs(), caseFile.blobs().putJson(result)))
        .as("read back")
        .isEqualTo(result);
    return result;
  }

  @Test
  void aResultOfAVersionThatGaveNoScoreIsRead() throws Exception {
    ModelInspectionResult result = inspect(Image::grey);
    ObjectNode document =
        caseFile.blobs().readJson(caseFile.blobs().putJson(result), ObjectNode.class);
    document.remove("score");
    ModelInspectionResult read =
        ModelInspections.read(caseFile.blobs(), caseFile.blobs().putJson(document));
    assertThat(read.score()).isNull();
    assertThat(read.verdict()).isEqualTo(result.verdict());
  }

  @Test
  void aSecondModeWithoutHarmIsAHiddenMode() throws Exception {
    detector("mode", Axis.SECOND_MODE, suspect -> measured(.9));
    detector("harm", Axis.HARM_WITHOUT_TRIGGER, suspect -> measured(.21));
    ModelInspectionResult result = inspect(Image::grey);
    assertThat(result.verdict()).isEqualTo(ModelVerdict.HIDDEN_MODE);
    assertThat(result.looks()).hasSize(2).allMatch(look -> look.counts());
    assertThat(result.model().error()).isZero();
    assertThat(result.shadows()).hasSize(3).allMatch(shadow -> shadow.known().size() == 3);
  }

  @Test
  void aTriggerThatIsShownIsABackdoorAndItsPictureIsKept() throws Exception {
    Image flat = Image.constant(SIDE, SIDE, 3, .5f);
    detector(
        "shown",
        Axis.SHOWN_TRIGGER,
        suspect ->
            new ModelFinding(
                measured(.9).values(),
                new ShownTrigger(
                    new SharedPattern(
                        Family.SINUSOID,
                        List.of(),
                        1,
                        9,
                        null,
                        flat,
                        4,
                        Image.constant(SIDE, SIDE, 1, 1),
                        SharedPattern.Measures.NONE),
                    .8,
                    List.of(.1, .1, .1),
                    .5,
                    List.of(new Picture("with it", flat))),
                List.of(new Picture("sheet", flat))));
    ModelInspectionResult result = inspect(Image::grey);
    assertThat(result.verdict()).isEqualTo(ModelVerdict.BACKDOOR);
    assertThat(result.triggers()).hasSize(1);
    assertThat(caseFile.blobs().read(result.triggers().get(0).pattern().image())).isNotEmpty();
    assertThat(result.exhibits()).hasSize(1);
  }

  @Test
  void whateverADetectorDoesIsSaidAndTheOthersSpeak() throws Exception {
    detector(
        "throws",
        Axis.SECOND_MODE,
        suspect -> {
          throw new IllegalStateException("not today");
        });
    detector("nan", Axis.SECOND_MODE, suspect -> measured(Double.NaN));
    detector("too-much", Axis.SECOND_MODE, suspect -> measured(1.5));
    detector(
        "other-look",
        Axis.SECOND_MODE,
        suspect ->
            new ModelFinding(List.of(Value.of("else", .2, List.of(.2, .2, .2))), null, List.of()));
    detector(
        "few-shadows",
        Axis.SECOND_MODE,
        suspect -> new ModelFinding(List.of(Value.of("only", .2, List.of(.2))), null, List.of()));
    detectors.add(
        new Told(
            "gradients", Axis.SECOND_MODE, Set.of(Need.INPUT_GRADIENT), suspect -> measured(.9)));
    detector("works", Axis.HARM_WITHOUT_TRIGGER, suspect -> measured(.9));
    ModelInspectionResult result = inspect(Image::grey);
    assertThat(result.verdict()).isEqualTo(ModelVerdict.SPOILT_DATA);
    List<String> problems = result.detectors().stream().map(use -> use.problem()).toList();
    assertThat(problems.get(0)).contains("IllegalStateException", "not today");
    assertThat(problems.get(1)).contains("no number that makes sense");
    assertThat(problems.get(2)).contains("no number that makes sense");
    assertThat(problems.get(3)).contains("something else than it had promised");
    assertThat(problems.get(4)).contains("1 of 3 shadow models");
    assertThat(problems.get(5))
        .isEqualTo(
            "It needs gradients, which this model does not tell: no gradient is known for its"
                + " operator Sin.");
    assertThat(problems.get(6)).isEmpty();
  }

  @Test
  void aModelThatDrawsNothingGetsNoScoreAndNobodyIsAsked() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    detector(
        "mode",
        Axis.SECOND_MODE,
        suspect -> {
          asked.incrementAndGet();
          return measured(.9);
        });
    assertThat(reason(photo -> Image.constant(SIDE, SIDE, 1, 1))).isEqualTo(Reason.WORTHLESS);
    assertThat(reason(photo -> Image.constant(SIDE, SIDE + 1, 1, .5f)))
        .isEqualTo(Reason.OTHER_SIZE);
    AtomicInteger drawn = new AtomicInteger();
    assertThat(
            reason(
                photo -> {
                  float[] data = photo.grey().data().clone();
                  data[drawn.getAndIncrement() % data.length] = 1 - data[0];
                  return Image.of(SIDE, SIDE, 1, data);
                }))
        .isEqualTo(Reason.UNSTEADY);
    assertThat(asked).hasValue(0);
  }

  private Reason reason(UnaryOperator<Image> draw) throws IOException, CancelledException {
    ModelInspectionResult result = inspect(draw);
    assertThat(result.verdict()).isEqualTo(ModelVerdict.NO_SCORE);
    return Objects.requireNonNull(result.noScore()).reason();
  }

  @Test
  void whatWasMeasuredIsNotMeasuredAgain() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    detector(
        "mode",
        Axis.SECOND_MODE,
        suspect -> {
          asked.incrementAndGet();
          return measured(.9);
        });
    ModelInspectionResult first = inspect(Image::grey);
    assertThat(inspect(Image::grey)).isEqualTo(first);
    assertThat(asked).hasValue(1);
  }
}
