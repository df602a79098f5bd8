package org.pentimento.dataset.folder;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.pentimento.dataset.listing.TextEncoding;

/**
 * How a table is written: UTF-8, or UTF-16 as spreadsheets export "Unicode text"; with which
 * separator; and whether its first line is the one by which Excel is told the separator.
 *
 * @param file the table
 * @param charset of its text
 * @param separator between fields
 * @param first number of the line at which the table begins, from 1
 */
record TableText(Path file, Charset charset, char separator, int first) {
  private static final int HEAD = 64 * 1024;
  private static final Pattern EXCEL = Pattern.compile("sep=(.)(?:\r\n?|\n)(?s:.*)");
  private static final char[] SEPARATORS = {',', ';', '\t'};

  /** Looks at the beginning of a file; whether all of it can be decoded is seen on reading it. */
  static TableText of(Path file) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(HEAD);
    }
    Charset charset = TextEncoding.of(head, StandardCharsets.UTF_8);
    String text = decoded(head, charset);
    Matcher excel = EXCEL.matcher(text);
    return excel.matches()
        ? new TableText(file, charset, excel.group(1).charAt(0), 2)
        : new TableText(file, charset, separator(line(text)), 1);
  }

  private static String decoded(byte[] head, Charset charset) {
    String text = new String(head, charset);
    return text.startsWith("\ufeff") ? text.substring(1) : text;
  }

  private static String line(String text) {
    return text.split("[\r\n]", 2)[0];
  }

  private static char separator(String line) {
    char best = ',';
    long most = 0;
    for (char candidate : SEPARATORS) {
      long count = line.chars().filter(c -> c == candidate).count();
      if (count > most) {
        most = count;
        best = candidate;
      }
    }
    return best;
  }

  /**
   * The names of its columns in small letters, as far as they can be told even if the file is not
   * encoded as it should be.
   */
  Set<String> columns() throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      String[] lines = decoded(in.readNBytes(HEAD), charset).split("\r\n?|\n", -1);
      String header =
          Arrays.stream(lines).skip(first - 1L).filter(l -> !l.isBlank()).findFirst().orElse("");
      return List.of(header.split(Pattern.quote(String.valueOf(separator)), -1)).stream()
          .map(f -> f.replace('"', ' ').strip().toLowerCase(Locale.ROOT))
          .collect(Collectors.toUnmodifiableSet());
    }
  }

  /** A reader of the table that fails where something cannot be decoded. */
  BufferedReader reader() throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file));
    BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                in,
                charset
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)));
    reader.mark(1);
    if (reader.read() != '\ufeff') {
      reader.reset();
    }
    if (first > 1) {
      skipLine(reader);
    }
    return reader;
  }

  private static void skipLine(BufferedReader reader) throws IOException {
    int c = reader.read();
    while (c >= 0 && c != '\n' && c != '\r') {
      c = reader.read();
    }
    if (c == '\r') {
      reader.mark(1);
      if (reader.read() != '\n') {
        reader.reset();
      }
    }
  }
}
