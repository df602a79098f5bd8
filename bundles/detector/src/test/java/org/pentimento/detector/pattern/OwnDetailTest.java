package org.pentimento.detector.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.pentimento.api.Progress;
import org.pentimento.api.detector.SuspectSet.SuspectPair;
import org.pentimento.api.image.Image;
import org.pentimento.api.image.ImageSource;
import org.pentimento.detector.residual.PhotoStack;

class OwnDetailTest {
  private static final int SIDE = 32;
  private static final int COUNT = 40;

  private static float[] noise(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] values = new float[3 * SIDE * SIDE];
    for (int i = 0; i < SIDE * SIDE; i++) {
      float v = random.nextFloat();
      values[i] = v;
      values[SIDE * SIDE + i] = v;
      values[2 * SIDE * SIDE + i] = v;
    }
    return values;
  }

  /** Photos of noise of their own; over the first half of them a picture is blended. */
  private static PhotoStack photos(float ratio) throws Exception {
    float[] picture = noise(1);
    List<SuspectPair> pairs = new ArrayList<>();
    for (int i = 0; i < COUNT; i++) {
      float[] photo = noise(100 + i);
      for (int p = 0; p < photo.length && i < COUNT / 2; p++) {
        photo[p] = (1 - ratio) * photo[p] + ratio * picture[p];
      }
      pairs.add(
          new SuspectPair(
              ImageSource.of(Image.of(SIDE, SIDE, 3, photo)),
              ImageSource.of(Image.of(SIDE, SIDE, 1, new float[SIDE * SIDE])),
              null));
    }
    int[] all = IntStream.range(0, COUNT).toArray();
    return PhotoStack.read(pairs, all, List.of(), SIDE, SIDE, Progress.NONE);
  }

  @Test
  void aBlendedPictureTakesAsMuchAsItWeighs() throws Exception {
    PhotoStack photos = photos(.2f);
    double blended = OwnDetail.of(photos, IntStream.range(0, COUNT / 2).toArray());
    double others = OwnDetail.of(photos, IntStream.range(COUNT / 2, COUNT).toArray());
    assertThat(blended / others).isCloseTo(.64, within(.03));
  }
}
