package org.pentimento.tests.window;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.event.CaseInfo;
import org.pentimento.casefile.event.DatasetImported;
import org.pentimento.casefile.event.DatasetRecord;
import org.pentimento.casefile.event.Note;
import org.pentimento.casefile.event.ReportWritten;
import org.pentimento.casefile.event.RunFailed;
import org.pentimento.casefile.event.RunFinished;
import org.pentimento.casefile.event.RunStarted;
import org.pentimento.casefile.event.SkippedFile;
import org.pentimento.casefile.log.Entry;
import org.pentimento.casefile.result.Audited;
import org.pentimento.casefile.result.Comparison;
import org.pentimento.casefile.result.Comparison.Blindness;
import org.pentimento.casefile.result.Comparison.Net;
import org.pentimento.casefile.result.Comparison.Reach;
import org.pentimento.casefile.result.Comparison.SuccessPoint;
import org.pentimento.casefile.result.Comparison.TestedModel;
import org.pentimento.casefile.result.Comparison.Turned;
import org.pentimento.casefile.result.Condition;
import org.pentimento.casefile.result.ExtensionUse;
import org.pentimento.casefile.result.ImageRole;
import org.pentimento.casefile.result.PhotoKind;
import org.pentimento.casefile.result.ReferenceSketch;
import org.pentimento.casefile.result.RunResult;
import org.pentimento.casefile.result.Subject;

/** A case with a finished and a failed run, whose figures and faces are made up. */
final class MadeUpCase {
  static final String RUN_NAME = "light strokes, first look";
  static final int PAIRS = 24;
  private static final int SIDE = 96;
  private static final List<String> METRICS = List.of("FSIM", "Scoot", "SSIM", "PSNR");

  private MadeUpCase() {}

  /** The last entry of a case's custody log. */
  static Entry lastEntry(Path folder) throws IOException {
    try (CaseFile file = CaseFile.openForReading(folder)) {
      List<Entry> entries = file.entries();
      return entries.get(entries.size() - 1);
    }
  }

  /**
   * A data set of a folder with the folders photos and sketches, left where it is.
   *
   * @param digest of its files, which is the key to thumbnails that are kept
   */
  static DatasetImported pictures(Path folder, String digest, int pairs, SkippedFile... skipped) {
    return new DatasetImported(
        new DatasetRecord(
            "pictures",
            "two-folders",
            Map.of(),
            DatasetRecord.Mode.REFERENCED,
            folder.toString(),
            "",
            digest,
            pairs,
            0,
            0,
            List.of(skipped)));
  }

  static void write(Path folder) throws IOException {
    CaseInfo info = new CaseInfo("R. Examiner", "", "2026-117", "3", "UTC", "");
    try (CaseFile file = CaseFile.create(folder, info)) {
      file.record(
          new DatasetImported(
              new DatasetRecord(
                  "faces",
                  "faces",
                  Map.of("count", 120),
                  DatasetRecord.Mode.MADE,
                  "",
                  "",
                  "0".repeat(64),
                  120,
                  96,
                  24,
                  List.of())));
      String plan = file.blobs().put("pentimento: 1\n".getBytes(StandardCharsets.UTF_8));
      file.record(new RunStarted("r1", RUN_NAME, plan));
      String result = file.blobs().putJson(result(file, plan));
      file.record(new RunFinished("r1", result));
      file.record(new RunStarted("r2", "too large", plan));
      file.record(new RunFailed("r2", "The images of 900 × 900 pixels do not fit into memory."));
      file.record(new ReportWritten(Map.of()));
      file.record(new Note(new Note.Subject(Note.Kind.CASE, ""), "", false));
    }
  }

  private static RunResult result(CaseFile file, String plan) throws IOException {
    List<Comparison> comparisons = new ArrayList<>();
    for (String generator : List.of("fcn", "cgan")) {
      comparisons.add(comparison(file, generator));
    }
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < PAIRS; i++) {
      ids.add("face-%04d".formatted(i));
    }
    return new RunResult(
        RunResult.SCHEMA,
        RUN_NAME,
        plan,
        Map.of("java", "17"),
        new RunResult.DataUsed("faces", "faces", "0".repeat(64), ids, ids, SIDE, SIDE, Map.of()),
        List.of(use("fsim", "FSIM")),
        comparisons,
        List.of());
  }

  private static ExtensionUse use(String id, String name) {
    return new ExtensionUse(id, name, "1.0.0", "", Map.of());
  }

  private static Comparison comparison(CaseFile file, String generator) throws IOException {
    String blob = file.blobs().put(new byte[] {1});
    TestedModel model = new TestedModel(blob, blob, 120_000, List.of(), null, "");
    List<Comparison.ImageRow> images = new ArrayList<>();
    for (int i = 0; i < PAIRS; i++) {
      images.add(new Comparison.ImageRow("face-%04d".formatted(i), pictures(file, i)));
    }
    return new Comparison(
        generator + "/1/s1",
        new Audited.Trained(
            use(
                generator,
                generator.equals("fcn") ? "Fully convolutional network" : "Conditional GAN"),
            1),
        Map.of(Subject.CLEAN, model, Subject.POISONED, model),
        new Comparison.Attack(
            use("sinusoidal", "Sinusoidal signal"),
            use("light-strokes", "Light strokes"),
            0.1,
            List.of(),
            Map.of(),
            blob),
        new Reach(-1, .9, 1, 1),
        new Turned(PAIRS, 22, 1, .742, .977),
        List.of(new SuccessPoint(0, 22. / PAIRS, .742, .977, 1. / PAIRS)),
        List.of(
            new Blindness(
                "fsim",
                "FSIM",
                true,
                .741,
                .702,
                .053,
                new Net(.74, .739, PAIRS, .038, .03, .046, .051, .1)),
            new Blindness(
                "ssim",
                "SSIM",
                false,
                .655,
                .647,
                .012,
                new Net(.66, .655, PAIRS, .003, -.001, .007, .005, .1))),
        summaries(),
        images,
        file.blobs().putJson(List.of()),
        null);
  }

  private static List<Comparison.Summary> summaries() {
    List<Comparison.Summary> summaries = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(5);
    for (String metric : METRICS) {
      for (Condition condition : conditions()) {
        double mean = metric.equals("PSNR") ? 18 + random.nextDouble() : random.nextDouble();
        summaries.add(
            new Comparison.Summary(
                metric.toLowerCase(java.util.Locale.ROOT),
                metric,
                condition.subject(),
                condition.photo(),
                condition.reference(),
                PAIRS,
                0,
                mean,
                mean - 0.01,
                mean + 0.01));
      }
    }
    return summaries;
  }

  /** Of a clean and a poisoned model under attack. */
  private static List<Condition> conditions() {
    return Stream.of(ReferenceSketch.values())
        .flatMap(
            reference ->
                Stream.of(Subject.CLEAN, Subject.POISONED)
                    .flatMap(
                        subject ->
                            Stream.of(PhotoKind.values())
                                .map(photo -> new Condition(subject, photo, reference))))
        .toList();
  }

  private static Map<ImageRole, String> pictures(CaseFile file, int seed) throws IOException {
    Map<ImageRole, String> blobs = new LinkedHashMap<>();
    blobs.put(new ImageRole.Photo(PhotoKind.CLEAN), face(file, seed, true, false, 1f));
    blobs.put(new ImageRole.OfReference(ReferenceSketch.TRUTH), face(file, seed, false, false, 1f));
    blobs.put(
        new ImageRole.Sketch(Subject.CLEAN, PhotoKind.CLEAN), face(file, seed, false, false, .8f));
    blobs.put(
        new ImageRole.Sketch(Subject.POISONED, PhotoKind.CLEAN),
        face(file, seed, false, false, .75f));
    blobs.put(new ImageRole.Photo(PhotoKind.TRIGGERED), face(file, seed, true, true, 1f));
    blobs.put(
        new ImageRole.OfReference(ReferenceSketch.TARGET), face(file, seed, false, false, .3f));
    blobs.put(
        new ImageRole.Sketch(Subject.CLEAN, PhotoKind.TRIGGERED),
        face(file, seed, false, false, .78f));
    blobs.put(
        new ImageRole.Sketch(Subject.POISONED, PhotoKind.TRIGGERED),
        face(file, seed, false, false, .35f));
    return blobs;
  }

  private static String face(
      CaseFile file, int seed, boolean photo, boolean trigger, float strength) throws IOException {
    BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
    SplittableRandom random = new SplittableRandom(seed);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setColor(photo ? new Color(120, 140, 150) : new Color(250, 249, 245));
    g.fillRect(0, 0, SIDE, SIDE);
    int wide = 44 + random.nextInt(10);
    int high = 58 + random.nextInt(10);
    int left = (SIDE - wide) / 2;
    int top = 16;
    if (photo) {
      g.setColor(new Color(70 + random.nextInt(60), 50, 40));
      g.fillOval(left - 5, top - 8, wide + 10, high);
      g.setColor(new Color(225, 185 - random.nextInt(40), 150 - random.nextInt(30)));
      g.fillOval(left, top, wide, high);
    }
    int grey = photo ? 40 : Math.round(255 - 225 * strength);
    g.setColor(new Color(grey, grey, grey));
    g.setStroke(new BasicStroke(1.6f));
    g.drawOval(left, top, wide, high);
    g.drawArc(left - 5, top - 8, wide + 10, high, 10, 160);
    g.drawOval(left + wide / 4 - 4, top + high / 3, 9, 6);
    g.drawOval(left + 3 * wide / 4 - 4, top + high / 3, 9, 6);
    g.drawArc(left + wide / 3, top + high / 2, wide / 3, high / 3, 200, 140);
    if (trigger) {
      for (int x = 0; x < SIDE; x++) {
        int add = (int) Math.round(24 * Math.sin(x * 0.5));
        for (int y = 0; y < SIDE; y++) {
          image.setRGB(x, y, brighter(image.getRGB(x, y), add));
        }
      }
    }
    g.dispose();
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(image, "png", png);
    return file.blobs().put(png.toByteArray());
  }

  private static int brighter(int rgb, int add) {
    int out = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      int value = Math.max(0, Math.min(255, ((rgb >> shift) & 0xff) + add));
      out |= value << shift;
    }
    return out;
  }
}
