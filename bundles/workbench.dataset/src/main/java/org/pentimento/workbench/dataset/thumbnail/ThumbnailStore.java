package org.pentimento.workbench.dataset.thumbnail;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.store.OwnerOnly;
import org.pentimento.protocol.question.PairPictures;
import org.pentimento.protocol.question.Picture;
import org.sqlite.JDBC;
import org.sqlite.SQLiteErrorCode;

/**
 * Keeps small pictures of a data set's pairs in an SQLite database, by the number of the pair in
 * the data set's listing. It is a cache: damaged pictures count as missing, and a damaged database
 * is made anew. Several windows may use one at a time. To be used by one thread.
 */
final class ThumbnailStore implements Closeable {
  private static final int PAGE_BYTES = 8192;
  private static final long LARGEST_BYTES = 4L << 30;
  private static final int LARGEST_SIDE = 512;
  private static final int LARGEST_PACKED = 8 << 20;
  private static final String COLUMNS =
      "pair, photo_width, photo_height, photo_planes, sketch_width, sketch_height, pixels";

  private final Path file;
  private final Connection connection;
  private final PreparedStatement select;
  private final PreparedStatement insert;
  private boolean full;
  private boolean damaged;

  private ThumbnailStore(Path file, Connection connection) throws SQLException {
    this.file = file;
    this.connection = connection;
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA trusted_schema = OFF");
      statement.execute("PRAGMA cell_size_check = ON");
      statement.execute("PRAGMA mmap_size = 0");
      statement.execute("PRAGMA busy_timeout = 2000");
      statement.execute("PRAGMA page_size = " + PAGE_BYTES);
      statement.execute("PRAGMA max_page_count = " + LARGEST_BYTES / PAGE_BYTES);
      statement.execute("PRAGMA journal_mode = WAL");
      statement.execute("PRAGMA synchronous = OFF");
      statement.execute(
          "CREATE TABLE IF NOT EXISTS thumbnail (pair INTEGER PRIMARY KEY, photo_width INTEGER,"
              + " photo_height INTEGER, photo_planes INTEGER, sketch_width INTEGER,"
              + " sketch_height INTEGER, pixels BLOB)");
    }
    select = connection.prepareStatement("SELECT " + COLUMNS + " FROM thumbnail WHERE pair = ?");
    insert =
        connection.prepareStatement(
            "INSERT OR REPLACE INTO thumbnail (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?)");
  }

  /**
   * Opens or makes a store.
   *
   * @param folder to be made if it is missing
   * @param side longest side of the pictures in pixels, part of the file's name
   */
  static ThumbnailStore open(Path folder, int side) throws IOException {
    OwnerOnly.createFolders(folder);
    Path file = folder.resolve("thumbnails-" + side + ".db");
    try {
      return open(file);
    } catch (SQLException e) {
      if (!isDamage(e)) {
        throw new IOException("The small pictures in " + file + " cannot be opened", e);
      }
    }
    delete(file);
    try {
      return open(file);
    } catch (SQLException e) {
      throw new IOException("The small pictures in " + file + " cannot be made anew", e);
    }
  }

  private static boolean isDamage(SQLException e) {
    int code = e.getErrorCode() & 0xff; // without what SQLite adds to its primary codes
    return code == SQLiteErrorCode.SQLITE_NOTADB.code
        || code == SQLiteErrorCode.SQLITE_CORRUPT.code;
  }

  private static void delete(Path file) throws IOException {
    for (String ending : List.of("", "-wal", "-shm")) {
      Files.deleteIfExists(file.resolveSibling(file.getFileName() + ending));
    }
  }

  private static ThumbnailStore open(Path file) throws SQLException {
    // Not through DriverManager, which finds no driver of another bundle.
    Connection connection = new JDBC().connect("jdbc:sqlite:" + file.toUri(), new Properties());
    try {
      return new ThumbnailStore(file, connection);
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /** The pictures of a pair, null if they are missing or damaged. */
  @Nullable PairPictures read(int pair) throws IOException {
    try {
      select.setInt(1, pair);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? thumbnail(row) : null;
      }
    } catch (SQLException e) {
      damaged |= isDamage(e);
      throw new IOException("A small picture cannot be read", e);
    }
  }

  private static @Nullable PairPictures thumbnail(ResultSet row) throws SQLException {
    Picture photo = blank(row.getInt(2), row.getInt(3), row.getInt(4));
    Picture sketch = blank(row.getInt(5), row.getInt(6), 1);
    byte[] packed = row.getBytes(7);
    return photo != null
            && sketch != null
            && packed != null
            && packed.length <= LARGEST_PACKED
            && ThumbnailCodec.unpack(packed, photo, sketch)
        ? new PairPictures(photo, sketch)
        : null;
  }

  private static @Nullable Picture blank(int width, int height, int planes) {
    boolean fits =
        width > 0
            && width <= LARGEST_SIDE
            && height > 0
            && height <= LARGEST_SIDE
            && (planes == 1 || planes == 3);
    return fits ? new Picture(width, height, planes, new byte[width * height * planes]) : null;
  }

  /** Keeps pictures by the numbers of their pairs, unless the store is full. */
  void write(Map<Integer, PairPictures> thumbnails) throws IOException {
    if (full) {
      return;
    }
    try {
      connection.setAutoCommit(false);
      for (Map.Entry<Integer, PairPictures> entry : thumbnails.entrySet()) {
        PairPictures thumbnail = entry.getValue();
        insert.setInt(1, entry.getKey());
        insert.setInt(2, thumbnail.photo().width());
        insert.setInt(3, thumbnail.photo().height());
        insert.setInt(4, thumbnail.photo().planes());
        insert.setInt(5, thumbnail.sketch().width());
        insert.setInt(6, thumbnail.sketch().height());
        insert.setBytes(7, ThumbnailCodec.pack(thumbnail));
        insert.executeUpdate();
      }
      connection.commit();
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      rollBack(e);
      damaged |= isDamage(e);
      if (e.getErrorCode() != SQLiteErrorCode.SQLITE_FULL.code) {
        throw new IOException("Small pictures cannot be kept", e);
      }
      full = true;
    }
  }

  private void rollBack(SQLException cause) {
    try {
      if (!connection.getAutoCommit()) {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }

  /** Lets go of the database, and deletes it if it turned out to be damaged. */
  @Override
  public void close() throws IOException {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IOException("The small pictures cannot be closed", e);
    } finally {
      if (damaged) {
        delete(file);
      }
    }
  }
}
