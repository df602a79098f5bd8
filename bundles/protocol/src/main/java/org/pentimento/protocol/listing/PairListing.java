package org.pentimento.protocol.listing;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.data.Pair;
import org.pentimento.api.data.Split;
import org.pentimento.api.image.ImageSource;
import org.pentimento.casefile.store.OwnerOnly;

/**
 * The pairs of a data set in its order, kept as a text in the {@link DatasetCache}: a head with
 * version and number of pairs, then a line a pair with tabs between its fields. A text, because a
 * gallery waits for it: SQLite takes 1.2 to 4 times as long to give 20,000 pairs.
 *
 * @param pairs in the format's order
 */
public record PairListing(List<ListedPair> pairs) {
  private static final String FILE = "pairs.tsv";
  private static final String HEAD = "pentimento pairs 1 ";
  private static final int FIELDS = 7;
  private static final String WHOLE = "whole";

  /** Keeps a copy. */
  public PairListing {
    pairs = List.copyOf(pairs);
  }

  /**
   * Lists pairs.
   *
   * @param folder of the data set, null if it has none
   */
  public static PairListing of(List<Pair> pairs, @Nullable Path folder) throws IOException {
    Path root = folder == null ? null : folder.toRealPath(); // as formats name their files
    List<ListedPair> listed = new ArrayList<>(pairs.size());
    for (Pair pair : pairs) {
      String photo = relative(root, pair.photo());
      String sketch = relative(root, pair.sketch());
      boolean whole =
          !photo.isEmpty()
              && !sketch.isEmpty()
              && pair.photo().isWholeFile()
              && pair.sketch().isWholeFile();
      listed.add(
          new ListedPair(
              pair.id(), pair.identity(), pair.split(), pair.attributes(), photo, sketch, whole));
    }
    return new PairListing(listed);
  }

  private static String relative(@Nullable Path root, ImageSource source) {
    Path file = source.file().orElse(null);
    if (file == null || root == null || !file.startsWith(root)) {
      return "";
    }
    StringBuilder path = new StringBuilder();
    for (Path name : root.relativize(file)) {
      path.append(path.isEmpty() ? "" : "/").append(name);
    }
    return path.toString();
  }

  /**
   * Keeps the listing, all of it or nothing.
   *
   * @param folder of the data set in the {@link DatasetCache}; is made if it is missing
   */
  public void write(Path folder) throws IOException {
    OwnerOnly.createFolders(folder);
    Path part = Files.createTempFile(folder, FILE, ".part");
    try {
      try (BufferedWriter out = Files.newBufferedWriter(part, StandardCharsets.UTF_8)) {
        out.write(HEAD + pairs.size() + "\n");
        for (ListedPair pair : pairs) {
          line(out, pair);
        }
      }
      Files.move(
          part,
          folder.resolve(FILE),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static void line(Writer out, ListedPair pair) throws IOException {
    StringBuilder line = new StringBuilder(160);
    escape(line, pair.id()).append('\t');
    escape(line, pair.identity()).append('\t');
    line.append(pair.split().name()).append('\t');
    escape(line, pair.photo()).append('\t');
    escape(line, pair.sketch()).append('\t');
    line.append(pair.whole() ? WHOLE : "").append('\t');
    boolean first = true;
    for (Map.Entry<String, String> attribute : pair.attributes().entrySet()) {
      if (!first) {
        line.append('\u001f');
      }
      first = false;
      escape(line, attribute.getKey()).append('\u001e');
      escape(line, attribute.getValue());
    }
    out.append(line.append('\n'));
  }

  private static StringBuilder escape(StringBuilder to, String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == '\\') {
        to.append('\\').append(c == '\\' ? c : (char) ('@' + c));
      } else {
        to.append(c);
      }
    }
    return to;
  }

  private static String unescape(String text) {
    if (text.indexOf('\\') < 0) {
      return text;
    }
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length()) {
        i++;
        plain.append(text.charAt(i) == '\\' ? '\\' : (char) (text.charAt(i) - '@'));
      } else {
        plain.append(c);
      }
    }
    return plain.toString();
  }

  /**
   * The listing that is kept; empty if there is none that can be used.
   *
   * @param folder of the data set in the {@link DatasetCache}
   */
  public static Optional<PairListing> read(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      String head = in.readLine();
      if (head == null || !head.matches(HEAD + "[0-9]{1,9}")) {
        return Optional.empty();
      }
      int count = Integer.parseInt(head.substring(HEAD.length()));
      List<ListedPair> pairs = new ArrayList<>(Math.min(count, 1 << 20));
      Texts texts = new Texts(new HashMap<>(), new HashMap<>());
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        ListedPair pair = pair(line, texts);
        if (pair == null) {
          return Optional.empty();
        }
        pairs.add(pair);
      }
      return pairs.size() == count ? Optional.of(new PairListing(pairs)) : Optional.empty();
    }
  }

  /** Attributes repeat; each is kept once. */
  private record Texts(Map<String, Map<String, String>> attributes, Map<String, String> names) {
    String name(String text) {
      return names.computeIfAbsent(text, PairListing::unescape);
    }
  }

  private static @Nullable ListedPair pair(String line, Texts texts) {
    String[] fields = new String[FIELDS];
    int from = 0;
    for (int i = 0; i < FIELDS; i++) {
      int to = i == FIELDS - 1 ? line.length() : line.indexOf('\t', from);
      if (to < 0) {
        return null;
      }
      fields[i] = line.substring(from, to);
      from = to + 1;
    }
    Split split =
        switch (fields[2]) {
          case "TRAIN" -> Split.TRAIN;
          case "TEST" -> Split.TEST;
          default -> Split.NONE;
        };
    String id = unescape(fields[0]);
    return new ListedPair(
        id,
        fields[1].equals(fields[0]) ? id : unescape(fields[1]),
        split,
        texts.attributes().computeIfAbsent(fields[6], all -> attributes(all, texts)),
        unescape(fields[3]),
        unescape(fields[4]),
        fields[5].equals(WHOLE));
  }

  private static Map<String, String> attributes(String all, Texts texts) {
    Map<String, String> attributes = new LinkedHashMap<>();
    for (String one : all.isEmpty() ? new String[0] : all.split("\u001f")) {
      int at = one.indexOf('\u001e');
      if (at > 0) {
        attributes.put(texts.name(one.substring(0, at)), texts.name(one.substring(at + 1)));
      }
    }
    return attributes;
  }
}
