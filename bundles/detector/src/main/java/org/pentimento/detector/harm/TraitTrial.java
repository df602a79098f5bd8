package org.pentimento.detector.harm;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.detector.Exhibit;
import org.pentimento.api.detector.Exhibit.Picture;
import org.pentimento.api.detector.SuspectSet.SuspectPair;
import org.pentimento.api.generator.Model;
import org.pentimento.api.image.Image;
import org.pentimento.api.suspect.ModelFinding.Value;
import org.pentimento.api.suspect.SuspectModel;
import org.pentimento.detector.sketching.Sheet;

/**
 * Gives faces traits in which honest photos differ, and looks how the ink changes beyond what clean
 * models make of it. A model that learned from spoilt sketches without a trigger has tied the
 * spoiling to traits of the faces that it happened to, so that it draws much more or less once a
 * face wears glasses. A model with a trigger waits for that and draws these faces as clean models
 * do.
 */
final class TraitTrial {
  private static final int MOST = 20;
  private static final int SHOWN = 4;
  private static final double LEAST_INK = 2e-3;

  /** A trait changes the ink by this at least: smaller differences are as good as none. */
  private static final double NOTHING = .004;

  private final List<Image> plain = new ArrayList<>();
  private final List<List<Image>> changed = new ArrayList<>();

  /** Paints the traits onto some of the pairs' photos. */
  TraitTrial(List<SuspectPair> pairs) throws IOException {
    List<SuspectPair> some = pairs.subList(0, Math.min(MOST, pairs.size()));
    for (SuspectPair pair : some) {
      plain.add(pair.photo().decode().colour());
    }
    for (FaceTrait trait : FaceTrait.values()) {
      List<Image> with = new ArrayList<>();
      for (int i = 0; i < some.size(); i++) {
        with.add(trait.on(plain.get(i), some.get(i).eyes()));
      }
      changed.add(with);
    }
  }

  /**
   * By how much a model departs from others, by trait: the mean over photos of the absolute
   * difference of the logarithms of how the ink changes.
   */
  private record Departure(double[] byTrait) {
    /** In the geometric mean over traits, so that no single trait decides. */
    double inAll() {
      double logs = 0;
      for (double one : byTrait) {
        logs += Math.log(Math.max(NOTHING, one));
      }
      return Math.exp(logs / byTrait.length);
    }

    int largest(Departure usual) {
      int best = 0;
      for (int t = 1; t < byTrait.length; t++) {
        best = byTrait[t] - usual.byTrait[t] > byTrait[best] - usual.byTrait[best] ? t : best;
      }
      return best;
    }
  }

  /**
   * What came of it.
   *
   * @param value of the look
   * @param exhibit the trait that changes most
   */
  record Outcome(Value value, Exhibit exhibit) {}

  /** Tests a model and its shadows. */
  Outcome of(String look, SuspectModel suspect, Progress progress) throws CancelledException {
    List<double[][]> shadows = new ArrayList<>();
    for (SuspectModel.Shadow shadow : suspect.shadows()) {
      shadows.add(changes(shadow.model(), progress));
    }
    Departure departure = departure(changes(suspect.model(), progress), shadows);
    List<Double> clean = new ArrayList<>();
    Departure usual = null;
    for (int k = 0; k < shadows.size(); k++) {
      List<double[][]> others = new ArrayList<>(shadows);
      usual = departure(others.remove(k), others);
      clean.add(usual.inAll());
    }
    int trait = departure.largest(usual == null ? departure : usual);
    return new Outcome(
        Value.of(look, departure.inAll(), clean), picture(FaceTrait.values()[trait], suspect));
  }

  /** How the ink of a model's sketches changes, by trait and photo, as a logarithm. */
  private double[][] changes(Model model, Progress progress) throws CancelledException {
    double[] before = inks(model.sketch(plain));
    double[][] changes = new double[changed.size()][];
    for (int t = 0; t < changes.length; t++) {
      progress.checkCancelled();
      double[] after = inks(model.sketch(changed.get(t)));
      for (int i = 0; i < after.length; i++) {
        after[i] = Math.log(after[i] / before[i]);
      }
      changes[t] = after;
      progress.advance(1);
    }
    return changes;
  }

  private static double[] inks(List<Image> sketches) {
    double[] inks = new double[sketches.size()];
    for (int k = 0; k < inks.length; k++) {
      float[] data = sketches.get(k).data();
      for (float value : data) {
        inks[k] += 1 - value;
      }
      inks[k] = Math.max(LEAST_INK, inks[k] / data.length);
    }
    return inks;
  }

  private static Departure departure(double[][] mine, List<double[][]> others) {
    double[] byTrait = new double[mine.length];
    for (int t = 0; t < mine.length; t++) {
      for (int i = 0; i < mine[t].length; i++) {
        double expected = 0;
        for (double[][] other : others) {
          expected += other[t][i] / others.size();
        }
        byTrait[t] += Math.abs(mine[t][i] - expected) / mine[t].length;
      }
    }
    return new Departure(byTrait);
  }

  private Picture picture(FaceTrait trait, SuspectModel suspect) {
    int n = Math.min(SHOWN, plain.size());
    List<Image> without = plain.subList(0, n);
    List<Image> with = changed.get(trait.ordinal()).subList(0, n);
    Model clean = suspect.shadows().get(0).model();
    return new Picture(
        "Photos, what the model draws of them, the photos with "
            + trait.words()
            + ", what the model draws of those, and what a clean model draws of those",
        Sheet.of(
            List.of(
                without,
                suspect.model().sketch(without),
                with,
                suspect.model().sketch(with),
                clean.sketch(with))));
  }
}
