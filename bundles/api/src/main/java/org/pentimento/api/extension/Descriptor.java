package org.pentimento.api.extension;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What an extension says about itself. Plans, forms, help and reports come out of it.
 *
 * @param id lower-case words joined by hyphens, unique in its kind, such as {@code light-strokes}
 * @param name as a person reads it
 * @param version of the extension's behaviour, as {@code major.minor.micro}; a change of results
 *     raises it. The product adds {@code +} and a hash of the code to those of third parties
 * @param summary one or two sentences: what it does
 * @param citation the publication it follows, or who made it up
 * @param parameters in the order in which a form shows them
 * @param needs what must be there for it to work
 * @param about who offers it, and whether it should still be used
 */
public record Descriptor(
    String id,
    String name,
    String version,
    String summary,
    String citation,
    List<Parameter> parameters,
    Set<Need> needs,
    About about) {

  /**
   * Who offers an extension, and whether it should still be used. Each is one line of text, empty
   * if nothing is said.
   *
   * @param licence under which it is offered, such as {@code EPL-2.0}
   * @param vendor who offers it
   * @param url where one reads more, starting with {@code https://} or {@code http://}
   * @param instead what to use instead of it, such as the id of another extension; empty if it is
   *     not deprecated
   */
  public record About(String licence, String vendor, String url, String instead) {
    /** Nothing is said. */
    public static final About NOTHING = new About("", "", "", "");

    /** Whether it should not be used any more. */
    public boolean isDeprecated() {
      return !instead.isEmpty();
    }
  }

  /** What an extension may need beside its parameters. */
  public enum Need {
    /** Pairs whose eye centres are known. */
    EYE_POINTS,
    /** Pairs whose persons are known, several of them. */
    IDENTITIES,
    /** Photos in colour. */
    COLOUR,
    /** A model that tells gradients for its input. */
    INPUT_GRADIENT,
    /** A model that shows its inner activations. */
    ACTIVATIONS,
    /** A model that tells the loss of one pair. */
    SAMPLE_LOSS,
    /** A model whose channels can be switched off. */
    PRUNING
  }

  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+\\.\\d+(\\+[0-9a-f]+)?");

  /** Refuses malformed ids and versions, and parameters that plans could not name. */
  public Descriptor {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException("not an extension id: " + id);
    }
    if (!VERSION.matcher(version).matches()) {
      throw new IllegalArgumentException(id + ": not a version: " + version);
    }
    parameters = List.copyOf(parameters);
    needs = Set.copyOf(needs);
    Set<String> seen = new HashSet<>();
    for (Parameter p : parameters) {
      if (p.id().equals("id")) {
        throw new IllegalArgumentException(
            id + ": a parameter cannot be called 'id', by which plans name the extension");
      }
      if (!seen.add(p.id())) {
        throw new IllegalArgumentException(id + ": two parameters " + p.id());
      }
    }
  }

  /** A descriptor that says nothing of who offers the extension. */
  public Descriptor(
      String id,
      String name,
      String version,
      String summary,
      String citation,
      List<Parameter> parameters,
      Set<Need> needs) {
    this(id, name, version, summary, citation, parameters, needs, About.NOTHING);
  }

  /** A descriptor of something that needs nothing special. */
  public static Descriptor of(
      String id,
      String name,
      String version,
      String summary,
      String citation,
      Parameter... parameters) {
    return new Descriptor(id, name, version, summary, citation, List.of(parameters), Set.of());
  }

  /** A copy of this descriptor that also states what the extension needs. */
  public Descriptor needing(Need... more) {
    return new Descriptor(id, name, version, summary, citation, parameters, Set.of(more), about);
  }

  /** A copy of this descriptor that also states under which licence the extension is offered. */
  public Descriptor licensed(String licence) {
    return with(new About(licence, about.vendor(), about.url(), about.instead()));
  }

  /**
   * A copy of this descriptor that also states who offers the extension.
   *
   * @param url where one reads more; empty if nowhere
   */
  public Descriptor offeredBy(String vendor, String url) {
    return with(new About(about.licence(), vendor, url, about.instead()));
  }

  /**
   * A copy of this descriptor that says that the extension should not be used any more. Plans that
   * use it go on working, with a warning.
   *
   * @param instead what to use instead, such as the id of another extension; not empty
   */
  public Descriptor deprecated(String instead) {
    if (instead.isBlank()) {
      throw new IllegalArgumentException(id + ": deprecated without what to use instead");
    }
    return with(new About(about.licence(), about.vendor(), about.url(), instead));
  }

  private Descriptor with(About other) {
    return new Descriptor(id, name, version, summary, citation, parameters, needs, other);
  }

  /** The parameter of an id. */
  public Optional<Parameter> parameter(String parameterId) {
    return parameters.stream().filter(p -> p.id().equals(parameterId)).findFirst();
  }
}
