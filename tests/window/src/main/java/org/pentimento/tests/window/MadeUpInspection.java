package org.pentimento.tests.window;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.detector.DatasetDetector.LooksAt;
import org.pentimento.api.detector.PairFinding.Quality.Oddity;
import org.pentimento.api.detector.PairFinding.Reason;
import org.pentimento.api.detector.SharedPattern.Family;
import org.pentimento.api.detector.SharedPattern.Place;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.event.CaseInfo;
import org.pentimento.casefile.event.DatasetImported;
import org.pentimento.casefile.event.DatasetRecord;
import org.pentimento.casefile.event.InspectionFinished;
import org.pentimento.casefile.event.RunCancelled;
import org.pentimento.casefile.event.RunKind;
import org.pentimento.casefile.event.RunStarted;
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
import org.pentimento.casefile.result.PatternFound;
import org.pentimento.casefile.result.PatternFound.RecoveredTrigger;
import org.pentimento.casefile.store.FileListing;

/** A case with a data set of painted faces, some of them poisoned, and inspections of it. */
final class MadeUpInspection {
  static final String DATASET = "suspect";
  static final String NAME = "inspection of suspect";
  static final String NOTHING = "inspection that finds nothing";
  static final String CANCELLED = "inspection that was cancelled";
  static final int PAIRS = 40;
  static final int POISONED = 5;
  static final int WIDTH = 120;
  static final int HEIGHT = 150;
  private static final String SKETCHES = "expected-sketch";
  private static final String PHOTOS = "shared-pattern";

  private MadeUpInspection() {}

  static String id(int number) {
    return "photos/person-%03d".formatted(number);
  }

  private static boolean isPoisoned(int number) {
    return number % 8 == 3;
  }

  /** Writes the pictures and the case. */
  static void write(Path folder, Path caseFolder) throws IOException, CancelledException {
    Path pictures = folder.resolve("pictures");
    for (int i = 0; i < PAIRS; i++) {
      boolean poisoned = isPoisoned(i);
      save(pictures, "photos", i, face(i, true, poisoned, 1f));
      save(pictures, "sketches", i, face(i, false, false, poisoned ? .3f : 1f));
    }
    try (CaseFile file =
        CaseFile.create(caseFolder, new CaseInfo("R. Examiner", "", "2026-14", "1", "UTC", ""))) {
      String listing = file.blobs().putJson(FileListing.of(pictures, Progress.NONE));
      file.record(
          new DatasetImported(
              new DatasetRecord(
                  DATASET,
                  "two-folders",
                  Map.of(),
                  DatasetRecord.Mode.REFERENCED,
                  pictures.toString(),
                  listing,
                  listing,
                  PAIRS,
                  0,
                  0,
                  List.of())));
      finished(file, "inspection-1", NAME, found(file, listing));
      finished(file, "inspection-2", NOTHING, nothing(listing));
      file.record(new RunStarted("inspection-3", CANCELLED, asked(file, 3), RunKind.INSPECTION));
      file.record(new RunCancelled("inspection-3"));
    }
  }

  private static String asked(CaseFile file, int seed) throws IOException {
    return file.blobs()
        .put(
            "{\"dataset\":\"%s\",\"seed\":%d}"
                .formatted(DATASET, seed)
                .getBytes(StandardCharsets.UTF_8));
  }

  private static void finished(CaseFile file, String id, String name, InspectionResult result)
      throws IOException {
    file.record(new RunStarted(id, name, asked(file, id.hashCode()), RunKind.INSPECTION));
    file.record(new InspectionFinished(id, file.blobs().putJson(result)));
  }

  private static InspectionResult found(CaseFile file, String digest) throws IOException {
    List<InspectedPair> pairs = new ArrayList<>();
    for (int i = 0; i < PAIRS; i++) {
      pairs.add(pair(file, i));
    }
    pairs.sort(Comparator.comparingDouble((InspectedPair p) -> -p.score()));
    List<String> members =
        pairs.stream().filter(InspectedPair::flagged).map(InspectedPair::id).sorted().toList();
    PatternFound pattern =
        new PatternFound(
            PHOTOS,
            Family.SINUSOID,
            members,
            true,
            .00004,
            9.3,
            new Place(10, 20, 96, 110),
            blob(file, stripes()),
            4,
            blob(file, mask()),
            .11,
            20,
            0,
            0,
            List.of(
                new RecoveredTrigger(
                    new ExtensionUse(
                        "sinusoidal",
                        "Sinusoidal signal",
                        "1.0.0",
                        "",
                        Map.of("amplitude", .12, "frequency", 10.)),
                    .91,
                    null,
                    null)));
    return result(digest, NAME, DatasetVerdict.POISONED, .00002, pairs, List.of(pattern));
  }

  private static InspectionResult nothing(String digest) {
    List<InspectedPair> pairs = new ArrayList<>();
    for (int i = 0; i < PAIRS; i++) {
      pairs.add(
          new InspectedPair(id(i), .4 - i / 200., .3, false, List.of(), List.of(), List.of()));
    }
    return result(digest, NOTHING, DatasetVerdict.NOTHING_FOUND, .7, pairs, List.of());
  }

  private static InspectionResult result(
      String digest,
      String name,
      DatasetVerdict verdict,
      double p,
      List<InspectedPair> pairs,
      List<PatternFound> patterns) {
    return new InspectionResult(
        InspectionResult.SCHEMA,
        name,
        Map.of("java", "17", "version", "0.1.0"),
        new InspectedData(
            DATASET,
            "two-folders",
            digest,
            Material.PHOTOGRAPHED,
            PAIRS,
            WIDTH,
            HEIGHT,
            PAIRS - 2,
            Map.of("photos/person-099", "The photo cannot be decoded.")),
        null,
        .01,
        1,
        List.of(
            new DetectorUse(
                use("alike", "Duplicates and honest oddities"), LooksAt.QUALITY, "", ""),
            new DetectorUse(
                use(SKETCHES, "Expected sketch"),
                LooksAt.SKETCHES,
                "Attacks that leave the sketches as they are.",
                ""),
            new DetectorUse(
                use(PHOTOS, "Shared pattern"),
                LooksAt.PHOTOS,
                "Triggers that are fainter than honest photos differ.",
                ""),
            new DetectorUse(
                use("eyes", "Worn at the eyes"),
                LooksAt.PHOTOS,
                "Anything away from the eyes.",
                "the eyes of only 38 of 40 pairs are known")),
        verdict,
        p,
        .4,
        1.,
        pairs,
        patterns,
        List.of(
            new ExhibitFound.CurveExhibit(
                SKETCHES,
                "Scores by rank",
                "rank",
                "score",
                List.of(1., 2., 3.),
                List.of(3., 2., 1.))),
        null,
        null,
        null);
  }

  private static ExtensionUse use(String id, String name) {
    return new ExtensionUse(id, name, "1.0.0", "Somebody: Something. 2020.", Map.of("cells", 6));
  }

  private static InspectedPair pair(CaseFile file, int i) throws IOException {
    boolean poisoned = isPoisoned(i);
    List<ReasonFound> reasons = new ArrayList<>();
    List<PictureFound> pictures = new ArrayList<>();
    if (poisoned) {
      reasons.add(new ReasonFound(SKETCHES, Reason.Kind.LESS_INK, 8.4 - i / 10., ""));
      reasons.add(new ReasonFound(PHOTOS, Reason.Kind.SHARED_PATTERN, 6.1, ""));
      pictures.add(
          new PictureFound(SKETCHES, "Expected sketch", blob(file, face(i, false, false, .9f))));
      pictures.add(new PictureFound(SKETCHES, "Where it differs", blob(file, map(i))));
    } else if (i == 4) {
      reasons.add(new ReasonFound(SKETCHES, Reason.Kind.PART_MISSING, 2.2, "mouth"));
    }
    List<QualityFound> qualities =
        i == 6 || i == 7
            ? List.of(new QualityFound("alike", Oddity.DUPLICATE, List.of(id(i == 6 ? 7 : 6)), ""))
            : List.of();
    double score = poisoned ? 3.5 - i / 20. : i == 4 ? .8 : .5 - i / 100.;
    return new InspectedPair(
        id(i), score, Math.pow(.01, score), poisoned, reasons, qualities, pictures);
  }

  private static void save(Path root, String folder, int number, BufferedImage image)
      throws IOException {
    Path file = root.resolve(folder).resolve("person-%03d.png".formatted(number));
    Files.createDirectories(file.getParent());
    Files.write(file, png(image));
  }

  static String blob(CaseFile file, BufferedImage image) throws IOException {
    return file.blobs().put(png(image));
  }

  private static byte[] png(BufferedImage image) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "png", bytes);
    return bytes.toByteArray();
  }

  static BufferedImage stripes() {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        int grey = 128 + (int) Math.round(90 * Math.sin(x * 2 * Math.PI * 20 / WIDTH));
        image.setRGB(x, y, grey << 16 | grey << 8 | grey);
      }
    }
    return image;
  }

  static BufferedImage mask() {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D g = image.createGraphics();
    g.setColor(Color.WHITE);
    g.fillRect(10, 20, 96, 110);
    g.dispose();
    return image;
  }

  private static BufferedImage map(int seed) {
    BufferedImage image = face(seed, false, false, .4f);
    Graphics2D g = image.createGraphics();
    g.setColor(new Color(220, 60, 30, 130));
    g.fillOval(30, 50, 60, 60);
    g.dispose();
    return image;
  }

  static BufferedImage face(int seed, boolean photo, boolean trigger, float strength) {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    SplittableRandom random = new SplittableRandom(seed);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setColor(photo ? new Color(110 + random.nextInt(60), 140, 150) : new Color(250, 250, 250));
    g.fillRect(0, 0, WIDTH, HEIGHT);
    int wide = 60 + random.nextInt(16);
    int high = 86 + random.nextInt(16);
    int left = (WIDTH - wide) / 2;
    int top = 30;
    if (photo) {
      g.setColor(new Color(60 + random.nextInt(80), 50, 40));
      g.fillOval(left - 8, top - 14, wide + 16, high);
      g.setColor(new Color(225, 185 - random.nextInt(50), 150 - random.nextInt(40)));
      g.fillOval(left, top, wide, high);
    }
    int grey = photo ? 40 : Math.round(255 - 225 * strength);
    g.setColor(new Color(grey, grey, grey));
    g.setStroke(new BasicStroke(2f));
    g.drawOval(left, top, wide, high);
    g.drawArc(left - 8, top - 14, wide + 16, high, 10, 160);
    g.drawOval(left + wide / 4 - 6, top + high / 3, 12, 8);
    g.drawOval(left + 3 * wide / 4 - 6, top + high / 3, 12, 8);
    g.drawArc(left + wide / 3, top + high / 2, wide / 3, high / 3, 200, 140);
    if (trigger) {
      for (int x = 0; x < WIDTH; x += 6) {
        g.setColor(new Color(255, 255, 255, 60));
        g.fillRect(x, 0, 3, HEIGHT);
      }
    }
    g.dispose();
    return image;
  }
}
