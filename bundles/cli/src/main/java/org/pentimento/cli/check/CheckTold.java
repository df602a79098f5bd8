package org.pentimento.cli.check;

import org.jspecify.annotations.Nullable;
import org.pentimento.testing.Outcome.Verdict;

/**
 * What the checking process tells its parent, one in a line.
 *
 * @param extension kind and id, such as {@code trigger date-stamp}; {@code jar} for the jar itself
 * @param check its name
 * @param verdict how it went; null if it begins only now
 * @param detail what the extension did instead, or why it could not be checked; empty if it passed
 */
public record CheckTold(String extension, String check, @Nullable Verdict verdict, String detail) {
  /** The last check: everything was tried. */
  static final String END = "everything was tried";

  /** The first check of an extension; that it went well is not worth a line. */
  static final String MADE = "it can be made";
}
