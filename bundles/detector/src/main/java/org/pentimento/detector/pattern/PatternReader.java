package org.pentimento.detector.pattern;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.detector.SharedPattern;
import org.pentimento.api.detector.SharedPattern.Family;
import org.pentimento.api.detector.SharedPattern.Measures;
import org.pentimento.api.detector.SharedPattern.Place;
import org.pentimento.api.image.Eyes;
import org.pentimento.api.image.Image;
import org.pentimento.detector.residual.Bank;
import org.pentimento.detector.residual.Medians;
import org.pentimento.detector.residual.PhotoStack;
import org.pentimento.detector.residual.Smoothing;

/** Reads from a group of photos what they share: picture, place, family and measures. */
public final class PatternReader {
  private static final double SOFTER = .93;

  /** Warps take a fifth to a half of the finest detail, light faces a tenth. */
  private static final double MUCH_SOFTER = .83;

  private static final double EXPLAINED = .5;
  private static final double STAMPED = 2.6;
  private static final double SMALL = .08;
  private static final double LACKING = .4;
  private static final double LACKING_ALL = .25;
  private static final double SOFTENED = 1.3;

  private final PhotoStack photos;
  private final int[] group;
  private final long seed;

  /**
   * Prepares reading.
   *
   * @param group the members, by index in the stack
   */
  public PatternReader(PhotoStack photos, int[] group, long seed) {
    this.photos = photos;
    this.group = group.clone();
    this.seed = seed;
  }

  /**
   * Reads it.
   *
   * @param p how probable it is that photos in which nobody hid anything share as much
   * @param strength how far the members stand out
   */
  public SharedPattern read(double p, double strength) {
    Difference raw = Difference.of(photos, group, photos::rgb);
    Region region = Region.of(raw.detail(2), seed);
    List<Integer> members = Arrays.stream(group).map(photos::pair).boxed().toList();
    Optional<Eyes> eyes = photos.meanEyes();
    if (eyes.isPresent() && isGlasses(region, eyes.get())) {
      Difference aligned = Difference.of(photos, group, i -> AtEyes.moved(photos, i, eyes.get()));
      Region worn = Region.of(aligned.detail(2), seed);
      return pattern(Family.GLASSES, members, p, strength, aligned, worn, worn.place());
    }
    Family family = family(raw, region);
    Place place = family == Family.STAMP ? tight(raw, region) : null;
    if (family == Family.OTHER) {
      place = region.place();
    }
    return pattern(family, members, p, strength, raw, region, place);
  }

  /** Whether the members lack a picture that all others carry. */
  public boolean isCarriedByOthers(Family family) {
    Difference difference = Difference.of(photos, group, photos::rgb);
    double lack = difference.lack();
    boolean lacking = lack > LACKING && lack < SOFTENED;
    return switch (family) {
      case STAMP, SINUSOID -> lacking && difference.lackOfAll() > LACKING_ALL;
      // A picture that is blended over members takes of their own detail, which looks like a lack.
      case BLEND -> lacking && OwnDetail.of(photos, group) > OwnDetail.of(photos, others());
      case FREQUENCY, GLASSES, WARP, REFLECTION, OTHER -> false; // they take detail away as well
    };
  }

  private int[] others() {
    boolean[] in = new boolean[photos.count()];
    for (int member : group) {
      in[member] = true;
    }
    return IntStream.range(0, in.length).filter(i -> !in[i]).toArray();
  }

  private SharedPattern pattern(
      Family family,
      List<Integer> members,
      double p,
      double strength,
      Difference difference,
      Region region,
      @Nullable Place place) {
    float[] mean = difference.mean();
    float largest = 1e-3f;
    for (float v : mean) {
      largest = Math.max(largest, Math.abs(v));
    }
    float gain = .5f / largest;
    float[] residual = new float[mean.length];
    for (int i = 0; i < mean.length; i++) {
      residual[i] = .5f + gain * mean[i];
    }
    return new SharedPattern(
        family,
        members,
        p,
        strength,
        place,
        Image.of(photos.width(), photos.height(), 3, residual),
        gain,
        mask(family, difference, region, place),
        measures(family, difference, place));
  }

  private Family family(Difference raw, Region region) {
    double sharpness = sharpness();
    Whitened luminance = Whitened.luminance(raw);
    double fine = Math.max(luminance.fine(), Whitened.colour(raw).fine());
    boolean textured = fine > 2 + .1 * raw.members();
    if (luminance.power()[luminance.peak()] > 30 && luminance.dominance() > 5) {
      return Family.SINUSOID;
    }
    if (textured && tiles(raw).explained() > EXPLAINED) {
      return Family.FREQUENCY;
    }
    if (sharpness < MUCH_SOFTER && !textured) {
      return Family.WARP;
    }
    boolean stamped = region.place() != null && region.effect() > STAMPED;
    if (stamped && share(region.place()) < SMALL) {
      return Family.STAMP;
    }
    if (fine < 10 + .1 * raw.members() && isReflection(raw)) {
      return Family.REFLECTION;
    }
    if (sharpness < SOFTER && !textured) {
      return Family.WARP;
    }
    if (stamped) {
      return Family.STAMP;
    }
    if (textured) {
      return Family.BLEND;
    }
    return region.share() > .1 ? Family.BLEND : Family.OTHER;
  }

  private double share(@Nullable Place place) {
    return place == null
        ? 1
        : (double) place.width() * place.height() / (photos.width() * photos.height());
  }

  /** How much fine detail the members have, as a share of what others have. */
  private double sharpness() {
    boolean[] in = new boolean[photos.count()];
    for (int m : group) {
      in[m] = true;
    }
    double[] inside = new double[group.length];
    double[] outside = new double[photos.count() - group.length];
    int a = 0;
    int b = 0;
    for (int i = 0; i < in.length; i++) {
      double detail = fineDetail(photos.plane(i, 0), photos.width(), photos.height());
      if (in[i]) {
        inside[a++] = detail;
      } else {
        outside[b++] = detail;
      }
    }
    return Medians.median(inside) / Math.max(1e-9, Medians.median(outside));
  }

  private static double fineDetail(float[] y, int width, int height) {
    double[] row = new double[height - 2];
    for (int r = 0; r < height - 2; r++) {
      double sum = 0;
      for (int c = 0; c < width - 2; c++) {
        int i = r * width + c;
        float top = y[i] - 2 * y[i + 1] + y[i + 2];
        float middle = y[i + width] - 2 * y[i + width + 1] + y[i + width + 2];
        float bottom = y[i + 2 * width] - 2 * y[i + 2 * width + 1] + y[i + 2 * width + 2];
        sum += Math.abs(top - 2 * middle + bottom);
      }
      row[r] = sum;
    }
    return Medians.median(row);
  }

  private static float[] luminance(float[] rgb) {
    int size = rgb.length / 3;
    float[] out = new float[size];
    for (int i = 0; i < size; i++) {
      out[i] = .299f * rgb[i] + .587f * rgb[size + i] + .114f * rgb[2 * size + i];
    }
    return out;
  }

  /** Tiles of the finest changes of colour, in which faces differ least, or of luminance. */
  private static Tiles tiles(Difference raw) {
    Difference detail = raw.detail(1);
    int size = raw.width() * raw.height();
    float[] colour = new float[2 * size];
    for (int i = 0; i < size; i++) {
      colour[i] = detail.mean()[i] - detail.mean()[size + i];
      colour[size + i] = detail.mean()[2 * size + i] - detail.mean()[size + i];
    }
    Tiles one = Tiles.of(colour, raw.width(), raw.height());
    Tiles other = Tiles.of(luminance(detail.mean()), raw.width(), raw.height());
    return one.explained() > other.explained() ? one : other;
  }

  /** The wave that stands out of the spectrum, fitted where faces' broad light is taken away. */
  private static Wave wave(Difference raw) {
    Whitened spectrum = Whitened.luminance(raw);
    int peak = spectrum.peak();
    Difference middle = raw.detail(Math.max(3, raw.width() / 16.0));
    Wave wave =
        Wave.near(
            luminance(middle.mean()),
            raw.width(),
            raw.height(),
            spectrum.across(peak),
            spectrum.downAt(peak));
    return Wave.fit(
        luminance(raw.mean()), raw.width(), raw.height(), wave.cyclesAcross(), wave.cyclesDown());
  }

  private static boolean isReflection(Difference raw) {
    double scale = Math.max(1, raw.width() / 64.0);
    float[] smooth = Difference.blurred(raw.mean(), raw.width(), raw.height(), 1.2 * scale);
    double all = 1e-12;
    double broad = 0;
    double noise = 0;
    double[] values = new double[smooth.length];
    for (int i = 0; i < smooth.length; i++) {
      all += raw.mean()[i] * raw.mean()[i];
      broad += smooth[i] * smooth[i];
      noise += raw.spread()[i] * raw.spread()[i] / raw.members();
      values[i] = smooth[i];
    }
    double high = Medians.quantile(values, .95);
    double low = Medians.quantile(values, .05);
    return broad / all > .8 && all > 2 * noise && high > 0 && low > -.3 * high;
  }

  /** Whether the difference lies around the eyes and looks like glasses. */
  private boolean isGlasses(Region region, Eyes eyes) {
    double unit = eyes.distance();
    double cx = (eyes.left().x() + eyes.right().x()) / 2;
    double cy = (eyes.left().y() + eyes.right().y()) / 2;
    int inside = 0;
    int all = 0;
    for (int i = 0; i < region.beyond().length; i++) {
      if (region.beyond()[i]) {
        all++;
        boolean near =
            Math.abs(i % photos.width() - cx) < 1.4 * unit
                && Math.abs(i / photos.width() - cy) < .6 * unit;
        inside += near ? 1 : 0;
      }
    }
    return all > 0 && inside > .6 * all && Frame.likeness(aroundEyes()) > .4;
  }

  /** Mean luminance around the eyes, of the members less that of all. */
  private float[] aroundEyes() {
    float[] mean = new float[Bank.EYES_WIDTH * Bank.EYES_HEIGHT];
    boolean[] in = new boolean[photos.count()];
    for (int m : group) {
      in[m] = true;
    }
    int others = photos.count() - group.length;
    for (int i = 0; i < in.length; i++) {
      float[] crop = Bank.aroundEyes(photos, i, 0);
      float weight = in[i] ? 1f / group.length : -1f / others;
      for (int p = 0; p < mean.length; p++) {
        mean[p] += weight * crop[p];
      }
    }
    return mean;
  }

  /** The rectangle of a stamp: where the difference is a good part of its largest. */
  private static @Nullable Place tight(Difference raw, Region region) {
    Place place = region.place();
    if (place == null) {
      return null;
    }
    int width = raw.width();
    float[] size = new float[width * raw.height()];
    for (int i = 0; i < raw.mean().length; i++) {
      size[i % size.length] = Math.max(size[i % size.length], Math.abs(raw.mean()[i]));
    }
    double[] within = new double[place.width() * place.height()];
    int n = 0;
    for (int y = place.y(); y < place.y() + place.height(); y++) {
      for (int x = place.x(); x < place.x() + place.width(); x++) {
        within[n++] = size[y * width + x];
      }
    }
    double limit = .3 * Medians.quantile(within, .9);
    int left = width;
    int right = -1;
    int top = raw.height();
    int bottom = -1;
    for (int y = place.y(); y < place.y() + place.height(); y++) {
      for (int x = place.x(); x < place.x() + place.width(); x++) {
        if (size[y * width + x] > limit && region.beyond()[y * width + x]) {
          left = Math.min(left, x);
          right = Math.max(right, x);
          top = Math.min(top, y);
          bottom = Math.max(bottom, y);
        }
      }
    }
    return right < 0 ? place : new Place(left, top, right - left + 1, bottom - top + 1);
  }

  private Image mask(Family family, Difference difference, Region region, @Nullable Place place) {
    int width = difference.width();
    float[] mask = new float[width * difference.height()];
    boolean local = family == Family.GLASSES || place != null;
    for (int i = 0; i < mask.length; i++) {
      int x = i % width;
      int y = i / width;
      boolean inside =
          place == null
              || (x >= place.x()
                  && x < place.x() + place.width()
                  && y >= place.y()
                  && y < place.y() + place.height());
      mask[i] = !local || (inside && (region.beyond()[i] || family == Family.STAMP)) ? 1 : 0;
    }
    return Image.of(width, difference.height(), 1, mask);
  }

  private Measures measures(Family family, Difference difference, @Nullable Place place) {
    double[] size = new double[difference.mean().length];
    for (int i = 0; i < size.length; i++) {
      size[i] = Math.abs(difference.mean()[i]);
    }
    double amplitude = Medians.quantile(size, .995);
    return switch (family) {
      case SINUSOID -> {
        Wave wave = wave(difference);
        yield new Measures(
            wave.amplitude(), Math.abs(wave.cyclesAcross()), Math.abs(wave.cyclesDown()), 0, 0);
      }
      case FREQUENCY -> new Measures(amplitude, 0, 0, 0, tiles(difference).side());
      case STAMP -> new Measures(largest(size), 0, 0, place == null ? 0 : stampOpacity(place), 0);
      case BLEND -> new Measures(amplitude, 0, 0, blendOpacity(difference), 0);
      case GLASSES -> new Measures(amplitude, 0, 0, hidden(difference, .98), 0);
      default -> new Measures(amplitude, 0, 0, 0, 0);
    };
  }

  private static double largest(double[] values) {
    return Arrays.stream(values).max().orElse(0);
  }

  /**
   * How much of a photo must be hidden for a pattern of values from 0 to 1 to make such a
   * difference.
   */
  private static double hidden(Difference difference, double share) {
    double[] hidden = new double[difference.mean().length];
    for (int i = 0; i < hidden.length; i++) {
      double d = difference.mean()[i];
      double plain = Math.max(.05, Math.min(.95, difference.plain()[i]));
      hidden[i] = d > 0 ? d / (1 - plain) : -d / plain;
    }
    return Math.max(0, Math.min(1, Medians.quantile(hidden, share)));
  }

  /** Of noise by its deviation in colour, where faces differ least; else by how far it reaches. */
  private static double blendOpacity(Difference difference) {
    int width = difference.width();
    int height = difference.height();
    int size = width * height;
    float[] colour = new float[size];
    for (int i = 0; i < size; i++) {
      colour[i] = difference.mean()[2 * size + i] - difference.mean()[size + i];
    }
    double fine = lessBlur(colour, width, height, 1);
    double broad = lessBlur(colour, width, height, 4);
    // Noise from 0 to 1 in blue and green differs by .2887 * sqrt(2), 4 % of it below the blur.
    return fine > .004 && fine > .6 * broad
        ? Math.min(1, fine / (.2887 * Math.sqrt(2) * .96))
        : hidden(difference, .97);
  }

  /** The root mean square of what a blur takes away. */
  private static double lessBlur(float[] plane, int width, int height, double sigma) {
    float[] blur = Smoothing.gauss(plane, width, height, sigma);
    double sum = 0;
    for (int i = 0; i < plane.length; i++) {
      sum += (plane[i] - blur[i]) * (plane[i] - blur[i]);
    }
    return Math.sqrt(sum / plane.length);
  }

  /** What is left of the variety of faces under the stamp. */
  private double stampOpacity(Place place) {
    int width = photos.width();
    int size = width * photos.height();
    boolean[] in = new boolean[photos.count()];
    for (int m : group) {
      in[m] = true;
    }
    int pixels = place.width() * place.height() * 3;
    double[][] sums = new double[4][pixels];
    for (int i = 0; i < in.length; i++) {
      float[] rgb = photos.rgb(i);
      double[] sum = sums[in[i] ? 0 : 2];
      double[] squares = sums[in[i] ? 1 : 3];
      for (int k = 0; k < pixels; k++) {
        int c = k / (pixels / 3);
        int y = place.y() + k % (pixels / 3) / place.width();
        int x = place.x() + k % place.width();
        float v = rgb[c * size + y * width + x];
        sum[k] += v;
        squares[k] += v * v;
      }
    }
    double[] ratio = new double[pixels];
    int k = group.length;
    int others = in.length - k;
    double least = 0;
    for (int i = 0; i < pixels; i++) {
      double a = (sums[1][i] - sums[0][i] * sums[0][i] / k) / Math.max(1, k - 1);
      double b = (sums[3][i] - sums[2][i] * sums[2][i] / others) / Math.max(1, others - 1);
      ratio[i] = Math.max(0, a) / (b + 1e-6);
      double plain = Math.max(.05, Math.min(.95, sums[2][i] / others));
      double d = sums[0][i] / k - sums[2][i] / others;
      least = Math.max(least, d > 0 ? d / (1 - plain) : -d / plain);
    }
    double byVariety = 1 - Math.sqrt(Math.min(1, Medians.median(ratio)));
    return Math.max(byVariety, Math.min(1, .9 * least));
  }
}
