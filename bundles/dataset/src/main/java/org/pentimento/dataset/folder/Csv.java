package org.pentimento.dataset.folder;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.pentimento.api.BadInputException;

/**
 * Reads comma-separated values (RFC 4180) in UTF-8 or UTF-16, row by row. The separator is a comma,
 * a semicolon or a tab, whichever the first line has most of or, as for Excel, says. Every error
 * names the file and the line. Rows may have any number of fields; how many there should be is for
 * the caller to say.
 */
final class Csv implements AutoCloseable {
  private static final int LONGEST_ROW = 64 * 1024;
  private static final String REMEDY = "Correct the line and open the data set again.";

  /**
   * One row that is not blank.
   *
   * @param line number of its first line, from 1
   * @param fields without white space at their ends
   */
  record Row(int line, List<String> fields) {}

  private final Path file;
  private final CsvReader<Row> reader;
  private final RowBuilder builder = new RowBuilder();
  private final int before;
  private final Iterator<Row> rows;

  /**
   * Opens a table.
   *
   * @throws BadInputException if the file is neither UTF-8 nor UTF-16
   */
  Csv(Path file) throws IOException {
    this.file = file;
    TableText text = TableText.of(file);
    before = text.first() - 1;
    try {
      reader = reader(text);
    } catch (CharacterCodingException e) {
      throw notText(file, e);
    }
    rows = reader.iterator();
  }

  private CsvReader<Row> reader(TableText text) throws IOException {
    return CsvReader.builder()
        .fieldSeparator(text.separator())
        .trimWhitespacesAroundQuotes(true)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .allowUnclosedQuote(false)
        .maxBufferSize(LONGEST_ROW)
        .build(builder, text.reader());
  }

  private static BadInputException notText(Path file, Throwable cause) {
    return new BadInputException(
        file + ": this is neither UTF-8 nor UTF-16 text.",
        "Save the table as CSV in UTF-8 (in Excel: CSV UTF-8) and open the data set again.",
        cause);
  }

  /**
   * Reads the next row; empty at the end.
   *
   * @throws BadInputException if a quote is not closed, text follows a closing quote, the row is
   *     longer than 64 Ki characters, or the file is neither UTF-8 nor UTF-16
   */
  Optional<Row> next() throws IOException {
    try {
      while (rows.hasNext()) {
        Row row = rows.next();
        if (row.fields().size() > 1 || !row.fields().get(0).isEmpty()) {
          return Optional.of(row);
        }
      }
      return Optional.empty();
    } catch (CsvParseException e) {
      throw new BadInputException(
          message(
              builder.line, "a quote is not closed, or has text after it, or the row is too long"),
          REMEDY,
          e);
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof CharacterCodingException) {
        throw notText(file, e);
      }
      throw e.getCause();
    }
  }

  /** An error that names file and line. */
  BadInputException fault(int line, String what) {
    return new BadInputException(message(line, what), REMEDY);
  }

  private String message(int line, String what) {
    return file + ", line " + line + ": " + what + ".";
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }

  /** Makes rows of the fields that the parser hands over. */
  private final class RowBuilder extends AbstractBaseCsvCallbackHandler<Row> {
    private final List<String> fields = new ArrayList<>();
    private int line = 1;
    private int length;

    @Override
    protected void handleBegin(long startingLineNumber) {
      line = (int) startingLineNumber + before;
      fields.clear();
      length = 0;
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int size, boolean quoted) {
      length += size + 1;
      if (length > LONGEST_ROW) {
        throw new CsvParseException("the row is longer than " + LONGEST_ROW + " characters");
      }
      fields.add(new String(buffer, offset, size).strip());
    }

    @Override
    protected Row buildRecord() {
      return new Row(line, List.copyOf(fields));
    }
  }
}
