package org.pentimento.tests.window;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.event.ModelImported;
import org.pentimento.casefile.event.ModelRecord;
import org.pentimento.casefile.event.RunFinished;
import org.pentimento.casefile.event.RunStarted;
import org.pentimento.casefile.result.Audited;
import org.pentimento.casefile.result.Comparison;
import org.pentimento.casefile.result.Comparison.Attack;
import org.pentimento.casefile.result.Comparison.ImageRow;
import org.pentimento.casefile.result.Comparison.TestedModel;
import org.pentimento.casefile.result.ExtensionUse;
import org.pentimento.casefile.result.ImageRole;
import org.pentimento.casefile.result.PhotoKind;
import org.pentimento.casefile.result.ReferenceSketch;
import org.pentimento.casefile.result.Results;
import org.pentimento.casefile.result.RunResult;
import org.pentimento.casefile.result.Subject;

/**
 * Adds runs to a {@link MadeUpCase} that looked at an imported model, one that an earlier version
 * of the product made, and one whose extensions are not installed.
 */
final class MadeUpImports {
  static final String ALONE = "suspect alone";
  static final String BESIDE = "suspect beside a generator";
  static final String NO_ATTACK = "suspect without an attack";
  static final String EARLIER = "from an earlier version";
  static final String STRANGE = "by unknown extensions";

  private static final ExtensionUse FORMAT = use("onnx", "ONNX network");

  private MadeUpImports() {}

  static void write(Path folder) throws IOException {
    MadeUpCase.write(folder);
    try (CaseFile file = CaseFile.openForWriting(folder)) {
      String sha = file.blobs().put(new byte[] {3});
      file.record(
          new ModelImported(
              new ModelRecord(
                  "suspect",
                  FORMAT.id(),
                  FORMAT.version(),
                  Map.of(),
                  Map.of(),
                  "bubblewrap",
                  "/mnt/suspect.onnx",
                  "suspect.onnx",
                  List.of(new ModelRecord.File("suspect.onnx", sha, false)),
                  sha)));
      RunResult base = Results.read(file.blobs(), file.run("r1").orElseThrow().result());
      Comparison trained = base.comparisons().get(0);
      Attack attack = trained.attack();
      finish(file, base, "i1", ALONE, List.of(imported(file, trained, attack, .9)));
      finish(
          file,
          base,
          "i2",
          BESIDE,
          List.of(trained(file, trained, attack), imported(file, trained, attack, .2)));
      finish(
          file,
          base,
          "i3",
          NO_ATTACK,
          List.of(trained(file, trained, null), imported(file, trained, null, 0)));
      earlier(file, base, imported(file, trained, attack, .9));
      strange(file, base, trained);
    }
  }

  private static ExtensionUse use(String id, String name) {
    return new ExtensionUse(id, name, "1.0.0", "", Map.of());
  }

  private static void finish(
      CaseFile file, RunResult base, String id, String name, List<Comparison> comparisons)
      throws IOException {
    finish(file, base, id, name, base.data(), comparisons, metrics());
  }

  private static List<ExtensionUse> metrics() {
    return List.of(use("fsim", "FSIM"), use("scoot", "Scoot"), use("ssim", "SSIM"));
  }

  private static void finish(
      CaseFile file,
      RunResult base,
      String id,
      String name,
      RunResult.DataUsed data,
      List<Comparison> comparisons,
      List<ExtensionUse> metrics)
      throws IOException {
    file.record(new RunStarted(id, name, base.plan()));
    RunResult result =
        new RunResult(
            RunResult.SCHEMA,
            name,
            base.plan(),
            Map.of("java", "17"),
            data,
            metrics,
            comparisons,
            List.of());
    file.record(new RunFinished(id, file.blobs().putJson(result)));
  }

  private static Comparison trained(CaseFile file, Comparison of, @Nullable Attack attack)
      throws IOException {
    TestedModel model = MadeUpRuns.model(of.model(Subject.CLEAN).orElseThrow(), .4);
    return MadeUpRuns.filled(
        file,
        of(attack == null ? "fcn/s1" : "fcn/1/s1", of, attack),
        of.audited(),
        attack == null
            ? Map.of(Subject.CLEAN, model)
            : Map.of(Subject.CLEAN, model, Subject.POISONED, model),
        of.images().stream().map(row -> attack == null ? withoutAttack(row) : row).toList(),
        .9);
  }

  private static Comparison imported(
      CaseFile file, Comparison of, @Nullable Attack attack, double strength) throws IOException {
    return MadeUpRuns.filled(
        file,
        of(attack == null ? "suspect" : "suspect/1", of, attack),
        new Audited.Imported("suspect", FORMAT),
        Map.of(Subject.IMPORTED, of.model(Subject.CLEAN).orElseThrow()),
        of.images().stream().map(row -> drawnByImported(row, attack != null)).toList(),
        strength);
  }

  /** What a comparison is about, without what it found. */
  private static Comparison of(String id, Comparison of, @Nullable Attack attack) {
    return new Comparison(
        id,
        of.audited(),
        of.models(),
        attack,
        null,
        null,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        "",
        null);
  }

  private static ImageRow withoutAttack(ImageRow row) {
    Map<ImageRole, String> blobs = new LinkedHashMap<>();
    row.blobs()
        .forEach(
            (role, sha) -> {
              boolean kept =
                  role.equals(new ImageRole.Photo(PhotoKind.CLEAN))
                      || role.equals(new ImageRole.OfReference(ReferenceSketch.TRUTH))
                      || role.equals(new ImageRole.Sketch(Subject.CLEAN, PhotoKind.CLEAN));
              if (kept) {
                blobs.put(role, sha);
              }
            });
    return new ImageRow(row.pair(), blobs);
  }

  private static ImageRow drawnByImported(ImageRow row, boolean attacked) {
    Map<ImageRole, String> blobs = new LinkedHashMap<>();
    row.blobs()
        .forEach(
            (role, sha) -> {
              if (!(role instanceof ImageRole.Sketch sketch)) {
                boolean ofAttack =
                    role.equals(new ImageRole.Photo(PhotoKind.TRIGGERED))
                        || role.equals(new ImageRole.OfReference(ReferenceSketch.TARGET));
                if (attacked || !ofAttack) {
                  blobs.put(role, sha);
                }
              } else if (sketch.subject() == Subject.POISONED
                  && (attacked || sketch.photo() == PhotoKind.CLEAN)) {
                blobs.put(new ImageRole.Sketch(Subject.IMPORTED, sketch.photo()), sha);
              }
            });
    return new ImageRow(row.pair(), blobs);
  }

  /**
   * A result of schema 1: it holds sentences, and an imported model stands where a clean one does.
   */
  private static void earlier(CaseFile file, RunResult base, Comparison c) throws IOException {
    file.record(new RunStarted("i4", EARLIER, base.plan()));
    Map<String, Object> model =
        Map.of(
            "description",
            "",
            "weights",
            "",
            "parameters",
            9,
            "losses",
            List.of(),
            "collapsed",
            "");
    Map<String, Object> comparison = new LinkedHashMap<>();
    comparison.put("id", "suspect/1");
    comparison.put("generator", use("onnx", "suspect (ONNX network)"));
    comparison.put("seed", 0);
    comparison.put("attack", c.attack());
    comparison.put("cleanModel", model);
    comparison.put("poisonedModel", null);
    comparison.put("reach", null);
    comparison.put("summaries", c.summaries());
    comparison.put("success", c.success());
    comparison.put(
        "blindness",
        List.of(
            Map.of(
                "metric",
                "fsim",
                "name",
                "FSIM",
                "honest",
                .72,
                "harmed",
                .7,
                "loss",
                .03,
                "sees",
                false,
                "sentence",
                "FSIM once fell by 3 % only.")));
    comparison.put("conclusions", List.of("So it was said in those days.", "And so was this."));
    comparison.put("images", c.images());
    comparison.put("measurements", c.measurements());
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("schema", 1);
    result.put("name", EARLIER);
    result.put("plan", base.plan());
    result.put("environment", Map.of());
    result.put("data", base.data());
    result.put("metrics", metrics());
    result.put("comparisons", List.of(comparison));
    result.put("detections", List.of());
    file.record(new RunFinished("i4", file.blobs().putJson(result)));
  }

  private static void strange(CaseFile file, RunResult base, Comparison of) throws IOException {
    Attack attack =
        new Attack(use("mirage", "Mirage"), use("erosion", "Erosion"), .1, List.of(), Map.of(), "");
    RunResult.DataUsed used = base.data();
    Comparison c = of("dreamer/1/s1", of, attack);
    finish(
        file,
        base,
        "i5",
        STRANGE,
        new RunResult.DataUsed(
            used.dataset(),
            "atlas",
            used.digest(),
            used.train(),
            used.test(),
            used.width(),
            used.height(),
            Map.of()),
        List.of(
            MadeUpRuns.filled(
                file,
                c,
                new Audited.Trained(use("dreamer", "Dreamer"), 1),
                of.models(),
                of.images(),
                .9)),
        List.of(use("beauty", "Beauty")));
  }
}
