package org.pentimento.casefile.index;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.pentimento.api.BadInputException;
import org.sqlite.JDBC;

/** Opens SQLite databases, with what guards against a hostile file switched on. */
public final class Sqlite {
  private Sqlite() {}

  /** Opens or makes a database for writing. */
  public static Connection writing(Path file, String journal) throws IOException, SQLException {
    return open(uri(file, ""), "PRAGMA journal_mode = " + journal, "PRAGMA synchronous = NORMAL");
  }

  /**
   * Opens a database for reading.
   *
   * @param untouchable whether not even SQLite's shared memory may be written beside it; only for a
   *     database that nobody writes to
   */
  static Connection reading(Path file, boolean untouchable) throws IOException, SQLException {
    return open(uri(file, mode(untouchable)), "PRAGMA query_only = ON");
  }

  /** Makes a database nobody else needs and that need not survive. */
  static Connection scratch(Path file) throws IOException, SQLException {
    return open(uri(file, ""), "PRAGMA journal_mode = MEMORY", "PRAGMA synchronous = OFF");
  }

  /** The name under which a connection attaches another database for reading. */
  public static String attachable(Path file, boolean untouchable) {
    return uri(file, mode(untouchable));
  }

  private static String mode(boolean untouchable) {
    return untouchable ? "?mode=ro&immutable=1" : "?mode=ro";
  }

  private static String uri(Path file, String parameters) {
    return file.toUri() + parameters;
  }

  private static Connection open(String uri, String... pragmas) throws IOException, SQLException {
    Connection connection;
    try {
      // Not through DriverManager, which finds no driver of another bundle.
      connection = new JDBC().connect("jdbc:sqlite:" + uri, new Properties());
    } catch (LinkageError e) {
      throw noLibrary(e);
    } catch (SQLException e) {
      if (e.getCause() != null && !(e.getCause() instanceof SQLException)) {
        throw noLibrary(e);
      }
      throw e;
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA trusted_schema = OFF");
      statement.execute("PRAGMA cell_size_check = ON");
      statement.execute("PRAGMA mmap_size = 0");
      statement.execute("PRAGMA busy_timeout = 10000");
      for (String pragma : pragmas) {
        statement.execute(pragma);
      }
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
    return connection;
  }

  private static BadInputException noLibrary(Throwable cause) {
    return new BadInputException(
        "SQLite's library cannot be loaded: " + cause.getMessage() + ".",
        "It is unpacked to the temporary folder, which must allow running code; choose another"
            + " folder with -Dorg.sqlite.tmpdir=FOLDER.",
        cause);
  }
}
