package org.pentimento.workbench.custody;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import org.pentimento.casefile.event.IndexRebuilt;
import org.pentimento.casefile.event.KeyChanged;
import org.pentimento.casefile.event.SignOff;
import org.pentimento.casefile.event.Tagged;
import org.pentimento.casefile.log.Entry;
import org.pentimento.verdict.TimeWords;
import org.pentimento.verdict.TrainingWords;

/** What an entry of a custody log says, in words. */
public final class EntryWords {
  private static final int LONGEST = 60;

  private EntryWords() {}

  static String time(Entry entry) {
    return TimeWords.second(entry.time());
  }

  /** All that an entry says, uncut: time, actor, action, and its body as JSON. */
  public static String all(Entry entry) {
    return head(entry) + entry.body();
  }

  private static String head(Entry entry) {
    return time(entry) + " " + entry.actor() + " " + entry.action().replace('-', ' ') + " ";
  }

  /** All that a row shows of an entry. */
  static String text(Entry entry) {
    return head(entry) + particulars(entry);
  }

  /** What an entry says: in a sentence where its fields alone would puzzle or alarm. */
  static String particulars(Entry entry) {
    return entry
        .as(KeyChanged.class)
        .map(
            changed ->
                "opened with another login's key, which signs from here on; the key before it was "
                    + cut(changed.from()))
        .or(() -> entry.as(IndexRebuilt.class).map(EntryWords::rebuilt))
        .or(() -> entry.as(SignOff.class).map(EntryWords::review))
        .or(() -> entry.as(Tagged.class).filter(t -> t.waited() == null).map(EntryWords::tagged))
        .orElseGet(() -> particulars(entry.body()));
  }

  private static String rebuilt(IndexRebuilt rebuilt) {
    return "the index, which only speeds reading up, was made anew from this log: "
        + cut(rebuilt.reason());
  }

  private static String tagged(Tagged tagged) {
    int pairs = tagged.pairs().size();
    return "tag “"
        + tagged.tag()
        + (tagged.set() ? "” given to " : "” taken off ")
        + (pairs == 1 ? "pair " + tagged.pairs().get(0) : pairs + " pairs")
        + " of "
        + tagged.dataset();
  }

  private static String review(SignOff review) {
    return (review.approved() ? "approved by " : "returned by ")
        + review.reviewer()
        + ": the report of entry "
        + review.report()
        + (review.text().isBlank() ? "" : ", “" + cut(review.text()) + "”");
  }

  /**
   * The simple values of an entry's body, and those of what is in it, such as the files of a
   * report; long ones, such as hashes, are cut.
   */
  static String particulars(JsonNode body) {
    StringJoiner text = new StringJoiner(", ");
    for (Map.Entry<String, JsonNode> field : body.properties()) {
      JsonNode value = field.getValue();
      String words =
          value.isObject()
              ? simple(value)
              : value.isArray() || value.isNull() ? "" : cut(value.asText());
      String said =
          value.isObject() ? name(field.getKey()) + " " + words : said(field.getKey(), words);
      if (!words.isEmpty() && !said.isEmpty()) {
        text.add(said);
      }
    }
    return text.toString();
  }

  private static String simple(JsonNode object) {
    StringJoiner text = new StringJoiner(", ");
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      String value = field.getValue().asText(); // empty for what is not simple
      if (!value.isEmpty() && !field.getValue().isNull()) {
        String said = said(field.getKey(), cut(value));
        if (!said.isEmpty()) {
          text.add(said);
        }
      }
    }
    return text.toString();
  }

  /** A value under its name, in the units that a person counts in. */
  private static String said(String field, String value) {
    return switch (field) {
      case "peakBytes" -> "memory " + (number(value) >> 20) + " MiB";
      case "seconds" -> "took " + value + " s";
      case "replaces" ->
          number(value) == 0 ? "" : "in place of the report of entry " + number(value);
      case "signOff" -> number(value) == 0 ? "" : "signed off in entry " + number(value);
      default -> name(field) + " " + TrainingWords.inWords(value);
    };
  }

  private static long number(String value) {
    return value.matches("\\d{1,18}") ? Long.parseLong(value) : 0;
  }

  /** The word for a field, such as “public key” for {@code publicKey}; names of files stay. */
  private static String name(String field) {
    if (field.equals("key")) {
      return "step";
    }
    return field.matches("\\p{Alpha}+")
        ? field.replaceAll("(?<=\\p{Lower})(?=\\p{Upper})", " ").toLowerCase(Locale.ROOT)
        : field;
  }

  private static String cut(String value) {
    if (value.matches("[0-9a-f]{64}")) {
      return value.substring(0, 8) + "…";
    }
    String line = value.replaceAll("\\s+", " ");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }
}
