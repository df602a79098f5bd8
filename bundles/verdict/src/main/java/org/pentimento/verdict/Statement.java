package org.pentimento.verdict;

/**
 * A sentence that may begin with a few words to be set apart.
 *
 * @param lead a short sentence that says it all, or empty
 * @param words the sentence
 */
public record Statement(String lead, String words) {
  /** All of it. */
  public String text() {
    return lead.isEmpty() ? words : lead + " " + words;
  }
}
