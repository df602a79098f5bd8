package org.pentimento.casefile.index;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.casefile.event.DatasetRecord;
import org.pentimento.casefile.event.ModelImported;
import org.pentimento.casefile.event.ModelRecord;
import org.pentimento.casefile.event.RunKind;
import org.pentimento.casefile.event.RunRecord;
import org.pentimento.casefile.json.CanonicalJson;
import org.pentimento.casefile.json.Timestamps;
import org.pentimento.casefile.log.Chain;
import org.pentimento.casefile.log.LogPosition;
import org.pentimento.casefile.log.LogReader;
import org.pentimento.casefile.store.Blobs;
import org.pentimento.casefile.store.DurableFiles;
import org.pentimento.casefile.store.Layout;
import org.pentimento.casefile.store.NewerVersionException;
import org.pentimento.casefile.store.OwnerOnly;

/**
 * The index of a case, a SQLite database with rows made from the custody log and from results. It
 * is no evidence and can be made anew at any time. Not safe for use from several threads.
 */
public final class Index implements AutoCloseable {
  private static final long ROWS_PER_COMMIT = 500;

  private final Connection connection;
  private final Path log;
  private final Projection projection;
  private final boolean ours;
  private final @Nullable Path temporary;
  private final Path place;

  private Index(
      Connection connection, Layout layout, Blobs blobs, boolean ours, @Nullable Path temporary) {
    this.connection = connection;
    this.log = layout.log();
    this.place = layout.index();
    this.projection = new Projection(connection, blobs);
    this.ours = ours;
    this.temporary = temporary;
  }

  /**
   * An index to write to.
   *
   * @param index open
   * @param damage why the one that was there had to be given up, or empty
   */
  public record Opened(Index index, String damage) {}

  /** Opens {@code case.db} for writing; moves one that is damaged to {@code work/}. */
  public static Opened forWriting(Layout layout, Blobs blobs, String journal) throws IOException {
    Path file = layout.index();
    boolean existed = Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    OwnerOnly.createFileIfMissing(file); // SQLite gives its other files the rights of this one
    try {
      Connection connection = Sqlite.writing(file, journal);
      try {
        String damage = existed ? damage(connection) : "it was missing";
        if (damage.isEmpty()) {
          return new Opened(new Index(connection, layout, blobs, true, null), "");
        }
        if (damage.equals(BROKEN)) {
          connection.close();
        } else {
          connection.setAutoCommit(false);
          IndexSchema.clear(connection);
          IndexSchema.create(connection);
          connection.commit();
          connection.setAutoCommit(true);
          return new Opened(new Index(connection, layout, blobs, true, null), damage);
        }
      } catch (SQLException | IOException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      if (!isDamage(e)) {
        throw failed(e, file);
      }
    }
    moveAside(layout);
    OwnerOnly.createFileIfMissing(file);
    try {
      Connection connection = Sqlite.writing(file, journal);
      IndexSchema.create(connection);
      return new Opened(new Index(connection, layout, blobs, true, null), BROKEN);
    } catch (SQLException e) {
      throw failed(e, file);
    }
  }

  /**
   * Opens {@code case.db} for reading; null if it is not usable, which is no error.
   *
   * @param untouchable if the medium is read-only
   */
  public static @Nullable Index forReading(Layout layout, Blobs blobs, boolean untouchable)
      throws IOException {
    Path file = layout.index();
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        || (untouchable && hasUnmergedChanges(layout))) {
      return null;
    }
    try {
      Connection connection = Sqlite.reading(file, untouchable);
      try {
        if (damage(connection).isEmpty()) {
          return new Index(connection, layout, blobs, false, null);
        }
      } catch (SQLException | IOException e) {
        connection.close();
        throw e;
      }
      connection.close();
      return null;
    } catch (SQLException e) {
      // Busy, damaged or not openable: the caller makes one of its own from the log.
      return null;
    }
  }

  /** Makes an index of its own outside the case, at the beginning of the log. */
  public static Index scratch(Layout layout, Blobs blobs) throws IOException {
    Path file = Files.createTempFile("pentimento-index", ".db");
    try {
      Connection connection = Sqlite.scratch(file);
      IndexSchema.create(connection);
      return new Index(connection, layout, blobs, true, file);
    } catch (SQLException e) {
      Files.deleteIfExists(file);
      throw failed(e, file);
    }
  }

  /** Whether changes are still outside the main file, as a killed or working writer leaves them. */
  public static boolean hasUnmergedChanges(Layout layout) throws IOException {
    for (Path side : layout.unmergedIndex()) {
      if (Files.isRegularFile(side, LinkOption.NOFOLLOW_LINKS) && Files.size(side) > 0) {
        return true;
      }
    }
    return false;
  }

  /** How far the index has followed the log. */
  public LogPosition position() throws IOException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT number, hash, offset FROM position")) {
      if (!row.next()) {
        return new LogPosition(0, "", 0);
      }
      return new LogPosition(row.getLong(1), row.getString(2), row.getLong(3));
    } catch (SQLException e) {
      throw failed(e, place);
    }
  }

  /** Takes in the entries that the log has and the index lacks, unless another writer does so. */
  public void catchUp() throws IOException {
    if (ours) {
      catchUp(Long.MAX_VALUE);
    }
  }

  /**
   * Takes in entries up to a number, within the transaction of the caller if there is one.
   *
   * @throws BadInputException if the chain of the log is broken there
   */
  public void catchUp(long last) throws IOException {
    LogPosition position = position();
    Chain chain = new Chain(position.number(), position.hash());
    try (LogReader reader = new LogReader(log, position.offset())) {
      boolean more = true;
      while (more) {
        more = batch(reader, chain, last);
      }
    } catch (SQLException e) {
      throw failed(e, place);
    }
  }

  private boolean batch(LogReader reader, Chain chain, long last) throws SQLException, IOException {
    if (chain.number() >= last) {
      return false;
    }
    byte[] line = reader.next();
    if (line == null) {
      return false;
    }
    boolean alone = connection.getAutoCommit();
    connection.setAutoCommit(false);
    long count = 0;
    try {
      while (line != null) {
        projection.apply(chain.follow(line));
        count++;
        line = count < ROWS_PER_COMMIT && chain.number() < last ? reader.next() : null;
      }
      try (PreparedStatement update =
          connection.prepareStatement("UPDATE position SET number = ?, hash = ?, offset = ?")) {
        update.setLong(1, chain.number());
        update.setString(2, chain.hash());
        update.setLong(3, reader.position());
        update.executeUpdate();
      }
      if (alone) {
        connection.commit();
      }
    } catch (SQLException | IOException | RuntimeException e) {
      undo(alone, e);
      throw e;
    }
    connection.setAutoCommit(alone);
    return count == ROWS_PER_COMMIT;
  }

  /** Rolls back. SQLite may have done so already, for instance because the disk is full. */
  private void undo(boolean alone, Exception failure) {
    try {
      connection.rollback();
      connection.setAutoCommit(alone);
    } catch (SQLException e) {
      failure.addSuppressed(e);
      try {
        connection.setAutoCommit(alone);
      } catch (SQLException again) {
        failure.addSuppressed(again);
      }
    }
  }

  /** Makes all rows anew. */
  public void rebuild() throws IOException {
    try {
      connection.setAutoCommit(false);
      try {
        IndexSchema.clear(connection);
        IndexSchema.create(connection);
        connection.commit();
      } finally {
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw failed(e, place);
    }
    catchUp();
  }

  /** Data sets by name, each as it was imported last. */
  public List<DatasetRecord> datasets() throws IOException {
    List<DatasetRecord> records = new ArrayList<>();
    for (Map<String, @Nullable Object> row :
        query("SELECT record FROM datasets ORDER BY name", List.of())) {
      records.add(DatasetRecord.of(json(row, "record", JsonNode.class)));
    }
    return records;
  }

  /** Models that were made elsewhere, by name, each as it was imported last. */
  public List<ModelRecord> models() throws IOException {
    Map<String, ModelRecord> models = new TreeMap<>();
    for (Map<String, @Nullable Object> row :
        query(
            "SELECT body FROM entries WHERE action = ? ORDER BY number",
            List.of(ModelImported.ACTION))) {
      ModelRecord model = json(row, "body", ModelRecord.class);
      models.put(model.name(), model);
    }
    return List.copyOf(models.values());
  }

  /** Runs by the time of their first start. */
  public List<RunRecord> runs() throws IOException {
    List<RunRecord> runs = new ArrayList<>();
    for (Map<String, @Nullable Object> row :
        query("SELECT * FROM runs ORDER BY started, id", List.of())) {
      Object ended = row.get("ended");
      runs.add(
          new RunRecord(
              text(row, "id"),
              RunKind.valueOf(text(row, "kind")),
              text(row, "name"),
              text(row, "plan"),
              RunRecord.State.valueOf(text(row, "state")),
              Timestamps.parse(text(row, "started")),
              ended == null ? null : Timestamps.parse(ended.toString()),
              text(row, "result"),
              text(row, "message")));
    }
    return runs;
  }

  public @Nullable Map<String, String> step(String key) throws IOException {
    Map<String, String> results = null;
    for (Map<String, @Nullable Object> row :
        query("SELECT results FROM steps WHERE key = ?", List.of(key))) {
      results = new LinkedHashMap<>();
      for (Map.Entry<String, JsonNode> result : json(row, "results", JsonNode.class).properties()) {
        results.put(result.getKey(), result.getValue().asText());
      }
    }
    return results;
  }

  /** Rows as maps by column name, in the order of the columns. */
  public List<Map<String, @Nullable Object>> query(String sql, List<?> arguments)
      throws IOException {
    try {
      pragma("PRAGMA query_only = ON");
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        for (int i = 0; i < arguments.size(); i++) {
          statement.setObject(i + 1, arguments.get(i));
        }
        try (ResultSet rows = statement.executeQuery()) {
          return maps(rows);
        }
      } finally {
        if (ours) {
          pragma("PRAGMA query_only = OFF");
        }
      }
    } catch (SQLException e) {
      throw failed(e, place);
    }
  }

  /** The connection, for comparing with another index. */
  public Connection connection() {
    return connection;
  }

  private static List<Map<String, @Nullable Object>> maps(ResultSet rows) throws SQLException {
    List<Map<String, @Nullable Object>> maps = new ArrayList<>();
    ResultSetMetaData columns = rows.getMetaData();
    while (rows.next()) {
      Map<String, @Nullable Object> map = new LinkedHashMap<>();
      for (int i = 1; i <= columns.getColumnCount(); i++) {
        map.put(columns.getColumnLabel(i), rows.getObject(i));
      }
      maps.add(map);
    }
    return maps;
  }

  private static String text(Map<String, @Nullable Object> row, String column) {
    return String.valueOf(row.get(column));
  }

  private static <T> T json(Map<String, @Nullable Object> row, String column, Class<T> type)
      throws BadInputException {
    return CanonicalJson.read(text(row, column).getBytes(StandardCharsets.UTF_8), type);
  }

  private void pragma(String pragma) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(pragma);
    }
  }

  private static final String BROKEN = "its file is damaged";

  /** What makes an index unusable, empty if nothing does. */
  private static String damage(Connection connection) throws SQLException, IOException {
    try {
      int version = IndexSchema.version(connection, "main");
      if (version > IndexSchema.VERSION) {
        throw new NewerVersionException("index", version);
      }
      if (version < IndexSchema.VERSION) {
        return "it was of version " + version;
      }
      if (!IndexSchema.fits(connection, "main")) {
        return "its tables were not those of this version";
      }
      try (Statement statement = connection.createStatement();
          ResultSet row = statement.executeQuery("PRAGMA quick_check(1)")) {
        return "ok".equals(row.getString(1)) ? "" : BROKEN;
      }
    } catch (SQLException e) {
      if (isDamage(e)) {
        return BROKEN;
      }
      throw e;
    }
  }

  /** SQLITE_CORRUPT or SQLITE_NOTADB. */
  private static boolean isDamage(SQLException e) {
    int code = e.getErrorCode() & 0xff;
    return code == 11 || code == 26;
  }

  private static void moveAside(Layout layout) throws IOException {
    Path target =
        OwnerOnly.createFolders(layout.work().resolve("damaged-index-" + UUID.randomUUID()));
    for (Path file : layout.indexFiles()) {
      if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        Files.move(file, target.resolve(String.valueOf(file.getFileName())));
      }
    }
  }

  static IOException failed(SQLException e, Path file) {
    return DurableFiles.explained(new IOException(file + ": " + e.getMessage(), e), file);
  }

  @Override
  public void close() throws IOException {
    try {
      connection.close();
    } catch (SQLException e) {
      throw failed(e, place);
    } finally {
      if (temporary != null) {
        Files.deleteIfExists(temporary);
      }
    }
  }
}
