package org.pentimento.jobs.preview.data;

import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;

/**
 * The name of a layer in questions.
 *
 * @param kind what it shows
 * @param metric id of the metric that gives it, empty for the difference
 * @param feature of an image that it shows, empty for others
 */
record LayerId(Kind kind, String metric, String feature) {
  /** How much the images differ, pixel by pixel. */
  static final LayerId DIFFERENCE = new LayerId(Kind.DIFFERENCE, "", "");

  /** What layers show. */
  enum Kind {
    DIFFERENCE("difference"),
    MAP("map"),
    FIRST("first"),
    SECOND("second");

    private final String word;

    Kind(String word) {
      this.word = word;
    }
  }

  static LayerId map(String metric) {
    return new LayerId(Kind.MAP, metric, "");
  }

  static LayerId first(String metric, String feature) {
    return new LayerId(Kind.FIRST, metric, feature);
  }

  static LayerId second(String metric, String feature) {
    return new LayerId(Kind.SECOND, metric, feature);
  }

  /** As {@link #parse} takes it. */
  String text() {
    String text = metric.isEmpty() ? kind.word : kind.word + "/" + metric;
    return feature.isEmpty() ? text : text + "/" + feature;
  }

  /**
   * Reads what {@link #text} gives.
   *
   * @throws BadInputException if it is anything else
   */
  static LayerId parse(String text) throws BadInputException {
    String[] parts = text.split("/", 3);
    Kind kind = kind(parts[0]);
    boolean feature = kind == Kind.FIRST || kind == Kind.SECOND;
    if (kind == null || parts.length != (kind == Kind.DIFFERENCE ? 1 : feature ? 3 : 2)) {
      throw new BadInputException("There is no layer '" + text + "'.", "Choose another layer.");
    }
    return new LayerId(kind, parts.length > 1 ? parts[1] : "", feature ? parts[2] : "");
  }

  private static @Nullable Kind kind(String word) {
    for (Kind kind : Kind.values()) {
      if (kind.word.equals(word)) {
        return kind;
      }
    }
    return null;
  }
}
