package org.pentimento.dataset.folder;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.pentimento.api.BadInputException;

/**
 * Reads comma-separated values (RFC 4180) in UTF-8, row by row. The separator is a comma, a
 * semicolon or a tab, whichever the first line has most of. Every error names the file and the
 * line. Rows may have any number of fields; how many there should be is for the caller to say.
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
  private final Iterator<Row> rows;

  /**
   * Opens a table.
   *
   * @throws BadInputException if the file is not UTF-8
   */
  Csv(Path file) throws IOException {
    this.file = file;
    char separator = separator(file);
    BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8);
    skipByteOrderMark(in);
    reader =
        CsvReader.builder()
            .fieldSeparator(separator)
            .trimWhitespacesAroundQuotes(true)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .maxBufferSize(LONGEST_ROW)
            .build(builder, in);
    rows = reader.iterator();
  }

  private static char separator(Path file) throws IOException {
    try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      char best = ',';
      int most = 0;
      int[] counts = new int[128];
      for (int i = 0, c = in.read(); i < LONGEST_ROW && c >= 0 && c != '\n'; i++, c = in.read()) {
        if (c < counts.length) {
          counts[c]++;
        }
      }
      for (char candidate : new char[] {',', ';', '\t'}) {
        if (counts[candidate] > most) {
          most = counts[candidate];
          best = candidate;
        }
      }
      return best;
    } catch (CharacterCodingException e) {
      throw notText(file, 1, e);
    }
  }

  private static void skipByteOrderMark(BufferedReader in) throws IOException {
    in.mark(1);
    if (in.read() != '\ufeff') {
      in.reset();
    }
  }

  private static BadInputException notText(Path file, int line, Throwable cause) {
    return new BadInputException(
        file + ", near line " + line + ": this is no UTF-8 text.",
        "Save the table as CSV in UTF-8.",
        cause);
  }

  /**
   * Reads the next row; empty at the end.
   *
   * @throws BadInputException if a quote is not closed, text follows a closing quote, the row is
   *     longer than 64 Ki characters, or the file is not UTF-8
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
        throw notText(file, builder.line, e);
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
  private static final class RowBuilder extends AbstractBaseCsvCallbackHandler<Row> {
    private final List<String> fields = new ArrayList<>();
    private int line = 1;
    private int length;

    @Override
    protected void handleBegin(long startingLineNumber) {
      line = (int) startingLineNumber;
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
