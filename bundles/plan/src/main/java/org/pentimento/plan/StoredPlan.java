package org.pentimento.plan;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The plan of a run as a case holds it, in a form that can be read, run and edited. */
public final class StoredPlan {
  private static final Pattern SHARED_EMPTY_LIST =
      Pattern.compile("^([a-z]+): (?:&id001 \\[]|\\*id001)$", Pattern.MULTILINE);

  private StoredPlan() {}

  /**
   * The text of a plan that was carried out. Earlier versions wrote empty lists as an anchor and
   * aliases of it, which no reader of plans takes; here they are written out.
   */
  public static String text(byte[] content) {
    return text(new String(content, StandardCharsets.UTF_8));
  }

  static String text(String yaml) {
    return SHARED_EMPTY_LIST.matcher(yaml).replaceAll("$1: []");
  }
}
