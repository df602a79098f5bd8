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
import org.pentimento.detector.compact.CompactFamily;
import org.pentimento.detector.place.PatchSearch;
import org.pentimento.detector.place.PlaceMap;
import org.pentimento.detector.place.StampedPatch;
import org.pentimento.detector.shown.Examined.Fit;
import org.pentimento.detector.sketching.Budget;
import org.pentimento.detector.sketching.Budget.Share;
import org.pentimento.detector.sketching.Budget.Sizes;
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
  private static final int LISTED = 8;

  /** What clean models shall lose to a compact change of each family. */
  private static final Share SHARE = new Share(.08, .14);

  /** A patch is so many times shorter than the photo. */
  private static final int PATCHES_ACROSS = 4;

  private static final int LEAST_SIDE = 4;

  /** So many of the most telling places are looked at again. */
  private static final int AGAIN = 3;

  /** Values below this are as good as nothing; their ratios say nothing. */
  private static final double NOTHING = .02;

  private static final Look COMPACT =
      new Look(
          "compact",
          "Ink taken by a compact change",
          Axis.SHOWN_TRIGGER,
          Harm.INK,
          Scale.RATIO,
          .25,
          1);
  private static final Look PLACE =
      new Look(
          "place",
          "Ink taken by a patch at one place, against clean models",
          Axis.SHOWN_TRIGGER,
          Harm.INK,
          Scale.RATIO,
          .3,
          Double.POSITIVE_INFINITY);

  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
              "shown-trigger",
              "A trigger that can be shown",
              "1.0.0",
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
    return List.of(COMPACT, PLACE);
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
    List<Candidate> candidates = new ArrayList<>(families.candidates());
    candidates.add(places.candidate());
    candidates.sort(Comparator.comparingDouble(candidate -> -candidate.excess()));
    return new ModelFinding(
        List.of(families.value(), places.value()),
        candidates.get(0).shown(subject.sitter(), photos, candidates.get(1).excess()),
        List.of(table(candidates)));
  }

  /** What compact changes take, by family, from the suspect model and from the shadow models. */
  private record Families(
      List<Candidate> candidates, List<Double> suspect, List<List<Double>> clean) {
    static Families of(
        List<Shadow> given, List<Examined> shadows, Examined subject, Progress progress)
        throws CancelledException {
      List<Candidate> candidates = new ArrayList<>();
      List<Double> suspect = new ArrayList<>();
      List<List<Double>> clean = new ArrayList<>();
      for (CompactFamily family : CompactFamily.values()) {
        progress.begin("Seeking a " + family.words(), 0);
        Budget budget =
            Budget.of(
                given,
                SHARE,
                new Sizes(family.first(), family.least(), family.most()),
                (shadow, size) -> shadows.get(given.indexOf(shadow)).fit(family, size).effect(),
                progress);
        Fit fit = subject.fit(family, budget.size());
        suspect.add(fit.effect());
        clean.add(budget.effects());
        List<Double> onShadows = new ArrayList<>();
        for (Examined shadow : shadows) {
          onShadows.add(shadow.compact().effect(fit.change(), fit.parameters()));
        }
        candidates.add(
            Candidate.of(
                family, budget.size(), fit.parameters(), fit::on, fit.effect(), onShadows));
      }
      return new Families(candidates, suspect, clean);
    }

    /** The most that a family takes beyond the shadow models' mean. */
    Value value() {
      int k = clean.get(0).size();
      double most = NOTHING;
      double[] shadows = new double[k];
      for (int f = 0; f < suspect.size(); f++) {
        most = Math.max(most, suspect.get(f));
        for (int i = 0; i < k; i++) {
          shadows[i] = Math.max(Math.max(NOTHING, shadows[i]), clean.get(f).get(i));
        }
      }
      List<Double> values = new ArrayList<>();
      for (double shadow : shadows) {
        values.add(shadow);
      }
      return Value.of(COMPACT.id(), Math.min(1, most), values);
    }
  }

  /** What a patch takes by place. */
  private record Places(Candidate candidate, Value value) {
    static Places of(
        List<Examined> shadows, Examined subject, int side, long seed, Progress progress)
        throws CancelledException {
      Image photo = subject.photos().seek().get(0);
      List<int[]> grid =
          PatchSearch.places(photo.width(), photo.height(), side, Math.max(1, side / 2));
      progress.begin("Seeking a patch at each place", (1L + shadows.size()) * grid.size());
      List<StampedPatch> found = subject.patches().stamps(grid, seed);
      double[] map = map(subject, found);
      List<double[]> clean = new ArrayList<>();
      for (Examined shadow : shadows) {
        clean.add(map(shadow, shadow.patches().stamps(grid, seed)));
      }
      double[] relative = PlaceMap.relative(map, PlaceMap.mean(clean));
      List<Double> values = new ArrayList<>();
      for (int k = 0; k < clean.size(); k++) {
        List<double[]> others = new ArrayList<>(clean);
        double[] own = others.remove(k);
        double[] beside = PlaceMap.relative(own, PlaceMap.mean(others));
        values.add(beside[PlaceMap.peak(beside)]);
      }
      return new Places(
          refined(shadows, subject, found, relative, seed),
          Value.of(PLACE.id(), relative[PlaceMap.peak(relative)], values));
    }

    private static double[] map(Examined model, List<StampedPatch> found) {
      return model.effects(found).stream().mapToDouble(e -> e).toArray();
    }

    /** The most telling places with a patch that was fitted for longer; the best of them. */
    private static Candidate refined(
        List<Examined> shadows,
        Examined subject,
        List<StampedPatch> found,
        double[] relative,
        long seed)
        throws CancelledException {
      double[] left = relative.clone();
      Candidate best = null;
      for (int i = 0; i < Math.min(AGAIN, found.size()); i++) {
        int at = PlaceMap.peak(left);
        left[at] = -1;
        StampedPatch patch = subject.patches().refined(found.get(at), seed);
        List<Double> onShadows = new ArrayList<>();
        for (Examined shadow : shadows) {
          onShadows.add(shadow.patches().effect(patch));
        }
        Candidate one = Candidate.of(patch, subject.patches().effect(patch), onShadows);
        best = best == null || one.excess() > best.excess() ? one : best;
      }
      if (best == null) {
        throw new IllegalStateException("a photo without places");
      }
      return best;
    }
  }

  private static Exhibit table(List<Candidate> candidates) {
    return new Exhibit.Table(
        "What changes take that were fitted to this model",
        List.of("Change", "Ink taken", "from clean models"),
        candidates.stream()
            .limit(LISTED)
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
