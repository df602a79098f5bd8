package org.pentimento.protocol.catalogue;

import java.util.List;
import java.util.Optional;
import org.pentimento.api.extension.Kind;

/**
 * What is installed, as a headless process of the product told it.
 *
 * @param extensions in use
 * @param setAside not in use, with the reason
 * @param dropIns every file that somebody put among the extensions, and what became of it
 */
public record ExtensionCatalogue(
    List<InstalledExtension> extensions, List<SetAside> setAside, List<DropIn> dropIns) {
  /** Before anything is known. */
  public static final ExtensionCatalogue EMPTY =
      new ExtensionCatalogue(List.of(), List.of(), List.of());

  /**
   * Something that is not in use.
   *
   * @param kind word for what it claims to be, such as {@code trigger}, or {@code bundle}
   * @param type name of its class or bundle; the id of one that was disabled
   * @param reason why it is not in use
   */
  public record SetAside(String kind, String type, String reason) {}

  /** The extensions of a kind. */
  public List<InstalledExtension> of(Kind kind) {
    return extensions.stream().filter(e -> e.kind() == kind).toList();
  }

  /** An extension by kind and id. */
  public Optional<InstalledExtension> find(Kind kind, String id) {
    return of(kind).stream().filter(e -> e.id().equals(id)).findFirst();
  }

  /**
   * The name of an extension for a person; its id if it is not installed, {@code ?} if that is
   * empty.
   */
  public String name(Kind kind, String id) {
    return find(kind, id).map(InstalledExtension::name).orElse(id.isEmpty() ? "?" : id);
  }
}
