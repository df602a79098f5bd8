package org.pentimento.audit.inspection.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.pentimento.api.image.Image;

class FaceSpaceTest {
  private static final int SIDE = 6;

  /** Photos that differ along two directions alone. */
  private static List<Image> flat(int count) {
    Random random = new Random(1);
    List<Image> photos = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      photos.add(photo(random.nextFloat() * .2f, random.nextFloat() * .2f));
    }
    return photos;
  }

  private static Image photo(float first, float second) {
    float[] data = new float[3 * SIDE * SIDE];
    for (int i = 0; i < data.length; i++) {
      data[i] = .4f + first * (i % 2) + second * (i % 3 == 0 ? 1 : 0);
    }
    return Image.of(SIDE, SIDE, 3, data);
  }

  @Test
  void whatComponentsExplainIsNotAPhotosOwn() {
    List<Image> photos = flat(9);
    FaceSpace space = new FaceSpace(photos);
    for (float value : space.own(photo(.35f, .05f), -1)) {
      assertThat(value).isCloseTo(0, within(1e-4f));
    }
    for (float value : space.own(photos.get(3), 3)) {
      assertThat(value).isCloseTo(0, within(1e-4f));
    }
  }

  @Test
  void whatNoOtherPhotoHasIsItsOwn() {
    List<Image> photos = flat(9);
    FaceSpace space = new FaceSpace(photos);
    float[] stamped = photo(.1f, .1f).data().clone();
    stamped[7] = 1;
    float[] own = space.own(Image.of(SIDE, SIDE, 3, stamped), -1);
    for (int i = 0; i < own.length; i++) {
      if (i == 7) {
        assertThat(own[i]).isGreaterThan(.3f);
      } else {
        assertThat(own[i]).isCloseTo(0, within(.08f));
      }
    }
  }

  @Test
  void aPhotoIsNotExplainedByItself() {
    List<Image> photos = new ArrayList<>(flat(9));
    float[] odd = photos.get(4).data().clone();
    odd[7] = 1;
    photos.set(4, Image.of(SIDE, SIDE, 3, odd));
    float[] own = new FaceSpace(photos).own(photos.get(4), 4);
    assertThat(own[7]).isGreaterThan(.3f);
  }

  @Test
  void eigenvectorsRebuildTheMatrix() {
    double[][] matrix = {{4, 1, .5}, {1, 3, -.2}, {.5, -.2, 1}};
    Eigenvectors eigen = Eigenvectors.of(matrix);
    assertThat(eigen.values()[0]).isGreaterThan(eigen.values()[1]);
    assertThat(eigen.values()[1]).isGreaterThan(eigen.values()[2]);
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        double sum = 0;
        for (int c = 0; c < 3; c++) {
          sum += eigen.values()[c] * eigen.vectors()[c][i] * eigen.vectors()[c][j];
        }
        assertThat(sum).isCloseTo(matrix[i][j], within(1e-9));
      }
    }
  }
}
