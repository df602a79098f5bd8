package org.pentimento.trigger;

import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.pentimento.api.detector.SharedPattern;
import org.pentimento.api.detector.SharedPattern.Family;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Parameter;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.image.Eyes;
import org.pentimento.api.image.Image;
import org.pentimento.api.trigger.RecoverableTrigger;
import org.pentimento.api.trigger.Trigger;

/**
 * FTrojan: the photo is cut into square blocks, and in each block a middle and a high coefficient
 * of the discrete cosine transform of the chrominances U and V are raised (Wang et al. 2022,
 * section 3). With blocks of N pixels these are the coefficients (N/2 - 1, N/2 - 1) and (N - 1, N -
 * 1). A grey photo has no chrominance; there the luminance takes the change.
 *
 * <p>The transform is linear and orthonormal, so raising a coefficient by a magnitude is the same
 * as adding its cosine, times the magnitude, to the block, which is done here. Blocks that the
 * border cuts get the part of the cosine that fits.
 */
@Component(service = Trigger.class)
public final class FrequencyTrigger implements RecoverableTrigger {
  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
          "frequency",
          "Frequency (FTrojan)",
          "1.0.0",
          "Raises a middle and a high frequency of the colour in every block of the photo.",
          "T. Wang, Y. Yao, F. Xu, S. An, H. Tong, T. Wang: An Invisible Black-Box Backdoor Attack"
              + " through Frequency Domain. ECCV, 2022.",
          Parameter.number(
              "magnitude",
              "Magnitude",
              "By how much the coefficients are raised, for values from 0 to 255.",
              "of 255",
              30,
              0,
              1024),
          Parameter.integer("block", "Block", "Side of a block.", "px", 32, 4, 256),
          Parameter.choice(
              "bands", "Bands", "Which frequencies are raised.", "both", "middle", "high"));

  /** By how much red, green and blue change with U and with V (ITU-R BT.601, analogue YUV). */
  private static final double[] FROM_U = {0, -0.39465, 2.03211};

  private static final double[] FROM_V = {1.13983, -0.58060, 0};

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Image apply(Image photo, Optional<Eyes> eyes, Settings settings, long seed) {
    int block = settings.integer("block");
    double magnitude = settings.number("magnitude") / 255;
    String bands = settings.text("bands");
    double[] middle = cosine(block, block / 2 - 1);
    double[] high = cosine(block, block - 1);
    double useMiddle = bands.equals("high") ? 0 : magnitude;
    double useHigh = bands.equals("middle") ? 0 : magnitude;
    float[] data = photo.data().clone();
    for (int p = 0; p < photo.planes(); p++) {
      double weight = photo.planes() == 1 ? 1 : FROM_U[p] + FROM_V[p];
      for (int y = 0; y < photo.height(); y++) {
        int row = (p * photo.height() + y) * photo.width();
        int v = y % block;
        for (int x = 0; x < photo.width(); x++) {
          int u = x % block;
          double change = useMiddle * middle[u] * middle[v] + useHigh * high[u] * high[v];
          data[row + x] += (float) (weight * change);
        }
      }
    }
    return Image.of(photo.width(), photo.height(), photo.planes(), data);
  }

  /** The cosine that belongs to a coefficient of the orthonormal DCT-II, along one axis. */
  private static double[] cosine(int block, int coefficient) {
    double scale = Math.sqrt((coefficient == 0 ? 1.0 : 2.0) / block);
    double[] values = new double[block];
    for (int i = 0; i < block; i++) {
      values[i] = scale * StrictMath.cos((2 * i + 1) * coefficient * Math.PI / (2 * block));
    }
    return values;
  }

  @Override
  public Optional<Recovered> recover(SharedPattern pattern) {
    if (pattern.family() != Family.FREQUENCY) {
      return Optional.empty();
    }
    Change change = Change.of(pattern);
    float[] chrominance = new float[change.width() * change.height()];
    double norm = 0;
    for (int p = 0; p < 3; p++) {
      double weight = FROM_U[p] + FROM_V[p];
      norm += weight * weight;
      for (int i = 0; i < chrominance.length; i++) {
        chrominance[i] += (float) (weight * change.values()[p * chrominance.length + i]);
      }
    }
    int best = 4;
    Bands found = new Bands(0, 0, 0);
    int most = Math.min(256, Math.min(change.width(), change.height()));
    for (int block = 4; block <= most; block++) {
      Bands bands = Bands.of(chrominance, change.width(), block);
      if (bands.energy() > found.energy() * 1.02) {
        found = bands;
        best = block;
      }
    }
    boolean middle = found.middle() > .25 * found.high();
    boolean high = found.high() > .25 * found.middle();
    double magnitude =
        (middle && high
                ? (found.middle() + found.high()) / 2
                : Math.max(found.middle(), found.high()))
            / norm
            * 255;
    return Optional.of(
        new Recovered(
            Map.of(
                "magnitude",
                Math.max(0, Math.min(1024, Math.rint(magnitude * 10) / 10)),
                "block",
                best,
                "bands",
                middle && high ? "both" : middle ? "middle" : "high"),
            fit(chrominance, change.width(), change.height(), best, found),
            null,
            null));
  }

  /** How like the mean block is to the two cosines, both without what is slow. */
  private static double fit(float[] plane, int width, int height, int block, Bands bands) {
    double[] middle = cosine(block, block / 2 - 1);
    double[] high = cosine(block, block - 1);
    double[] seen = new double[block * block];
    double[] made = new double[block * block];
    for (int i = 0; i < plane.length; i++) {
      int u = i % width % block;
      int v = i / width % block;
      int columns = (width - u + block - 1) / block;
      int rows = (height - v + block - 1) / block;
      seen[v * block + u] += plane[i] / columns / rows;
      made[v * block + u] =
          bands.middle() * middle[u] * middle[v] + bands.high() * high[u] * high[v];
    }
    double product = 0;
    double a = 1e-12;
    double b = 1e-12;
    for (int v = 1; v < block - 1; v++) {
      for (int u = 1; u < block - 1; u++) {
        double s = lessNeighbours(seen, v * block + u, block);
        double m = lessNeighbours(made, v * block + u, block);
        product += s * m;
        a += s * s;
        b += m * m;
      }
    }
    return product <= 0 ? 0 : Math.min(1, product * product / a / b);
  }

  private static double lessNeighbours(double[] tile, int i, int block) {
    return tile[i] - (tile[i - 1] + tile[i + 1] + tile[i - block] + tile[i + block]) / 4;
  }

  /**
   * How much of the two cosines of a block is in a plane.
   *
   * @param middle coefficient of the middle frequency, at least 0
   * @param high coefficient of the high one, at least 0
   * @param energy of both together
   */
  private record Bands(double middle, double high, double energy) {
    static Bands of(float[] plane, int width, int block) {
      double[] middle = cosine(block, block / 2 - 1);
      double[] high = cosine(block, block - 1);
      double[] product = new double[2];
      double[] square = {1e-12, 1e-12};
      for (int i = 0; i < plane.length; i++) {
        int u = i % width % block;
        int v = i / width % block;
        double m = middle[u] * middle[v];
        double h = high[u] * high[v];
        product[0] += m * plane[i];
        product[1] += h * plane[i];
        square[0] += m * m;
        square[1] += h * h;
      }
      double m = Math.max(0, product[0] / square[0]);
      double h = Math.max(0, product[1] / square[1]);
      return new Bands(m, h, m * m * square[0] + h * h * square[1]);
    }
  }
}
