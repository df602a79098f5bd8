package org.pentimento.report.part;

/**
 * A name and what it stands for.
 *
 * @param label a few words
 * @param value text
 * @param code whether the value is a hash or the like
 */
public record Fact(String label, String value, boolean code) {
  /** A fact in words. */
  public Fact(String label, String value) {
    this(label, value, false);
  }
}
