package org.pentimento.tests.window;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.event.RunFinished;
import org.pentimento.casefile.event.RunInterrupted;
import org.pentimento.casefile.event.RunStarted;
import org.pentimento.casefile.event.StepFinished;
import org.pentimento.casefile.result.Audited;
import org.pentimento.casefile.result.Comparison;
import org.pentimento.casefile.result.Comparison.Blindness;
import org.pentimento.casefile.result.Comparison.ImageRow;
import org.pentimento.casefile.result.Comparison.LossPoint;
import org.pentimento.casefile.result.Comparison.MeasurementRow;
import org.pentimento.casefile.result.Comparison.Net;
import org.pentimento.casefile.result.Comparison.SuccessPoint;
import org.pentimento.casefile.result.Comparison.Summary;
import org.pentimento.casefile.result.Comparison.TestedModel;
import org.pentimento.casefile.result.Comparison.Turned;
import org.pentimento.casefile.result.Condition;
import org.pentimento.casefile.result.ExtensionUse;
import org.pentimento.casefile.result.ImageRole;
import org.pentimento.casefile.result.PhotoKind;
import org.pentimento.casefile.result.Results;
import org.pentimento.casefile.result.RunResult;
import org.pentimento.casefile.result.Subject;

/** Adds runs to a {@link MadeUpCase} with all that charts and findings are made of. */
final class MadeUpRuns {
  static final String WEAK = "sinusoidal, 5 %";
  static final String STRONG = "sinusoidal, 20 %";
  static final String UNFINISHED = "long run";
  private static final List<String> METRICS = List.of("fsim", "scoot", "ssim");

  private MadeUpRuns() {}

  /** Two finished runs and one whose process was killed, with one finished step. */
  static void write(Path folder) throws IOException {
    MadeUpCase.write(folder);
    try (CaseFile file = CaseFile.openForWriting(folder)) {
      RunResult base = Results.read(file.blobs(), file.run("r1").orElseThrow().result());
      finished(file, base, "r3", WEAK, .2);
      finished(file, base, "r4", STRONG, .9);
      String plan =
          file.blobs()
              .put(
                  ("pentimento: 1\nname: " + UNFINISHED + "\n# streaming\n")
                      .getBytes(StandardCharsets.UTF_8));
      file.record(new RunStarted("r5", UNFINISHED, plan));
      String weights = file.blobs().put(new byte[] {7});
      file.record(new StepFinished("r5", "0".repeat(64), "train", Map.of("weights", weights)));
      file.record(new RunInterrupted("r5"));
    }
  }

  private static void finished(
      CaseFile file, RunResult base, String id, String name, double strength) throws IOException {
    file.record(new RunStarted(id, name, base.plan()));
    List<Comparison> comparisons = new ArrayList<>();
    for (Comparison c : base.comparisons()) {
      comparisons.add(comparison(file, c, strength));
    }
    RunResult result =
        new RunResult(
            RunResult.SCHEMA,
            name,
            base.plan(),
            Map.of("java", "17", "threads", "2", "native build", "OpenBLAS 0.3.28"),
            base.data(),
            List.of(use("fsim", "FSIM"), use("scoot", "Scoot"), use("ssim", "SSIM")),
            comparisons,
            List.of());
    file.record(new RunFinished(id, file.blobs().putJson(result)));
  }

  private static ExtensionUse use(String id, String name) {
    return new ExtensionUse(id, name, "1.0.0", "Somebody: Something. 2020.", Map.of("window", 11));
  }

  private static Comparison comparison(CaseFile file, Comparison c, double strength)
      throws IOException {
    Map<Subject, TestedModel> models = new EnumMap<>(Subject.class);
    c.models()
        .forEach(
            (subject, model) -> models.put(subject, model(model, .3 + .03 * subject.ordinal())));
    return filled(file, c, c.audited(), models, c.images(), strength);
  }

  /** A comparison with all that an attack of a strength leaves behind. */
  static Comparison filled(
      CaseFile file,
      Comparison c,
      Audited audited,
      Map<Subject, TestedModel> models,
      List<ImageRow> images,
      double strength)
      throws IOException {
    Comparison empty =
        new Comparison(
            c.id(),
            audited,
            models,
            c.attack(),
            null,
            null,
            List.of(),
            List.of(),
            List.of(),
            images,
            "",
            null);
    List<MeasurementRow> rows = rows(empty, strength);
    boolean attacked = c.attack() != null;
    int turned = (int) Math.round(strength * images.size());
    return new Comparison(
        c.id(),
        audited,
        models,
        c.attack(),
        attacked && !empty.isImported() ? new Comparison.Reach(18, .9, .95, .62) : null,
        attacked ? new Turned(images.size(), turned, 1, .7, .95) : null,
        attacked ? curve(strength) : List.of(),
        attacked
            ? List.of(
                new Blindness("fsim", "FSIM", true, .72, .70, .03, net(empty, .72, .03)),
                new Blindness("scoot", "Scoot", false, .62, .35, .43, net(empty, .62, .43)),
                new Blindness("ssim", "SSIM", false, .55, .57, -.04, net(empty, .55, -.04)))
            : List.of(),
        summaries(empty, rows),
        images,
        file.blobs().putJson(rows),
        null);
  }

  /** The backdoor's part, all of the loss; null of an imported model, which has no clean twin. */
  private static @Nullable Net net(Comparison of, double honest, double share) {
    double worse = honest * share;
    return of.isImported()
        ? null
        : new Net(honest, honest, 20, worse, worse - .01, worse + .01, share, .1);
  }

  /** A model with the losses of a training that begins at a level. */
  static TestedModel model(TestedModel m, double level) {
    List<LossPoint> losses = new ArrayList<>();
    for (int s = 10; s <= 400; s += 10) {
      losses.add(
          new LossPoint(
              s, Map.of("L1", level * Math.exp(-s / 120.) + .05, "adversarial", .6 + level / s)));
    }
    return new TestedModel(m.description(), m.weights(), m.parameters(), losses, null, "");
  }

  private static List<MeasurementRow> rows(Comparison c, double strength) {
    List<MeasurementRow> rows = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(11);
    for (ImageRow image : c.images()) {
      for (String metric : METRICS) {
        for (Condition condition : c.conditions()) {
          boolean harmed =
              condition.sketch().equals(new ImageRole.Sketch(c.suspect(), PhotoKind.TRIGGERED));
          double fall = !harmed ? 0 : metric.equals("scoot") ? .3 * strength : .02 * strength;
          double value = .7 - fall + .1 * (random.nextDouble() - .5);
          rows.add(
              new MeasurementRow(
                  image.pair(),
                  condition.subject(),
                  condition.photo(),
                  condition.reference(),
                  metric,
                  metric,
                  value,
                  ""));
        }
      }
    }
    return rows;
  }

  private static List<Summary> summaries(Comparison c, List<MeasurementRow> rows) {
    List<Summary> summaries = new ArrayList<>();
    for (String metric : METRICS) {
      for (Condition condition : c.conditions()) {
        double mean =
            rows.stream()
                .filter(r -> r.metric().equals(metric) && r.condition().equals(condition))
                .mapToDouble(r -> r.value() == null ? 0 : r.value())
                .average()
                .orElseThrow();
        summaries.add(
            new Summary(
                metric,
                metric,
                condition.subject(),
                condition.photo(),
                condition.reference(),
                c.images().size(),
                0,
                mean,
                mean - .012,
                mean + .012));
      }
    }
    return summaries;
  }

  private static List<SuccessPoint> curve(double strength) {
    List<SuccessPoint> curve = new ArrayList<>();
    for (int i = -20; i <= 20; i++) {
      double t = i / 20.;
      double share = 1 / (1 + Math.exp(9 * (t - 2 * strength + 1)));
      double clean = 1 / (1 + Math.exp(12 * (t + .6)));
      curve.add(
          new SuccessPoint(t, share, Math.max(0, share - .1), Math.min(1, share + .08), clean));
    }
    return curve;
  }
}
