package org.pentimento.dataset.faces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.data.Dataset;
import org.pentimento.api.data.Pair;
import org.pentimento.api.data.Split;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.image.Image;

class FacesTest {
  private final Faces faces = new Faces();

  private Dataset open(Map<String, Object> settings) throws CancelledException {
    return faces.open(null, Settings.of(faces.descriptor(), settings), Progress.NONE);
  }

  private static String sha256(Image image) throws NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (float v : image.data()) {
      digest.update((byte) Math.round(v * 255));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  @Test
  void drawsTheSameBitsEverywhere() throws Exception {
    Pair pair = open(Map.of("count", 3, "seed", 7)).pairs().get(1);
    assertThat(sha256(pair.photo().decode()))
        .isEqualTo("0c8ce04d04a03e0dc4cc7f2befd91aae185a780ad54a7227f339b60f9b6dc307");
    assertThat(sha256(pair.sketch().decode()))
        .isEqualTo("f3c23e2bb5abcb5cc442cb33d9dd2bc0cbf07162769795a9ad99a8eee3c37b0e");
    assertThat(pair.photo().decode()).isEqualTo(pair.photo().decode());
  }

  @Test
  void photoIsColourAndSketchIsPencilOnWhite() throws Exception {
    double ink = 0;
    long dark = 0;
    long all = 0;
    for (Pair pair : open(Map.of("count", 60)).pairs()) {
      Image photo = pair.photo().decode();
      Image sketch = pair.sketch().decode();
      assertThat(photo.planes()).isEqualTo(3);
      assertThat(sketch.planes()).isEqualTo(1);
      assertThat(photo.sameSize(sketch)).isTrue();
      long own = 0;
      for (float v : sketch.data()) {
        ink += 1 - v;
        own += v < 170 / 255f ? 1 : 0;
      }
      assertThat(own).as(pair.id()).isGreaterThan(200);
      dark += own;
      all += sketch.data().length;
    }
    assertThat(ink / all).isBetween(.12, .25);
    assertThat((double) dark / all).isBetween(.1, .4);
  }

  @Test
  void eyesAreWhereItSays() throws Exception {
    for (Pair pair : open(Map.of("count", 20, "width", 200, "height", 250)).pairs()) {
      Image photo = pair.photo().decode().grey();
      var eyes = pair.eyes().orElseThrow();
      assertThat(eyes.distance()).isCloseTo(50, within(5.0));
      for (var eye : java.util.List.of(eyes.left(), eyes.right())) {
        int x = (int) Math.round(eye.x());
        int y = (int) Math.round(eye.y());
        float darkest = 1;
        for (int i = -3; i <= 3; i++) {
          for (int j = -3; j <= 3; j++) {
            darkest = Math.min(darkest, photo.get(0, x + i, y + j));
          }
        }
        assertThat(darkest).as("pupil of " + pair.id()).isLessThan(.25f);
      }
    }
  }

  @Test
  void imagesOfOnePersonShareTheLooksAndNotTheLight() throws Exception {
    Dataset dataset = open(Map.of("count", 9, "per-identity", 3));
    assertThat(dataset.pairs().stream().map(Pair::identity).distinct()).hasSize(3);
    Set<Image> photos = new HashSet<>();
    for (int i = 0; i < 9; i++) {
      Pair pair = dataset.pairs().get(i);
      Pair first = dataset.pairs().get(i / 3 * 3);
      assertThat(pair.identity()).isEqualTo(first.identity());
      for (String same : Set.of("glasses", "beard", "hair", "skin", "age", "hair-colour")) {
        assertThat(pair.attributes().get(same)).isEqualTo(first.attributes().get(same));
      }
      photos.add(pair.photo().decode());
    }
    assertThat(photos).hasSize(9);
    assertThat(dataset.pairs().stream().map(Pair::id).distinct()).hasSize(9);
  }

  @Test
  void splitsAsAsked() throws CancelledException {
    assertThat(open(Map.of("count", 120, "train", 80)).count(Split.TRAIN)).isEqualTo(80);
    assertThat(open(Map.of("count", 120)).count(Split.TEST)).isEqualTo(40);
  }

  @Test
  void drawsAnySize() throws CancelledException, IOException {
    for (int[] size : new int[][] {{16, 16}, {16, 300}, {301, 17}}) {
      Pair pair = open(Map.of("count", 1, "width", size[0], "height", size[1])).pairs().get(0);
      assertThat(pair.photo().decode().width()).isEqualTo(size[0]);
      assertThat(pair.sketch().decode().height()).isEqualTo(size[1]);
    }
  }
}
