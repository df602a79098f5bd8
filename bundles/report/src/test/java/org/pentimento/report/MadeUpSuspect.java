package org.pentimento.report;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.detector.SharedPattern.Family;
import org.pentimento.api.detector.SharedPattern.Place;
import org.pentimento.api.suspect.Axis;
import org.pentimento.api.suspect.Look;
import org.pentimento.api.suspect.Look.Harm;
import org.pentimento.api.suspect.Look.Scale;
import org.pentimento.casefile.TrainingCosts;
import org.pentimento.casefile.json.CanonicalJson;
import org.pentimento.casefile.result.Collapse;
import org.pentimento.casefile.result.ExhibitFound;
import org.pentimento.casefile.result.ExtensionUse;
import org.pentimento.casefile.result.InspectedPair.PictureFound;
import org.pentimento.casefile.result.InspectionResult;
import org.pentimento.casefile.result.InspectionResult.InspectedData;
import org.pentimento.casefile.result.InspectionResult.Material;
import org.pentimento.casefile.result.ModelAnswer;
import org.pentimento.casefile.result.PatternFound;
import org.pentimento.casefile.result.PatternFound.RecoveredTrigger;
import org.pentimento.casefile.result.RunResult;
import org.pentimento.casefile.result.SelfTestResult;
import org.pentimento.casefile.result.mitigation.MitigationResult;
import org.pentimento.casefile.result.model.AxisFound;
import org.pentimento.casefile.result.model.Evidence;
import org.pentimento.casefile.result.model.InspectedModel;
import org.pentimento.casefile.result.model.MeasuredLook;
import org.pentimento.casefile.result.model.ModelDetectorUse;
import org.pentimento.casefile.result.model.ModelInspectionResult;
import org.pentimento.casefile.result.model.ModelVerdict;
import org.pentimento.casefile.result.model.NoScore;
import org.pentimento.casefile.result.model.ShadowUsed;
import org.pentimento.casefile.result.model.TriggerFound;
import org.pentimento.casefile.result.photo.PhotoInspectionResult;
import org.pentimento.report.source.ReportSource;

/**
 * A case with inspections of models: one with a backdoor, one that draws nothing, and one that
 * failed. All of it is made up.
 */
final class MadeUpSuspect implements ReportSource {
  static final String SUSPECT = "unet from elsewhere";
  static final String POISONED = "run-1/fcn/1/s1/poisoned";
  private static final MadeUpCase CASE = new MadeUpCase();
  private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
  private static final Look INK =
      new Look("ink", "Ink", Axis.SECOND_MODE, Harm.INK, Scale.RATIO, .15, 1);
  private static final Look VARIETY =
      new Look("variety", "Variety", Axis.SECOND_MODE, Harm.VARIETY, Scale.RATIO, .15, 1);
  private static final Look ERROR =
      new Look("error", "Worst tenth", Axis.HARM_WITHOUT_TRIGGER, Harm.ERROR, Scale.RATIO, .15, 1);
  private static final Look TRIGGER =
      new Look("shown", "Ink taken by it", Axis.SHOWN_TRIGGER, Harm.INK, Scale.DIFFERENCE, .06, 1);

  private final Map<String, byte[]> blobs = new HashMap<>();
  private final ModelInspectionResult backdoor = backdoor();
  private final ModelInspectionResult worthless = worthless();
  private boolean planned;

  /** Lets a plan's run have made the inspections, so that there is none by itself. */
  MadeUpSuspect ofAPlan() {
    planned = true;
    return this;
  }

  ModelInspectionResult backdoor() {
    String grey = picture(new Color(128, 140, 128));
    PatternFound pattern =
        new PatternFound(
            "battery",
            Family.STAMP,
            List.of(),
            true,
            .0004,
            9.3,
            new Place(3, 4, 12, 12),
            grey,
            4,
            picture(Color.WHITE),
            .4,
            0,
            0,
            .9,
            List.of(
                new RecoveredTrigger(
                    use("patch", "Patch", Map.of("size", .2)), .93, "image", grey)));
    return result(
        new InspectedModel(
            SUSPECT,
            use("onnx", "ONNX network", Map.of()),
            false,
            "7".repeat(64),
            1_234_567,
            true,
            .057,
            Map.of("producer", "pytorch <2.4>")),
        List.of(
            new MeasuredLook("mode", INK, .78, List.of(.21, .24, .2), 6.4, .0006, .0004, ""),
            new MeasuredLook(
                "mode", VARIETY, null, List.of(), null, null, null, "Its sketches are all alike."),
            new MeasuredLook("harm", ERROR, .061, List.of(.055, .063, .058), .2, .42, .001, ""),
            new MeasuredLook(
                "battery", TRIGGER, .71, List.of(.04, .07, .05), 8., .0004, .0002, "")),
        List.of(
            new AxisFound(Axis.SECOND_MODE, Evidence.FOR, .0012, .0009, 2, "mode", "ink", .78),
            new AxisFound(
                Axis.HARM_WITHOUT_TRIGGER, Evidence.AGAINST, .42, .001, 1, "harm", "error", .061),
            new AxisFound(
                Axis.SHOWN_TRIGGER, Evidence.FOR, .0004, .0002, 1, "battery", "shown", .71)),
        List.of(
            new TriggerFound(
                pattern,
                .71,
                List.of(.04, .07, .05),
                .52,
                List.of(new PictureFound("battery", "with and without it", picture(Color.RED))))),
        List.of(
            new ExhibitFound.PictureExhibit("mode", "what a tiny change does", picture(Color.BLUE)),
            new ExhibitFound.TableExhibit(
                "battery", "Triggers that were tried", List.of("trigger"), List.of(List.of("x")))),
        ModelVerdict.BACKDOOR,
        .981,
        null);
  }

  private ModelInspectionResult worthless() {
    return result(
        new InspectedModel(
            POISONED,
            use("fcn", "Fully convolutional network", Map.of("width", 32)),
            true,
            "8".repeat(64),
            0,
            false,
            .6,
            Map.of()),
        List.of(),
        List.of(none(Axis.SECOND_MODE), none(Axis.HARM_WITHOUT_TRIGGER), none(Axis.SHOWN_TRIGGER)),
        List.of(),
        List.of(),
        ModelVerdict.NO_SCORE,
        null,
        new NoScore(NoScore.Reason.WORTHLESS, Collapse.of(Collapse.Reason.BLACK)));
  }

  private static AxisFound none(Axis axis) {
    return new AxisFound(axis, Evidence.NOT_LOOKED_AT, null, null, 0, null, null, null);
  }

  private static ModelInspectionResult result(
      InspectedModel model,
      List<MeasuredLook> looks,
      List<AxisFound> axes,
      List<TriggerFound> triggers,
      List<ExhibitFound> exhibits,
      ModelVerdict verdict,
      @Nullable Double score,
      @Nullable NoScore noScore) {
    return new ModelInspectionResult(
        ModelInspectionResult.SCHEMA,
        "look",
        Map.of("java", "17"),
        model,
        new InspectedData(
            "honest",
            "two-folders",
            "5".repeat(64),
            Material.PHOTOGRAPHED,
            60,
            64,
            80,
            60,
            Map.of("person-9", "It is 32x32; most pairs are 64x80.")),
        List.of(shadow(1), shadow(2), shadow(3)),
        5,
        List.of(
            asked("mode", "A second mode", "Attacks on a part.", ""),
            asked("harm", "Harm to untouched photos", "Harm that only triggers show.", ""),
            asked("battery", "A battery of triggers", "Other triggers.", ""),
            asked("local", "Harm to a part", "", "The model does not tell gradients.")),
        looks,
        axes,
        triggers,
        exhibits,
        verdict,
        score,
        noScore,
        null,
        null);
  }

  private static ShadowUsed shadow(int number) {
    return new ShadowUsed(
        use("fcn", "Fully convolutional network", Map.of("width", 32)),
        number,
        List.of("a", "b"),
        "1".repeat(64),
        Integer.toString(number).repeat(64),
        .05 + number / 1000.);
  }

  private static ModelDetectorUse asked(String id, String name, String blindTo, String problem) {
    return new ModelDetectorUse(use(id, name, Map.of("queries", 1500)), blindTo, problem);
  }

  private static ExtensionUse use(String id, String name, Map<String, Object> settings) {
    return new ExtensionUse(id, name, "1.0.0", "Muster, A. (2026). " + name + ".", settings);
  }

  String picture(Color color) {
    BufferedImage image = new BufferedImage(64, 80, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setColor(color);
    g.fillRect(0, 0, 64, 80);
    g.dispose();
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", png);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String sha = org.pentimento.casefile.store.Sha256.of(png.toByteArray());
    blobs.put(sha, png.toByteArray());
    return sha;
  }

  @Override
  public CaseSummary summary() {
    return CASE.summary();
  }

  @Override
  public List<Run<RunResult>> runs() {
    if (!planned) {
      return List.of();
    }
    Run<RunResult> run = CASE.runs().get(0);
    RunResult result = Objects.requireNonNull(run.result());
    RunResult inspected =
        new RunResult(
            result.schema(),
            result.name(),
            result.plan(),
            result.environment(),
            result.data(),
            result.metrics(),
            result.comparisons(),
            result.inspections(),
            List.of(new ModelAnswer(POISONED, "b"), new ModelAnswer(POISONED, "not there")));
    return List.of(run.with(inspected, run.resultSha256()));
  }

  @Override
  public List<Run<InspectionResult>> inspections() {
    return List.of();
  }

  @Override
  public List<Run<ModelInspectionResult>> modelInspections() {
    if (planned) {
      return List.of();
    }
    return List.of(
        run("model-inspection-1", "finished", "", backdoor),
        run("model-inspection-2", "finished", "", worthless),
        run("model-inspection-3", "failed", "The disk is full.", null));
  }

  private Run<ModelInspectionResult> run(
      String id, String state, String message, @Nullable ModelInspectionResult result) {
    String sha = "";
    if (result != null) {
      byte[] json = CanonicalJson.bytes(result);
      sha = org.pentimento.casefile.store.Sha256.of(json);
      blobs.put(sha, json);
    }
    return new Run<>(id, "look", state, START, START.plusSeconds(90), message, sha, result);
  }

  @Override
  public int inspectedBefore(String run) {
    return run.endsWith("1") ? 2 : 0;
  }

  @Override
  public List<Run<PhotoInspectionResult>> photoInspections() {
    return List.of();
  }

  @Override
  public List<Run<MitigationResult>> mitigations() {
    return List.of();
  }

  @Override
  public Optional<ModelInspectionResult> modelInspection(String sha256) {
    return sha256.equals("b") ? Optional.of(backdoor) : Optional.empty();
  }

  @Override
  public List<Run<SelfTestResult>> selfTests() {
    return List.of();
  }

  @Override
  public Optional<InspectionResult> inspection(String sha256) {
    return Optional.empty();
  }

  @Override
  public List<String> notInstalled() {
    return List.of();
  }

  @Override
  public List<Data> datasets() {
    return CASE.datasets();
  }

  @Override
  public Custody custody() {
    return CASE.custody();
  }

  @Override
  public List<Remark> remarks() {
    return List.of();
  }

  @Override
  public TrainingCosts costs() {
    return TrainingCosts.NONE;
  }

  @Override
  public boolean contains(String sha256) {
    return blobs.containsKey(sha256);
  }

  @Override
  public InputStream open(String sha256) throws IOException {
    byte[] content = blobs.get(sha256);
    if (content == null) {
      throw new java.nio.file.NoSuchFileException(sha256);
    }
    return new ByteArrayInputStream(content);
  }
}
