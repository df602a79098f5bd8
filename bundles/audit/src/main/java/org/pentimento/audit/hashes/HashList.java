package org.pentimento.audit.hashes;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;

/**
 * A list of hashes as {@code sha256sum}, {@code sha1sum}, {@code md5sum} and {@code hashdeep} write
 * it, those of BSD among them, or as CSV of a forensic tool: a first line with titles, of which one
 * names MD5, SHA-1 or SHA-256 and another, if any, the file. Hashes alone, one a line, are a list
 * too. In UTF-8 or UTF-16.
 *
 * @param entries in the order of the list
 */
public record HashList(List<Entry> entries) {
  private static final int LARGEST = 256 * 1024 * 1024;
  private static final Pattern SUM = Pattern.compile("\\\\?([0-9a-fA-F]{32,128})(?:\\s+\\*?(.*))?");
  private static final Pattern BSD =
      Pattern.compile("(?:MD5|SHA-?1|SHA2?-?256)\\s*\\((.*)\\)\\s*=\\s*([0-9a-fA-F]+)");
  private static final Set<String> PATHS =
      Set.of(
          "filename",
          "filenames",
          "file",
          "files",
          "name",
          "path",
          "fullpath",
          "filepath",
          "itempath",
          "fullname",
          "filefullpath",
          "logicalpath");

  /**
   * One entry.
   *
   * @param path of the file as the list writes it, with {@code /}; empty if it names none
   * @param kind of the hash: the strongest that the list has of this file
   * @param hash in small letters
   */
  public record Entry(String path, HashKind kind, String hash) {}

  /** Kinds of the hashes by which the list is compared. */
  public Set<HashKind> kinds() {
    Set<HashKind> kinds = new TreeSet<>();
    entries.forEach(e -> kinds.add(e.kind()));
    return kinds;
  }

  /**
   * Reads a list.
   *
   * @throws BadInputException if it is none, naming the line
   */
  public static HashList read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new BadInputException("There is no hash list " + file + ".", "Check the path.");
    }
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(LARGEST + 1);
    }
    if (bytes.length > LARGEST) {
      throw new BadInputException(
          file + " is larger than 256 MB.", "Give a list of this data set alone.");
    }
    String[] lines = text(file, bytes).split("\r\n|\r|\n");
    int first = 0;
    while (first < lines.length && lines[first].matches("\\s*|#.*|%%%% HASHDEEP.*")) {
      first++;
    }
    HashList list =
        first < lines.length && titles(lines[first]).isPresent()
            ? table(file, lines, first, titles(lines[first]).get())
            : sums(file, lines);
    if (list.entries.isEmpty()) {
      throw fault(file, 1, "there is no hash in it");
    }
    return list;
  }

  private static String text(Path file, byte[] bytes) throws BadInputException {
    Charset charset = StandardCharsets.UTF_8;
    if (bytes.length >= 2) {
      int first = bytes[0] & 0xff;
      int second = bytes[1] & 0xff;
      if (first == 0xff && second == 0xfe || first > 0 && second == 0) {
        charset = StandardCharsets.UTF_16LE;
      } else if (first == 0xfe && second == 0xff || first == 0 && second > 0) {
        charset = StandardCharsets.UTF_16BE;
      }
    }
    try {
      String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new BadInputException(
          file + " is neither UTF-8 nor UTF-16 text.", "Save the list as UTF-8.", e);
    }
  }

  private static BadInputException fault(Path file, int line, String what) {
    return new BadInputException(
        file + ", line " + line + ": " + what + ".",
        "Give a list as sha256sum, sha1sum, md5sum or hashdeep write it, or a CSV file whose first"
            + " line names a column MD5, SHA-1 or SHA-256.");
  }

  private static HashList sums(Path file, String[] lines) throws BadInputException {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < lines.length; i++) {
      String line = lines[i].strip();
      if (line.isEmpty() || line.startsWith("#") || line.startsWith(";")) {
        continue;
      }
      Matcher bsd = BSD.matcher(line);
      Matcher sum = SUM.matcher(line);
      String hash;
      String path;
      if (bsd.matches()) {
        path = bsd.group(1);
        hash = bsd.group(2);
      } else if (sum.matches()) {
        hash = sum.group(1);
        path = Optional.ofNullable(sum.group(2)).orElse("");
        // A name with a line break or a backslash is escaped, and the line says so.
        path = line.startsWith("\\") ? path.replace("\\\\", "\0").replace("\\n", "\n") : path;
        path = line.startsWith("\\") ? path.replace('\0', '\\') : path;
      } else {
        throw fault(file, i + 1, "this is no hash and no file");
      }
      HashKind kind = HashKind.of(hash).orElse(null);
      if (kind == null) {
        throw fault(
            file, i + 1, "a hash of " + hash.length() + " digits is none of MD5, SHA-1, SHA-256");
      }
      entries.add(new Entry(plain(path), kind, hash.toLowerCase(Locale.ROOT)));
    }
    return new HashList(List.copyOf(entries));
  }

  /** Which column holds what. */
  private record Columns(char separator, Map<HashKind, Integer> hashes, int path, int count) {}

  /** The columns that a line names; empty if it names no hash. */
  private static Optional<Columns> titles(String line) {
    // The titles of hashdeep stand behind percent signs.
    String plain = line.replaceFirst("^%%%% ", "");
    for (char separator : new char[] {',', ';', '\t', '|'}) {
      List<String> titles = fields(plain, separator);
      if (titles == null || titles.isEmpty()) {
        continue;
      }
      Map<HashKind, Integer> hashes = new EnumMap<>(HashKind.class);
      int path = -1;
      for (int i = 0; i < titles.size(); i++) {
        int at = i;
        String title = titles.get(i).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        Optional<HashKind> kind =
            HashKind.of(titles.get(i)).isPresent()
                ? Optional.empty()
                : HashKind.named(titles.get(i));
        kind.ifPresent(k -> hashes.putIfAbsent(k, at));
        // A column with the whole path says more than one with the name.
        if (PATHS.contains(title) && (path < 0 || title.contains("path"))) {
          path = i;
        }
      }
      boolean bare = titles.size() == 1 && !titles.get(0).matches("(?i)[\"a-z0-9 _-]{3,20}");
      if (!hashes.isEmpty() && !bare && (titles.size() > 1 || separator == '|')) {
        return Optional.of(new Columns(separator, hashes, path, titles.size()));
      }
    }
    return Optional.empty();
  }

  private static HashList table(Path file, String[] lines, int first, Columns columns)
      throws BadInputException {
    boolean hashdeep = lines[first].startsWith("%%%%");
    List<Entry> entries = new ArrayList<>();
    for (int i = first + 1; i < lines.length; i++) {
      if (lines[i].isBlank() || lines[i].startsWith("#") || lines[i].startsWith("%%%%")) {
        continue;
      }
      List<String> fields =
          hashdeep ? fieldsOfHashdeep(lines[i], columns) : fields(lines[i], columns.separator);
      if (fields == null) {
        throw fault(file, i + 1, "its quotes do not fit together");
      }
      Entry strongest = null;
      for (Map.Entry<HashKind, Integer> column : columns.hashes.entrySet()) {
        String hash = column.getValue() < fields.size() ? fields.get(column.getValue()) : "";
        Optional<HashKind> kind = HashKind.of(hash);
        if (kind.isPresent() && kind.get() == column.getKey()) {
          String path =
              columns.path >= 0 && columns.path < fields.size() ? fields.get(columns.path) : "";
          strongest = new Entry(plain(path), kind.get(), hash.toLowerCase(Locale.ROOT));
        } else if (!hash.isEmpty() && !hash.matches("[-–]|(?i)n/?a|none|null")) {
          throw fault(file, i + 1, "'" + hash + "' is no " + column.getKey().word());
        }
      }
      if (strongest != null) {
        entries.add(strongest);
      }
    }
    return new HashList(List.copyOf(entries));
  }

  /**
   * The fields of a line, without white space at their ends.
   *
   * @return null if its quotes do not fit together
   */
  private static @Nullable List<String> fields(String line, char separator) {
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .fieldSeparator(separator)
            .trimWhitespacesAroundQuotes(true)
            .allowUnclosedQuote(false)
            .ofCsvRecord(line)) {
      return reader.stream()
          .findFirst()
          .map(found -> found.getFields().stream().map(String::strip).toList())
          .orElse(List.of());
    } catch (CsvParseException e) {
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException("a text is read without a disk", e);
    }
  }

  /** The fields of a line of hashdeep, where the name comes last and is not quoted. */
  private static List<String> fieldsOfHashdeep(String line, Columns columns) {
    return Stream.of(line.split(Pattern.quote(String.valueOf(columns.separator)), columns.count))
        .map(String::strip)
        .toList();
  }

  /** A path with {@code /} between names, without drive and without dots at its start. */
  private static String plain(String path) {
    String slashes = path.indexOf('/') < 0 ? path.replace('\\', '/') : path;
    return slashes.replaceFirst("^[A-Za-z]:/", "").replaceFirst("^(\\./)+", "");
  }
}
