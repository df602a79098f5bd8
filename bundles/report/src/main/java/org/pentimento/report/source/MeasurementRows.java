package org.pentimento.report.source;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import org.pentimento.api.BadInputException;
import org.pentimento.casefile.result.Comparison;
import org.pentimento.casefile.result.Comparison.MeasurementRow;

/** Reads the single values of a comparison one after the other, however many there are. */
public final class MeasurementRows {
  private static final ObjectMapper JSON = JsonMapper.builder().build();
  private static final ObjectReader ROWS = JSON.readerFor(MeasurementRow.class);

  private MeasurementRows() {}

  /** What is done with a row. */
  @FunctionalInterface
  public interface Sink {
    /** Takes the next row. */
    void accept(MeasurementRow row) throws IOException;
  }

  /**
   * Reads all rows in their order.
   *
   * @return false if the case does not hold the blob
   * @throws BadInputException if the blob is no list of measurements
   */
  public static boolean read(ReportSource source, Comparison comparison, Sink sink)
      throws IOException {
    String sha = comparison.measurements();
    if (sha.isEmpty() || !source.contains(sha)) {
      return false;
    }
    try (InputStream in = source.open(sha);
        MappingIterator<MeasurementRow> rows = ROWS.readValues(in)) {
      if (rows.getParser().currentToken() == JsonToken.VALUE_NULL) {
        throw new JsonParseException(rows.getParser(), "null where a list should be");
      }
      while (rows.hasNextValue()) {
        sink.accept(rows.nextValue());
      }
      return true;
    } catch (com.fasterxml.jackson.core.JacksonException e) {
      throw new BadInputException(
          "The measurements of comparison "
              + comparison.id()
              + " ("
              + sha
              + ") cannot be read: "
              + e.getOriginalMessage(),
          "Verify the case; if it was changed, run the plan again.",
          e);
    }
  }
}
