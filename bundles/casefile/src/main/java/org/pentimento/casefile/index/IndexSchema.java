package org.pentimento.casefile.index;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pentimento.casefile.store.Sha256;

/** The tables of {@code case.db}. All times are UTC texts, all hashes hexadecimal texts. */
public final class IndexSchema {
  /** {@code PRAGMA user_version} of the files of this version. */
  public static final int VERSION = 2;

  /** What fills from runs' results, and so depends on blobs too. */
  public static final List<String> RESULT_TABLES =
      List.of("comparisons", "summaries", "measurements");

  private static final Map<String, String> TABLES = new LinkedHashMap<>();

  static {
    TABLES.put(
        "position",
        "(one INTEGER PRIMARY KEY CHECK (one = 1), number INTEGER NOT NULL, hash TEXT NOT NULL,"
            + " offset INTEGER NOT NULL)");
    TABLES.put(
        "entries",
        "(number INTEGER PRIMARY KEY, time TEXT NOT NULL, actor TEXT NOT NULL,"
            + " action TEXT NOT NULL, body TEXT NOT NULL, hash TEXT NOT NULL)");
    TABLES.put("unprojected", "(entry INTEGER PRIMARY KEY, action TEXT NOT NULL)");
    TABLES.put(
        "datasets",
        "(name TEXT PRIMARY KEY, entry INTEGER NOT NULL, format TEXT NOT NULL, mode TEXT NOT NULL,"
            + " listing TEXT NOT NULL, digest TEXT NOT NULL, pairs INTEGER NOT NULL,"
            + " train INTEGER NOT NULL, test INTEGER NOT NULL, record TEXT NOT NULL)");
    TABLES.put(
        "runs",
        "(id TEXT PRIMARY KEY, entry INTEGER NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL, plan"
            + " TEXT NOT NULL, state TEXT NOT NULL, started TEXT NOT NULL, ended TEXT, result TEXT"
            + " NOT NULL, message TEXT NOT NULL)");
    TABLES.put(
        "steps",
        "(key TEXT PRIMARY KEY, entry INTEGER NOT NULL, run TEXT NOT NULL, name TEXT NOT NULL,"
            + " results TEXT NOT NULL)");
    TABLES.put(
        "comparisons",
        "(run TEXT NOT NULL, position INTEGER NOT NULL, id TEXT NOT NULL, generator TEXT NOT NULL,"
            + " seed INTEGER NOT NULL, trigger_id TEXT, strategy TEXT, rate REAL,"
            + " PRIMARY KEY (run, position))");
    TABLES.put(
        "summaries",
        "(run TEXT NOT NULL, comparison TEXT NOT NULL, position INTEGER NOT NULL,"
            + " metric TEXT NOT NULL, name TEXT NOT NULL, model TEXT NOT NULL, photo TEXT NOT NULL,"
            + " against TEXT NOT NULL, n INTEGER NOT NULL, undefined INTEGER NOT NULL, mean REAL,"
            + " low REAL, high REAL, PRIMARY KEY (run, comparison, position))");
    TABLES.put(
        "measurements",
        "(run TEXT NOT NULL, comparison TEXT NOT NULL, position INTEGER NOT NULL, pair TEXT NOT"
            + " NULL, model TEXT NOT NULL, photo TEXT NOT NULL, against TEXT NOT NULL, metric TEXT"
            + " NOT NULL, name TEXT NOT NULL, value REAL, reason TEXT NOT NULL, PRIMARY KEY (run,"
            + " comparison, position))");
  }

  private IndexSchema() {}

  public static List<String> tables() {
    return List.copyOf(TABLES.keySet());
  }

  /** Makes the tables of an empty index. */
  static void create(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (Map.Entry<String, String> table : TABLES.entrySet()) {
        statement.executeUpdate(definition(table.getKey()));
      }
      statement.executeUpdate("INSERT INTO position VALUES (1, 0, '" + Sha256.ZEROS + "', 0)");
      statement.executeUpdate("PRAGMA user_version = " + VERSION);
    }
  }

  /** Empties an index whatever is in it. */
  static void clear(Connection connection) throws SQLException {
    for (String[] item : items(connection, "main")) {
      if (!item[1].startsWith("sqlite_")) {
        try (Statement statement = connection.createStatement()) {
          statement.executeUpdate(
              "DROP " + item[0] + " IF EXISTS \"" + item[1].replace("\"", "\"\"") + "\"");
        }
      }
    }
  }

  public static int version(Connection connection, String database) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("PRAGMA " + database + ".user_version")) {
      return row.getInt(1);
    }
  }

  /**
   * Whether a database has exactly these tables: no trigger, view, or other surprise that would act
   * when it is read or written.
   */
  public static boolean fits(Connection connection, String database) throws SQLException {
    List<String> found = new ArrayList<>();
    for (String[] item : items(connection, database)) {
      boolean automatic = item[0].equals("index") && item[1].startsWith("sqlite_autoindex_");
      if (!automatic) {
        found.add(item[2]);
      }
    }
    List<String> expected = new ArrayList<>();
    TABLES.keySet().forEach(table -> expected.add(definition(table)));
    return found.size() == expected.size() && found.containsAll(expected);
  }

  private static String definition(String table) {
    return "CREATE TABLE " + table + " " + TABLES.get(table) + " STRICT";
  }

  private static List<String[]> items(Connection connection, String database) throws SQLException {
    List<String[]> items = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT type, name, sql FROM " + database + ".sqlite_master ORDER BY rowid DESC")) {
      while (rows.next()) {
        items.add(
            new String[] {
              String.valueOf(rows.getString(1)),
              String.valueOf(rows.getString(2)),
              String.valueOf(rows.getString(3))
            });
      }
    }
    return items;
  }
}
