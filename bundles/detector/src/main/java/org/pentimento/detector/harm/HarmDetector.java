package org.pentimento.detector.harm;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.osgi.service.component.annotations.Component;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.detector.Exhibit.Picture;
import org.pentimento.api.detector.SuspectSet.SuspectPair;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.generator.Model;
import org.pentimento.api.image.Image;
import org.pentimento.api.suspect.Axis;
import org.pentimento.api.suspect.Look;
import org.pentimento.api.suspect.Look.Harm;
import org.pentimento.api.suspect.Look.Scale;
import org.pentimento.api.suspect.ModelDetector;
import org.pentimento.api.suspect.ModelFinding;
import org.pentimento.api.suspect.ModelFinding.Value;
import org.pentimento.api.suspect.SuspectModel;
import org.pentimento.api.suspect.SuspectModel.Shadow;
import org.pentimento.detector.sketching.Sheet;

/**
 * Looks for harm to untouched photos. The suspect model and the shadow model that does not know a
 * photo are both compared with the shadow models that do: so they stand the same test.
 */
@Component(service = ModelDetector.class)
public final class HarmDetector implements ModelDetector {
  private static final int LEAST = 12;
  private static final int LEAST_SHADOWS = 2;
  private static final int SHOWN = 4;

  /** Leaves no shadow model out. */
  private static final int ALL = -1;

  private static final double WORST = .1;

  /** Less ink, as a share of the sketch, is none. */
  private static final double LEAST_INK = 1e-3;

  private static final Look ERROR =
      new Look(
          "error",
          "Difference of the worst tenth",
          Axis.HARM_WITHOUT_TRIGGER,
          Harm.ERROR,
          Scale.RATIO,
          .15,
          1);
  private static final Look UNEVEN =
      new Look(
          "uneven-ink",
          "Unevenness of ink",
          Axis.HARM_WITHOUT_TRIGGER,
          Harm.INK,
          Scale.RATIO,
          .25,
          Math.sqrt(2) * Math.log(1 / LEAST_INK));
  private static final Look TRAITS =
      new Look(
          "face-traits",
          "Unsteadiness of ink under traits of faces",
          Axis.HARM_WITHOUT_TRIGGER,
          Harm.UNSTEADINESS,
          Scale.RATIO,
          .2,
          10);

  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
          "harm-without-trigger",
          "Harm to untouched photos",
          "1.1.0",
          "Compares a model's sketches of trusted photos with those of clean models: how far the"
              + " worst of them differ, how unevenly their ink, and how the ink changes when the"
              + " faces wear glasses, a beard or other traits of honest photos.",
          "Pentimento");

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public List<Look> looks(Settings settings) {
    return List.of(ERROR, UNEVEN, TRAITS);
  }

  @Override
  public int leastPairs() {
    return LEAST;
  }

  @Override
  public String blindTo() {
    return "Harm that only triggered photos show. An honest model of another artist, size or"
        + " architecture differs as well, and so does one with a trigger that looks like a trait of"
        + " faces.";
  }

  /** How a sketch differs from the one that clean models draw of the photo. */
  private record Difference(int photo, double error, double ink) {
    static Difference of(int photo, Image drawn, Image expected) {
      float[] a = drawn.data();
      float[] b = expected.data();
      double error = 0;
      double ink = 0;
      double expectedInk = 0;
      for (int i = 0; i < a.length; i++) {
        error += Math.abs(a[i] - b[i]);
        ink += 1 - a[i];
        expectedInk += 1 - b[i];
      }
      return new Difference(
          photo,
          error / a.length,
          Math.log(
              Math.max(LEAST_INK, ink / a.length) / Math.max(LEAST_INK, expectedInk / a.length)));
    }
  }

  /** The photos that one shadow model does not know: its own differences and the suspect's. */
  private static final class Fold {
    private final List<Difference> shadow = new ArrayList<>();
    private final List<Difference> suspect = new ArrayList<>();
  }

  @Override
  public ModelFinding inspect(SuspectModel suspect, Settings settings, long seed, Progress progress)
      throws IOException, CancelledException {
    List<Shadow> shadows = suspect.shadows();
    if (shadows.size() < LEAST_SHADOWS) {
      throw new BadInputException(
          "One shadow model has none to be compared with.", "Train at least 2 shadow models.");
    }
    int n = suspect.pairs().size();
    progress.begin("Comparing sketches of untouched photos", n);
    List<Fold> folds = new ArrayList<>();
    shadows.forEach(shadow -> folds.add(new Fold()));
    for (int i = 0; i < n; i++) {
      progress.checkCancelled();
      Image photo = photo(suspect, i);
      List<Image> clean = new ArrayList<>();
      for (Shadow shadow : shadows) {
        clean.add(sketch(shadow.model(), photo));
      }
      Image drawn = sketch(suspect.model(), photo);
      for (int k = 0; k < shadows.size(); k++) {
        if (!shadows.get(k).known().contains(i)) {
          Image expected = mean(clean, k);
          folds.get(k).shadow.add(Difference.of(i, clean.get(k), expected));
          folds.get(k).suspect.add(Difference.of(i, drawn, expected));
        }
      }
      progress.advance(1);
    }
    List<Double> errors = new ArrayList<>();
    List<Double> unevenness = new ArrayList<>();
    double error = 0;
    double uneven = 0;
    for (Fold fold : folds) {
      if (fold.shadow.size() < 2) {
        throw new BadInputException(
            "A shadow model knows nearly all trusted pairs.", "Give more trusted pairs.");
      }
      errors.add(worst(fold.shadow));
      unevenness.add(uneven(fold.shadow));
      error += worst(fold.suspect) / folds.size();
      uneven += uneven(fold.suspect) / folds.size();
    }
    progress.begin("Giving faces other traits", 0);
    List<SuspectPair> order = new ArrayList<>(suspect.pairs());
    Collections.shuffle(order, new Random(seed));
    TraitTrial.Outcome traits = new TraitTrial(order).of(TRAITS.id(), suspect, progress);
    return new ModelFinding(
        List.of(
            Value.of(ERROR.id(), error, errors),
            Value.of(UNEVEN.id(), uneven, unevenness),
            traits.value()),
        null,
        List.of(picture(suspect, folds), traits.exhibit()));
  }

  private static Image photo(SuspectModel suspect, int index) throws IOException {
    return suspect.pairs().get(index).photo().decode().colour();
  }

  private static Image sketch(Model model, Image photo) {
    return model.sketch(List.of(photo)).get(0);
  }

  /** What shadow models but for one draw of a photo, in the mean. */
  private static Image mean(List<Image> sketches, int without) {
    Image first = sketches.get(0);
    float[] mean = new float[first.data().length];
    for (int k = 0; k < sketches.size(); k++) {
      if (k != without) {
        float[] data = sketches.get(k).data();
        for (int i = 0; i < mean.length; i++) {
          mean[i] += data[i] / (without == ALL ? sketches.size() : sketches.size() - 1);
        }
      }
    }
    return Image.of(first.width(), first.height(), 1, mean);
  }

  private static double worst(List<Difference> differences) {
    List<Double> errors =
        differences.stream().map(Difference::error).sorted(Comparator.reverseOrder()).toList();
    int n = Math.max(2, (int) Math.ceil(WORST * errors.size()));
    return Math.max(1e-4, errors.subList(0, n).stream().mapToDouble(e -> e).average().orElse(0));
  }

  private static double uneven(List<Difference> differences) {
    double mean = differences.stream().mapToDouble(Difference::ink).average().orElse(0);
    double squares =
        differences.stream().mapToDouble(d -> (d.ink() - mean) * (d.ink() - mean)).sum();
    return Math.max(1e-3, Math.sqrt(squares / (differences.size() - 1)));
  }

  private static Picture picture(SuspectModel suspect, List<Fold> folds) throws IOException {
    List<Integer> worst =
        folds.stream()
            .flatMap(fold -> fold.suspect.stream())
            .sorted(Comparator.comparingDouble(Difference::error).reversed())
            .map(Difference::photo)
            .distinct()
            .limit(SHOWN)
            .toList();
    List<Image> photos = new ArrayList<>();
    List<Image> expected = new ArrayList<>();
    for (int i : worst) {
      Image photo = photo(suspect, i);
      photos.add(photo);
      expected.add(
          mean(suspect.shadows().stream().map(s -> sketch(s.model(), photo)).toList(), ALL));
    }
    return new Picture(
        "Untouched photos whose sketches differ most, what the model draws of them, and what clean"
            + " models draw",
        Sheet.of(
            List.of(
                photos, photos.stream().map(p -> sketch(suspect.model(), p)).toList(), expected)));
  }
}
