package org.pentimento.workbench.search;

import java.nio.file.Path;
import java.util.Locale;

/**
 * Something that has the words of a search.
 *
 * @param kind what it is
 * @param caseFolder of the case that holds it
 * @param name what it is called
 * @param text in which the words were found; empty if that is the name
 * @param place where it is opened
 */
record Hit(Kind kind, Path caseFolder, String name, String text, Place place) {
  /** Kinds of things that are searched. */
  enum Kind {
    CASE,
    DATA_SET,
    FILE,
    PAIR,
    TAG,
    PLAN,
    DRAFT,
    RUN,
    INSPECTION,
    MODEL,
    DRAWINGS,
    FINDING,
    REPORT,
    NOTE,
    BOOKMARK,
    LOG_ENTRY;

    /** As a person reads it. */
    String word() {
      String words = name().toLowerCase(Locale.ROOT).replace('_', ' ');
      return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
  }
}
