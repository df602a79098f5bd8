package org.pentimento.api.extension;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * What every extension has in common. An extension is a Declarative Services component that offers
 * the interface of its kind; it keeps no state between calls and may be called from several threads
 * at once.
 */
@ConsumerType
public interface Extension {
  /** What it is, what it takes and whom to cite. Always the same. */
  Descriptor descriptor();
}
