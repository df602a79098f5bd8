package org.pentimento.report.source;

import java.util.List;
import org.pentimento.api.extension.Descriptor;

/**
 * The product that writes a report.
 *
 * @param product its name and version
 * @param missing extensions that the case was made with and that are not installed here, one
 *     sentence each
 * @param descriptors of the extensions that are installed here, by which settings get their names
 *     and units
 */
public record Installation(String product, List<String> missing, List<Descriptor> descriptors) {
  /** Keeps copies. */
  public Installation {
    missing = List.copyOf(missing);
    descriptors = List.copyOf(descriptors);
  }

  /** A product that knows no extension. */
  public static Installation of(String product) {
    return new Installation(product, List.of(), List.of());
  }
}
