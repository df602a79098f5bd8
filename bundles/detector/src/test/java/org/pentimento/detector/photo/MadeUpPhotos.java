package org.pentimento.detector.photo;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.pentimento.api.detector.DatasetFinding;
import org.pentimento.api.detector.PairFinding;
import org.pentimento.api.detector.SuspectSet;
import org.pentimento.api.detector.SuspectSet.SuspectPair;
import org.pentimento.api.image.Eyes;
import org.pentimento.api.image.Image;
import org.pentimento.api.image.ImageSource;
import org.pentimento.api.image.Point;

/** Photos of soft lights and grain, no two alike, and sketches that say nothing. */
final class MadeUpPhotos {
  static final int WIDTH = 48;
  static final int HEIGHT = 60;

  private MadeUpPhotos() {}

  static Image photo(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] data = new float[3 * WIDTH * HEIGHT];
    for (int light = 0; light < 6; light++) {
      double x = random.nextDouble() * WIDTH;
      double y = random.nextDouble() * HEIGHT;
      double size = 6 + 10 * random.nextDouble();
      double[] colour = random.doubles(3).map(v -> .5 * v - .15).toArray();
      for (int i = 0; i < data.length; i++) {
        double dx = i % WIDTH - x;
        double dy = i / WIDTH % HEIGHT - y;
        data[i] +=
            (float) (colour[i / (WIDTH * HEIGHT)] * Math.exp(-(dx * dx + dy * dy) / (size * size)));
      }
    }
    for (int i = 0; i < data.length; i++) {
      data[i] = (float) Math.rint(255 * (.4 + data[i] + .03 * (random.nextDouble() - .5))) / 255;
    }
    return Image.of(WIDTH, HEIGHT, 3, data);
  }

  /** Pairs of which some are changed. */
  static List<SuspectPair> pairs(int count, List<Integer> changed, UnaryOperator<Image> change) {
    List<SuspectPair> pairs = new ArrayList<>();
    Eyes eyes = new Eyes(new Point(18, 28), new Point(30, 28));
    for (int i = 0; i < count; i++) {
      Image photo = photo(100 + i);
      Image shown = changed.contains(i) ? change.apply(photo) : photo;
      float[] grey =
          new SplittableRandom(i)
              .doubles(16 * 20)
              .collect(
                  () -> new float[320], (a, v) -> a[(int) (v * 319)] = (float) v, (a, b) -> {});
      pairs.add(
          new SuspectPair(ImageSource.of(shown), ImageSource.of(Image.of(16, 20, 1, grey)), eyes));
    }
    return pairs;
  }

  /** What a detector of sketches would say that suspects some pairs. */
  static DatasetFinding suspicion(int count, List<Integer> suspected) {
    SplittableRandom random = new SplittableRandom(4);
    List<PairFinding> findings = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double p =
          suspected.contains(i)
              ? 1e-4 * (1 + random.nextDouble())
              : .02 + .97 * random.nextDouble();
      findings.add(new PairFinding(-Math.log(p), p, List.of(), List.of(), List.of()));
    }
    return new DatasetFinding(findings, 1, List.of(), List.of(), List.of());
  }

  static SuspectSet set(List<SuspectPair> pairs, List<Integer> suspected) {
    return new SuspectSet(pairs, List.of(), List.of(suspicion(pairs.size(), suspected)));
  }
}
