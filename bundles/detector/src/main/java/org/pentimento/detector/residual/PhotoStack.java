package org.pentimento.detector.residual;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.detector.SuspectSet.SuspectPair;
import org.pentimento.api.image.Eyes;
import org.pentimento.api.image.Image;
import org.pentimento.api.image.Point;

/**
 * Photos of one size in memory, as luminance and two differences of colour (ITU-R BT.601), 16 bits
 * a value.
 */
public final class PhotoStack {
  private static final int PLANES = 3;
  private static final double COLOURED = 2 / 255.;

  private static final float STEPS = 30000;
  private static final int LEAST_TRUSTED = 40;

  private final int width;
  private final int height;
  private final int[] pairs;
  private final List<short[]> photos;
  private final List<Optional<Eyes>> eyes;
  private final int planes;

  private PhotoStack(
      int width,
      int height,
      int[] pairs,
      List<short[]> photos,
      List<Optional<Eyes>> eyes,
      int planes) {
    this.planes = planes;
    this.width = width;
    this.height = height;
    this.pairs = pairs;
    this.photos = photos;
    this.eyes = eyes;
  }

  /**
   * The size that most of some photos have.
   *
   * @param most how many are looked at
   * @return a photo of that size
   */
  public static Image typical(List<SuspectPair> pairs, int[] which, int most) throws IOException {
    Map<List<Integer>, List<Image>> sizes = new LinkedHashMap<>();
    int count = Math.min(most, which.length);
    for (int i = 0; i < count; i++) {
      Image photo = pairs.get(which[(int) ((long) i * which.length / count)]).photo().decode();
      sizes
          .computeIfAbsent(List.of(photo.width(), photo.height()), k -> new ArrayList<>())
          .add(photo);
    }
    List<Image> largest = List.of();
    for (List<Image> some : sizes.values()) {
      largest = some.size() > largest.size() ? some : largest;
    }
    return largest.get(0);
  }

  /**
   * Decodes photos; those of another size are left out.
   *
   * @param which pairs, by index
   * @param trusted pairs whose photos stand behind the others and serve as reference; empty if the
   *     suspect ones are their own reference
   */
  public static PhotoStack read(
      List<SuspectPair> pairs,
      int[] which,
      List<SuspectPair> trusted,
      int width,
      int height,
      Progress progress)
      throws IOException, CancelledException {
    List<short[]> photos = new ArrayList<>(which.length + trusted.size());
    List<Optional<Eyes>> eyes = new ArrayList<>();
    int[] kept = new int[which.length];
    int count = 0;
    for (int index : which) {
      progress.checkCancelled();
      Image photo = pairs.get(index).photo().decode();
      if (photo.width() == width && photo.height() == height) {
        photos.add(pack(photo));
        eyes.add(pairs.get(index).eyes());
        kept[count++] = index;
      }
      progress.advance(1);
    }
    for (SuspectPair pair : trusted) {
      progress.checkCancelled();
      Image photo = pair.photo().decode();
      if (photo.width() == width && photo.height() == height) {
        photos.add(pack(photo));
        eyes.add(pair.eyes());
      }
    }
    return new PhotoStack(width, height, Arrays.copyOf(kept, count), photos, eyes, PLANES);
  }

  private static short[] pack(Image photo) {
    int size = photo.width() * photo.height();
    float[] v = photo.data();
    short[] out = new short[PLANES * size];
    for (int i = 0; i < size; i++) {
      float red = v[i];
      float green = photo.planes() == 1 ? red : v[size + i];
      float blue = photo.planes() == 1 ? red : v[2 * size + i];
      float y = .299f * red + .587f * green + .114f * blue;
      out[i] = (short) Math.round(y * STEPS);
      out[size + i] = (short) Math.round((blue - y) * .564f * STEPS);
      out[2 * size + i] = (short) Math.round((red - y) * .713f * STEPS);
    }
    return out;
  }

  /** The suspect photos that have colour, by index. */
  public int[] coloured() {
    return IntStream.range(0, count()).filter(this::isColoured).toArray();
  }

  private boolean isColoured(int photo) {
    int size = width * height;
    short[] packed = photos.get(photo);
    double sum = 0;
    for (int i = size; i < PLANES * size; i++) {
      sum += Math.abs(packed[i]) / (i < 2 * size ? .564 : .713);
    }
    return sum / size / STEPS > COLOURED;
  }

  /** The same photos without their colours: only their luminance is compared. */
  public PhotoStack inLuminance() {
    return new PhotoStack(width, height, pairs, photos, eyes, 1);
  }

  /** Some of the suspect photos, and of the trusted ones those with colour if these all have it. */
  public PhotoStack some(int[] which) {
    boolean colour = planes > 1 && Arrays.stream(which).allMatch(this::isColoured);
    int[] all =
        IntStream.concat(
                Arrays.stream(which),
                IntStream.range(count(), total()).filter(i -> !colour || isColoured(i)))
            .toArray();
    return new PhotoStack(
        width,
        height,
        Arrays.stream(which).map(i -> pairs[i]).toArray(),
        Arrays.stream(all).mapToObj(photos::get).toList(),
        Arrays.stream(all).mapToObj(eyes::get).toList(),
        planes);
  }

  /** Planes that are compared: luminance, and with colour two differences of colour. */
  public int planes() {
    return planes;
  }

  /** Number of suspect photos. */
  public int count() {
    return pairs.length;
  }

  /** Number of photos, with the trusted ones behind. */
  int total() {
    return photos.size();
  }

  /** The pair that a suspect photo is of. */
  public int pair(int photo) {
    return pairs[photo];
  }

  /** The photos whose statistics are normal: the trusted ones if there are enough, else all. */
  int[] reference() {
    int trusted = total() - count();
    return trusted >= LEAST_TRUSTED
        ? IntStream.range(count(), total()).toArray()
        : IntStream.range(0, count()).toArray();
  }

  /** Width of each, in pixels. */
  public int width() {
    return width;
  }

  /** Height of each, in pixels. */
  public int height() {
    return height;
  }

  /** The eyes of a photo, if known. */
  public Optional<Eyes> eyes(int photo) {
    return eyes.get(photo);
  }

  /** Where eyes are in the mean, if they are known of most photos. */
  public Optional<Eyes> meanEyes() {
    double[] sum = new double[4];
    int known = 0;
    for (int i = 0; i < count(); i++) {
      if (eyes.get(i).isPresent()) {
        Eyes one = eyes.get(i).get();
        sum[0] += one.left().x();
        sum[1] += one.left().y();
        sum[2] += one.right().x();
        sum[3] += one.right().y();
        known++;
      }
    }
    return known < .8 * count()
        ? Optional.empty()
        : Optional.of(
            new Eyes(
                new Point(sum[0] / known, sum[1] / known),
                new Point(sum[2] / known, sum[3] / known)));
  }

  /** One plane of a photo, row by row. */
  public float[] plane(int photo, int plane) {
    int size = width * height;
    short[] packed = photos.get(photo);
    float[] out = new float[size];
    for (int i = 0; i < size; i++) {
      out[i] = packed[plane * size + i] / STEPS;
    }
    return out;
  }

  /** A photo as red, green and blue, plane by plane; three equal ones without colours. */
  public float[] rgb(int photo) {
    int size = width * height;
    short[] packed = photos.get(photo);
    float[] out = new float[3 * size];
    for (int i = 0; i < size; i++) {
      float y = packed[i] / STEPS;
      float blue = planes == 1 ? y : y + packed[size + i] / STEPS / .564f;
      float red = planes == 1 ? y : y + packed[2 * size + i] / STEPS / .713f;
      out[i] = red;
      out[size + i] = (y - .299f * red - .114f * blue) / .587f;
      out[2 * size + i] = blue;
    }
    return out;
  }
}
