package org.pentimento.chart;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The numbers that a figure shows, as a table.
 *
 * @param columns names of the columns
 * @param rows as long as {@code columns}: texts, numbers and null for no value
 */
public record Values(List<String> columns, List<List<@Nullable Object>> rows) {
  /** Keeps copies. */
  public Values {
    columns = List.copyOf(columns);
    rows = rows.stream().map(row -> Collections.unmodifiableList(new ArrayList<>(row))).toList();
  }

  /** Comma-separated values after RFC 4180; no text is taken for a formula. */
  public String csv() {
    return lines(',');
  }

  /** Values separated by tabulators, as spreadsheets take them from the clipboard. */
  public String tsv() {
    return lines('\t');
  }

  private String lines(char separator) {
    StringWriter out = new StringWriter();
    try (CsvWriter table = SpreadsheetText.writers().fieldSeparator(separator).build(out)) {
      table.writeRecord(columns.stream().map(SpreadsheetText::text).toList());
      rows.forEach(row -> table.writeRecord(row.stream().map(Values::cell).toList()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  private static String cell(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof Double number) {
      return SpreadsheetText.number(number);
    }
    return value instanceof Number number
        ? number.toString()
        : SpreadsheetText.text(value.toString());
  }
}
