package org.pentimento.casefile.event;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * An entry of a hash list of which no file of the data set has the content.
 *
 * @param path as the list writes it; empty if it has a hash alone
 * @param hash that is listed
 * @param why what is there instead
 */
public record HashMiss(String path, String hash, Why why) {
  /** What is there instead. */
  public enum Why {
    /** A file of that path has another content. */
    OTHER_CONTENT("other content"),
    /** There is no file of that path, or the list names none. */
    NOT_THERE("not there");

    private final String word;

    Why(String word) {
      this.word = word;
    }

    /** The word for it in the log and in reports. */
    @JsonValue
    public String word() {
      return word;
    }
  }

  /** Refuses null. */
  public HashMiss {
    requireNonNull(path, "path");
    requireNonNull(hash, "hash");
    requireNonNull(why, "why");
  }
}
