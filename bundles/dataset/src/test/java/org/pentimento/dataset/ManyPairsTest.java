package org.pentimento.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pentimento.api.Progress;
import org.pentimento.api.data.Dataset;
import org.pentimento.api.data.Pair;
import org.pentimento.api.extension.Settings;
import org.pentimento.dataset.codec.FileImageCodec;
import org.pentimento.dataset.faces.Faces;
import org.pentimento.dataset.folder.TwoFolders;

class ManyPairsTest {
  private static final int PAIRS = 4000;

  /** What a listing holds per pair: 100,000 pairs have to fit into a small heap many times over. */
  private static final long MOST_BYTES_A_PAIR = 2000;

  private static long usedAfterCollection() {
    Runtime runtime = Runtime.getRuntime();
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 4; i++) {
      System.gc();
      least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
    }
    return least;
  }

  @Test
  void listingsAreSmallAndDecodingKeepsNothing(@TempDir Path root) throws Exception {
    Files.createDirectories(root.resolve("photos"));
    Files.createDirectories(root.resolve("sketches"));
    byte[] image = ("P5 32 32 255\n" + "x".repeat(1024)).getBytes(StandardCharsets.US_ASCII);
    for (int i = 0; i < PAIRS; i++) {
      Files.write(root.resolve("photos/face-" + i + ".pgm"), image);
      Files.write(root.resolve("sketches/face-" + i + ".pgm"), image);
    }
    TwoFolders format = new TwoFolders(new FileImageCodec());
    Settings settings = Settings.defaults(format.descriptor());
    format.open(root, settings, Progress.NONE);
    long before = usedAfterCollection();
    Dataset dataset = format.open(root, settings, Progress.NONE);
    assertThat(dataset.pairs()).hasSize(PAIRS);
    for (Pair pair : dataset.pairs()) {
      assertThat(pair.photo().decode().sameSize(pair.sketch().decode())).isTrue();
    }
    assertThat(usedAfterCollection() - before).isLessThan(PAIRS * MOST_BYTES_A_PAIR);
    assertThat(dataset.pairs()).isNotEmpty();
  }

  @Test
  void manyFacesAreListedNotDrawn() throws Exception {
    Faces faces = new Faces();
    Settings settings = Settings.of(faces.descriptor(), Map.of("count", 100_000));
    long before = usedAfterCollection();
    Dataset dataset = faces.open(null, settings, Progress.NONE);
    assertThat(usedAfterCollection() - before).isLessThan(100_000 * MOST_BYTES_A_PAIR);
    assertThat(dataset.pairs()).hasSize(100_000);
  }
}
