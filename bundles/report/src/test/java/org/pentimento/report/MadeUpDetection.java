package org.pentimento.report;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.detector.DatasetDetector.LooksAt;
import org.pentimento.api.detector.PairFinding.Quality.Oddity;
import org.pentimento.api.detector.PairFinding.Reason;
import org.pentimento.api.detector.SharedPattern.Family;
import org.pentimento.api.detector.SharedPattern.Place;
import org.pentimento.casefile.TrainingCosts;
import org.pentimento.casefile.json.CanonicalJson;
import org.pentimento.casefile.result.AttackInspection;
import org.pentimento.casefile.result.DatasetVerdict;
import org.pentimento.casefile.result.ExhibitFound;
import org.pentimento.casefile.result.ExtensionUse;
import org.pentimento.casefile.result.InspectedPair;
import org.pentimento.casefile.result.InspectedPair.PictureFound;
import org.pentimento.casefile.result.InspectedPair.QualityFound;
import org.pentimento.casefile.result.InspectedPair.ReasonFound;
import org.pentimento.casefile.result.InspectionResult;
import org.pentimento.casefile.result.InspectionResult.DetectorUse;
import org.pentimento.casefile.result.InspectionResult.InspectedData;
import org.pentimento.casefile.result.InspectionResult.Material;
import org.pentimento.casefile.result.InspectionResult.Truth;
import org.pentimento.casefile.result.PatternFound;
import org.pentimento.casefile.result.PatternFound.RecoveredTrigger;
import org.pentimento.casefile.result.QuotedPower;
import org.pentimento.casefile.result.QuotedPower.AttackPower;
import org.pentimento.casefile.result.QuotedPower.Share;
import org.pentimento.casefile.result.RunResult;
import org.pentimento.casefile.result.SelfTestResult;
import org.pentimento.casefile.result.SelfTestResult.KindSummary;
import org.pentimento.casefile.result.SelfTestResult.Planted;
import org.pentimento.casefile.result.SelfTestResult.RocPoint;
import org.pentimento.casefile.result.SelfTestResult.Trial;
import org.pentimento.casefile.result.mitigation.MitigationResult;
import org.pentimento.casefile.result.model.ModelInspectionResult;
import org.pentimento.casefile.result.photo.PhotoInspectionResult;
import org.pentimento.report.source.ReportSource;

/**
 * A case with a poisoned data set, one in which nothing was found, an inspection that failed and a
 * self-test; with or without a run whose training pairs were inspected. All of it is made up.
 */
final class MadeUpDetection implements ReportSource {
  private static final int PAIRS = 200;
  private static final int POISONED = 14;
  private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
  private static final List<String> TRIGGERS = List.of("patch", "reflection", "warp");
  private static final List<String> STRATEGIES =
      List.of("another-person", "clean-label", "faded-ink", "mouth-missing");
  private static final double[] RATES = {.02, .05, .1, .3};

  private static final MadeUpCase AUDITED = new MadeUpCase();

  private final Map<String, byte[]> blobs = new HashMap<>();
  private final InspectionResult poisoned;
  private final InspectionResult nothing;
  private final InspectionResult simulated;
  private final SelfTestResult selfTest = selfTest();
  private final boolean runs;
  private List<String> notInstalled = List.of();

  /**
   * A made-up case.
   *
   * @param runs whether it has runs of plans as well
   */
  MadeUpDetection(boolean runs) {
    this.runs = runs;
    QuotedPower power =
        new QuotedPower("self-test-1", "known faces", 188, attacks(), new Share(.011, .008, .015));
    poisoned = poisoned("suspect", power, "suspect-cleaned", null);
    simulated =
        poisoned(
            "faces",
            null,
            null,
            new Truth(poisoned.flagged().stream().map(InspectedPair::id).toList(), 14, 0, .999));
    nothing = nothing();
  }

  void notInstalled(String... sentences) {
    notInstalled = List.of(sentences);
  }

  InspectionResult poisoned() {
    return poisoned;
  }

  Collection<byte[]> pictures() {
    return blobs.values();
  }

  void forgetPictures() {
    blobs.clear();
  }

  private static ExtensionUse use(String id, String name) {
    return new ExtensionUse(
        id,
        name,
        "1.0.0",
        "Muster, A. (2026). How to find what was hidden. Journal of Examples 1, 1–10.",
        Map.of("cells", 6, "trimmed", .3));
  }

  private static List<DetectorUse> detectors(String problem) {
    return List.of(
        new DetectorUse(use("order", "Order of the set"), LooksAt.QUALITY, "", ""),
        new DetectorUse(
            use("ridge", "Predicted sketches"),
            LooksAt.SKETCHES,
            "Attacks that leave the sketches as they are, and changes smaller than honest sketches"
                + " differ.",
            ""),
        new DetectorUse(
            use("groups", "Shared patterns"),
            LooksAt.PHOTOS,
            "Triggers that each photo carries differently.",
            problem));
  }

  private InspectionResult poisoned(
      String dataset,
      @Nullable QuotedPower power,
      @Nullable String cleaned,
      @Nullable Truth truth) {
    SplittableRandom random = new SplittableRandom(7);
    List<InspectedPair> pairs = new ArrayList<>();
    List<String> members = new ArrayList<>();
    for (int i = 0; i < PAIRS; i++) {
      boolean bad = i < POISONED;
      String id = bad ? "m-%03d-01".formatted(3 + i * 13) : "f-%03d-01".formatted(i);
      pairs.add(
          new InspectedPair(
              id,
              bad ? 3.4 - .12 * i : .95 * Math.pow(1 - (i - POISONED) / 190., 2),
              bad ? 1e-5 * (i + 1) : Math.min(1, .02 + i / 200.),
              bad,
              reasons(bad, i),
              qualities(bad, i),
              bad ? pictures(i) : List.of()));
      if (bad && i != 5) {
        members.add(id);
      }
    }
    String residual = picture(residual(random));
    PatternFound stamp =
        new PatternFound(
            "groups",
            Family.STAMP,
            members,
            true,
            3e-6,
            11.4,
            new Place(86, 118, 24, 24),
            residual,
            4,
            picture(mask()),
            .31,
            0,
            0,
            .62,
            List.of(
                new RecoveredTrigger(
                    new ExtensionUse(
                        "patch",
                        "Patch",
                        "1.0.0",
                        "",
                        Map.of("size", .198765432, "x", .716, "y", .787, "opacity", .62)),
                    .93,
                    "image",
                    picture(mask()))));
    List<Double> x = new ArrayList<>();
    List<Double> y = new ArrayList<>();
    for (int k = 1; k <= 40; k++) {
      x.add((double) k);
      y.add(k <= POISONED ? .8 - .004 * k : .1 + .3 / k);
    }
    return new InspectionResult(
        InspectionResult.SCHEMA,
        "n",
        Map.of("product", "Pentimento 0.1.0", "java", "17.0.15 (Debian)", "threads", "2"),
        new InspectedData(
            dataset,
            "folders",
            MadeUpCase.sha("suspect"),
            Material.PHOTOGRAPHED,
            PAIRS,
            120,
            150,
            196,
            Map.of("f-099-02", "The photo is truncated.")),
        null,
        .01,
        1,
        detectors(""),
        DatasetVerdict.POISONED,
        2e-7,
        2,
        1.,
        pairs,
        List.of(stamp),
        List.of(
            new ExhibitFound.PictureExhibit("groups", "Mean of all photos", residual),
            new ExhibitFound.TableExhibit(
                "ridge",
                "How well each part of the sketches is predicted",
                List.of("part", "explained"),
                List.of(List.of("eyes", "62 %"), List.of("mouth", "48 %"), List.of("short"))),
            new ExhibitFound.CurveExhibit(
                "groups",
                "Photos resemble the first ones of the order up to place 14.",
                "place in the order of the sketches",
                "mean similarity",
                x,
                y)),
        power,
        cleaned,
        truth);
  }

  private static List<ReasonFound> reasons(boolean bad, int i) {
    if (!bad) {
      return i == POISONED
          ? List.of(new ReasonFound("ridge", Reason.Kind.UNEXPECTED, 2.1, "hair"))
          : List.of();
    }
    List<ReasonFound> reasons = new ArrayList<>();
    reasons.add(
        i % 3 == 1
            ? new ReasonFound("ridge", Reason.Kind.PART_MISSING, 6.3 - .1 * i, "mouth")
            : new ReasonFound("ridge", Reason.Kind.LESS_INK, 7.7 - .2 * i, ""));
    if (i != 5) {
      reasons.add(new ReasonFound("groups", Reason.Kind.SHARED_PATTERN, 10.2 - .3 * i, "a stamp"));
    }
    return reasons;
  }

  private static List<QualityFound> qualities(boolean bad, int i) {
    if (!bad && i % 40 == 20) {
      return List.of(
          new QualityFound("order", Oddity.MISALIGNED, List.of(), "2.5 px to the left, 2° turned"));
    }
    return !bad && i % 60 == 30
        ? List.of(new QualityFound("order", Oddity.DUPLICATE, List.of("f-031-01"), ""))
        : List.of();
  }

  private List<PictureFound> pictures(int i) {
    DrawnFace face = new DrawnFace(i + 70);
    BufferedImage photo = face.photo();
    Graphics2D g = photo.createGraphics();
    g.setColor(new Color(250, 220, 40));
    g.fillRect(86, 118, 24, 24);
    g.dispose();
    BufferedImage sketch = face.sketch();
    return List.of(
        new PictureFound("ridge", "photo", picture(photo)),
        new PictureFound("ridge", "sketch as it is", picture(DrawnFace.light(sketch))),
        new PictureFound("ridge", "sketch as expected", picture(DrawnFace.drawn(sketch, i))),
        new PictureFound(
            "ridge",
            "where they differ: the darker, the more",
            picture(DrawnFace.between(sketch, DrawnFace.white(), .5))));
  }

  private static BufferedImage residual(SplittableRandom random) {
    BufferedImage image = new BufferedImage(120, 150, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < 150; y++) {
      for (int x = 0; x < 120; x++) {
        int noise = 120 + random.nextInt(16);
        boolean stamp = x >= 86 && x < 110 && y >= 118 && y < 142;
        image.setRGB(
            x,
            y,
            stamp
                ? new Color(220, 200, 60 + noise / 4).getRGB()
                : new Color(noise, noise, noise).getRGB());
      }
    }
    return image;
  }

  private static BufferedImage mask() {
    BufferedImage image = new BufferedImage(120, 150, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D g = image.createGraphics();
    g.setColor(Color.WHITE);
    g.fillRect(86, 118, 24, 24);
    g.dispose();
    return image;
  }

  /** A small set with hostile names, in which a detector could not look. */
  private InspectionResult nothing() {
    List<InspectedPair> pairs = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      pairs.add(
          new InspectedPair(
              i == 0 ? MadeUpCase.FORMULA : "pair-" + i,
              .9 - .03 * i,
              (i + 1) / 25.,
              false,
              i == 0
                  ? List.of(
                      new ReasonFound(
                          "ridge", Reason.Kind.OTHER, 2, "It says " + MadeUpCase.SCRIPT))
                  : List.of(),
              List.of(),
              List.of()));
    }
    return new InspectionResult(
        InspectionResult.SCHEMA,
        "n",
        Map.of("product", "Pentimento 0.1.0"),
        new InspectedData(
            "second " + MadeUpCase.SCRIPT,
            "folders",
            MadeUpCase.sha("second"),
            Material.PHOTOGRAPHED,
            24,
            64,
            80,
            24,
            Map.of()),
        new InspectedData(
            "known faces",
            "folders",
            MadeUpCase.sha("known"),
            Material.PHOTOGRAPHED,
            88,
            64,
            80,
            88,
            Map.of()),
        .01,
        1,
        detectors("It needs at least 40 pairs and was given 24."),
        DatasetVerdict.NOTHING_FOUND,
        .61,
        .24,
        1.,
        pairs,
        List.of(),
        List.of(),
        null,
        null,
        null);
  }

  private static double found(int trigger, int strategy, double rate) {
    double hard = strategy == 3 ? .35 : strategy == 1 ? .15 : .02;
    return Math.max(0, Math.min(1, 1 - hard * (1 + trigger) * (rate > .2 ? 1.3 : .8)));
  }

  private static Share share(double value, double wide) {
    return new Share(value, Math.max(0, value - wide), Math.min(1, value + wide / 2));
  }

  private static List<AttackPower> attacks() {
    List<AttackPower> attacks = new ArrayList<>();
    for (int t = 0; t < TRIGGERS.size(); t++) {
      for (int s = 0; s < STRATEGIES.size(); s++) {
        for (double rate : RATES) {
          attacks.add(
              new AttackPower(
                  TRIGGERS.get(t),
                  STRATEGIES.get(s),
                  rate,
                  3,
                  share(found(t, s, rate), .09),
                  share(.5 + found(t, s, rate) / 2, .02)));
        }
      }
    }
    return attacks;
  }

  private static KindSummary kind(
      Planted planted, String trigger, String strategy, String oddity, double rate) {
    int t = Math.max(0, TRIGGERS.indexOf(trigger));
    int s = Math.max(0, STRATEGIES.indexOf(strategy));
    boolean attack = planted == Planted.ATTACK;
    double found = attack ? found(t, s, rate) : .013;
    List<RocPoint> roc = new ArrayList<>();
    for (int i = 0; i <= 40; i++) {
      double at = Math.pow(10, -3.2 + i * .08);
      roc.add(new RocPoint(at, Math.pow(at, (1 - found) * .4)));
    }
    Share changed = planted == Planted.NOTHING ? null : share(found, .06);
    return new KindSummary(
        planted,
        trigger,
        strategy,
        oddity,
        rate,
        rate == 0 ? 12 : 3,
        attack
            ? Map.of(DatasetVerdict.POISONED, 10, DatasetVerdict.COMMON_MARK, 2)
            : Map.of(DatasetVerdict.NOTHING_FOUND, 11, DatasetVerdict.COMMON_MARK, 1),
        attack ? share(.5 + found / 2, .02) : null,
        changed == null ? null : share(Math.max(0, found - (s == 1 ? .3 : 0)), .06),
        changed,
        attack ? share(found * .98, .07) : null,
        attack ? changed : null,
        share(.011 + .002 * s, .005),
        .021,
        attack && t == 0 ? .71 : null,
        attack && t == 0 ? .083 : null,
        attack && rate == 0 ? .02 : null,
        attack ? roc : List.of());
  }

  private static SelfTestResult selfTest() {
    List<KindSummary> kinds = new ArrayList<>();
    kinds.add(kind(Planted.NOTHING, "", "", "", 0));
    for (String oddity : List.of("", "grey photos", "misaligned", "near duplicates")) {
      kinds.add(kind(Planted.ODDITY, "", "", oddity, 0));
      if (!oddity.isEmpty()) {
        kinds.add(kind(Planted.ODDITY, "", "", oddity, .05));
        kinds.add(kind(Planted.ODDITY, "", "", oddity, .3));
      }
    }
    for (String strategy : with(STRATEGIES)) {
      for (String trigger : with(TRIGGERS)) {
        kinds.add(kind(Planted.ATTACK, trigger, strategy, "", 0));
        for (double rate : RATES) {
          kinds.add(kind(Planted.ATTACK, trigger, strategy, "", rate));
        }
      }
    }
    List<Trial> trials = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      trials.add(
          new Trial(
              Planted.NOTHING,
              null,
              null,
              "",
              0,
              i,
              188,
              0,
              DatasetVerdict.NOTHING_FOUND,
              null,
              0,
              0,
              i % 4,
              null,
              null,
              0,
              null,
              Map.of()));
    }
    return new SelfTestResult(
        SelfTestResult.SCHEMA,
        "s",
        Map.of("product", "Pentimento 0.1.0", "threads", "2"),
        new InspectedData(
            "known faces",
            "folders",
            MadeUpCase.sha("known"),
            Material.PHOTOGRAPHED,
            188,
            120,
            150,
            188,
            Map.of()),
        .01,
        1,
        detectors("").stream().map(DetectorUse::extension).toList(),
        160,
        Map.of("glasses, eyes-missing", "No sketch has ink at the eyes."),
        trials,
        kinds,
        kind(Planted.ATTACK, "", "", "", 0));
  }

  private static List<String> with(List<String> ids) {
    List<String> all = new ArrayList<>();
    all.add("");
    all.addAll(ids);
    return all;
  }

  private String picture(BufferedImage image) {
    return put(DrawnFace.png(image));
  }

  private String put(byte[] content) {
    String sha = MadeUpCase.sha(content);
    blobs.put(sha, content);
    return sha;
  }

  private String stored(Object result) {
    return put(CanonicalJson.bytes(result));
  }

  @Override
  public CaseSummary summary() {
    return AUDITED.summary();
  }

  @Override
  public List<Run<RunResult>> runs() {
    if (!runs) {
      return List.of();
    }
    Run<RunResult> run = AUDITED.runs().get(0);
    RunResult r = AUDITED.result();
    RunResult with =
        new RunResult(
            r.schema(),
            r.name(),
            r.plan(),
            r.environment(),
            r.data(),
            r.metrics(),
            r.comparisons(),
            List.of(new AttackInspection(1, 5, stored(simulated))));
    return List.of(
        new Run<>(
            run.id(),
            run.name(),
            run.state(),
            run.started(),
            run.ended(),
            run.message(),
            stored(with),
            with));
  }

  @Override
  public List<Run<InspectionResult>> inspections() {
    return List.of(
        new Run<>(
            "inspection-1",
            "first look",
            "finished",
            START,
            START.plusSeconds(70),
            "",
            stored(poisoned),
            poisoned),
        new Run<>(
            "inspection-2",
            "",
            "finished",
            START.plusSeconds(100),
            START.plusSeconds(130),
            "",
            stored(nothing),
            nothing),
        new Run<>(
            "inspection-3",
            "third",
            "failed",
            START.plusSeconds(200),
            null,
            "The disk is full.",
            "",
            null));
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
    return List.of(
        new Run<>(
            "self-test-1",
            "",
            "finished",
            START.plusSeconds(300),
            START.plusSeconds(4000),
            "",
            stored(selfTest),
            selfTest));
  }

  @Override
  public Optional<InspectionResult> inspection(String sha256) {
    return contains(sha256) ? Optional.of(simulated) : Optional.empty();
  }

  @Override
  public List<String> notInstalled() {
    return notInstalled;
  }

  @Override
  public List<Data> datasets() {
    return AUDITED.datasets();
  }

  @Override
  public Custody custody() {
    return AUDITED.custody();
  }

  @Override
  public List<Remark> remarks() {
    return List.of();
  }

  @Override
  public TrainingCosts costs() {
    return AUDITED.costs();
  }

  @Override
  public boolean contains(String sha256) {
    return blobs.containsKey(sha256) || AUDITED.contains(sha256);
  }

  @Override
  public InputStream open(String sha256) throws IOException {
    byte @Nullable [] content = blobs.get(sha256);
    if (content == null) {
      if (!AUDITED.contains(sha256)) {
        throw new NoSuchFileException(sha256);
      }
      return AUDITED.open(sha256);
    }
    return new ByteArrayInputStream(content);
  }
}
