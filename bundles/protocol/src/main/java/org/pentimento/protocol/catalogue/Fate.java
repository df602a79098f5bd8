package org.pentimento.protocol.catalogue;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What became of a file that somebody put among the extensions. */
public enum Fate {
  /** Its extensions can be used. */
  IN_USE("in use"),
  /** It holds no extension; others use what it exports. */
  LIBRARY("library"),
  /** It holds no extension, and adds to the window, which loads it. */
  WINDOW("adds to the window"),
  /** It would add to the window, and who made it is not trusted. */
  NOT_TRUSTED("not in use"),
  /** Its user took it out of use. */
  DISABLED("disabled"),
  /** A newer version of the same bundle is there. */
  REPLACED("replaced by a newer version"),
  /** The same bundle is there twice. */
  DUPLICATE("there twice"),
  /** It cannot be read. */
  UNREADABLE("cannot be read"),
  /** It is something else than a bundle. */
  NOT_A_BUNDLE("not a bundle"),
  /** It holds nothing that Pentimento knows. */
  NO_EXTENSION("holds no extension"),
  /** It offers something that is no kind of extension. */
  WRONG_INTERFACE("offers the wrong interface"),
  /** It holds or exports packages of Pentimento, or reaches into one of its bundles. */
  FORBIDDEN("refused"),
  /** Something that it needs is not there. */
  UNSATISFIED("needs something that is not there"),
  /** It could not be started. */
  NOT_STARTED("could not be started"),
  /** It does not describe itself as it should. */
  NOT_DESCRIBED("does not describe itself"),
  /** It ended the process that asked it. */
  ENDED_ITS_PROCESS("ended the process that asked it");

  private final String words;

  Fate(String words) {
    this.words = words;
  }

  /** What became of it, for a person. */
  public String words() {
    return words;
  }

  /** The word for it in JSON. */
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether it is loaded, by processes that carry out jobs or by the window. */
  public boolean isLoaded() {
    return this == IN_USE || this == LIBRARY || this == WINDOW;
  }

  /** Whether somebody who put it there expects something of it that does not come true. */
  public boolean isTrouble() {
    return !isLoaded() && this != DISABLED && this != REPLACED;
  }
}
