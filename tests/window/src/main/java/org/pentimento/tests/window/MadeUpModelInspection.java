package org.pentimento.tests.window;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.CancelledException;
import org.pentimento.api.detector.SharedPattern.Family;
import org.pentimento.api.suspect.Axis;
import org.pentimento.api.suspect.Look;
import org.pentimento.api.suspect.Look.Harm;
import org.pentimento.api.suspect.Look.Scale;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.event.DatasetRecord;
import org.pentimento.casefile.event.ModelImported;
import org.pentimento.casefile.event.ModelInspectionFinished;
import org.pentimento.casefile.event.ModelRecord;
import org.pentimento.casefile.event.RunCancelled;
import org.pentimento.casefile.event.RunKind;
import org.pentimento.casefile.event.RunStarted;
import org.pentimento.casefile.result.ExhibitFound;
import org.pentimento.casefile.result.ExtensionUse;
import org.pentimento.casefile.result.InspectedPair.PictureFound;
import org.pentimento.casefile.result.InspectionResult.InspectedData;
import org.pentimento.casefile.result.InspectionResult.Material;
import org.pentimento.casefile.result.PatternFound;
import org.pentimento.casefile.result.PatternFound.RecoveredTrigger;
import org.pentimento.casefile.result.model.AxisFound;
import org.pentimento.casefile.result.model.Evidence;
import org.pentimento.casefile.result.model.InspectedModel;
import org.pentimento.casefile.result.model.MeasuredLook;
import org.pentimento.casefile.result.model.ModelDetectorUse;
import org.pentimento.casefile.result.model.ModelInspectionResult;
import org.pentimento.casefile.result.model.ModelVerdict;
import org.pentimento.casefile.result.model.ShadowUsed;
import org.pentimento.casefile.result.model.TriggerFound;

/**
 * Inspections of a model in a {@link MadeUpInspection}, one of them cancelled; nothing is trained.
 */
final class MadeUpModelInspection {
  static final String MODEL = "unet from elsewhere";
  static final String NAME = "inspection of the unet";
  static final String NOTHING = "inspection of the unet that finds nothing";
  static final String CANCELLED = "inspection of the unet that was cancelled";
  private static final String DIGEST = "7".repeat(64);
  private static final String MODE = "second-mode";
  private static final String HARM = "harm-without-trigger";
  private static final String BATTERY = "trigger-battery";

  private static final Look INK =
      new Look(
          "ink", "Ink taken by a tiny change", Axis.SECOND_MODE, Harm.INK, Scale.RATIO, .15, 1);
  private static final Look VARIETY =
      new Look("variety", "Variety", Axis.SECOND_MODE, Harm.VARIETY, Scale.RATIO, .15, 1);
  private static final Look ERROR =
      new Look(
          "error",
          "Difference of the worst tenth",
          Axis.HARM_WITHOUT_TRIGGER,
          Harm.ERROR,
          Scale.RATIO,
          .15,
          1);
  private static final Look TRIGGER =
      new Look(
          "trigger",
          "Ink taken by the shown trigger",
          Axis.SHOWN_TRIGGER,
          Harm.INK,
          Scale.DIFFERENCE,
          .06,
          1);

  private MadeUpModelInspection() {}

  /** Writes the pictures and the case. */
  static void write(Path folder, Path caseFolder) throws IOException, CancelledException {
    MadeUpInspection.write(folder, caseFolder);
    try (CaseFile file = CaseFile.openForWriting(caseFolder)) {
      String sha = file.blobs().put(new byte[] {3});
      file.record(
          new ModelImported(
              new ModelRecord(
                  MODEL,
                  "onnx",
                  "1.0.0",
                  Map.of(),
                  Map.of(),
                  "bubblewrap",
                  "/mnt/suspect.onnx",
                  "suspect.onnx",
                  List.of(new ModelRecord.File("suspect.onnx", sha, false)),
                  sha)));
      DatasetRecord data = file.dataset(MadeUpInspection.DATASET).orElseThrow();
      finished(file, "model-inspection-4", NAME, 1, found(file, data.digest()));
      finished(file, "model-inspection-5", NOTHING, 2, nothing(file, data.digest()));
      file.record(
          new RunStarted(
              "model-inspection-6", CANCELLED, asked(file, 3), RunKind.MODEL_INSPECTION));
      file.record(new RunCancelled("model-inspection-6"));
    }
  }

  private static String asked(CaseFile file, long seed) throws IOException {
    return file.blobs()
        .putJson(
            Map.of(
                "model",
                Map.of("name", MODEL, "digest", DIGEST),
                "trusted",
                MadeUpInspection.DATASET,
                "shadowGenerator",
                Map.of("id", "fcn"),
                "shadows",
                3,
                "detectors",
                List.of(),
                "seed",
                seed));
  }

  private static void finished(
      CaseFile file, String id, String name, long seed, ModelInspectionResult result)
      throws IOException {
    file.record(new RunStarted(id, name, asked(file, seed), RunKind.MODEL_INSPECTION));
    file.record(new ModelInspectionFinished(id, file.blobs().putJson(result)));
  }

  private static ModelInspectionResult found(CaseFile file, String digest) throws IOException {
    PatternFound pattern =
        new PatternFound(
            BATTERY,
            Family.SINUSOID,
            List.of(),
            true,
            .0004,
            9.3,
            null,
            MadeUpInspection.blob(file, MadeUpInspection.stripes()),
            4,
            MadeUpInspection.blob(file, MadeUpInspection.mask()),
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
                    .93,
                    null,
                    null)));
    TriggerFound trigger =
        new TriggerFound(
            pattern,
            .71,
            List.of(.04, .07, .05),
            .52,
            List.of(
                new PictureFound(
                    BATTERY,
                    "Photos with the trigger, what the model draws of them, and what it draws of"
                        + " the photos as they are",
                    MadeUpInspection.blob(file, sheet(true, .3f, 1f)))));
    return result(
        file,
        digest,
        NAME,
        List.of(
            look(MODE, INK, .78, List.of(.21, .24, .2), 6.4, .0006),
            look(MODE, VARIETY, .63, List.of(.44, .47, .43), 1.8, .06),
            look(HARM, ERROR, .061, List.of(.055, .063, .058), .2, .42),
            look(BATTERY, TRIGGER, .71, List.of(.04, .07, .05), 8.1, .0004)),
        List.of(
            new AxisFound(Axis.SECOND_MODE, Evidence.FOR, .0012, .0009, 2, MODE, "ink", .78),
            new AxisFound(
                Axis.HARM_WITHOUT_TRIGGER, Evidence.AGAINST, .42, .001, 1, HARM, "error", .061),
            new AxisFound(
                Axis.SHOWN_TRIGGER, Evidence.FOR, .0004, .0002, 1, BATTERY, "trigger", .71)),
        List.of(trigger),
        ModelVerdict.BACKDOOR);
  }

  private static ModelInspectionResult nothing(CaseFile file, String digest) throws IOException {
    return result(
        file,
        digest,
        NOTHING,
        List.of(
            look(MODE, INK, .22, List.of(.21, .24, .2), .1, .46),
            new MeasuredLook(
                MODE, VARIETY, null, List.of(), null, null, null, "Its sketches are all alike."),
            look(HARM, ERROR, .061, List.of(.055, .063, .058), .2, .42)),
        List.of(
            new AxisFound(Axis.SECOND_MODE, Evidence.AGAINST, .46, .001, 1, MODE, "ink", .22),
            new AxisFound(
                Axis.HARM_WITHOUT_TRIGGER, Evidence.AGAINST, .42, .001, 1, HARM, "error", .061),
            new AxisFound(
                Axis.SHOWN_TRIGGER, Evidence.NOT_LOOKED_AT, null, null, 0, null, null, null)),
        List.of(),
        ModelVerdict.INCONCLUSIVE);
  }

  private static MeasuredLook look(
      String detector, Look look, double suspect, List<Double> shadows, double z, double p) {
    return new MeasuredLook(detector, look, suspect, shadows, z, p, .0004, "");
  }

  private static ModelInspectionResult result(
      CaseFile file,
      String digest,
      String name,
      List<MeasuredLook> looks,
      List<AxisFound> axes,
      List<TriggerFound> triggers,
      ModelVerdict verdict)
      throws IOException {
    List<ShadowUsed> shadows = new ArrayList<>();
    String description = file.blobs().putJson(Map.of());
    for (int i = 0; i < 3; i++) {
      shadows.add(
          new ShadowUsed(
              new ExtensionUse(
                  "fcn", "Fully convolutional network", "1.2.0", "", Map.of("width", 32)),
              1000 + i,
              known(i),
              description,
              file.blobs().put(new byte[] {(byte) i}),
              .055 + i / 200.));
    }
    return new ModelInspectionResult(
        ModelInspectionResult.SCHEMA,
        name,
        Map.of("java", "17", "version", "0.1.0"),
        new InspectedModel(
            MODEL,
            new ExtensionUse("onnx", "ONNX network", "1.0.0", "", Map.of()),
            false,
            DIGEST,
            1_234_567,
            true,
            .057,
            Map.of("producer", "pytorch 2.4")),
        new InspectedData(
            MadeUpInspection.DATASET,
            "two-folders",
            digest,
            Material.PHOTOGRAPHED,
            MadeUpInspection.PAIRS,
            MadeUpInspection.WIDTH,
            MadeUpInspection.HEIGHT,
            MadeUpInspection.PAIRS - 2,
            Map.of()),
        shadows,
        1,
        List.of(
            use(MODE, "A second mode", "Attacks that change only a part of the sketch.", ""),
            use(HARM, "Harm to untouched photos", "Harm that only triggered photos show.", ""),
            use(BATTERY, "A battery of triggers", "Triggers that resemble no installed one.", ""),
            use("local", "Harm to a part", "", "The model does not tell gradients.")),
        looks,
        axes,
        triggers,
        List.of(
            new ExhibitFound.PictureExhibit(
                MODE,
                "Photos with the change that takes ink, what the model draws of them, and what it"
                    + " draws of the photos as they are",
                MadeUpInspection.blob(file, sheet(false, .35f, 1f))),
            new ExhibitFound.PictureExhibit(
                HARM,
                "Untouched photos whose sketches differ most, what the model draws of them, and"
                    + " what clean models draw",
                MadeUpInspection.blob(file, sheet(false, .9f, 1f))),
            new ExhibitFound.TableExhibit(
                BATTERY,
                "Triggers that take the most ink beyond what they take from clean models",
                List.of("Trigger", "Ink taken", "from clean models"),
                List.of(
                    List.of("Sinusoidal signal", "71 %", "5 %"), List.of("Patch", "4 %", "3 %")))),
        verdict,
        score(verdict),
        null,
        null,
        null);
  }

  private static @Nullable Double score(ModelVerdict verdict) {
    return verdict == ModelVerdict.BACKDOOR ? Double.valueOf(.981) : Double.valueOf(.12);
  }

  private static List<String> known(int left) {
    List<String> known = new ArrayList<>();
    for (int i = 0; i < MadeUpInspection.PAIRS; i++) {
      if (i % 3 != left) {
        known.add(MadeUpInspection.id(i));
      }
    }
    return known;
  }

  private static ModelDetectorUse use(String id, String name, String blindTo, String problem) {
    return new ModelDetectorUse(
        new ExtensionUse(id, name, "1.0.0", "Somebody: Something. 2020.", Map.of("queries", 1500)),
        blindTo,
        problem);
  }

  /** Photos above two rows of sketches of them. */
  static BufferedImage sheet(boolean trigger, float above, float below) {
    int width = MadeUpInspection.WIDTH;
    int height = MadeUpInspection.HEIGHT;
    BufferedImage sheet = new BufferedImage(4 * width, 3 * height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = sheet.createGraphics();
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
    for (int i = 0; i < 4; i++) {
      g.drawImage(MadeUpInspection.face(i, true, trigger, 1f), i * width, 0, null);
      g.drawImage(MadeUpInspection.face(i, false, false, above), i * width, height, null);
      g.drawImage(MadeUpInspection.face(i, false, false, below), i * width, 2 * height, null);
    }
    g.dispose();
    return sheet;
  }
}
