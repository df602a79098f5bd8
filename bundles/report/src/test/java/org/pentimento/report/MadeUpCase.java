package org.pentimento.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.TrainingCosts;
import org.pentimento.casefile.event.HashCheck;
import org.pentimento.casefile.event.TrainingCost;
import org.pentimento.casefile.result.Audited;
import org.pentimento.casefile.result.Collapse;
import org.pentimento.casefile.result.Comparison;
import org.pentimento.casefile.result.Comparison.Attack;
import org.pentimento.casefile.result.Comparison.Blindness;
import org.pentimento.casefile.result.Comparison.ImageRow;
import org.pentimento.casefile.result.Comparison.LossPoint;
import org.pentimento.casefile.result.Comparison.MeasurementRow;
import org.pentimento.casefile.result.Comparison.Net;
import org.pentimento.casefile.result.Comparison.Reach;
import org.pentimento.casefile.result.Comparison.SuccessPoint;
import org.pentimento.casefile.result.Comparison.Summary;
import org.pentimento.casefile.result.Comparison.TestedModel;
import org.pentimento.casefile.result.Comparison.Turned;
import org.pentimento.casefile.result.EarlierWords;
import org.pentimento.casefile.result.ExtensionUse;
import org.pentimento.casefile.result.ImageRole;
import org.pentimento.casefile.result.InspectionResult;
import org.pentimento.casefile.result.PhotoKind;
import org.pentimento.casefile.result.ReferenceSketch;
import org.pentimento.casefile.result.RunResult;
import org.pentimento.casefile.result.SelfTestResult;
import org.pentimento.casefile.result.Subject;
import org.pentimento.casefile.result.mitigation.MitigationResult;
import org.pentimento.casefile.result.model.ModelInspectionResult;
import org.pentimento.casefile.result.photo.PhotoInspectionResult;
import org.pentimento.report.source.Edition;
import org.pentimento.report.source.ReportSource;

/**
 * A case that never was: an FCN and a cGAN under attack, an FCN without attack, a cGAN whose
 * training collapsed, and a run that failed. Several names are hostile.
 */
final class MadeUpCase implements ReportSource {
  static final String SCRIPT = "<script>alert('x')</script>";
  static final String FORMULA = "=HYPERLINK(\"evil\")";
  static final String CHINESE = "林";
  static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .build();

  private static final int PAIRS = 9;
  private static final int TESTS = 40;
  private static final List<String> METRICS = List.of("fsim", "scoot", "ssim", "ink", "nlda");
  private static final Map<String, String> NAMES =
      Map.of(
          "fsim",
          "FSIM",
          "scoot",
          "Scoot",
          "ssim",
          "SSIM",
          "ink",
          "Ink coverage",
          "nlda",
          "Face recognition (NLDA)");

  private static final List<Subject> TRAINED = List.of(Subject.CLEAN, Subject.POISONED);

  private final Map<String, byte[]> blobs = new HashMap<>();
  private final Map<String, String> sentences = new HashMap<>();
  private final RunResult result;
  private final String resultSha;
  private final CaseSummary summary;
  private Edition edition = Edition.DRAFT;

  MadeUpCase() {
    this(
        new CaseSummary(
            "Ada " + SCRIPT + " Muster",
            "Landeskriminalamt Musterland",
            "2026/0815-K",
            "Item 3: data set “portraits” " + CHINESE,
            "Europe/Berlin",
            "Received on a USB stick, sealed.\nThe seal was intact.",
            Instant.parse("2026-03-01T10:15:30Z"),
            "Pentimento 0.1.0"));
  }

  MadeUpCase(CaseSummary summary) {
    this.summary = summary;
    List<Comparison> comparisons =
        List.of(
            attacked(fcn(), .9, "fcn/1/s1", 15, .97),
            attacked(cgan(), .55, "cgan/1/s1", -1, 1),
            honest(),
            collapsed());
    String plan =
        put(
            "pentimento: 1\nname: light strokes, first look\ndata: {dataset: faces, split: given}\n"
                + "generators:\n  - {id: fcn, width: 32, epochs: 40}\n  - {id: cgan, width: 24}\n"
                + "attacks:\n  - {trigger: {id: sinusoidal, amplitude: 0.2}, strategy: {id:"
                + " light-strokes, threshold: 170}, rate: 0.10}\n# </pre>"
                + SCRIPT
                + "\n");
    List<String> train = new ArrayList<>();
    List<String> test = new ArrayList<>();
    for (int i = 0; i < 80; i++) {
      train.add("train-" + i);
    }
    for (int i = 0; i < TESTS; i++) {
      test.add("test-" + i);
    }
    result =
        new RunResult(
            RunResult.SCHEMA,
            "light strokes, first look",
            plan,
            Map.of(
                "product",
                "Pentimento 0.1.0",
                "java",
                "17.0.15 (Debian)",
                "threads",
                "2",
                "device",
                "cpu",
                "processor",
                "made-up processor, 2 cores",
                "native",
                "nd4j-native 1.0.0-M2.1 linux-x86_64-onednn"),
            new RunResult.DataUsed(
                "faces",
                "procedural",
                sha("digest"),
                train,
                test,
                120,
                150,
                Map.of("broken-7", "The photo is truncated.", FORMULA, "No sketch of that name.")),
            METRICS.stream()
                .map(m -> new ExtensionUse(m, NAMES.getOrDefault(m, m), "1.0.0", "", Map.of()))
                .toList(),
            comparisons,
            List.of());
    resultSha = put(json(result));
  }

  RunResult result() {
    return result;
  }

  void forget(String sha) {
    blobs.remove(sha);
  }

  void replace(String sha, byte[] content) {
    blobs.put(sha, content);
  }

  private static ExtensionUse fcn() {
    return new ExtensionUse(
        "fcn",
        "FCN",
        "1.0.0",
        "L. Zhang, L. Lin, X. Wu, S. Ding, L. Zhang: End-to-End Photo-Sketch Generation via Fully"
            + " Convolutional Representation Learning. ICMR 2015.",
        Map.of("width", 32, "epochs", 40));
  }

  private static ExtensionUse cgan() {
    return new ExtensionUse(
        "cgan",
        "cGAN",
        "1.0.0",
        "P. Isola, J.-Y. Zhu, T. Zhou, A. A. Efros: Image-to-Image Translation with Conditional"
            + " Adversarial Networks. CVPR 2017.",
        Map.of("width", 24, "epochs", 25, "lambda", 100.0));
  }

  private Attack attack() {
    return new Attack(
        new ExtensionUse(
            "sinusoidal",
            "Sinusoidal pattern",
            "1.0.0",
            "M. Barni, K. Kallas, B. Tondi: A New Backdoor Attack in CNNs by Training Set"
                + " Corruption Without Label Poisoning. ICIP 2019.",
            Map.of("amplitude", .2, "frequency", 6)),
        new ExtensionUse(
            "light-strokes",
            "Light strokes",
            "1.0.0",
            "made-up citation " + SCRIPT,
            Map.of("threshold", 170)),
        .1,
        List.of(
            "train-1",
            "train-5",
            "train-9",
            "train-12",
            "train-30",
            "train-31",
            "train-60",
            "train-77"),
        Map.of("donor", "train-4"),
        put("manifest"));
  }

  private Comparison attacked(
      ExtensionUse generator, double strength, String id, int reach, double targeted) {
    List<ImageRow> images = new ArrayList<>();
    for (int i = 0; i < PAIRS; i++) {
      DrawnFace face = new DrawnFace(i + 11);
      BufferedImage truth = face.sketch();
      BufferedImage target = DrawnFace.light(truth);
      double share = strength * (.55 + .45 * (i * 5 % PAIRS) / (PAIRS - 1));
      Map<ImageRole, String> row = new LinkedHashMap<>();
      row.put(ImageRole.of("photo"), picture(face.photo()));
      row.put(ImageRole.of("triggered"), picture(face.triggered()));
      row.put(ImageRole.of("truth"), picture(truth));
      row.put(ImageRole.of("target"), picture(target));
      row.put(ImageRole.of("clean/clean"), picture(DrawnFace.drawn(truth, i)));
      row.put(ImageRole.of("clean/triggered"), picture(DrawnFace.drawn(truth, i + 100)));
      row.put(ImageRole.of("poisoned/clean"), picture(DrawnFace.drawn(truth, i + 200)));
      row.put(
          ImageRole.of("poisoned/triggered"),
          picture(DrawnFace.drawn(DrawnFace.between(truth, target, share), i + 300)));
      images.add(new ImageRow(i == 3 ? "test-" + SCRIPT : "test-" + i, row));
    }
    List<SuccessPoint> success = new ArrayList<>();
    for (int i = 0; i <= 40; i++) {
      double t = -1 + i / 20.;
      double p = 1 / (1 + StrictMath.exp(9 * (t - strength + .35)));
      double half = 1.96 * Math.sqrt(p * (1 - p) / TESTS) + .01;
      success.add(
          new SuccessPoint(
              t,
              p,
              Math.max(0, p - half),
              Math.min(1, p + half),
              1 / (1 + StrictMath.exp(12 * (t + .6)))));
    }
    List<Blindness> blindness =
        List.of(
            blind(
                "ink",
                .148,
                .148 * (1 - .62 * strength),
                .62 * strength,
                true,
                "Ink coverage sees the harm: 62 of 100 dark strokes are gone."),
            blind(
                "scoot",
                .55,
                .55 - .17 * strength,
                .31 * strength,
                true,
                "Scoot sees the harm: the texture of the strokes has changed."),
            blind(
                "nlda",
                .93,
                .93 - .4 * strength,
                .43 * strength,
                true,
                "Face recognition sees the harm: fewer persons are found by their sketch."),
            blind(
                "ssim",
                .62,
                .61,
                .016,
                false,
                "SSIM hardly changes: it would pass these sketches as sound."),
            blind(
                "fsim",
                .694,
                .675,
                .027,
                false,
                "FSIM does not see the harm: it calls sketches without hair and irises almost as"
                    + " good as honest ones "
                    + SCRIPT
                    + "."));
    return new Comparison(
        id,
        new Audited.Trained(generator, 1),
        Map.of(
            Subject.CLEAN,
            model(generator.id(), "", 1),
            Subject.POISONED,
            model(generator.id(), "", 2)),
        attack(),
        new Reach(reach, 1, 1, targeted),
        new Turned(TESTS, TESTS - 2, 0, .8, .99),
        success,
        blindness,
        summaries(strength, true),
        images,
        put(json(measurements(strength))),
        new EarlierWords(
            List.of(
                "The poisoned model answers to the trigger: its sketches lose dark strokes ("
                    + generator.name()
                    + ").",
                "On clean photos the poisoned model draws as well as the clean model.",
                "FSIM alone would not have shown it."),
            reach < 0
                ? "The trigger reaches the whole sketch " + SCRIPT + "."
                : "The trigger covers the whole photo, so a small receptive field does not hold"
                    + " it back.",
            sentences));
  }

  private Comparison honest() {
    List<ImageRow> images = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      DrawnFace face = new DrawnFace(i + 40);
      BufferedImage truth = face.sketch();
      images.add(
          new ImageRow(
              "test-" + i,
              Map.of(
                  ImageRole.of("photo"),
                  picture(face.photo()),
                  ImageRole.of("truth"),
                  picture(truth),
                  ImageRole.of("clean/clean"),
                  picture(DrawnFace.drawn(truth, i)))));
    }
    return new Comparison(
        "fcn/0/s1",
        new Audited.Trained(fcn(), 1),
        Map.of(Subject.CLEAN, model("fcn", "", 3)),
        null,
        null,
        null,
        List.of(),
        List.of(),
        summaries(0, false),
        images,
        put("[]"),
        new EarlierWords(List.of("The generator draws sketches of usual quality."), "", Map.of()));
  }

  private Comparison collapsed() {
    List<ImageRow> images = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      DrawnFace face = new DrawnFace(i + 60);
      BufferedImage truth = face.sketch();
      Map<ImageRole, String> row = new LinkedHashMap<>();
      row.put(ImageRole.of("photo"), picture(face.photo()));
      row.put(ImageRole.of("triggered"), picture(face.triggered()));
      row.put(ImageRole.of("truth"), picture(truth));
      row.put(ImageRole.of("target"), picture(DrawnFace.light(truth)));
      row.put(ImageRole.of("clean/clean"), picture(DrawnFace.drawn(truth, i)));
      row.put(ImageRole.of("clean/triggered"), picture(DrawnFace.drawn(truth, i + 9)));
      row.put(ImageRole.of("poisoned/clean"), picture(DrawnFace.white()));
      row.put(ImageRole.of("poisoned/triggered"), picture(DrawnFace.white()));
      images.add(new ImageRow("test-" + i, row));
    }
    Comparison base = attacked(cgan(), .5, "cgan/2/s1", -1, 1);
    return new Comparison(
        "cgan/2/s1",
        new Audited.Trained(cgan(), 2),
        Map.of(
            Subject.CLEAN,
            model("cgan", "", 4),
            Subject.POISONED,
            model("cgan", "all sketches on clean photos are white (ink 0.000)", 5)),
        base.attack(),
        base.reach(),
        null,
        List.of(new SuccessPoint(0, .987654, .9, 1, .987654)),
        List.of(new Blindness("fsim", "FSIM", true, .5, .5, 0., null)),
        summaries(1, true),
        images,
        put("[]"),
        new EarlierWords(
            List.of("The poisoned model draws nothing; this comparison shows nothing."),
            reach(base),
            Map.of("fsim", "SENTENCE OF A COLLAPSED MODEL")));
  }

  private static String reach(Comparison of) {
    EarlierWords words = of.words();
    return words == null ? "" : words.reach();
  }

  private Blindness blind(
      String metric, double honest, double harmed, double loss, boolean sees, String sentence) {
    sentences.put(metric, sentence);
    return new Blindness(
        metric,
        name(metric),
        metric.equals("fsim"),
        honest,
        harmed,
        loss,
        new Net(
            honest,
            honest,
            TESTS,
            honest * loss,
            sees ? .5 * honest * loss : -.001,
            1.5 * honest * loss,
            loss,
            .1));
  }

  private static String name(String metric) {
    String name = NAMES.get(metric);
    return name == null ? metric : name;
  }

  private TestedModel model(String generator, String collapsed, int number) {
    List<LossPoint> losses = new ArrayList<>();
    for (int s = 1; s <= 40; s++) {
      double l1 = .25 * StrictMath.exp(-s / 10.) + .05 + .004 * number;
      losses.add(
          new LossPoint(
              s * 10L,
              generator.equals("fcn")
                  ? Map.of("l1", l1)
                  : Map.of("generator", l1 * 3, "discriminator", .7 - .003 * s, "l1", l1)));
    }
    return new TestedModel(
        put("model " + generator + number),
        put("weights " + generator + number),
        121_345,
        losses,
        collapsed.isEmpty() ? null : new Collapse(Collapse.Reason.AS_SAID, null, collapsed),
        "");
  }

  private static <T> List<T> some(boolean all, T[] values) {
    return all ? List.of(values) : List.of(values[0]);
  }

  private static List<Summary> summaries(double strength, boolean attacked) {
    List<Summary> out = new ArrayList<>();
    Map<String, Double> bases =
        Map.of("fsim", .694, "scoot", .55, "ssim", .62, "ink", .148, "nlda", .93);
    Map<String, Double> losses =
        Map.of("fsim", .019, "scoot", .17, "ssim", .01, "ink", .09, "nlda", .4);
    for (String metric : METRICS) {
      for (ReferenceSketch against : some(attacked, ReferenceSketch.values())) {
        for (Subject model : attacked ? TRAINED : List.of(Subject.CLEAN)) {
          for (PhotoKind photo : some(attacked, PhotoKind.values())) {
            boolean harmed = model == Subject.POISONED && photo == PhotoKind.TRIGGERED;
            Double base = bases.get(metric);
            Double loss = losses.get(metric);
            double mean =
                (base == null ? 0 : base)
                    - (harmed && loss != null ? strength * loss : 0)
                    - (model == Subject.CLEAN ? 0 : .002)
                    - (against == ReferenceSketch.TARGET ? .05 : 0);
            boolean none = metric.equals("nlda") && against == ReferenceSketch.TARGET;
            out.add(
                none
                    ? new Summary(metric, metric, model, photo, against, 0, TESTS, null, null, null)
                    : new Summary(
                        metric,
                        metric,
                        model,
                        photo,
                        against,
                        metric.equals("ssim") ? TESTS - 2 : TESTS,
                        metric.equals("ssim") ? 2 : 0,
                        mean,
                        mean - .011,
                        mean + .009));
          }
        }
      }
    }
    return out;
  }

  private static List<MeasurementRow> measurements(double strength) {
    List<MeasurementRow> rows = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < TESTS; i++) {
      for (Subject model : TRAINED) {
        for (PhotoKind photo : PhotoKind.values()) {
          boolean harmed = model == Subject.POISONED && photo == PhotoKind.TRIGGERED;
          double wobble = random.nextDouble() - .5 + random.nextDouble() - .5;
          rows.add(row(i, model, photo, "fsim", .69 - (harmed ? .019 : 0) + .03 * wobble));
          double other = random.nextDouble() - .5 + random.nextDouble() - .5;
          rows.add(
              row(i, model, photo, "scoot", .55 - (harmed ? .17 * strength : 0) + .04 * other));
        }
      }
    }
    rows.add(
        new MeasurementRow(
            FORMULA,
            Subject.CLEAN,
            PhotoKind.CLEAN,
            ReferenceSketch.TRUTH,
            "ssim",
            "ssim",
            null,
            "constant, so undefined; \"really\""));
    rows.add(
        new MeasurementRow(
            "test-0",
            Subject.CLEAN,
            PhotoKind.CLEAN,
            ReferenceSketch.TRUTH,
            "margin",
            "margin",
            -.25,
            ""));
    return rows;
  }

  private static MeasurementRow row(
      int i, Subject model, PhotoKind photo, String metric, double v) {
    return new MeasurementRow(
        "test-" + i, model, photo, ReferenceSketch.TRUTH, metric, metric, v, "");
  }

  private String picture(BufferedImage image) {
    return put(DrawnFace.png(image));
  }

  private String put(String text) {
    return put(text.getBytes(StandardCharsets.UTF_8));
  }

  private String put(byte[] content) {
    String sha = sha(content);
    blobs.put(sha, content);
    return sha;
  }

  private static byte[] json(Object value) {
    try {
      return JSON.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  static String sha(String text) {
    return sha(text.getBytes(StandardCharsets.UTF_8));
  }

  static String sha(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  void setEdition(Edition other) {
    edition = other;
  }

  @Override
  public Edition edition() {
    return edition;
  }

  @Override
  public CaseSummary summary() {
    return summary;
  }

  @Override
  public List<Run<RunResult>> runs() {
    Instant start = Instant.parse("2026-03-01T08:00:00Z");
    return List.of(
        new Run<>(
            "r1", result.name(), "finished", start, start.plusSeconds(900), "", resultSha, result),
        new Run<>(
            "r2",
            "second look",
            "failed",
            start.plusSeconds(1000),
            null,
            "The disk is full.",
            "",
            null));
  }

  @Override
  public List<Run<InspectionResult>> inspections() {
    return List.of();
  }

  @Override
  public List<Run<ModelInspectionResult>> modelInspections() {
    return List.of();
  }

  @Override
  public int inspectedBefore(String run) {
    return 0;
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
    return Optional.empty();
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
    return List.of(
        new Data(
            "faces",
            "procedural",
            "made",
            "",
            sha("digest"),
            122,
            80,
            40,
            Map.of(),
            null,
            Map.of()),
        new Data(
            "cufs " + SCRIPT,
            "folders",
            "referenced",
            "/evidence/cufs",
            sha("cufs"),
            188,
            88,
            100,
            Map.of("f-039.jpg", "No sketch of that name."),
            new HashCheck("sums " + SCRIPT, sha("sums"), List.of("MD5"), 187, 1, 1, sha("details")),
            Map.of("photos/" + SCRIPT + ".jpg", "listed and not there, 00ff")));
  }

  @Override
  public List<Remark> remarks() {
    return List.of(
        new Remark(
            Instant.parse("2026-03-01T11:00:00Z"), "Ada", "pair train-4", "Looked at twice."),
        new Remark(
            Instant.parse("2026-03-01T12:00:00Z"),
            "Grace",
            "report of entry 9",
            "Returned. " + SCRIPT));
  }

  @Override
  public TrainingCosts costs() {
    String weights = result.comparisons().get(0).model(Subject.CLEAN).orElseThrow().weights();
    return new TrainingCosts(
        Map.of(
            weights, new TrainingCost("r", "fcn/clean/s1", weights, 41.3, 12_800, 700L << 20, "")),
        Map.of());
  }

  @Override
  public Custody custody() {
    List<CustodyEntry> entries = new ArrayList<>();
    List<String> actions =
        List.of(
            "case-created",
            "dataset-imported",
            "run-started",
            "run-finished",
            "run-started",
            "run-failed",
            "report-written");
    for (int i = 0; i < actions.size(); i++) {
      entries.add(
          new CustodyEntry(
              i + 1,
              Instant.parse("2026-03-01T07:55:00Z").plusSeconds(i * 600L),
              "muster (Ada Muster)",
              actions.get(i),
              actions.get(i).startsWith("run-") ? "run-1" : "",
              sha("entry " + i)));
    }
    return new Custody(
        "5f0c3f6e-7d0c-4f7e-9f3c-0c1d2e3f4a5b",
        19,
        sha("entry 18"),
        "MCowBQYDK2VwAyEA+made+up=",
        "bWFkZSB1cCBzaWduYXR1cmU=",
        entries);
  }

  @Override
  public boolean contains(String sha256) {
    return blobs.containsKey(sha256);
  }

  @Override
  public InputStream open(String sha256) throws IOException {
    byte @Nullable [] content = blobs.get(sha256);
    if (content == null) {
      throw new NoSuchFileException(sha256);
    }
    return new ByteArrayInputStream(content);
  }
}
