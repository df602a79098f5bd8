package org.pentimento.detector.shown;

import java.util.List;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.generator.Model;
import org.pentimento.api.image.Image;
import org.pentimento.detector.compact.CompactFamily;
import org.pentimento.detector.compact.CompactSearch;
import org.pentimento.detector.compact.Peaks;
import org.pentimento.detector.compact.PhotoChange;
import org.pentimento.detector.inversion.UniversalPerturbation;
import org.pentimento.detector.place.PatchSearch;
import org.pentimento.detector.sketching.Objective;
import org.pentimento.detector.sketching.Photos;
import org.pentimento.detector.sketching.Sitter;

/**
 * A model on which triggers are sought.
 *
 * @param sitter the model
 * @param photos to seek and to verify on
 * @param compact fits compact changes
 * @param patches fits patches
 * @param waves that are strong in a free change that takes its ink
 * @param seed of everything random
 */
record Examined(
    Sitter sitter,
    Photos photos,
    CompactSearch compact,
    PatchSearch patches,
    List<double[]> waves,
    long seed) {
  /** Size of the free change whose spectrum tells where waves may lie. */
  private static final double HINT = .04;

  private static final int WAVES = 8;

  static Examined of(Model model, Photos photos, int side, long seed, Progress progress)
      throws BadInputException, CancelledException {
    Sitter sitter = Sitter.of(model, photos);
    Image first = photos.seek().get(0);
    UniversalPerturbation free =
        UniversalPerturbation.seek(
            sitter.gradients(), photos.seek(), Objective.INK, HINT, seed, progress);
    return new Examined(
        sitter,
        photos,
        new CompactSearch(sitter, photos, progress),
        new PatchSearch(sitter, photos, side, progress),
        Peaks.of(free.change(), first.width(), first.height(), WAVES),
        seed);
  }

  /** A change of a family that takes as much of its ink as one of that size can. */
  Fit fit(CompactFamily family, double size) throws CancelledException {
    Image first = photos.seek().get(0);
    PhotoChange change = family.of(size, first.width(), first.height());
    double[] parameters =
        compact.best(change, family == CompactFamily.WAVE ? waves : List.of(), seed);
    return new Fit(change, parameters, compact.effect(change, parameters));
  }

  /**
   * A fitted change.
   *
   * @param change its kind and size
   * @param parameters of it
   * @param effect share of the ink that it takes, on photos that it was not fitted on
   */
  record Fit(PhotoChange change, double[] parameters, double effect) {
    Image on(Image photo) {
      return change.apply(photo, parameters);
    }
  }
}
