package org.pentimento.model.child;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What ONNX Runtime says of a failure, as a person can read it. */
final class OrtWords {
  private static final Pattern CODE = Pattern.compile("^Error code - \\w+ - message: ?");
  private static final Pattern NODE =
      Pattern.compile(
          "^Non-zero status code returned while running (\\S+) node\\. ?Name:'(.*?)'"
              + " ?(?:Status Message: ?)?(.*)$");

  /** A place in its source, and the condition there that did not hold. */
  private static final Pattern PLACE =
      Pattern.compile("^/\\S+:\\d+ (?:.* was false\\. ?|.*?\\) (?=[A-Z])|.*$)");

  private static final Pattern ADVICE =
      Pattern.compile(" ?Please fix either the inputs/outputs or the model\\.?$");

  private OrtWords() {}

  /** The end of a sentence, in one line, without a full stop. */
  static String of(String message) {
    String said = CODE.matcher(line(message)).replaceFirst("");
    Matcher node = NODE.matcher(said);
    if (!node.matches()) {
      return "ONNX Runtime says: " + line(ADVICE.matcher(said).replaceFirst(""));
    }
    String name = node.group(2).isEmpty() ? "" : " '" + node.group(2) + "'";
    String why = line(PLACE.matcher(node.group(3)).replaceFirst(""));
    return "its part" + name + " (" + node.group(1) + ") fails" + (why.isEmpty() ? "" : ": " + why);
  }

  /** One line of it, without the full stop at its end. */
  static String line(String message) {
    return message.replaceAll("\\s+", " ").strip().replaceFirst("[ .:;,]+$", "");
  }
}
