package org.pentimento.detector.harm;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.detector.Exhibit;
import org.pentimento.api.detector.Exhibit.Picture;
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
import org.pentimento.api.suspect.SuspectModel.TrustedPair;
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
  private static final double WORST = .1;

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
          Double.POSITIVE_INFINITY);

  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
          "harm-without-trigger",
          "Harm to untouched photos",
          "1.0.0",
          "Compares a model's sketches of trusted photos with those of clean models: how far the"
              + " worst of them differ, and how unevenly their ink.",
          "Pentimento");

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public List<Look> looks(Settings settings) {
    return List.of(ERROR, UNEVEN);
  }

  @Override
  public int leastPairs() {
    return LEAST;
  }

  @Override
  public int queries(Settings settings) {
    return Integer.MAX_VALUE;
  }

  @Override
  public String blindTo() {
    return "Harm that only triggered photos show. An honest model of another artist, size or"
        + " architecture differs as well.";
  }

  /** A sketch beside the one that clean models draw. */
  private record Compared(int photo, Image drawn, Image expected, double error, double ink) {
    static Compared of(int photo, Image drawn, Image expected) {
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
      return new Compared(
          photo,
          drawn,
          expected,
          error / a.length,
          Math.log(Math.max(1e-3, ink / a.length) / Math.max(1e-3, expectedInk / a.length)));
    }
  }

  @Override
  public ModelFinding inspect(SuspectModel suspect, Settings settings, long seed, Progress progress)
      throws IOException, CancelledException {
    if (suspect.shadows().size() < LEAST_SHADOWS) {
      throw new BadInputException(
          "One shadow model has none to be compared with.", "Train at least 2 shadow models.");
    }
    List<TrustedPair> pairs = suspect.pairs();
    progress.begin("Comparing sketches of untouched photos", pairs.size());
    List<Image> photos = pairs.stream().map(TrustedPair::photo).toList();
    List<Image> drawn = drawn(suspect.model(), photos, progress);
    List<List<Image>> shadows = new ArrayList<>();
    for (Shadow shadow : suspect.shadows()) {
      shadows.add(drawn(shadow.model(), photos, progress));
    }
    List<Double> errors = new ArrayList<>();
    List<Double> unevenness = new ArrayList<>();
    double error = 0;
    double uneven = 0;
    List<Compared> all = new ArrayList<>();
    for (int k = 0; k < shadows.size(); k++) {
      List<Compared> ours = new ArrayList<>();
      List<Compared> theirs = new ArrayList<>();
      for (int i = 0; i < photos.size(); i++) {
        if (!suspect.shadows().get(k).known().contains(i)) {
          Image expected = mean(shadows, k, i);
          theirs.add(Compared.of(i, drawn.get(i), expected));
          ours.add(Compared.of(i, shadows.get(k).get(i), expected));
        }
      }
      if (ours.size() < 2) {
        throw new BadInputException(
            "A shadow model knows nearly all trusted pairs.", "Give more trusted pairs.");
      }
      errors.add(worst(ours));
      unevenness.add(uneven(ours));
      error += worst(theirs) / shadows.size();
      uneven += uneven(theirs) / shadows.size();
      all.addAll(theirs);
    }
    return new ModelFinding(
        List.of(Value.of(ERROR.id(), error, errors), Value.of(UNEVEN.id(), uneven, unevenness)),
        null,
        exhibits(all, photos));
  }

  private static List<Image> drawn(Model model, List<Image> photos, Progress progress)
      throws CancelledException {
    List<Image> drawn = new ArrayList<>();
    for (Image photo : photos) {
      progress.checkCancelled();
      drawn.addAll(model.sketch(List.of(photo)));
    }
    progress.advance(photos.size());
    return drawn;
  }

  /** What the shadow models but for one draw of a photo, in the mean. */
  private static Image mean(List<List<Image>> shadows, int without, int photo) {
    Image first = shadows.get(0).get(photo);
    float[] mean = new float[first.data().length];
    for (int k = 0; k < shadows.size(); k++) {
      if (k != without) {
        float[] data = shadows.get(k).get(photo).data();
        for (int i = 0; i < mean.length; i++) {
          mean[i] += data[i] / (shadows.size() - 1);
        }
      }
    }
    return Image.of(first.width(), first.height(), 1, mean);
  }

  private static double worst(List<Compared> compared) {
    List<Double> errors =
        compared.stream().map(Compared::error).sorted(Comparator.reverseOrder()).toList();
    int n = Math.max(2, (int) Math.ceil(WORST * errors.size()));
    return Math.max(1e-4, errors.subList(0, n).stream().mapToDouble(e -> e).average().orElse(0));
  }

  private static double uneven(List<Compared> compared) {
    double mean = compared.stream().mapToDouble(Compared::ink).average().orElse(0);
    double squares = compared.stream().mapToDouble(c -> (c.ink() - mean) * (c.ink() - mean)).sum();
    return Math.max(1e-3, Math.sqrt(squares / (compared.size() - 1)));
  }

  private static List<Exhibit> exhibits(List<Compared> all, List<Image> photos) {
    List<Compared> worst =
        all.stream()
            .sorted(Comparator.comparingDouble(Compared::error).reversed())
            .limit(SHOWN)
            .toList();
    return List.of(
        new Picture(
            "Untouched photos whose sketches differ most, what the model draws of them, and what"
                + " clean models draw",
            Sheet.of(
                List.of(
                    worst.stream().map(c -> photos.get(c.photo())).toList(),
                    worst.stream().map(Compared::drawn).toList(),
                    worst.stream().map(Compared::expected).toList()))));
  }
}
