package org.pentimento.workbench.descriptors;

import java.util.Locale;
import java.util.stream.Collectors;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Parameter;
import org.pentimento.protocol.catalogue.AboutWords;

/** What extensions say of themselves, in sentences for a person. */
public final class ExtensionHelp {
  private ExtensionHelp() {}

  /** What must be there for an extension to work; empty if it needs nothing. */
  public static String needs(Descriptor descriptor) {
    return descriptor.needs().stream()
        .map(n -> n.name().toLowerCase(Locale.ROOT).replace('_', ' '))
        .sorted()
        .collect(Collectors.joining(", "));
  }

  /** All that an extension says of itself, in the Markdown of the help. */
  public static String markdown(Descriptor descriptor) {
    StringBuilder text = new StringBuilder("# " + descriptor.name() + " " + descriptor.version());
    text.append("\n\n").append(descriptor.summary());
    if (!descriptor.citation().isEmpty()) {
      text.append("\n\n").append(descriptor.citation());
    }
    for (String line : AboutWords.of(descriptor.about())) {
      text.append("\n\n").append(line);
    }
    for (Parameter p : descriptor.parameters()) {
      text.append("\n\n## ").append(p.name().isEmpty() ? p.id() : p.name());
      text.append("\n\n").append(parameter(p));
    }
    return text.toString();
  }

  /** What a parameter does, which values it takes, and its default, in sentences. */
  public static String parameter(Parameter p) {
    String standard = p.defaultValue().toString();
    return p.help()
        + " Takes "
        + p.allowed()
        + (p.unit().isEmpty() ? "" : " (" + p.unit() + ")")
        + (standard.isEmpty() ? "." : "; " + standard + " by default.");
  }
}
