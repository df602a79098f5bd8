package org.pentimento.protocol.catalogue;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far a file with extensions is kept from files that are not its own, and from the network. */
public enum Confined {
  /** Its code runs in a locked-in process alone. */
  ALWAYS("locked in: it sees no files but its own and no network"),
  /** It holds extensions that work in the processes of jobs and previews. */
  WHEN_ASKED(
      "locked in while it says what it is; not locked in when jobs and previews use it, with your"
          + " rights"),
  /** Its user accepted who signed it. */
  NOT_AS_TRUSTED("not locked in, since you trust who signed it: it may do what you may"),
  /** The system has nothing that would do it. */
  NOT_POSSIBLE(
      "not locked in, since bubblewrap is missing or may not be used on this system: it may do what"
          + " you may"),
  /** It is not loaded at all. */
  NOT_LOADED("not loaded");

  private final String words;

  Confined(String words) {
    this.words = words;
  }

  /** What holds, for a person. */
  public String words() {
    return words;
  }

  /** The word for it in JSON. */
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
