package org.pentimento.detector.shown;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.detector.Exhibit;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Descriptor.Need;
import org.pentimento.api.extension.Settings;
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
import org.pentimento.detector.sketching.Photos;

/**
 * Looks for a trigger that can be shown: a wave, a colour, smooth light and shade or a smooth warp
 * all over the photo, or a patch at one place, that takes ink from the sketches of photos that it
 * was not fitted on.
 */
@Component(service = ModelDetector.class)
public final class ShownTriggerDetector implements ModelDetector {
  private static final int LEAST = 8;
  private static final int LEAST_SHADOWS = 2;

  /** A patch is so many times shorter than the photo. */
  private static final int PATCHES_ACROSS = 4;

  private static final int LEAST_SIDE = 4;

  /**
   * A change of few numbers says more than a patch of hundreds: it is shown if it takes at least
   * this share of what the patch takes.
   */
  private static final double COMPACT_ENOUGH = .5;

  /** A change that takes less is not worth showing. */
  private static final double WORTH_SHOWING = .25;

  /**
   * How far one change leads in models that have a second mode and no trigger: we measured a spread
   * of about .12 among models of drawn faces that were trained on spoilt sketches. A lead is
   * evidence of a trigger only where it exceeds theirs, not just that of clean models, which is
   * next to nothing.
   */
  private static final double FLOOR = .12;

  private static final Look ONE =
      new Look(
          "one-change",
          "Ink taken by one change beyond all others",
          Axis.SHOWN_TRIGGER,
          Harm.INK,
          Scale.DIFFERENCE,
          FLOOR,
          1);

  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
              "shown-trigger",
              "A trigger that can be shown",
              "1.1.0",
              "Fits waves, colours, smooth light and shade, smooth warps and patches so that they"
                  + " take the ink from a model's sketches, and compares what they take with what"
                  + " they take from clean models.",
              "Pentimento; after B. Wang et al.: Neural Cleanse. IEEE S&P 2019")
          .needing(Need.INPUT_GRADIENT);

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public List<Look> looks(Settings settings) {
    return List.of(ONE);
  }

  @Override
  public int leastPairs() {
    return LEAST;
  }

  @Override
  public String blindTo() {
    return "Triggers that are no wave, colour, smooth light, smooth warp or patch, such as noise"
        + " that is mixed in, and attacks that change only a part of the sketch.";
  }

  @Override
  public ModelFinding inspect(SuspectModel suspect, Settings settings, long seed, Progress progress)
      throws IOException, CancelledException {
    if (suspect.shadows().size() < LEAST_SHADOWS) {
      throw new BadInputException(
          "One shadow model has none to be compared with.", "Train at least 2 shadow models.");
    }
    Photos photos = Photos.of(suspect.pairs(), seed);
    Image first = photos.seek().get(0);
    int side = Math.max(LEAST_SIDE, Math.min(first.width(), first.height()) / PATCHES_ACROSS);
    progress.begin("Making ready to seek triggers", 0);
    Examined subject = Examined.of(suspect.model(), photos, side, seed, progress);
    List<Examined> shadows = new ArrayList<>();
    for (Shadow shadow : suspect.shadows()) {
      shadows.add(Examined.of(shadow.model(), photos, side, seed, progress));
    }
    Families families = Families.of(suspect.shadows(), shadows, subject, progress);
    Places places = Places.of(shadows, subject, side, seed, progress);
    List<Double> clean = new ArrayList<>();
    for (int k = 0; k < shadows.size(); k++) {
      clean.add(Math.max(families.selectivity(k), places.selectivity(k)));
    }
    double value = Math.max(families.selectivity(), places.selectivity());
    List<TriggerCandidate> candidates = new ArrayList<>(families.candidates());
    candidates.sort(Comparator.comparingDouble(candidate -> -candidate.excess()));
    TriggerCandidate patch = places.candidate();
    boolean compact = candidates.get(0).excess() >= COMPACT_ENOUGH * patch.excess();
    candidates.add(compact ? candidates.size() : 0, patch);
    TriggerCandidate best = candidates.get(0);
    return new ModelFinding(
        List.of(Value.of(ONE.id(), value, clean)),
        best.excess() < WORTH_SHOWING
            ? null
            : best.shown(
                suspect.model()::sketch,
                photos,
                compact ? families.selectivity() : places.selectivity()),
        List.of(table(candidates)));
  }

  private static Exhibit table(List<TriggerCandidate> candidates) {
    return new Exhibit.Table(
        "What changes take that were fitted to this model",
        List.of("Change", "Ink taken", "from clean models"),
        candidates.stream()
            .map(
                one ->
                    List.of(
                        one.words(),
                        percent(one.effect()),
                        percent(one.onShadows().stream().mapToDouble(e -> e).average().orElse(0))))
            .toList());
  }

  private static String percent(double share) {
    return Math.round(100 * share) + " %";
  }
}
