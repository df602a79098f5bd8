package org.pentimento.jobs.preview.data;

import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;

/**
 * The name of a layer in questions.
 *
 * @param content what it shows
 * @param metric id of the metric that gives it, empty for the difference
 * @param feature of an image that it shows, empty for others
 */
record LayerId(Content content, String metric, String feature) {
  /** How much the images differ, pixel by pixel. */
  static final LayerId DIFFERENCE = new LayerId(Content.DIFFERENCE, "", "");

  /** What layers show. */
  enum Content {
    DIFFERENCE("difference"),
    MAP("map"),
    FIRST("first"),
    SECOND("second");

    private final String word;

    Content(String word) {
      this.word = word;
    }
  }

  static LayerId map(String metric) {
    return new LayerId(Content.MAP, metric, "");
  }

  static LayerId first(String metric, String feature) {
    return new LayerId(Content.FIRST, metric, feature);
  }

  static LayerId second(String metric, String feature) {
    return new LayerId(Content.SECOND, metric, feature);
  }

  /** As {@link #parse} takes it. */
  String text() {
    String text = metric.isEmpty() ? content.word : content.word + "/" + metric;
    return feature.isEmpty() ? text : text + "/" + feature;
  }

  /**
   * Reads what {@link #text} gives.
   *
   * @throws BadInputException if it is anything else
   */
  static LayerId parse(String text) throws BadInputException {
    String[] parts = text.split("/", 3);
    Content content = content(parts[0]);
    boolean feature = content == Content.FIRST || content == Content.SECOND;
    if (content == null || parts.length != (content == Content.DIFFERENCE ? 1 : feature ? 3 : 2)) {
      throw new BadInputException("There is no layer '" + text + "'.", "Choose another layer.");
    }
    return new LayerId(content, parts.length > 1 ? parts[1] : "", feature ? parts[2] : "");
  }

  private static @Nullable Content content(String word) {
    for (Content content : Content.values()) {
      if (content.word.equals(word)) {
        return content;
      }
    }
    return null;
  }
}
