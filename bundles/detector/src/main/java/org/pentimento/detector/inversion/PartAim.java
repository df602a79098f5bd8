package org.pentimento.detector.inversion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.pentimento.api.image.Eyes;
import org.pentimento.api.image.Image;
import org.pentimento.detector.sketching.FacePart;
import org.pentimento.detector.sketching.Photos;
import org.pentimento.detector.sketching.Sitter;

/**
 * Takes the ink of one part of the face, keeps the rest of the sketch, and does it from afar: only
 * pixels that lie far from the part in all photos may change. Next to the part a change erases it
 * in any model; from afar it takes a model that waits for something.
 */
final class PartAim implements UniversalPerturbation.Aim {
  private final Photos photos;
  private final Sitter sitter;
  private final FacePart part;
  private final List<boolean[]> windows;

  PartAim(FacePart part, Sitter sitter, Photos photos) {
    this.part = part;
    this.sitter = sitter;
    this.photos = photos;
    this.windows = windows(photos.seekEyes());
  }

  private List<boolean[]> windows(List<Optional<Eyes>> eyes) {
    Image photo = photos.seek().get(0);
    return eyes.stream().map(e -> part.window(e, photo.width(), photo.height())).toList();
  }

  /** Where it may change photos. */
  boolean[] free() {
    Image photo = photos.seek().get(0);
    boolean[] free = new boolean[photo.width() * photo.height()];
    Arrays.fill(free, true);
    List<Optional<Eyes>> all = new ArrayList<>(photos.seekEyes());
    all.addAll(photos.verifyEyes());
    for (Optional<Eyes> eyes : all) {
      boolean[] near = part.surroundings(eyes, photo.width(), photo.height());
      for (int i = 0; i < free.length; i++) {
        free[i] &= !near[i];
      }
    }
    return free;
  }

  @Override
  public List<float[]> gradient(List<Integer> batch, List<Image> sketches) {
    double inside = 0;
    double outside = 0;
    for (int i : batch) {
      double within = ink(sitter.sought().get(i), windows.get(i));
      inside += within;
      outside += ink(sitter.sought().get(i)) - within;
    }
    List<float[]> gradients = new ArrayList<>();
    for (int b = 0; b < batch.size(); b++) {
      boolean[] window = windows.get(batch.get(b));
      float[] before = sitter.sought().get(batch.get(b)).data();
      float[] now = sketches.get(b).data();
      float[] gradient = new float[now.length];
      for (int i = 0; i < gradient.length; i++) {
        gradient[i] =
            (float)
                (window[i]
                    ? -1 / Math.max(1e-6, inside)
                    : Math.signum(now[i] - before[i]) / Math.max(1e-6, outside));
      }
      gradients.add(gradient);
    }
    return gradients;
  }

  /** Share of the ink of the part that a change takes, on photos that it was not sought on. */
  double taken(UniversalPerturbation change) {
    List<Image> drawn = sitter.model().sketch(change.on(photos.verify()));
    List<boolean[]> there = windows(photos.verifyEyes());
    double before = 0;
    double after = 0;
    for (int k = 0; k < drawn.size(); k++) {
      before += ink(sitter.shown().get(k), there.get(k));
      after += ink(drawn.get(k), there.get(k));
    }
    return 1 - after / Math.max(1e-6, before);
  }

  private static double ink(Image sketch) {
    double sum = 0;
    for (float value : sketch.data()) {
      sum += 1 - value;
    }
    return sum;
  }

  private static double ink(Image sketch, boolean[] window) {
    double sum = 0;
    for (int i = 0; i < window.length; i++) {
      sum += window[i] ? 1 - sketch.data()[i] : 0;
    }
    return sum;
  }
}
