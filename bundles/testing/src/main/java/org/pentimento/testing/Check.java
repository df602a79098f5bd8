package org.pentimento.testing;

/**
 * One thing that an extension must do.
 *
 * @param name what it is, in words for a person, such as {@code the same seed gives the same image}
 * @param body tries it out
 */
public record Check(String name, Body body) {
  /** Tries something out. */
  @FunctionalInterface
  public interface Body {
    /**
     * Returns if the extension does what it must.
     *
     * @throws AssertionError if it does not, saying what it did instead
     * @throws NotApplicableException if this cannot be asked of this extension
     * @throws Exception of any other kind that the extension threw
     */
    void run() throws Exception;
  }
}
