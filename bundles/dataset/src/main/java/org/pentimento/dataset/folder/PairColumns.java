package org.pentimento.dataset.folder;

import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.api.data.Split;
import org.pentimento.api.image.Eyes;
import org.pentimento.api.image.Point;
import org.pentimento.dataset.listing.StoredFile;
import org.pentimento.dataset.pairing.PairCandidate;

/**
 * The columns of a table of pairs, and what its rows say.
 *
 * @param csv the table, for errors that name the line
 * @param at the place of each column by its name in small letters
 */
record PairColumns(Csv csv, Map<String, Integer> at) {
  private static final List<String> EYES = List.of("lx", "ly", "rx", "ry");
  private static final Set<String> KNOWN =
      Set.of("photo", "sketch", "identity", "split", "lx", "ly", "rx", "ry");

  /** The place of each column by its name in small letters. */
  static Map<String, Integer> names(Csv.Row row) {
    Map<String, Integer> columns = new LinkedHashMap<>();
    for (int i = 0; i < row.fields().size(); i++) {
      columns.putIfAbsent(row.fields().get(i).toLowerCase(Locale.ROOT), i);
    }
    return columns;
  }

  static PairColumns of(Csv csv) throws IOException {
    Csv.Row header = csv.next().orElse(new Csv.Row(1, List.of()));
    PairColumns columns = new PairColumns(csv, names(header));
    for (String needed : List.of("photo", "sketch")) {
      if (!columns.at.containsKey(needed)) {
        throw csv.fault(header.line(), "there is no column " + needed);
      }
    }
    if (columns.at.size() != header.fields().size()) {
      throw csv.fault(header.line(), "two columns have the same name");
    }
    long eyes = EYES.stream().filter(columns.at::containsKey).count();
    if (eyes != 0 && eyes != EYES.size()) {
      throw csv.fault(header.line(), "eye centres need all of the columns lx, ly, rx, ry");
    }
    return columns;
  }

  void checkLength(Csv.Row row) throws BadInputException {
    if (row.fields().size() != at.size()) {
      throw csv.fault(
          row.line(),
          "there are " + row.fields().size() + " fields, but " + at.size() + " columns");
    }
  }

  String get(Csv.Row row, String column) {
    Integer index = at.get(column);
    return index == null ? "" : row.fields().get(index);
  }

  PairCandidate candidate(Csv.Row row, StoredFile photo, StoredFile sketch)
      throws BadInputException {
    Map<String, String> attributes = new TreeMap<>();
    at.forEach(
        (column, index) -> {
          if (!KNOWN.contains(column) && !row.fields().get(index).isEmpty()) {
            attributes.put(column, row.fields().get(index));
          }
        });
    String identity = get(row, "identity");
    return new PairCandidate(
        photo.id(),
        identity.isEmpty() ? photo.id() : identity,
        split(row),
        Collections.unmodifiableMap(attributes),
        photo,
        sketch,
        eyes(row),
        null);
  }

  private Split split(Csv.Row row) throws BadInputException {
    String word = get(row, "split").toLowerCase(Locale.ROOT);
    return switch (word) {
      case "train", "training" -> Split.TRAIN;
      case "test", "testing" -> Split.TEST;
      case "", "none" -> Split.NONE;
      default -> throw csv.fault(row.line(), "split is " + word + ", not train, test or none");
    };
  }

  private @Nullable Eyes eyes(Csv.Row row) throws BadInputException {
    double[] values = new double[EYES.size()];
    int given = 0;
    for (int i = 0; i < values.length; i++) {
      String text = get(row, EYES.get(i));
      if (text.isEmpty()) {
        continue;
      }
      given++;
      try {
        values[i] = Double.parseDouble(text);
      } catch (NumberFormatException e) {
        throw csv.fault(row.line(), EYES.get(i) + " is " + text + ", not a number");
      }
      if (!Double.isFinite(values[i])) {
        throw csv.fault(row.line(), EYES.get(i) + " is " + text + ", not a finite number");
      }
    }
    if (given == 0) {
      return null;
    }
    if (given < values.length) {
      throw csv.fault(row.line(), "some of lx, ly, rx, ry are empty");
    }
    return new Eyes(new Point(values[0], values[1]), new Point(values[2], values[3]));
  }
}
