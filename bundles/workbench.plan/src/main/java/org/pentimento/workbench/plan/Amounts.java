package org.pentimento.workbench.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** Times and sizes in words. */
final class Amounts {
  private Amounts() {}

  /** An estimate of the preview process as one line. */
  static String words(JsonNode estimate) {
    if (!estimate.has("seconds")) {
      return "Time and disk: not known yet. " + estimate.path("basis").asText();
    }
    String text =
        "About "
            + time(estimate.path("seconds").asDouble())
            + " ("
            + time(estimate.path("low").asDouble())
            + " to "
            + time(estimate.path("high").asDouble())
            + ")";
    double bytes = estimate.path("bytes").asDouble();
    if (bytes > 0) {
      text += " and " + size(bytes) + " of disk";
    }
    text += ". " + estimate.path("basis").asText();
    if (estimate.has("free") && estimate.path("free").asDouble() < 1.2 * bytes) {
      text +=
          " The disk has only "
              + size(estimate.path("free").asDouble())
              + " free; make room, or put the case elsewhere.";
    }
    return text;
  }

  static String time(double seconds) {
    if (seconds < 90) {
      return Math.max(1, Math.round(seconds)) + " s";
    } else if (seconds < 90 * 60) {
      return Math.round(seconds / 60) + " min";
    } else if (seconds < 36 * 3600) {
      return String.format(Locale.ROOT, "%.1f h", seconds / 3600);
    }
    return String.format(Locale.ROOT, "%.1f days", seconds / 86400);
  }

  static String size(double bytes) {
    if (bytes < 1e6) {
      return Math.max(1, Math.round(bytes / 1e3)) + " kB";
    }
    return bytes < 1e9
        ? Math.round(bytes / 1e6) + " MB"
        : String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
  }
}
