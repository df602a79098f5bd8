package org.pentimento.workbench.dataset.thumbnail;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.pentimento.casefile.store.OwnerOnly;

/**
 * The features of all pairs of a data set, kept in its cache: 128 bytes a pair, 13 MB for 100,000.
 * A file that does not fit the data set counts as missing.
 */
final class FeatureFile {
  private static final long MAGIC = 0x50454e5446454131L; // PENTFEA1
  private static final int HEAD = Long.BYTES + Integer.BYTES;
  private static final String NAME = "features.bin";

  private final Path folder;
  private final boolean[] known;
  private final byte[] features;

  private FeatureFile(Path folder, int count) {
    this.folder = folder;
    known = new boolean[count];
    features = new byte[count * PairFeature.BYTES];
  }

  /**
   * Reads what is kept.
   *
   * @param folder of the data set in the cache
   * @param count how many pairs the data set has
   */
  static FeatureFile read(Path folder, int count) throws IOException {
    FeatureFile read = new FeatureFile(folder, count);
    int size = HEAD + count * (1 + PairFeature.BYTES);
    Path file = folder.resolve(NAME);
    if (Files.isRegularFile(file) && Files.size(file) == size) {
      ByteBuffer all = ByteBuffer.wrap(Files.readAllBytes(file));
      if (all.remaining() == size && all.getLong() == MAGIC && all.getInt() == count) {
        for (int i = 0; i < count; i++) {
          read.known[i] = all.get() == 1;
        }
        all.get(read.features);
      }
    }
    return read;
  }

  boolean has(int number) {
    return known[number];
  }

  void put(int number, byte[] feature) {
    System.arraycopy(feature, 0, features, number * PairFeature.BYTES, PairFeature.BYTES);
    known[number] = true;
  }

  /** All features, one behind another; those of unknown pairs are zeros. */
  byte[] all() {
    return features;
  }

  /** Keeps all, or leaves what was kept before. */
  void write() throws IOException {
    ByteBuffer all = ByteBuffer.allocate(HEAD + known.length + features.length);
    all.putLong(MAGIC).putInt(known.length);
    for (boolean one : known) {
      all.put((byte) (one ? 1 : 0));
    }
    all.put(features);
    OwnerOnly.createFolders(folder);
    Path part = Files.createTempFile(folder, NAME, ".part");
    try {
      Files.write(part, all.array());
      Files.move(
          part,
          folder.resolve(NAME),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
