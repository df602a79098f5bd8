package org.pentimento.detector.shown;

import java.util.ArrayList;
import java.util.List;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.suspect.SuspectModel.Shadow;
import org.pentimento.detector.compact.CompactFamily;
import org.pentimento.detector.shown.Examined.Fit;
import org.pentimento.detector.sketching.Budget;
import org.pentimento.detector.sketching.Budget.Share;
import org.pentimento.detector.sketching.Budget.Sizes;

/**
 * What compact changes take, by family. A trigger gives way to the family that it belongs to; a
 * model that was trained on spoilt sketches gives way to several.
 *
 * @param candidates one by family
 * @param suspect what each takes from the suspect model
 * @param clean what each family takes from each shadow model, fitted to that
 * @param smoothWave whether the wave that was fitted to the suspect model is so coarse that it is
 *     smooth light and shade as well
 */
record Families(
    List<TriggerCandidate> candidates,
    List<Double> suspect,
    List<List<Double>> clean,
    boolean smoothWave) {
  /** What clean models shall lose to a change of each family. */
  private static final Share SHARE = new Share(.08, .14);

  /**
   * Fits a change of each family.
   *
   * @param given the shadow models
   * @param shadows the same, examined
   */
  static Families of(
      List<Shadow> given, List<Examined> shadows, Examined subject, Progress progress)
      throws CancelledException {
    List<TriggerCandidate> candidates = new ArrayList<>();
    List<Double> suspect = new ArrayList<>();
    List<List<Double>> clean = new ArrayList<>();
    boolean smoothWave = false;
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
      smoothWave |= family == CompactFamily.WAVE && CompactFamily.smooth(fit.parameters());
      clean.add(budget.effects());
      List<Double> onShadows = new ArrayList<>();
      for (Examined shadow : shadows) {
        onShadows.add(shadow.compact().effect(fit.change(), fit.parameters()));
      }
      candidates.add(
          TriggerCandidate.of(
              family, budget.size(), fit.parameters(), fit::on, fit.effect(), onShadows));
    }
    return new Families(candidates, suspect, clean, smoothWave);
  }

  /** By how much one family takes more than any other, beyond what it takes from clean models. */
  double selectivity() {
    List<Double> excess = new ArrayList<>();
    for (int f = 0; f < suspect.size(); f++) {
      excess.add(suspect.get(f) - mean(clean.get(f), -1));
    }
    return lead(excess, smoothWave);
  }

  /** The same of a shadow model beside the others. */
  double selectivity(int shadow) {
    List<Double> excess = new ArrayList<>();
    for (List<Double> effects : clean) {
      excess.add(effects.get(shadow) - mean(effects, shadow));
    }
    return lead(excess, false);
  }

  private static double mean(List<Double> effects, int without) {
    double sum = 0;
    int n = 0;
    for (int k = 0; k < effects.size(); k++) {
      if (k != without) {
        sum += effects.get(k);
        n++;
      }
    }
    return sum / n;
  }

  /**
   * By how much the largest exceeds the second, of which what is below 0 counts as 0.
   *
   * @param excess by family
   * @param smoothWave whether the wave is so coarse that it is smooth light and shade as well; then
   *     the two do not compete
   */
  static double lead(List<Double> excess, boolean smoothWave) {
    List<Double> apart = new ArrayList<>(excess);
    if (smoothWave) {
      double shade = apart.set(CompactFamily.SHADE.ordinal(), 0.);
      apart.set(
          CompactFamily.WAVE.ordinal(), Math.max(shade, apart.get(CompactFamily.WAVE.ordinal())));
    }
    double first = 0;
    double second = 0;
    for (double one : apart) {
      if (one > first) {
        second = first;
        first = one;
      } else {
        second = Math.max(second, one);
      }
    }
    return first - second;
  }
}
