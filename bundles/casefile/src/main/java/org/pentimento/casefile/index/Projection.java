package org.pentimento.casefile.index;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.casefile.event.Actions;
import org.pentimento.casefile.event.DatasetRecord;
import org.pentimento.casefile.event.References;
import org.pentimento.casefile.event.RunRecord;
import org.pentimento.casefile.event.StepFinished;
import org.pentimento.casefile.json.CanonicalJson;
import org.pentimento.casefile.json.Timestamps;
import org.pentimento.casefile.log.Entry;
import org.pentimento.casefile.result.Comparison;
import org.pentimento.casefile.result.Comparison.MeasurementRow;
import org.pentimento.casefile.result.Comparison.Summary;
import org.pentimento.casefile.result.RunResult;
import org.pentimento.casefile.store.Blobs;

/** Turns entries into rows. The same log and blobs always give the same rows. */
final class Projection {
  /** Primary result code: a hostile result has, say, two comparisons of one name. */
  private static final int SQLITE_CONSTRAINT = 19;

  private static final String END_RUN =
      "UPDATE runs SET entry = ?, state = ?, ended = ?, result = ?, message = ? WHERE id = ?";

  private final Connection connection;
  private final Blobs blobs;

  Projection(Connection connection, Blobs blobs) {
    this.connection = connection;
    this.blobs = blobs;
  }

  /**
   * Adds an entry's rows. An entry that does not hold what its action asks for, or whose result
   * cannot be read, leaves a row in {@code unprojected} instead.
   */
  void apply(Entry entry) throws SQLException, IOException {
    update(
        "INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?)",
        entry.number(),
        Timestamps.text(entry.time()),
        entry.actor(),
        entry.action(),
        CanonicalJson.text(entry.body()),
        entry.hash());
    understand(entry, () -> project(entry));
    if (entry.action().equals(Actions.RUN_FINISHED)) {
      // By itself: a run whose result cannot be read has finished all the same.
      understand(entry, () -> result(entry));
    }
  }

  private interface Step {
    void run() throws SQLException, IOException;
  }

  private void understand(Entry entry, Step step) throws SQLException, IOException {
    execute("SAVEPOINT meaning");
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
    execute("RELEASE meaning");
  }

  private void setAside(Entry entry) throws SQLException {
    execute("ROLLBACK TO meaning");
    update("INSERT OR REPLACE INTO unprojected VALUES (?, ?)", entry.number(), entry.action());
  }

  private void project(Entry entry) throws SQLException, IOException {
    switch (entry.action()) {
      case Actions.DATASET_IMPORTED -> dataset(entry, entry.bodyAs(DatasetRecord.class));
      case Actions.STEP_FINISHED -> step(entry, entry.bodyAs(StepFinished.class));
      case Actions.RUN_STARTED -> start(entry);
      case Actions.RUN_FINISHED -> end(entry, RunRecord.State.FINISHED, text(entry, "result"), "");
      case Actions.RUN_CANCELLED -> end(entry, RunRecord.State.CANCELLED, "", "");
      case Actions.RUN_FAILED -> end(entry, RunRecord.State.FAILED, "", text(entry, "message"));
      case Actions.RUN_INTERRUPTED -> end(entry, RunRecord.State.INTERRUPTED, "", "");
      default -> {
        // Any other action has its row among the entries and no more.
      }
    }
  }

  private void dataset(Entry entry, DatasetRecord record) throws SQLException {
    update(
        "INSERT OR REPLACE INTO datasets VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        record.name(),
        entry.number(),
        record.format(),
        record.mode(),
        record.listing(),
        record.digest(),
        record.pairs(),
        record.train(),
        record.test(),
        CanonicalJson.text(record));
  }

  private void step(Entry entry, StepFinished step) throws SQLException {
    update(
        "INSERT OR REPLACE INTO steps VALUES (?, ?, ?, ?, ?)",
        step.key(),
        entry.number(),
        step.run(),
        step.name(),
        CanonicalJson.text(step.results()));
  }

  /** A run that starts again goes on: it keeps the time of its first start. */
  private void start(Entry entry) throws SQLException, IOException {
    update(
        "INSERT INTO runs VALUES (?, ?, ?, ?, ?, ?, NULL, '', '') ON CONFLICT (id) DO UPDATE SET"
            + " entry = excluded.entry, name = excluded.name, plan = excluded.plan,"
            + " state = excluded.state, ended = NULL, result = '', message = ''",
        text(entry, "run"),
        entry.number(),
        text(entry, "name"),
        text(entry, "plan"),
        RunRecord.State.STARTED.name(),
        Timestamps.text(entry.time()));
  }

  private void end(Entry entry, RunRecord.State state, String result, String message)
      throws SQLException, IOException {
    String run = text(entry, "run");
    int ended =
        update(
            END_RUN,
            entry.number(),
            state.name(),
            Timestamps.text(entry.time()),
            result,
            message,
            run);
    if (ended == 0) {
      throw new BadInputException(
          "No run " + run + " was started.", "Record run-started before the end of a run.");
    }
  }

  private void result(Entry entry) throws SQLException, IOException {
    String run = text(entry, "run");
    RunResult result = blobs.readJson(text(entry, "result"), RunResult.class);
    for (String table : IndexSchema.RESULT_TABLES) {
      update("DELETE FROM " + table + " WHERE run = ?", run);
    }
    int position = 0;
    for (Comparison comparison : all(result.comparisons(), "comparisons")) {
      Comparison.Attack attack = comparison.attack();
      update(
          "INSERT INTO comparisons VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
          run,
          position++,
          some(comparison.id(), "id"),
          some(some(comparison.generator(), "generator").id(), "generator"),
          comparison.seed(),
          attack == null ? null : some(attack.trigger(), "trigger").id(),
          attack == null ? null : some(attack.strategy(), "strategy").id(),
          attack == null ? null : attack.rate());
      summaries(run, comparison);
      measurements(run, comparison);
    }
  }

  private void summaries(String run, Comparison comparison) throws SQLException, IOException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO summaries VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      int position = 0;
      for (Summary s : all(comparison.summaries(), "summaries")) {
        set(
            insert,
            run,
            comparison.id(),
            position++,
            some(s.metric(), "metric"),
            some(s.name(), "name"),
            some(s.model(), "model"),
            some(s.photo(), "photo"),
            some(s.against(), "against"),
            s.n(),
            s.undefined(),
            s.mean(),
            s.low(),
            s.high());
        insert.executeUpdate();
      }
    }
  }

  /** Streams the rows, of which there may be many. */
  private void measurements(String run, Comparison comparison) throws SQLException, IOException {
    String blob = some(comparison.measurements(), "measurements");
    try (InputStream in = blobs.open(blob);
        JsonParser parser = CanonicalJson.parser(in);
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO measurements VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      if (parser.nextToken() != JsonToken.START_ARRAY) {
        throw unreadable(blob, "it is no array", null);
      }
      int position = 0;
      while (parser.nextToken() == JsonToken.START_OBJECT) {
        MeasurementRow row = CanonicalJson.next(parser, MeasurementRow.class);
        set(
            insert,
            run,
            comparison.id(),
            position++,
            some(row.pair(), "pair"),
            some(row.model(), "model"),
            some(row.photo(), "photo"),
            some(row.against(), "against"),
            some(row.metric(), "metric"),
            some(row.name(), "name"),
            row.value(),
            some(row.reason(), "reason"));
        insert.executeUpdate();
      }
      if (parser.currentToken() != JsonToken.END_ARRAY || parser.nextToken() != null) {
        throw unreadable(blob, "its array does not end where the text ends", null);
      }
    } catch (JsonProcessingException e) {
      throw unreadable(blob, e.getOriginalMessage(), e);
    }
  }

  private static BadInputException unreadable(
      String blob, String reason, @Nullable Exception cause) {
    String message = "The measurements in blob " + blob + " cannot be read: " + reason + ".";
    String remedy = "Verify the case, and restore the blob from a copy.";
    return cause == null
        ? new BadInputException(message, remedy)
        : new BadInputException(message, remedy, cause);
  }

  private static <T> List<T> all(@Nullable List<T> list, String what) throws BadInputException {
    for (T element : some(list, what)) {
      some(element, what);
    }
    return some(list, what);
  }

  private static <T> T some(@Nullable T value, String what) throws BadInputException {
    if (value == null) {
      throw new BadInputException(
          "The result has null for '" + what + "'.", "The result was not written by Pentimento.");
    }
    return value;
  }

  private static String text(Entry entry, String key) throws BadInputException {
    return References.text(entry.action(), entry.body(), key);
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private int update(String sql, @Nullable Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      set(statement, values);
      return statement.executeUpdate();
    }
  }

  private static void set(PreparedStatement statement, @Nullable Object... values)
      throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }
}
