package org.pentimento.testing;

import java.util.List;
import java.util.Set;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Extension;
import org.pentimento.api.extension.Parameter;

/** What every extension must say of itself. */
public final class DescriptorChecks {
  private static final int LONGEST_NAME = 80;
  private static final int LONGEST_TEXT = 1000;
  private static final int MOST_PARAMETERS = 200;

  private DescriptorChecks() {}

  /**
   * The checks.
   *
   * @param taken parameter ids that plans use for something else in this kind
   */
  static List<Check> of(Extension extension, Set<String> taken) {
    return List.of(
        new Check(
            "it describes itself completely",
            () -> {
              Descriptor d = Expect.given(extension.descriptor(), "descriptor()");
              text("the name", d.name(), LONGEST_NAME);
              text("the summary", d.summary(), LONGEST_TEXT);
              text("the citation", d.citation(), LONGEST_TEXT);
              for (Parameter p : d.parameters()) {
                text("the name of the parameter " + p.id(), p.name(), LONGEST_NAME);
                text("the help of the parameter " + p.id(), p.help(), LONGEST_TEXT);
                plain("the unit of the parameter " + p.id(), p.unit(), LONGEST_NAME);
              }
              Expect.that(
                  d.parameters().size() <= MOST_PARAMETERS,
                  d.parameters().size() + " parameters; at most " + MOST_PARAMETERS);
            }),
        new Check(
            "it describes itself the same each time",
            () ->
                Expect.same(
                    extension.descriptor(),
                    extension.descriptor(),
                    "descriptor() gave something else the second time")),
        new Check(
            "plans can name its parameters",
            () -> {
              for (Parameter p : extension.descriptor().parameters()) {
                Expect.that(
                    !taken.contains(p.id()),
                    "plans use '" + p.id() + "' for something else; give the parameter another id");
              }
            }));
  }

  private static void text(String what, String text, int longest) {
    Expect.that(text != null && !text.isBlank(), what + " is missing");
    plain(what, text, longest);
  }

  private static void plain(String what, String text, int longest) {
    Expect.that(text != null, what + " is null");
    Expect.that(
        text.length() <= longest,
        what + " has " + text.length() + " characters; at most " + longest);
    text.codePoints()
        .forEach(
            c ->
                Expect.that(
                    !Character.isISOControl(c)
                        && Character.getType(c) != Character.SURROGATE
                        && Character.getType(c) != Character.FORMAT,
                    what
                        + " has a character that cannot be shown: U+"
                        + Integer.toHexString(c).toUpperCase(java.util.Locale.ROOT)));
  }
}
