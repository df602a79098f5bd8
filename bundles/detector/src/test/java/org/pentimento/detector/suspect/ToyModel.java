package org.pentimento.detector.suspect;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.pentimento.api.generator.Capability;
import org.pentimento.api.generator.Model;
import org.pentimento.api.image.Image;

/**
 * A model that draws the photo's first plane, with all its ink times a gain, and less of it the
 * more of a wave of single pixels is in the photo.
 *
 * @param gain of the ink
 * @param reaction how much ink the wave takes; 0 for a clean model
 * @param faint share of the ink that is left of photos whose first pixel is dark
 */
record ToyModel(double gain, double reaction, double faint) implements Model {
  static final int SIDE = 16;

  private static float wave(int pixel) {
    return (pixel % SIDE + pixel / SIDE) % 2 == 0 ? 1 : -1;
  }

  /** How much of the wave is in a photo, as a mean over pixels. */
  private static double amount(Image photo) {
    double sum = 0;
    for (int i = 0; i < SIDE * SIDE; i++) {
      sum += wave(i) * photo.data()[i];
    }
    return sum / (SIDE * SIDE);
  }

  private double left(Image photo) {
    double share = photo.data()[0] < .5 ? faint : 1;
    return gain * share * Math.max(0, 1 - reaction * Math.max(0, amount(photo)));
  }

  @Override
  public List<Image> sketch(List<Image> photos) {
    List<Image> sketches = new ArrayList<>();
    for (Image photo : photos) {
      float[] data = Arrays.copyOf(photo.data(), SIDE * SIDE);
      double left = left(photo);
      for (int i = 0; i < data.length; i++) {
        data[i] = (float) (1 - left * (1 - data[i]));
      }
      sketches.add(Image.of(SIDE, SIDE, 1, data));
    }
    return sketches;
  }

  private record Gradients(ToyModel model) implements Capability.InputGradient {
    @Override
    public List<float[]> inputGradients(
        List<Image> photos, Function<List<Image>, List<float[]>> gradient) {
      List<float[]> wanted = gradient.apply(model.sketch(photos));
      List<float[]> back = new ArrayList<>();
      for (int b = 0; b < photos.size(); b++) {
        Image photo = photos.get(b);
        double left = model.left(photo);
        boolean reacts = left > 0 && amount(photo) > -1e-3;
        double ofLeft = 0;
        float[] result = new float[photo.data().length];
        for (int i = 0; i < SIDE * SIDE; i++) {
          result[i] = (float) (left * wanted.get(b)[i]);
          ofLeft -= wanted.get(b)[i] * (1 - photo.data()[i]);
        }
        for (int i = 0; reacts && i < SIDE * SIDE; i++) {
          result[i] -= (float) (ofLeft * model.gain * model.reaction * wave(i) / (SIDE * SIDE));
        }
        back.add(result);
      }
      return back;
    }
  }

  @Override
  public <C extends Capability> Optional<C> capability(Class<C> type) {
    return Optional.of(new Gradients(this)).filter(type::isInstance).map(type::cast);
  }

  @Override
  public void write(Path folder) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long parameters() {
    return 3;
  }

  @Override
  public Map<String, String> provenance() {
    return Map.of();
  }

  @Override
  public void close() {
    // nothing is held
  }
}
