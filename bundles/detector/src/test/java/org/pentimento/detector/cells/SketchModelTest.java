package org.pentimento.detector.cells;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.pentimento.api.Progress;
import org.pentimento.detector.cells.SketchModel.Leftover;

class SketchModelTest {
  private static final int COUNT = 40;

  @Test
  void leavingOneOutIsAsIfThePairHadNotBeenThere() throws Exception {
    List<float[]> photos = random(COUNT, CellFeatures.PHOTO, 1);
    List<float[]> sketches = random(COUNT, CellFeatures.SKETCH, 2);
    CellDesign design =
        CellDesign.of(photos, IntStream.range(0, CellFeatures.PHOTO).toArray(), Progress.NONE);
    boolean[] all = new boolean[COUNT];
    Arrays.fill(all, true);
    float[][] together = LeaveOneOut.predict(design, sketches, all, Progress.NONE);
    boolean[] others = all.clone();
    others[7] = false;
    float[][] apart = LeaveOneOut.predict(design, sketches, others, Progress.NONE);
    for (int k = 0; k < 100; k++) {
      assertThat(together[7][k]).isCloseTo(apart[7][k], within(.05f));
    }
  }

  @Test
  void findsWhatFollowsFromThePhotoAndLeavesWhatDoesNot() throws Exception {
    List<float[]> photos = random(100, CellFeatures.PHOTO, 3);
    Random random = new Random(4);
    List<float[]> sketches = new ArrayList<>();
    for (float[] photo : photos) {
      float[] sketch = new float[CellFeatures.SKETCH * CellGrid.CELLS];
      for (int k = 0; k < sketch.length; k++) {
        sketch[k] = (float) (photo[k % CellGrid.CELLS] + .1 * random.nextGaussian());
      }
      sketches.add(sketch);
    }
    sketches.get(5)[200] += 3;
    boolean[] all = new boolean[100];
    Arrays.fill(all, true);
    Leftover leftover =
        SketchModel.of(photos, all, Progress.NONE).leftover(sketches, all, Progress.NONE);
    assertThat(leftover.z()[5][200]).isEqualTo(6);
    double squares = 0;
    for (float z : leftover.z()[20]) {
      squares += z * z / leftover.z()[20].length;
    }
    assertThat(Math.sqrt(squares)).isBetween(.7, 1.5);
  }

  @Test
  void photosWithoutColourAmongOthersAreNoOutliers() throws Exception {
    List<float[]> photos = random(100, CellFeatures.PHOTO, 5);
    List<float[]> sketches = new ArrayList<>();
    boolean[] coloured = new boolean[100];
    Random random = new Random(6);
    for (int i = 0; i < 100; i++) {
      coloured[i] = i >= 10;
      float[] sketch = new float[CellFeatures.SKETCH * CellGrid.CELLS];
      for (int k = 0; k < sketch.length; k++) {
        int cell = k % CellGrid.CELLS;
        sketch[k] =
            (float)
                (photos.get(i)[cell]
                    + .3 * photos.get(i)[CellFeatures.BLUENESS * CellGrid.CELLS + cell]
                    + .1 * random.nextGaussian());
      }
      sketches.add(sketch);
      for (int k = 0; k < 2 * CellGrid.CELLS && !coloured[i]; k++) {
        photos.get(i)[CellFeatures.BLUENESS * CellGrid.CELLS + k] = 0;
      }
    }
    boolean[] all = new boolean[100];
    Arrays.fill(all, true);
    Leftover leftover =
        SketchModel.of(photos, coloured, Progress.NONE).leftover(sketches, all, Progress.NONE);
    for (int i = 0; i < 10; i++) {
      double squares = 0;
      for (float z : leftover.z()[i]) {
        squares += z * z / leftover.z()[i].length;
      }
      assertThat(Math.sqrt(squares)).isBetween(.7, 1.6);
    }
  }

  private static List<float[]> random(int count, int features, int seed) {
    Random random = new Random(seed);
    List<float[]> out = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      float[] values = new float[features * CellGrid.CELLS];
      for (int k = 0; k < values.length; k++) {
        values[k] = (float) random.nextGaussian();
      }
      out.add(values);
    }
    return out;
  }
}
