package org.pentimento.protocol.catalogue;

import java.util.ArrayList;
import java.util.List;
import org.pentimento.api.extension.Descriptor.About;

/** Who offers an extension, and whether it is deprecated, for a person. */
public final class AboutWords {
  private AboutWords() {}

  /** A line for each that is said, without a full stop. */
  public static List<String> of(About about) {
    List<String> lines = new ArrayList<>();
    if (about.isDeprecated()) {
      lines.add("Deprecated: use " + about.instead() + " instead");
    }
    if (!about.vendor().isEmpty()) {
      lines.add("Offered by " + about.vendor());
    }
    if (!about.licence().isEmpty()) {
      lines.add("Licence: " + about.licence());
    }
    if (!about.url().isEmpty()) {
      lines.add("More at " + about.url());
    }
    return lines;
  }
}
