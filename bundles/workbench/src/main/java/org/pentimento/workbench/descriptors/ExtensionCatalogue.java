package org.pentimento.workbench.descriptors;

import java.util.List;
import java.util.Optional;

/**
 * What is installed, as a headless process of the product tells it ({@code extensions --json}).
 *
 * @param extensions in use
 * @param setAside not in use, with the reason
 */
public record ExtensionCatalogue(List<Installed> extensions, List<SetAside> setAside) {
  /** Nothing is known yet. */
  public static final ExtensionCatalogue NOTHING = new ExtensionCatalogue(List.of(), List.of());

  /**
   * An extension by its descriptor.
   *
   * @param kind word of its kind, such as {@code poisoning-strategy}
   * @param makesItsPairs whether it is a data set format that needs no files
   * @param needs words for what must be there for it to work
   * @param vendor who made it
   * @param file name of the jar that it came in
   */
  public record Installed(
      String kind,
      String id,
      String name,
      String version,
      String summary,
      String citation,
      boolean makesItsPairs,
      List<String> needs,
      List<Parameter> parameters,
      String vendor,
      String file) {
    /** All that it says of itself, for the help. */
    public String help() {
      StringBuilder text = new StringBuilder("# " + name + " " + version);
      text.append("\n\n").append(summary);
      if (!citation.isEmpty()) {
        text.append("\n\n").append(citation);
      }
      for (Parameter p : parameters) {
        text.append("\n\n## ").append(p.name().isEmpty() ? p.id() : p.name());
        text.append("\n\n").append(p.help());
        text.append(" Takes ").append(p.allowed());
        text.append(p.unit().isEmpty() ? "" : " (" + p.unit() + ")");
        text.append(p.defaultValue().isEmpty() ? "." : "; " + p.defaultValue() + " by default.");
      }
      return text.toString();
    }
  }

  /**
   * A parameter.
   *
   * @param type {@code integer}, {@code number}, {@code flag}, {@code choice}, {@code text}, {@code
   *     file}, or something that this window does not know
   * @param allowed values in words
   * @param minimum of a number, NaN if there is none
   * @param maximum of a number, NaN if there is none
   * @param choices of a choice
   */
  public record Parameter(
      String id,
      String name,
      String type,
      String unit,
      String allowed,
      double minimum,
      double maximum,
      List<String> choices,
      String defaultValue,
      String help) {
    /** Whether it is a number between two bounds. */
    public boolean isNumber() {
      return (type.equals("integer") || type.equals("number"))
          && Double.isFinite(minimum)
          && maximum > minimum
          && Double.isFinite(maximum);
    }
  }

  /** An extension that cannot be used. */
  public record SetAside(String kind, String type, String reason) {}

  /** The extensions of a kind, by its word. */
  public List<Installed> of(String kind) {
    return extensions.stream().filter(e -> e.kind().equals(kind)).toList();
  }

  /** An extension by kind and id. */
  public Optional<Installed> find(String kind, String id) {
    return of(kind).stream().filter(e -> e.id().equals(id)).findFirst();
  }
}
