package org.pentimento.dataset.folder;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.pentimento.api.BadInputException;

/**
 * Reads comma-separated values (RFC 4180) in UTF-8, row by row. Semicolons and tabs do as well; the
 * first line decides.
 */
final class Csv implements AutoCloseable {
  private static final int LONGEST_ROW = 64 * 1024;

  /**
   * One row.
   *
   * @param line number of its first line, from 1
   */
  record Row(int line, List<String> fields) {
    boolean isBlank() {
      return fields.size() == 1 && fields.get(0).isBlank();
    }
  }

  private final Path file;
  private final BufferedReader in;
  private final char separator;
  private int line;
  private int peeked;

  Csv(Path file) throws IOException {
    this.file = file;
    this.separator = separator(file);
    this.in = Files.newBufferedReader(file, StandardCharsets.UTF_8);
    this.line = 1;
    this.peeked = read();
    if (peeked == '\ufeff') {
      peeked = read();
    }
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

  private int read() throws IOException {
    try {
      return in.read();
    } catch (CharacterCodingException e) {
      throw notText(file, line, e);
    }
  }

  private static BadInputException notText(Path file, int line, Throwable cause) {
    return new BadInputException(
        file + ", near line " + line + ": this is no UTF-8 text.",
        "Save the table as CSV in UTF-8.",
        cause);
  }

  /** The next row, or a row without fields at the end. */
  Row next() throws IOException {
    int first = line;
    List<String> fields = new ArrayList<>();
    if (peeked < 0) {
      return new Row(first, fields);
    }
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    int length = 0;
    while (true) {
      int c = peeked;
      peeked = c < 0 ? -1 : read();
      if (++length > LONGEST_ROW) {
        throw fault(first, "the row is longer than 64 KB; is a quote not closed?");
      }
      if (quoted) {
        if (c < 0) {
          throw fault(first, "a quote is not closed");
        } else if (c == '"' && peeked == '"') {
          field.append('"');
          peeked = read();
        } else if (c == '"') {
          quoted = false;
        } else {
          line += c == '\n' ? 1 : 0;
          field.append((char) c);
        }
      } else if (c == '"' && field.toString().isBlank()) {
        field.setLength(0);
        quoted = true;
      } else if (c == separator) {
        fields.add(field.toString().strip());
        field.setLength(0);
      } else if (c == '\n' || c < 0) {
        line++;
        fields.add(field.toString().strip());
        return new Row(first, fields);
      } else {
        field.append((char) c);
      }
    }
  }

  /** An error that names file and line. */
  BadInputException fault(int at, String what) {
    return new BadInputException(
        file + ", line " + at + ": " + what + ".", "Correct the line and open the data set again.");
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
