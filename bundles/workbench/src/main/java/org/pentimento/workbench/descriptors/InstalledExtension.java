package org.pentimento.workbench.descriptors;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Kind;
import org.pentimento.api.extension.Parameter;

/**
 * An extension, by what it says of itself. None is loaded into the window.
 *
 * @param kind what it is
 * @param descriptor what it says of itself
 * @param makesItsPairs whether it is a data-set format that draws its pairs and needs no files
 * @param vendor who made it
 * @param file name of the jar that it came in
 */
public record InstalledExtension(
    Kind kind, Descriptor descriptor, boolean makesItsPairs, String vendor, String file) {
  /** Its id among those of its kind. */
  public String id() {
    return descriptor.id();
  }

  /** Its name for a person. */
  public String name() {
    return descriptor.name();
  }

  /** What can be set. */
  public List<Parameter> parameters() {
    return descriptor.parameters();
  }

  /** What must be there for it to work, in words; empty if it needs nothing. */
  public String needs() {
    return descriptor.needs().stream()
        .map(n -> n.name().toLowerCase(Locale.ROOT).replace('_', ' '))
        .sorted()
        .collect(Collectors.joining(", "));
  }

  /** All that it says of itself, in the Markdown of the help. */
  public String help() {
    StringBuilder text = new StringBuilder("# " + name() + " " + descriptor.version());
    text.append("\n\n").append(descriptor.summary());
    if (!descriptor.citation().isEmpty()) {
      text.append("\n\n").append(descriptor.citation());
    }
    for (Parameter p : parameters()) {
      text.append("\n\n## ").append(p.name().isEmpty() ? p.id() : p.name());
      text.append("\n\n").append(help(p));
    }
    return text.toString();
  }

  /** What a parameter does, which values it takes, and its default, in sentences. */
  public static String help(Parameter p) {
    String standard = p.defaultValue().toString();
    return p.help()
        + " Takes "
        + p.allowed()
        + (p.unit().isEmpty() ? "" : " (" + p.unit() + ")")
        + (standard.isEmpty() ? "." : "; " + standard + " by default.");
  }
}
