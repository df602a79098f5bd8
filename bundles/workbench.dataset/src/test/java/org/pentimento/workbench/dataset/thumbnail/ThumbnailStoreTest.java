package org.pentimento.workbench.dataset.thumbnail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pentimento.protocol.question.PairPictures;
import org.pentimento.protocol.question.Picture;
import org.sqlite.JDBC;

class ThumbnailStoreTest {
  @TempDir private Path folder = Path.of("");

  private ThumbnailStore open() throws IOException {
    return ThumbnailStore.open(folder, 128);
  }

  private Path file() {
    return folder.resolve("thumbnails-128.db");
  }

  private static PairPictures thumbnail(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    byte[] photo = new byte[20 * 30 * 3];
    byte[] sketch = new byte[25 * 30];
    random.nextBytes(photo);
    random.nextBytes(sketch);
    return new PairPictures(new Picture(20, 30, 3, photo), new Picture(25, 30, 1, sketch));
  }

  private static void isSame(ThumbnailStore store, int number, int seed) throws IOException {
    PairPictures read = store.read(number);
    assertThat(read).isNotNull();
    if (read != null) {
      assertThat(read.photo().pixels()).isEqualTo(thumbnail(seed).photo().pixels());
      assertThat(read.sketch().pixels()).isEqualTo(thumbnail(seed).sketch().pixels());
      assertThat(read.photo().width()).isEqualTo(20);
      assertThat(read.photo().height()).isEqualTo(30);
      assertThat(read.sketch().width()).isEqualTo(25);
    }
  }

  private void sql(String... statements) throws SQLException {
    try (Connection connection =
            new JDBC().connect("jdbc:sqlite:" + file().toUri(), new Properties());
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  @Test
  void keepsPicturesFromOneOpeningToTheNext() throws IOException {
    try (ThumbnailStore store = open()) {
      assertThat(store.read(7)).isNull();
      store.write(Map.of(7, thumbnail(1), 49, thumbnail(2)));
      isSame(store, 7, 1);
      store.write(Map.of(7, thumbnail(3)));
    }
    try (ThumbnailStore store = open()) {
      isSame(store, 7, 3);
      isSame(store, 49, 2);
      assertThat(store.read(8)).isNull();
    }
  }

  @Test
  void twoWindowsReadWhatEitherWrites() throws IOException {
    try (ThumbnailStore one = open();
        ThumbnailStore other = open()) {
      assertThat(other.read(3)).isNull();
      one.write(Map.of(3, thumbnail(3)));
      isSame(other, 3, 3);
      other.write(Map.of(4, thumbnail(4)));
      isSame(one, 4, 4);
    }
  }

  @Test
  void damagedPicturesCountAsMissing() throws Exception {
    try (ThumbnailStore store = open()) {
      for (int i = 1; i <= 6; i++) {
        store.write(Map.of(i, thumbnail(i)));
      }
    }
    sql(
        "UPDATE thumbnail SET pixels = substr(pixels, 1, 900) WHERE pair = 1",
        "UPDATE thumbnail SET photo_width = 19 WHERE pair = 2",
        "UPDATE thumbnail SET sketch_height = 100000 WHERE pair = 3",
        "UPDATE thumbnail SET pixels = NULL WHERE pair = 4",
        "UPDATE thumbnail SET pixels = CAST(substr(pixels, 1, length(pixels) - 1) || X'00' AS BLOB)"
            + " WHERE pair = 5");
    try (ThumbnailStore store = open()) {
      for (int i = 1; i <= 5; i++) {
        assertThat(store.read(i)).as("picture " + i).isNull();
      }
      isSame(store, 6, 6);
      store.write(Map.of(1, thumbnail(8)));
      isSame(store, 1, 8);
    }
  }

  @Test
  void aFileThatIsNoDatabaseIsMadeAnew() throws IOException {
    Files.write(file(), new byte[5000]);
    try (ThumbnailStore store = open()) {
      store.write(Map.of(1, thumbnail(1)));
      isSame(store, 1, 1);
    }
  }

  @Test
  void aDatabaseThatTurnsOutToBeDamagedIsMadeAnew() throws IOException {
    try (ThumbnailStore store = open()) {
      for (int i = 0; i < 50; i++) {
        store.write(Map.of(i, thumbnail(i)));
      }
    }
    try (FileChannel channel = FileChannel.open(file(), StandardOpenOption.WRITE)) {
      byte[] rubbish = new byte[(int) channel.size() - 8192];
      Arrays.fill(rubbish, (byte) 0x5a);
      channel.write(ByteBuffer.wrap(rubbish), 8192); // all but the schema
    }
    try (ThumbnailStore store = open()) {
      assertThatIOException().isThrownBy(() -> store.read(1));
    }
    try (ThumbnailStore store = open()) {
      assertThat(store.read(1)).isNull();
      store.write(Map.of(1, thumbnail(1)));
      isSame(store, 1, 1);
    }
  }
}
