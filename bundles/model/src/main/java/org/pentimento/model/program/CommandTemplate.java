package org.pentimento.model.program;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.pentimento.api.BadInputException;

/**
 * A command line with placeholders for paths. It is split at spaces outside of single or double
 * quotes; no shell is involved.
 */
record CommandTemplate(List<String> words) {
  private static final String REMEDY =
      "Write for example: python3 {model} {photos} {sketches}, with {model} for the imported file"
          + " or folder, {photos} for a folder of PNG files and {sketches} for the folder where"
          + " sketches of the same names must appear; or {photo} and {sketch} for one file at a"
          + " time.";

  static CommandTemplate of(String text) throws BadInputException {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean open = false;
    char quote = 0;
    for (char c : text.toCharArray()) {
      if (quote != 0) {
        if (c == quote) {
          quote = 0;
        } else {
          word.append(c);
        }
      } else if (c == '"' || c == '\'') {
        quote = c;
        open = true;
      } else if (Character.isWhitespace(c)) {
        if (open) {
          words.add(word.toString());
          word.setLength(0);
          open = false;
        }
      } else {
        word.append(c);
        open = true;
      }
    }
    if (quote != 0) {
      throw new BadInputException(
          "The command has a quote that is not closed: “" + text + "”.", REMEDY);
    }
    if (open) {
      words.add(word.toString());
    }
    boolean folders = text.contains("{photos}") && text.contains("{sketches}");
    boolean files = text.contains("{photo}") && text.contains("{sketch}");
    if (words.isEmpty() || folders == files) {
      throw new BadInputException(
          "The command does not say where photos come from and sketches go: “" + text + "”.",
          REMEDY);
    }
    return new CommandTemplate(List.copyOf(words));
  }

  /** Whether it draws one photo at a time. */
  boolean oneByOne() {
    return words.stream().anyMatch(w -> w.contains("{photo}"));
  }

  /** The command with its placeholders replaced. */
  List<String> fill(Map<String, String> places) {
    List<String> filled = new ArrayList<>();
    for (String word : words) {
      String one = word;
      for (Map.Entry<String, String> place : places.entrySet()) {
        one = one.replace("{" + place.getKey() + "}", place.getValue());
      }
      filled.add(one);
    }
    return filled;
  }
}
