package org.pentimento.detector.shown;

import java.util.ArrayList;
import java.util.List;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.image.Image;
import org.pentimento.detector.place.PatchSearch;
import org.pentimento.detector.place.PlaceMap;
import org.pentimento.detector.place.StampedPatch;

/**
 * What a patch takes by place. A model with a trigger gives way to patches at some places; one that
 * was trained on spoilt sketches does so all over the photo, beside the face as well.
 *
 * @param candidate the best patch at one of the most telling places
 * @param selectivity by how much it takes more at its best place than far from it, from the suspect
 *     model, where the middle of the face counts less, for it gives way in all models
 * @param clean the same of each shadow model
 */
record Places(TriggerCandidate candidate, double selectivity, List<Double> clean) {
  /** So many of the most telling places are looked at again. */
  private static final int AGAIN = 3;

  /** Places that lie so many halves of a patch's side apart are far from each other. */
  private static final int FAR = 3;

  /** Seeks patches on all models and fits the best of the suspect model for longer. */
  static Places of(List<Examined> shadows, Examined subject, int side, long seed, Progress progress)
      throws CancelledException {
    Image photo = subject.photos().seek().get(0);
    List<int[]> grid =
        PatchSearch.places(photo.width(), photo.height(), side, Math.max(1, side / 2));
    progress.begin("Seeking a patch at each place", 0);
    List<StampedPatch> found = subject.patches().stamps(grid, seed);
    double[] map = map(subject, found);
    List<double[]> clean = new ArrayList<>();
    for (Examined shadow : shadows) {
      clean.add(map(shadow, shadow.patches().stamps(grid, seed)));
    }
    List<Double> shadowLeads = new ArrayList<>();
    int far = side * FAR / 2;
    for (int k = 0; k < clean.size(); k++) {
      List<double[]> others = new ArrayList<>(clean);
      double[] own = others.remove(k);
      shadowLeads.add(lead(own, others, grid, far));
    }
    return new Places(
        refined(shadows, subject, found, PlaceMap.relative(map, PlaceMap.mean(clean)), seed),
        lead(map, clean, grid, far),
        shadowLeads);
  }

  private static double lead(double[] map, List<double[]> clean, List<int[]> grid, int far) {
    return PlaceMap.lead(PlaceMap.discounted(map, PlaceMap.mean(clean)), grid, far);
  }

  /** The lead of a place in a shadow model. */
  double selectivity(int shadow) {
    return clean.get(shadow);
  }

  private static double[] map(Examined model, List<StampedPatch> found) {
    return found.stream().mapToDouble(model.patches()::effect).toArray();
  }

  /** The best of the most telling places, with a patch that was fitted for longer. */
  private static TriggerCandidate refined(
      List<Examined> shadows,
      Examined subject,
      List<StampedPatch> found,
      double[] relative,
      long seed)
      throws CancelledException {
    double[] left = relative.clone();
    StampedPatch best = null;
    double most = 0;
    for (int i = 0; i < Math.min(AGAIN, found.size()); i++) {
      int at = PlaceMap.peak(left);
      left[at] = -1;
      StampedPatch patch = subject.patches().refined(found.get(at), seed);
      double excess = candidate(shadows, subject, patch).excess();
      if (best == null || excess > most) {
        best = patch;
        most = excess;
      }
    }
    if (best == null) {
      throw new IllegalStateException("a photo without places");
    }
    return candidate(shadows, subject, subject.patches().outlined(best, seed));
  }

  private static TriggerCandidate candidate(
      List<Examined> shadows, Examined subject, StampedPatch patch) {
    List<Double> onShadows = new ArrayList<>();
    for (Examined shadow : shadows) {
      onShadows.add(shadow.patches().effect(patch));
    }
    return TriggerCandidate.of(patch, subject.patches().effect(patch), onShadows);
  }
}
