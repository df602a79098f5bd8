package org.pentimento.casefile.index;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.casefile.json.CanonicalJson;
import org.pentimento.casefile.result.Comparison;
import org.pentimento.casefile.result.Comparison.MeasurementRow;
import org.pentimento.casefile.result.Comparison.Summary;
import org.pentimento.casefile.result.Results;
import org.pentimento.casefile.result.RunResult;
import org.pentimento.casefile.store.Blobs;

/** Makes the rows of runs' results: comparisons, summaries and measurements. */
final class ResultRows {
  private final Statements statements;
  private final Blobs blobs;

  ResultRows(Statements statements, Blobs blobs) {
    this.statements = statements;
    this.blobs = blobs;
  }

  /**
   * Replaces the rows of a run.
   *
   * @param run id of the run
   * @param sha SHA-256 of its result
   * @throws BadInputException if the result or its measurements cannot be read
   */
  void replace(String run, String sha) throws SQLException, IOException {
    RunResult result = Results.read(blobs, sha);
    for (String table : IndexSchema.RESULT_TABLES) {
      statements.update("DELETE FROM " + table + " WHERE run = ?", run);
    }
    int position = 0;
    for (Comparison comparison : all(result.comparisons(), "comparisons")) {
      Comparison.Attack attack = comparison.attack();
      statements.update(
          "INSERT INTO comparisons VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
          run,
          position++,
          some(comparison.id(), "id"),
          some(some(comparison.audited(), "audited").extension(), "extension").id(),
          comparison.audited().seed().orElse(0),
          attack == null ? null : some(attack.trigger(), "trigger").id(),
          attack == null ? null : some(attack.strategy(), "strategy").id(),
          attack == null ? null : attack.rate());
      summaries(run, comparison);
      measurements(run, comparison);
    }
  }

  private void summaries(String run, Comparison comparison) throws SQLException, IOException {
    try (PreparedStatement insert =
        statements.prepare(
            "INSERT INTO summaries VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      int position = 0;
      for (Summary s : all(comparison.summaries(), "summaries")) {
        Statements.set(
            insert,
            run,
            comparison.id(),
            position++,
            some(s.metric(), "metric"),
            some(s.name(), "name"),
            some(s.model(), "model").word(),
            some(s.photo(), "photo").word(),
            some(s.against(), "against").word(),
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
            statements.prepare(
                "INSERT INTO measurements VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      if (parser.nextToken() != JsonToken.START_ARRAY) {
        throw unreadable(blob, "it is no array", null);
      }
      int position = 0;
      while (parser.nextToken() == JsonToken.START_OBJECT) {
        MeasurementRow row = CanonicalJson.next(parser, MeasurementRow.class);
        Statements.set(
            insert,
            run,
            comparison.id(),
            position++,
            some(row.pair(), "pair"),
            some(row.model(), "model").word(),
            some(row.photo(), "photo").word(),
            some(row.against(), "against").word(),
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
    String message = "The measurements kept as " + blob + " cannot be read: " + reason + ".";
    String remedy = "Verify the case, and restore the file from a copy.";
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
}
