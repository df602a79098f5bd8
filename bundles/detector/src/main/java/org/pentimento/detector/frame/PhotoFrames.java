package org.pentimento.detector.frame;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.detector.SuspectSet.SuspectPair;
import org.pentimento.api.image.Eyes;
import org.pentimento.api.image.Image;
import org.pentimento.detector.numbers.Loops;

/**
 * Photos at one size: that which most have, made smaller if it is larger than {@link #MOST_WIDTH} ×
 * {@link #MOST_HEIGHT}. Photos of another size are resized by area.
 */
public final class PhotoFrames {
  /** Largest width. */
  public static final int MOST_WIDTH = 200;

  /** Largest height. */
  public static final int MOST_HEIGHT = 250;

  /**
   * A photo of the common size.
   *
   * @param values red, green and blue plane in 255ths; a photo without colour has three equal ones
   * @param colour whether it has colours
   * @param eyePoints centres of the eyes at this size, empty if unknown
   * @param originalWidth of the photo as it was given
   * @param originalHeight of the photo as it was given
   */
  public record PhotoFrame(
      byte[] values,
      boolean colour,
      Optional<Eyes> eyePoints,
      int originalWidth,
      int originalHeight) {}

  private final int width;
  private final int height;
  private final int commonWidth;
  private final int commonHeight;
  private final List<PhotoFrame> photos;

  private PhotoFrames(
      int width, int height, int commonWidth, int commonHeight, List<PhotoFrame> photos) {
    this.width = width;
    this.height = height;
    this.commonWidth = commonWidth;
    this.commonHeight = commonHeight;
    this.photos = photos;
  }

  /**
   * Reads photos, several at a time, each one unit of progress.
   *
   * @throws org.pentimento.api.BadInputException if an image cannot be used
   */
  public static PhotoFrames read(List<SuspectPair> pairs, Progress progress)
      throws IOException, CancelledException {
    record Size(int width, int height) {}
    int sampled = Math.min(64, pairs.size());
    Size[] sizes = new Size[sampled];
    Loops.quietly(
        sampled,
        progress,
        i -> {
          Image photo = pairs.get((int) ((long) i * pairs.size() / sampled)).photo().decode();
          sizes[i] = new Size(photo.width(), photo.height());
        });
    Comparator<Size> order = Comparator.comparingInt(Size::width).thenComparing(Size::height);
    Map<Size, Long> counts =
        IntStream.range(0, sampled)
            .mapToObj(i -> sizes[i])
            .collect(
                Collectors.groupingBy(s -> s, () -> new TreeMap<>(order), Collectors.counting()));
    Size common =
        counts.entrySet().stream()
            .max(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .orElse(new Size(1, 1));
    double scale =
        Math.min(
            1, Math.min(MOST_WIDTH / (double) common.width, MOST_HEIGHT / (double) common.height));
    int width = Math.max(1, (int) Math.round(common.width * scale));
    int height = Math.max(1, (int) Math.round(common.height * scale));
    PhotoFrame[] read = new PhotoFrame[pairs.size()];
    Loops.each(read.length, progress, i -> read[i] = frame(pairs.get(i), width, height));
    return new PhotoFrames(width, height, common.width, common.height, List.of(read));
  }

  private static PhotoFrame frame(SuspectPair pair, int width, int height) throws IOException {
    Image photo = pair.photo().decode();
    AreaAverage average = new AreaAverage(photo.width(), photo.height(), width, height);
    byte[] values = new byte[3 * width * height];
    for (int p = 0; p < 3; p++) {
      float[] plane =
          average.apply(
              photo.data(), Math.min(p, photo.planes() - 1) * photo.width() * photo.height());
      for (int i = 0; i < plane.length; i++) {
        values[p * plane.length + i] = (byte) Math.round(255 * plane[i]);
      }
    }
    return new PhotoFrame(
        values,
        PairReader.isColoured(photo),
        pair.eyes()
            .map(
                e ->
                    ScaledPoints.scale(
                        e, width / (double) photo.width(), height / (double) photo.height())),
        photo.width(),
        photo.height());
  }

  /** Columns of all photos here. */
  public int width() {
    return width;
  }

  /** Rows of all photos here. */
  public int height() {
    return height;
  }

  /** Columns of most photos as they were given. */
  public int commonWidth() {
    return commonWidth;
  }

  /** Rows of most photos as they were given. */
  public int commonHeight() {
    return commonHeight;
  }

  /** The photos, in the order of the pairs. */
  public List<PhotoFrame> photos() {
    return photos;
  }
}
