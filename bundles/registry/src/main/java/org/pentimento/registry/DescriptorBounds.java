package org.pentimento.registry;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.data.DatasetFormat;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Descriptor.About;
import org.pentimento.api.extension.Parameter;

/**
 * What a descriptor may hold beyond what its type demands, so that plans, forms, terminals and
 * reports can show it.
 */
final class DescriptorBounds {
  private static final int ID = 64;
  private static final int NAME = 100;
  private static final int TEXT = 2000;
  private static final int URL = 300;
  private static final int UNIT = 40;
  private static final int PARAMETERS = 200;
  private static final int CHOICES = 200;
  private static final Set<String> KEYS_OF_DATA = Set.of("dataset", "split", "size");
  private static final Pattern WEB = Pattern.compile("(https?://\\S+)?");

  private DescriptorBounds() {}

  /** What a descriptor breaks, as the end of a sentence that names the bound. */
  static Optional<String> broken(@Nullable Descriptor descriptor) {
    if (descriptor == null) {
      return Optional.of("it gives no descriptor");
    }
    if (descriptor.parameters().size() > PARAMETERS) {
      return Optional.of(
          "it has "
              + descriptor.parameters().size()
              + " parameters, and at most "
              + PARAMETERS
              + " are allowed");
    }
    Stream<Optional<String>> own =
        Stream.of(
            text("id", descriptor.id(), 1, ID),
            text("name", descriptor.name(), 1, NAME),
            text("summary", descriptor.summary(), 0, TEXT),
            text("citation", descriptor.citation(), 0, TEXT));
    Stream<Optional<String>> said = Stream.concat(own, about(descriptor.about()));
    return Stream.concat(
            said, descriptor.parameters().stream().flatMap(DescriptorBounds::parameter))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /**
   * Which parameter of a format that makes its pairs plans could not set, because it is called like
   * a key of theirs beside which it would stand; as the end of a sentence.
   */
  static Optional<String> taken(Descriptor descriptor, DatasetFormat format) {
    return descriptor.parameters().stream()
        .map(Parameter::id)
        .filter(KEYS_OF_DATA::contains)
        .findFirst()
        // asked last, because only few need to be asked anything beside their descriptor
        .filter(id -> format.makesItsPairs())
        .map(
            id ->
                "its parameter cannot be called '"
                    + id
                    + "', which plans say of the data themselves; it needs another id");
  }

  private static Stream<Optional<String>> about(@Nullable About about) {
    if (about == null) {
      return Stream.of(Optional.of("it does not say who offers it, not even that nobody is named"));
    }
    return Stream.of(
        text("licence", about.licence(), 0, NAME),
        text("vendor", about.vendor(), 0, NAME),
        text("URL", about.url(), 0, URL),
        WEB.matcher(String.valueOf(about.url())).matches()
            ? Optional.empty()
            : Optional.of("its URL does not start with https:// or http://, or holds a space"),
        text("word on what to use instead", about.instead(), 0, NAME));
  }

  private static Stream<Optional<String>> parameter(Parameter p) {
    String of = " of its parameter " + shown(p.id());
    List<String> choices = p.choices();
    return Stream.concat(
        Stream.of(
            text("id of a parameter", p.id(), 1, ID),
            text("name" + of, p.name(), 0, NAME),
            text("help" + of, p.help(), 0, TEXT),
            text("unit" + of, p.unit(), 0, UNIT),
            text("default" + of, String.valueOf(p.defaultValue()), 0, TEXT),
            Double.isFinite(p.minimum()) && Double.isFinite(p.maximum())
                ? Optional.empty()
                : Optional.of("its parameter " + p.id() + " has no finite bounds"),
            choices.size() > CHOICES
                ? Optional.of(
                    "its parameter "
                        + p.id()
                        + " has "
                        + choices.size()
                        + " choices, and at most "
                        + CHOICES
                        + " are allowed")
                : Optional.empty()),
        choices.stream().limit(CHOICES).map(c -> text("choice" + of, c, 0, NAME)));
  }

  private static Optional<String> text(String what, @Nullable String text, int least, int most) {
    if (text == null) {
      return Optional.of("its " + what + " is not set");
    } else if (text.length() < least || (least > 0 && text.isBlank())) {
      return Optional.of("its " + what + " is empty");
    } else if (text.length() > most) {
      return Optional.of(
          "its "
              + what
              + " has "
              + text.length()
              + " characters, and at most "
              + most
              + " are allowed");
    }
    return text.codePoints()
        .filter(DescriptorBounds::isNoText)
        .mapToObj(c -> "its " + what + " holds the character " + hex(c) + ", which is no text")
        .findFirst();
  }

  /** Control characters, halves of characters, and what turns the direction of writing around. */
  private static boolean isNoText(int c) {
    int type = Character.getType(c);
    return type == Character.CONTROL
        || type == Character.SURROGATE
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069);
  }

  private static String hex(int c) {
    return String.format("U+%04X", c);
  }

  private static String shown(String id) {
    return id.length() <= ID ? id : id.substring(0, ID) + "…";
  }
}
