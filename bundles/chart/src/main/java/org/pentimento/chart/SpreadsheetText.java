package org.pentimento.chart;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.CsvWriter.CsvWriterBuilder;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Cells and tables as spreadsheets read them: RFC 4180, and no text is taken for a formula. */
public final class SpreadsheetText {
  private static final String FORMULA_STARTS = "=+-@\t\r\n";

  private SpreadsheetText() {}

  /** Makes writers of tables whose lines end with CR LF. */
  public static CsvWriterBuilder writers() {
    // There are no comments: a text that starts with # needs no quotes.
    return CsvWriter.builder().commentCharacter('\0');
  }

  /** A text; one that a spreadsheet would take for a formula is preceded by an apostrophe. */
  public static String text(String value) {
    boolean formula = !value.isEmpty() && FORMULA_STARTS.indexOf(value.charAt(0)) >= 0;
    return formula ? "'" + value : value;
  }

  /** A number that reads back as the same double; empty for none, and for what is not finite. */
  public static String number(@Nullable Double value) {
    if (value == null || !Double.isFinite(value)) {
      return "";
    }
    String plain = BigDecimal.valueOf(value).toPlainString();
    return plain.length() <= 25 ? plain : value.toString();
  }
}
