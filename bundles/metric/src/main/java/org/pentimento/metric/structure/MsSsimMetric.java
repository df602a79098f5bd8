package org.pentimento.metric.structure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.image.Image;
import org.pentimento.api.metric.Measurement;
import org.pentimento.api.metric.PairMetric;
import org.pentimento.metric.plane.Plane;

/**
 * Multi-scale SSIM of the luminance: the mean contrast-structure terms of all scales but the
 * coarsest, and the mean SSIM of the coarsest, each to the power of its weight, multiplied.
 *
 * <p>The authors demand that the shorter side, halved between scales, holds the 11×11 window at the
 * coarsest of 5 scales: 176 px. A smaller image is measured at as many of the finest scales as it
 * holds, their weights divided by their sum (the published five, which add up to 1.0001, are taken
 * as they are); the measurement's name says how many, {@code ms-ssim-3}. Below 11 px it is
 * undefined. A negative term, which has no real power, counts as 0.
 */
@Component(service = PairMetric.class)
public final class MsSsimMetric implements PairMetric {
  private static final String ID = "ms-ssim";
  private static final double[] WEIGHTS = {.0448, .2856, .3001, .2363, .1333};

  @Override
  public Descriptor descriptor() {
    return Descriptor.of(
        ID,
        "MS-SSIM",
        "1.0.0",
        "SSIM over five scales. An image whose shorter side is below 176 pixels is measured over"
            + " fewer, with the weights renormalised, and the value's name says so.",
        "Wang, Simoncelli, Bovik: Multi-scale structural similarity for image quality"
            + " assessment. Asilomar Conference on Signals, Systems and Computers, 2003");
  }

  @Override
  public Scale scale() {
    return new Scale("", 0, 1, Direction.HIGHER);
  }

  @Override
  public Reference prepare(Image reference, Settings settings) {
    Plane levels = Plane.luminance(reference);
    int count = scales(reference);
    List<LocalStructure> scales = pyramid(levels, count);
    return candidate -> {
      levels.requireSameSize(candidate);
      return count == 0
          ? Measurement.undefined(ID, "The image is smaller than the 11x11 window.")
          : measure(scales, pyramid(Plane.luminance(candidate), count));
    };
  }

  private static int scales(Image image) {
    int side = Math.min(image.width(), image.height());
    int scales = 0;
    while (scales < WEIGHTS.length && side >= LocalStructure.WINDOW_SIZE << scales) {
      scales++;
    }
    return scales;
  }

  private static List<LocalStructure> pyramid(Plane levels, int count) {
    List<LocalStructure> scales = new ArrayList<>();
    Plane plane = levels;
    for (int s = 0; s < count; s++) {
      scales.add(LocalStructure.of(plane));
      plane = halved(plane);
    }
    return scales;
  }

  /** The mean of each 2×2 block; beyond the edge, the edge pixel again. */
  private static Plane halved(Plane plane) {
    int w = (plane.width() + 1) / 2;
    int h = (plane.height() + 1) / 2;
    double[] out = new double[w * h];
    for (int y = 0; y < h; y++) {
      int below = Math.min(2 * y + 1, plane.height() - 1);
      for (int x = 0; x < w; x++) {
        int right = Math.min(2 * x + 1, plane.width() - 1);
        out[y * w + x] =
            (plane.at(2 * x, 2 * y)
                    + plane.at(right, 2 * y)
                    + plane.at(2 * x, below)
                    + plane.at(right, below))
                / 4;
      }
    }
    return new Plane(w, h, out);
  }

  private static Measurement measure(
      List<LocalStructure> reference, List<LocalStructure> candidate) {
    int count = reference.size();
    double sum = count == WEIGHTS.length ? 1 : Arrays.stream(WEIGHTS, 0, count).sum();
    double product = 1;
    for (int s = 0; s < count; s++) {
      LocalStructure.Similarity similarity = reference.get(s).compare(candidate.get(s));
      boolean coarsest = s == count - 1;
      double term = (coarsest ? similarity.ssim() : similarity.contrastStructure()).mean();
      product *= StrictMath.pow(Math.max(0, term), WEIGHTS[s] / sum);
    }
    return Measurement.of(count == WEIGHTS.length ? ID : ID + "-" + count, product);
  }
}
