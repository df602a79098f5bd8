package org.pentimento.workbench.dataset.contents;

import java.util.Locale;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.ResourceLocator;

/** Why a pair or a file deserves a second look, the gravest reason first. */
public enum Mark {
  /** A run of the case trained a model on a poisoned copy of it. */
  POISONED,
  /** An inspection flagged it. */
  SUSPECT,
  /** The import or a run left it out. */
  SKIPPED,
  /** A person set a bookmark. */
  BOOKMARKED,
  /** A person gave it a tag; the reason names all its tags. */
  TAGGED;

  /** What stands between tags where several are named. */
  public static final String BETWEEN_TAGS = ", ";

  /** The mark in words, such as {@code Poisoned}. */
  public String word() {
    return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
  }

  /** The icon that is drawn over the pair's pictures. */
  public ImageDescriptor icon() {
    String path = "icons/" + name().toLowerCase(Locale.ROOT) + ".svg";
    return ResourceLocator.imageDescriptorFromBundle(Mark.class, path)
        .orElseThrow(() -> new IllegalStateException(path + " is missing"));
  }
}
