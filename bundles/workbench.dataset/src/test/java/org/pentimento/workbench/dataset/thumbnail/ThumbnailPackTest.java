package org.pentimento.workbench.dataset.thumbnail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pentimento.audit.preview.Answer.Picture;
import org.pentimento.workbench.dataset.thumbnail.ThumbnailPack.Thumbnail;

class ThumbnailPackTest {
  private static final int PAIRS = 50;

  @TempDir private Path folder = Path.of("");

  private ThumbnailPack open() throws IOException {
    return ThumbnailPack.open(folder, 128, PAIRS);
  }

  private static Thumbnail thumbnail(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    byte[] photo = new byte[20 * 30 * 3];
    byte[] sketch = new byte[25 * 30];
    random.nextBytes(photo);
    random.nextBytes(sketch);
    return new Thumbnail(new Picture(20, 30, 3, photo), new Picture(25, 30, 1, sketch));
  }

  private static void isSame(ThumbnailPack pack, int number, int seed) throws IOException {
    Thumbnail read = pack.read(number);
    assertThat(read).isNotNull();
    if (read != null) {
      assertThat(read.photo().pixels()).isEqualTo(thumbnail(seed).photo().pixels());
      assertThat(read.sketch().pixels()).isEqualTo(thumbnail(seed).sketch().pixels());
      assertThat(read.photo().width()).isEqualTo(20);
      assertThat(read.sketch().width()).isEqualTo(25);
    }
  }

  @Test
  void keepsPicturesFromOneOpeningToTheNext() throws IOException {
    try (ThumbnailPack pack = open()) {
      assertThat(pack.read(7)).isNull();
      pack.write(7, thumbnail(1));
      pack.write(49, thumbnail(2));
      isSame(pack, 7, 1);
    }
    try (ThumbnailPack pack = open()) {
      isSame(pack, 7, 1);
      isSame(pack, 49, 2);
      assertThat(pack.read(8)).isNull();
    }
  }

  @Test
  void goesOnAfterWhatAKilledWriterLeft() throws IOException {
    try (ThumbnailPack pack = open()) {
      pack.write(1, thumbnail(1));
    }
    Files.write(pictures(), new byte[] {1, 2, 3}, StandardOpenOption.APPEND);
    Files.write(index(), new byte[] {0, 0, 0, 9, 5}, StandardOpenOption.APPEND);
    try (ThumbnailPack pack = open()) {
      isSame(pack, 1, 1);
      pack.write(2, thumbnail(2));
    }
    try (ThumbnailPack pack = open()) {
      isSame(pack, 1, 1);
      isSame(pack, 2, 2);
    }
  }

  @Test
  void holdsDamagedPicturesForMissing() throws IOException {
    try (ThumbnailPack pack = open()) {
      pack.write(1, thumbnail(1));
      pack.write(2, thumbnail(2));
    }
    try (FileChannel file = FileChannel.open(pictures(), StandardOpenOption.WRITE)) {
      file.write(ByteBuffer.wrap(new byte[] {99}), 100);
    }
    try (ThumbnailPack pack = open()) {
      assertThat(pack.read(1)).isNull();
      isSame(pack, 2, 2);
      pack.write(1, thumbnail(3));
      isSame(pack, 1, 3);
    }
  }

  @Test
  void secondReaderDoesNotWrite() throws IOException {
    try (ThumbnailPack writer = open();
        ThumbnailPack reader = open()) {
      reader.write(3, thumbnail(3));
      assertThat(reader.read(3)).isNull();
      writer.write(3, thumbnail(4));
      isSame(writer, 3, 4);
    }
  }

  private Path pictures() {
    return folder.resolve("thumbnails-128.pack");
  }

  private Path index() {
    return folder.resolve("thumbnails-128.index");
  }
}
