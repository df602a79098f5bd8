package org.pentimento.report.table;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Writes comma-separated values after RFC 4180 in UTF-8. Words that a spreadsheet would take for a
 * formula are preceded by an apostrophe; numbers never are.
 */
final class CsvWriter {
  private final BufferedWriter out;
  private boolean first = true;

  CsvWriter(OutputStream out) {
    this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
  }

  CsvWriter head(String... names) throws IOException {
    for (String name : names) {
      text(name);
    }
    return end();
  }

  CsvWriter text(String value) throws IOException {
    String safe = looksLikeFormula(value) ? "'" + value : value;
    boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return raw(quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe);
  }

  /** A number that reads back as the same double; empty for none. */
  CsvWriter number(@Nullable Double value) throws IOException {
    if (value == null || !Double.isFinite(value)) {
      return raw("");
    }
    String plain = BigDecimal.valueOf(value).toPlainString();
    return raw(plain.length() <= 25 ? plain : value.toString());
  }

  CsvWriter number(long value) throws IOException {
    return raw(Long.toString(value));
  }

  CsvWriter end() throws IOException {
    out.write("\r\n");
    first = true;
    return this;
  }

  void flush() throws IOException {
    out.flush();
  }

  private CsvWriter raw(String field) throws IOException {
    if (!first) {
      out.write(',');
    }
    first = false;
    out.write(field);
    return this;
  }

  private static boolean looksLikeFormula(String value) {
    return !value.isEmpty() && "=+-@\t\r\n".indexOf(value.charAt(0)) >= 0;
  }
}
