package org.example.pentimento;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.pentimento.api.data.DatasetFormat;
import org.pentimento.api.image.Image;
import org.pentimento.testing.MadeUpFaces;
import org.pentimento.testing.PlainImageCodec;
import org.pentimento.testing.junit.DatasetFormatConformance;

class StackedFormatTest extends DatasetFormatConformance {
  private static final int SIDE = 32;

  private final PlainImageCodec codec = new PlainImageCodec();

  @TempDir Path folder;

  @Override
  protected DatasetFormat extension() {
    return new StackedFormat(codec);
  }

  @Override
  protected Path sample() throws IOException {
    for (int person = 0; person < 4; person++) {
      Image photo = MadeUpFaces.photo(person, SIDE, SIDE);
      Image sketch = MadeUpFaces.sketch(person, SIDE, SIDE).colour();
      float[] both = new float[2 * photo.data().length];
      for (int plane = 0; plane < 3; plane++) {
        int half = SIDE * SIDE;
        System.arraycopy(photo.data(), plane * half, both, 2 * plane * half, half);
        System.arraycopy(sketch.data(), plane * half, both, (2 * plane + 1) * half, half);
      }
      try (OutputStream out = Files.newOutputStream(folder.resolve("face-" + person + ".png"))) {
        codec.writePng(Image.of(SIDE, 2 * SIDE, 3, both), out);
      }
    }
    return folder;
  }
}
