package org.pentimento.audit.inspection.photo;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.pentimento.api.generator.Model;
import org.pentimento.api.image.Image;
import org.pentimento.api.suspect.SuspectModel.Shadow;
import org.pentimento.audit.data.Shuffle;
import org.pentimento.audit.inspection.model.ModelProbe;
import org.pentimento.audit.model.Strip;

/**
 * Measures photos with a suspect model and clean models. Whatever makes all models draw
 * differently, such as a hat or a poor camera, cancels out.
 */
final class PhotoProbe {
  /** Trusted photos that are measured as the suspect ones are, at most. */
  static final int MOST_TRUSTED = 60;

  private static final int HOSTS = 6;
  private static final long ORDER = 0x70686f746fL;

  private final Model model;
  private final List<Shadow> shadows;
  private final List<Integer> chosen;
  private final List<Image> trusted;
  private final FaceSpace space;
  private final double[] usual = new double[3];
  private final List<Integer> hosts;
  private final List<List<Image>> hostSketches = new ArrayList<>();

  /**
   * Reads trusted photos and draws some of them.
   *
   * @param shadows clean models
   * @param photos all trusted ones, in the order to which the shadows' known pairs refer
   */
  PhotoProbe(Model model, List<Shadow> shadows, List<ImageOfPair> photos, long seed)
      throws IOException {
    this.model = model;
    this.shadows = shadows;
    List<Integer> all = IntStream.range(0, photos.size()).boxed().toList();
    List<Integer> order = Shuffle.shuffled(all, new SplittableRandom(seed ^ ORDER));
    this.chosen = order.subList(0, Math.min(MOST_TRUSTED, order.size()));
    this.trusted = new ArrayList<>();
    for (int i : chosen) {
      trusted.add(photos.get(i).photo().colour());
    }
    for (Image photo : trusted) {
      double[] means = Alteration.means(photo);
      for (int c = 0; c < usual.length; c++) {
        usual[c] += means[c] / trusted.size();
      }
    }
    this.space = new FaceSpace(trusted);
    // One more than needed: a photo that is a host itself is not put onto itself.
    this.hosts = IntStream.range(0, Math.min(HOSTS + 1, trusted.size())).boxed().toList();
    List<Image> hostPhotos = hosts.stream().map(trusted::get).toList();
    hostSketches.add(model.sketch(hostPhotos));
    for (Shadow shadow : shadows) {
      hostSketches.add(shadow.model().sketch(hostPhotos));
    }
  }

  /** Decodes the photo of a trusted pair. */
  @FunctionalInterface
  interface ImageOfPair {
    Image photo() throws IOException;
  }

  /** Trusted photos that are measured, by the index that {@link #of} takes. */
  List<Image> trusted() {
    return trusted;
  }

  /**
   * Measures a photo.
   *
   * @param photo in colour, as large as the trusted ones
   * @param self which of {@link #trusted} it is; -1 if it is none
   */
  Readings of(Image photo, int self) throws IOException {
    Image sketch = one(model, photo);
    List<Image> clean = shadows.stream().map(shadow -> one(shadow.model(), photo)).toList();
    Alteration best = Alteration.BLUR;
    double most = Double.NEGATIVE_INFINITY;
    for (Alteration alteration : Alteration.values()) {
      Image altered = alteration.on(photo, usual);
      double rise = ink(one(model, altered)) - ink(sketch);
      for (int k = 0; k < shadows.size(); k++) {
        rise -= (ink(one(shadows.get(k).model(), altered)) - ink(clean.get(k))) / shadows.size();
      }
      if (rise > most) {
        most = rise;
        best = alteration;
      }
    }
    float[] own = space.own(photo, self);
    double squares = 0;
    for (float value : own) {
      squares += (double) value * value;
    }
    return new Readings(
        distance(sketch, clean, self),
        transplanted(own, self, HOSTS),
        most,
        best,
        Math.sqrt(squares / own.length));
  }

  /** What a photo has for itself. */
  float[] own(Image photo, int self) {
    return space.own(photo, self);
  }

  /**
   * A trusted photo is compared with the shadows that were not trained on it: they draw the others
   * better than any that nobody knows.
   */
  private double distance(Image sketch, List<Image> clean, int self) {
    List<Integer> fair = new ArrayList<>();
    for (int k = 0; k < clean.size(); k++) {
      if (self < 0 || !shadows.get(k).known().contains(chosen.get(self))) {
        fair.add(k);
      }
    }
    if (fair.isEmpty()) {
      IntStream.range(0, clean.size()).forEach(fair::add);
    }
    double away = 0;
    for (int k : fair) {
      away += ModelProbe.difference(sketch, clean.get(k)) / fair.size();
    }
    double apart = 0;
    int pairs = clean.size() * (clean.size() - 1) / 2;
    for (int j = 1; j < clean.size(); j++) {
      for (int k = 0; k < j; k++) {
        apart += ModelProbe.difference(clean.get(j), clean.get(k)) / pairs;
      }
    }
    return away - apart;
  }

  /**
   * By how much more a change of trusted photos changes the model's sketches than the clean
   * models'.
   *
   * @param self which trusted photo is left out; -1 for none
   * @param most number of trusted photos to put it on
   */
  double transplanted(float[] change, int self, int most) {
    List<Integer> used = hosts.stream().filter(host -> host != self).limit(most).toList();
    double effect = 0;
    for (int host : used) {
      Image moved = changed(trusted.get(host), change);
      effect += shift(model, moved, 0, host) / used.size();
      for (int k = 0; k < shadows.size(); k++) {
        effect -=
            shift(shadows.get(k).model(), moved, k + 1, host) / (used.size() * shadows.size());
      }
    }
    return effect;
  }

  private double shift(Model drawing, Image moved, int of, int host) {
    return ModelProbe.difference(one(drawing, moved), hostSketches.get(of).get(host));
  }

  /** A few trusted photos with a change, what the model draws of them as they are, and with it. */
  Strip shown(float[] change, int self, int most) {
    List<Integer> used = hosts.stream().filter(host -> host != self).limit(most).toList();
    List<Image> moved = used.stream().map(host -> changed(trusted.get(host), change)).toList();
    return new Strip(
        moved,
        used.stream().map(host -> hostSketches.get(0).get(host)).toList(),
        model.sketch(moved));
  }

  /** What the model draws. */
  Image sketch(Image photo) {
    return one(model, photo);
  }

  /** Mean of what the clean models draw. */
  Image cleanSketch(Image photo) {
    float[] mean = new float[photo.width() * photo.height()];
    for (Shadow shadow : shadows) {
      float[] data = one(shadow.model(), photo).data();
      for (int i = 0; i < mean.length; i++) {
        mean[i] += data[i] / shadows.size();
      }
    }
    return Image.of(photo.width(), photo.height(), 1, mean);
  }

  private static Image changed(Image photo, float[] change) {
    float[] data = photo.data().clone();
    for (int i = 0; i < data.length; i++) {
      data[i] += change[i];
    }
    return Image.of(photo.width(), photo.height(), 3, data);
  }

  private static Image one(Model drawing, Image photo) {
    return drawing.sketch(List.of(photo)).get(0);
  }

  private static double ink(Image sketch) {
    double sum = 0;
    for (float value : sketch.data()) {
      sum += 1 - value;
    }
    return sum / sketch.data().length;
  }
}
