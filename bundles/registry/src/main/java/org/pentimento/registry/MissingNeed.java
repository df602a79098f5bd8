package org.pentimento.registry;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says in words what a bundle needs and does not find, out of what the framework says of it. */
final class MissingNeed {
  private static final Pattern PACKAGE = Pattern.compile("\\(osgi\\.wiring\\.package=([^)]+)\\)");
  private static final Pattern BUNDLE =
      Pattern.compile("\\(osgi\\.wiring\\.(?:bundle|host)=([^)]+)\\)");
  private static final Pattern JAVA =
      Pattern.compile("\\(osgi\\.ee=JavaSE\\)\\(version=([0-9.]+)\\)");
  private static final Pattern FROM = Pattern.compile("(?<!!)\\(version>=([^)]+)\\)");
  private static final Pattern BELOW = Pattern.compile("\\(!\\(version>=([^)]+)\\)\\)");

  private MissingNeed() {}

  /** The end of a sentence. */
  static String words(@Nullable String message) {
    String text = String.valueOf(message);
    Matcher java = JAVA.matcher(text);
    if (java.find()) {
      return "it needs Java " + java.group(1) + ", and this is Java " + Runtime.version().feature();
    }
    Matcher missing = PACKAGE.matcher(text);
    String what = "the package ";
    if (!missing.find()) {
      missing = BUNDLE.matcher(text);
      what = "the bundle ";
      if (!missing.find()) {
        return "it cannot be started: " + text;
      }
    }
    return "it needs " + what + missing.group(1) + versions(text) + ", which is not here";
  }

  private static String versions(String text) {
    Matcher from = FROM.matcher(text);
    Matcher below = BELOW.matcher(text);
    String least = from.find() ? " from version " + from.group(1) : "";
    return below.find() ? least + " and below " + below.group(1) : least;
  }
}
