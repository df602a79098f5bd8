package org.pentimento.engine.training;

import java.util.SplittableRandom;
import org.pentimento.api.image.Image;

/**
 * Random changes of the examples that a network learns from, the same for photo and sketch.
 *
 * <p>P. Isola et al.: Image-to-Image Translation with Conditional Adversarial Networks. CVPR 2017,
 * appendix 6.2: resized from 256 to 286 pixels, cropped to 256 again at a random place, mirrored or
 * not.
 *
 * @param crop whether images are enlarged by 286/256 and cropped to their size; bilinearly, while
 *     the authors' program does it bicubically
 * @param flip whether every other one is mirrored, left for right
 */
public record Augmentation(boolean crop, boolean flip) {
  /** Leaves images as they are. */
  public static final Augmentation NONE = new Augmentation(false, false);

  private static final double ENLARGEMENT = 286.0 / 256;

  /** Changes an image; the same size and seed give the same change. */
  Image apply(Image image, long seed) {
    if (!crop && !flip) {
      return image;
    }
    SplittableRandom random = new SplittableRandom(seed);
    Axis across = axis(image.width(), random);
    Axis down = axis(image.height(), random);
    if (flip && random.nextBoolean()) {
      across = across.mirrored();
    }
    return sampled(image, across, down);
  }

  private Axis axis(int pixels, SplittableRandom random) {
    int enlarged = crop ? (int) Math.round(pixels * ENLARGEMENT) : pixels;
    return Axis.of(pixels, enlarged, random.nextInt(enlarged - pixels + 1));
  }

  private static Image sampled(Image image, Axis across, Axis down) {
    int width = image.width();
    int height = image.height();
    float[] from = image.data();
    float[] to = new float[from.length];
    int i = 0;
    for (int p = 0; p < image.planes(); p++) {
      for (int y = 0; y < height; y++) {
        int row = (p * height + down.first[y]) * width;
        int next = (p * height + down.second[y]) * width;
        for (int x = 0; x < width; x++) {
          float above = across.between(from, row, x);
          float below = across.between(from, next, x);
          to[i++] = above + down.share[y] * (below - above);
        }
      }
    }
    return Image.of(width, height, image.planes(), to);
  }

  /** Where along one axis each pixel comes from: between two pixels, by the share of the second. */
  private record Axis(int[] first, int[] second, float[] share) {
    static Axis of(int pixels, int enlarged, int offset) {
      Axis axis = new Axis(new int[pixels], new int[pixels], new float[pixels]);
      for (int i = 0; i < pixels; i++) {
        double place = (i + offset + 0.5) * pixels / enlarged - 0.5;
        double inside = Math.max(0, Math.min(pixels - 1, place));
        axis.first[i] = (int) inside;
        axis.second[i] = Math.min(pixels - 1, axis.first[i] + 1);
        axis.share[i] = (float) (inside - axis.first[i]);
      }
      return axis;
    }

    Axis mirrored() {
      int n = first.length;
      Axis axis = new Axis(new int[n], new int[n], new float[n]);
      for (int i = 0; i < n; i++) {
        axis.first[i] = first[n - 1 - i];
        axis.second[i] = second[n - 1 - i];
        axis.share[i] = share[n - 1 - i];
      }
      return axis;
    }

    float between(float[] values, int row, int i) {
      float a = values[row + first[i]];
      return a + share[i] * (values[row + second[i]] - a);
    }
  }
}
