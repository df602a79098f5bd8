package org.pentimento.casefile.result;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/**
 * An extension with the settings that were really used.
 *
 * @param id of the extension
 * @param name as a person reads it
 * @param version of the extension
 * @param citation whom to cite
 * @param settings all of them, defaults included, by parameter id
 */
public record ExtensionUse(
    String id, String name, String version, String citation, Map<String, Object> settings) {
  /** Refuses null. */
  public ExtensionUse {
    requireNonNull(id, "id");
    requireNonNull(name, "name");
    requireNonNull(version, "version");
    requireNonNull(citation, "citation");
    requireNonNull(settings, "settings");
  }
}
