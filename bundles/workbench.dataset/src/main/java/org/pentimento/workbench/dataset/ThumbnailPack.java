package org.pentimento.workbench.dataset;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;
import org.pentimento.audit.preview.Answer.Picture;
import org.pentimento.casefile.store.OwnerOnly;

/**
 * Small pictures of a data set's pairs on disk, by the number of the pair in its listing. Both
 * files only grow: the pictures, each with a head and a checksum, and an index that names a picture
 * after it was written. Whatever is cut off or damaged is held for missing. The first who opens it
 * writes; others read. To be used by one thread.
 */
final class ThumbnailPack implements Closeable {
  /**
   * The pictures of a pair.
   *
   * @param photo the photo
   * @param sketch the sketch
   */
  record Thumbnail(Picture photo, Picture sketch) {}

  private static final long LARGEST = 4L << 30;
  private static final int MAGIC = 0x50544d31;
  private static final int HEAD = 36;
  private static final int ENTRY = 16;
  private static final int LARGEST_SIDE = 512;

  private final FileChannel pictures;
  private final FileChannel index;
  private final @Nullable FileLock lock;
  private final long[] offsets;
  private long end;

  private ThumbnailPack(FileChannel pictures, FileChannel index, @Nullable FileLock lock, int pairs)
      throws IOException {
    this.pictures = pictures;
    this.index = index;
    this.lock = lock;
    offsets = new long[pairs];
    Arrays.fill(offsets, -1);
    end = pictures.size();
  }

  /**
   * Opens or makes a pack.
   *
   * @param folder to be made if it is missing
   * @param side longest side of the pictures, part of the files' names
   * @param pairs how many pairs there are
   */
  static ThumbnailPack open(Path folder, int side, int pairs) throws IOException {
    OwnerOnly.createFolders(folder);
    FileChannel pictures = channel(folder.resolve("thumbnails-" + side + ".pack"));
    try {
      FileChannel index = channel(folder.resolve("thumbnails-" + side + ".index"));
      try {
        ThumbnailPack pack = new ThumbnailPack(pictures, index, lock(index), pairs);
        pack.readIndex();
        return pack;
      } catch (IOException | RuntimeException e) {
        index.close();
        throw e;
      }
    } catch (IOException | RuntimeException e) {
      pictures.close();
      throw e;
    }
  }

  private static FileChannel channel(Path file) throws IOException {
    return OwnerOnly.open(
        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // another editor of this window writes
    }
  }

  private void readIndex() throws IOException {
    long entries = index.size() / ENTRY;
    ByteBuffer all = ByteBuffer.allocate((int) Math.min(entries, 1 << 24) * ENTRY);
    readFully(index, all, 0);
    all.flip();
    while (all.remaining() >= ENTRY) {
      int number = all.getInt();
      int check = all.getInt();
      long offset = all.getLong();
      if (check == check(number, offset) && number >= 0 && number < offsets.length) {
        offsets[number] = offset;
      }
    }
  }

  private static int check(int number, long offset) {
    return MAGIC ^ number * 31 ^ Long.hashCode(offset);
  }

  /** The pictures of a pair, null if they are not (or no longer) there. */
  @Nullable Thumbnail read(int number) throws IOException {
    long offset = offsets[number];
    if (offset < 0) {
      return null;
    }
    Thumbnail thumbnail = read(number, offset);
    if (thumbnail == null) {
      offsets[number] = -1;
    }
    return thumbnail;
  }

  private @Nullable Thumbnail read(int number, long offset) throws IOException {
    ByteBuffer head = ByteBuffer.allocate(HEAD);
    if (!readFully(pictures, head, offset)) {
      return null;
    }
    head.flip();
    boolean ours = head.getInt() == MAGIC && head.getInt() == number;
    int packed = head.getInt();
    int checksum = head.getInt();
    int photoWidth = head.getInt();
    int photoHeight = head.getInt();
    int planes = head.getInt();
    int sketchWidth = head.getInt();
    int sketchHeight = head.getInt();
    if (!ours
        || packed < 0
        || packed > 8 << 20
        || !isSide(photoWidth)
        || !isSide(photoHeight)
        || !isSide(sketchWidth)
        || !isSide(sketchHeight)
        || (planes != 1 && planes != 3)) {
      return null;
    }
    ByteBuffer body = ByteBuffer.allocate(packed);
    if (!readFully(pictures, body, offset + HEAD) || crc(body.array()) != checksum) {
      return null;
    }
    byte[] photo = new byte[photoWidth * photoHeight * planes];
    byte[] sketch = new byte[sketchWidth * sketchHeight];
    if (!inflate(body.array(), photo, sketch)) {
      return null;
    }
    sum(photo, planes);
    sum(sketch, 1);
    return new Thumbnail(
        new Picture(photoWidth, photoHeight, planes, photo),
        new Picture(sketchWidth, sketchHeight, 1, sketch));
  }

  private static boolean isSide(int side) {
    return side > 0 && side <= LARGEST_SIDE;
  }

  /** Keeps pictures, if this pack may be written to and is not full. The sketch has one plane. */
  void write(int number, Thumbnail thumbnail) throws IOException {
    if (lock == null || end > LARGEST || thumbnail.sketch().planes() != 1) {
      return;
    }
    byte[] packed = deflate(thumbnail);
    ByteBuffer record = ByteBuffer.allocate(HEAD + packed.length);
    record.putInt(MAGIC).putInt(number).putInt(packed.length).putInt(crc(packed));
    record.putInt(thumbnail.photo().width()).putInt(thumbnail.photo().height());
    record.putInt(thumbnail.photo().planes());
    record.putInt(thumbnail.sketch().width()).putInt(thumbnail.sketch().height());
    record.put(packed).flip();
    long at = end;
    writeFully(pictures, record, at);
    end = at + HEAD + packed.length;
    ByteBuffer entry = ByteBuffer.allocate(ENTRY);
    entry.putInt(number).putInt(check(number, at)).putLong(at).flip();
    writeFully(index, entry, index.size() / ENTRY * ENTRY);
    offsets[number] = at;
  }

  private static byte[] deflate(Thumbnail thumbnail) {
    byte[] photo = differences(thumbnail.photo());
    byte[] sketch = differences(thumbnail.sketch());
    Deflater deflater = new Deflater(1);
    byte[] all = Arrays.copyOf(photo, photo.length + sketch.length);
    System.arraycopy(sketch, 0, all, photo.length, sketch.length);
    deflater.setInput(all);
    deflater.finish();
    byte[] out = new byte[all.length + 64 + all.length / 100];
    int length = 0;
    while (!deflater.finished()) {
      if (length == out.length) {
        out = Arrays.copyOf(out, out.length * 2);
      }
      length += deflater.deflate(out, length, out.length - length);
    }
    deflater.end();
    return Arrays.copyOf(out, length);
  }

  /** Each value less the one before it in its plane, which is small where the picture is smooth. */
  private static byte[] differences(Picture picture) {
    byte[] from = picture.pixels();
    byte[] to = from.clone();
    for (int i = from.length - 1; i >= picture.planes(); i--) {
      to[i] = (byte) (from[i] - from[i - picture.planes()]);
    }
    return to;
  }

  private static void sum(byte[] differences, int planes) {
    for (int i = planes; i < differences.length; i++) {
      differences[i] += differences[i - planes];
    }
  }

  private static boolean inflate(byte[] packed, byte[] photo, byte[] sketch) {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(packed);
      return fill(inflater, photo) && fill(inflater, sketch);
    } catch (DataFormatException e) {
      return false;
    } finally {
      inflater.end();
    }
  }

  private static boolean fill(Inflater inflater, byte[] to) throws DataFormatException {
    int length = 0;
    while (length < to.length) {
      int more = inflater.inflate(to, length, to.length - length);
      if (more == 0) {
        return false;
      }
      length += more;
    }
    return true;
  }

  private static int crc(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return (int) crc.getValue();
  }

  private static boolean readFully(FileChannel from, ByteBuffer to, long at) throws IOException {
    long place = at;
    while (to.hasRemaining()) {
      int n = from.read(to, place);
      if (n < 0) {
        return false;
      }
      place += n;
    }
    return true;
  }

  private static void writeFully(FileChannel to, ByteBuffer from, long at) throws IOException {
    long place = at;
    while (from.hasRemaining()) {
      place += to.write(from, place);
    }
  }

  @Override
  public void close() throws IOException {
    try (pictures) {
      index.close(); // lets go of the lock
    }
  }
}
