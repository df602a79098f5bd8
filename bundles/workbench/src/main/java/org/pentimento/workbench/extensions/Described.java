package org.pentimento.workbench.extensions;

import java.util.List;

/**
 * What is installed, as a headless process of the product tells it ({@code extensions --json}).
 *
 * @param extensions in use
 * @param setAside not in use, with the reason
 */
record Described(List<Installed> extensions, List<SetAside> setAside) {
  /**
   * An extension by its descriptor.
   *
   * @param vendor who made it
   * @param file name of the jar that it came in
   */
  record Installed(
      String kind,
      String id,
      String name,
      String version,
      String summary,
      String citation,
      List<String> needs,
      List<Parameter> parameters,
      String vendor,
      String file) {}

  /** A parameter in words. */
  record Parameter(
      String id,
      String name,
      String type,
      String unit,
      String allowed,
      String defaultValue,
      String help) {}

  /** An extension that cannot be used. */
  record SetAside(String kind, String type, String reason) {}
}
