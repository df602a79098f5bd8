package org.pentimento.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
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

  /**
   * Comma-separated values after RFC 4180. Words that a spreadsheet would take for a formula are
   * preceded by an apostrophe; numbers never are.
   */
  public String csv() {
    return lines(",");
  }

  /** The same with tabulators, as spreadsheets take it from the clipboard. */
  public String tsv() {
    return lines("\t");
  }

  private String lines(String separator) {
    StringBuilder out = new StringBuilder();
    out.append(
        columns.stream().map(c -> field(c, separator)).collect(Collectors.joining(separator)));
    out.append("\r\n");
    for (List<@Nullable Object> row : rows) {
      out.append(row.stream().map(v -> field(v, separator)).collect(Collectors.joining(separator)));
      out.append("\r\n");
    }
    return out.toString();
  }

  private static String field(@Nullable Object value, String separator) {
    if (value == null || (value instanceof Double d && !Double.isFinite(d))) {
      return "";
    }
    if (value instanceof Double number) {
      String plain = BigDecimal.valueOf(number).toPlainString();
      return plain.length() <= 25 ? plain : number.toString();
    }
    if (value instanceof Number number) {
      return number.toString();
    }
    String text = value.toString();
    boolean formula = !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0;
    String safe = formula ? "'" + text : text;
    boolean quoted = safe.contains(separator) || safe.matches("(?s).*[\"\r\n].*");
    return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
