package org.pentimento.casefile.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.pentimento.api.BadInputException;
import org.pentimento.casefile.index.Index;
import org.pentimento.casefile.index.IndexSchema;
import org.pentimento.casefile.index.Sqlite;
import org.pentimento.casefile.store.Blobs;
import org.pentimento.casefile.store.Layout;
import org.pentimento.casefile.verify.Verification.Problem;
import org.pentimento.casefile.verify.Verification.Remark;

/** Compares {@code case.db}, row by row, with an index made anew from log and blobs. */
final class IndexVerification {
  private static final String FILE = Layout.INDEX;

  private final Layout layout;
  private final Findings findings;

  IndexVerification(Layout layout, Findings findings) {
    this.layout = layout;
    this.findings = findings;
  }

  /**
   * Compares all tables.
   *
   * @param entries number of lines of a log whose chain holds
   * @param closed whether the last writer closed the case, so that nobody writes to the index
   */
  void verify(long entries, boolean closed) throws IOException {
    if (!Files.isRegularFile(layout.index(), LinkOption.NOFOLLOW_LINKS)) {
      findings.remark(
          Remark.Kind.INDEX_BEHIND, FILE, "There is no index; it is made when the case is opened.");
      return;
    }
    boolean unmerged = Index.hasUnmergedChanges(layout);
    boolean writable = Files.isWritable(layout.root());
    if (unmerged && !writable) {
      findings.remark(
          Remark.Kind.NOT_CHECKED,
          FILE,
          "The index was not compared: it has changes that can only be merged on a medium that can"
              + " be written.");
      return;
    }
    boolean untouchable = !unmerged && (closed || !writable);
    try (Index own = Index.scratch(layout, new Blobs(layout, false))) {
      compare(own, Sqlite.attachable(layout.index(), untouchable), entries);
    }
  }

  private void compare(Index own, String stored, long entries) throws IOException {
    Connection connection = own.connection();
    try {
      try (PreparedStatement attach = connection.prepareStatement("ATTACH DATABASE ? AS stored")) {
        attach.setString(1, stored);
        attach.execute();
      }
      // One transaction: all that is read of the stored index is of one moment.
      connection.setAutoCommit(false);
      int version = IndexSchema.version(connection, "stored");
      if (version > 0 && version < IndexSchema.VERSION) {
        compareLength(number(connection), entries);
        findings.remark(
            Remark.Kind.INDEX_BEHIND,
            FILE,
            "The index is of an earlier version; it is made anew when the case is opened for"
                + " writing.");
        return;
      }
      if (version != IndexSchema.VERSION || !IndexSchema.fits(connection, "stored")) {
        findings.problem(
            Problem.Kind.INDEX, FILE, "It does not have the tables of an index of this version.");
        return;
      }
      if (!sound(connection)) {
        findings.problem(Problem.Kind.INDEX, FILE, "The file of the index is damaged.");
        return;
      }
      long number = number(connection);
      own.catchUp(number);
      if (!compareLength(number, own.position().number())) {
        return;
      }
      if (number < entries) {
        findings.remark(
            Remark.Kind.INDEX_BEHIND,
            FILE,
            "The index lacks the last " + (entries - number) + " of " + entries + " entries.");
      }
      compareTables(connection, number);
    } catch (SQLException e) {
      findings.problem(Problem.Kind.INDEX, FILE, "It cannot be read: " + e.getMessage());
    } catch (BadInputException e) {
      findings.remark(
          Remark.Kind.NOT_CHECKED, FILE, "The index was not compared: " + e.getMessage());
    }
  }

  /** Whether the log has all entries that the index has. */
  private boolean compareLength(long indexed, long logged) {
    if (logged < indexed) {
      findings.problem(
          Problem.Kind.CUT_OFF,
          Layout.LOG,
          "The index has " + indexed + " entries, the log only " + logged + ".");
    }
    return logged >= indexed;
  }

  private static boolean sound(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("PRAGMA stored.integrity_check(1)")) {
      return "ok".equals(row.getString(1));
    }
  }

  private static long number(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT number FROM stored.position")) {
      return row.next() ? row.getLong(1) : 0;
    }
  }

  private void compareTables(Connection connection, long number) throws SQLException {
    boolean results = count(connection, difference("unprojected", "main", "stored")) == 0;
    for (String table : IndexSchema.tables()) {
      if (!results && (IndexSchema.RESULT_TABLES.contains(table) || table.equals("unprojected"))) {
        continue;
      }
      long added = count(connection, difference(table, "stored", "main"));
      long lacking = count(connection, difference(table, "main", "stored"));
      if (added + lacking > 0) {
        findings.problem(
            Problem.Kind.INDEX,
            FILE,
            "Table "
                + table
                + ": "
                + added
                + " rows are not as log and contents have them, and "
                + lacking
                + " rows of theirs are not there.");
      }
    }
    if (!results) {
      findings.remark(
          Remark.Kind.NOT_CHECKED,
          FILE,
          "Rows of runs' results were not compared, because results can no longer be read.");
    }
  }

  private static String difference(String table, String from, String without) {
    return "SELECT * FROM " + from + "." + table + " EXCEPT SELECT * FROM " + without + "." + table;
  }

  private static long count(Connection connection, String rows) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT count(*) FROM (" + rows + ")")) {
      return row.getLong(1);
    }
  }
}
