package org.pentimento.casefile.index;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.casefile.event.DatasetRecord;
import org.pentimento.casefile.event.EventRows;
import org.pentimento.casefile.event.RunEvent;
import org.pentimento.casefile.event.RunFinished;
import org.pentimento.casefile.event.RunRecord;
import org.pentimento.casefile.event.RunStarted;
import org.pentimento.casefile.event.StepFinished;
import org.pentimento.casefile.json.CanonicalJson;
import org.pentimento.casefile.json.Timestamps;
import org.pentimento.casefile.log.Entry;
import org.pentimento.casefile.store.Blobs;

/** Turns entries into rows. The same log and blobs always give the same rows. */
final class Projection {
  /** SQLite's code for rows that contradict others, such as two comparisons at one position. */
  private static final int SQLITE_CONSTRAINT = 19;

  private final Statements statements;
  private final ResultRows results;

  Projection(Connection connection, Blobs blobs) {
    this.statements = new Statements(connection);
    this.results = new ResultRows(statements, blobs);
  }

  /**
   * Adds an entry's rows. An entry that does not hold what its action asks for, or whose result
   * cannot be read, leaves a row in {@code unprojected} instead.
   */
  void apply(Entry entry) throws SQLException, IOException {
    statements.update(
        "INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?)",
        entry.number(),
        Timestamps.text(entry.time()),
        entry.actor(),
        entry.action(),
        CanonicalJson.text(entry.body()),
        entry.hash());
    Rows rows = new Rows(entry);
    understand(entry, () -> entry.event().index(rows));
    RunFinished finished = rows.finished;
    if (finished != null) {
      // By itself: a run whose result cannot be read has finished all the same.
      understand(entry, () -> results.replace(finished.run(), finished.result()));
    }
  }

  private interface Step {
    void run() throws SQLException, IOException;
  }

  private void understand(Entry entry, Step step) throws SQLException, IOException {
    statements.execute("SAVEPOINT meaning");
    try {
      step.run();
    } catch (BadInputException e) {
      setAside(entry);
    } catch (SQLException e) {
      if ((e.getErrorCode() & 0xff) != SQLITE_CONSTRAINT) {
        throw e;
      }
      setAside(entry);
    }
    statements.execute("RELEASE meaning");
  }

  private void setAside(Entry entry) throws SQLException {
    statements.execute("ROLLBACK TO meaning");
    statements.update(
        "INSERT OR REPLACE INTO unprojected VALUES (?, ?)", entry.number(), entry.action());
  }

  /** The rows of one entry. */
  private final class Rows implements EventRows<SQLException> {
    private final Entry entry;
    private @Nullable RunFinished finished;

    Rows(Entry entry) {
      this.entry = entry;
    }

    @Override
    public void dataset(DatasetRecord record) throws SQLException {
      statements.update(
          "INSERT OR REPLACE INTO datasets VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
          record.name(),
          entry.number(),
          record.format(),
          record.mode().word(),
          record.listing(),
          record.digest(),
          record.pairs(),
          record.train(),
          record.test(),
          CanonicalJson.text(record));
    }

    @Override
    public void step(StepFinished step) throws SQLException {
      statements.update(
          "INSERT OR REPLACE INTO steps VALUES (?, ?, ?, ?, ?)",
          step.key(),
          entry.number(),
          step.run(),
          step.name(),
          CanonicalJson.text(step.results()));
    }

    @Override
    public void runStarted(RunStarted start) throws SQLException {
      statements.update(
          "INSERT INTO runs VALUES (?, ?, ?, ?, ?, ?, ?, NULL, '', '') ON CONFLICT (id) DO UPDATE"
              + " SET entry = excluded.entry, kind = excluded.kind, name = excluded.name, plan ="
              + " excluded.plan, state = excluded.state, ended = NULL, result = '', message = ''",
          start.run(),
          entry.number(),
          start.kind().name(),
          start.name(),
          start.plan(),
          RunRecord.State.STARTED.name(),
          Timestamps.text(entry.time()));
    }

    @Override
    public void runEnded(RunEvent.End end) throws SQLException {
      int ended =
          statements.update(
              "UPDATE runs SET entry = ?, state = ?, ended = ?, result = ?, message = ?"
                  + " WHERE id = ?",
              entry.number(),
              end.state().name(),
              Timestamps.text(entry.time()),
              end.result(),
              end.message(),
              end.run());
      if (ended == 0) {
        throw new SQLIntegrityConstraintViolationException(
            "No run " + end.run() + " was started", "23000", SQLITE_CONSTRAINT);
      }
    }

    @Override
    public void result(RunFinished run) {
      finished = run;
    }
  }
}
