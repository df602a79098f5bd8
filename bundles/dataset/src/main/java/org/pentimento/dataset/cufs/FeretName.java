package org.pentimento.dataset.cufs;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names of FERET, whose first five digits are the person's number. */
final class FeretName {
  private static final Pattern PERSON = Pattern.compile("(\\d{5})(?!\\d).*");

  private FeretName() {}

  /** The person's number; empty if the name does not begin with one. */
  static Optional<String> person(String stem) {
    Matcher matcher = PERSON.matcher(stem);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
