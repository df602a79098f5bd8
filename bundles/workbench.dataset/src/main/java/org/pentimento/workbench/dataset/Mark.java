package org.pentimento.workbench.dataset;

import java.util.Locale;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.ResourceLocator;

/** What is known of a pair or a file that lets it be looked at again. */
enum Mark {
  /** A run of the case trained a model on a poisoned copy of it. */
  POISONED,
  /** A detector or a person holds it for tampered with. */
  SUSPECT,
  /** It was left out, by the import or by a run. */
  SKIPPED,
  /** A person set a bookmark. */
  BOOKMARKED;

  /** For a person, such as {@code Poisoned}. */
  String word() {
    return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
  }

  ImageDescriptor icon() {
    String path = "icons/" + name().toLowerCase(Locale.ROOT) + ".svg";
    return ResourceLocator.imageDescriptorFromBundle(Mark.class, path)
        .orElseThrow(() -> new IllegalStateException(path + " is missing"));
  }
}
