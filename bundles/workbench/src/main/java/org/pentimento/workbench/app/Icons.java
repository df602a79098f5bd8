package org.pentimento.workbench.app;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.ResourceLocator;

/** The product's own pictures. */
public enum Icons {
  /** A case. */
  CASE,
  /** A group of things of a case. */
  FOLDER,
  /** A data set. */
  DATASET,
  /** A plan. */
  PLAN,
  /** A run. */
  RUN,
  /** A report. */
  REPORT,
  /** A model that was trained. */
  MODEL,
  /** Something that was found. */
  FINDING,
  /** An extension. */
  EXTENSION,
  /** The custody log. */
  CUSTODY,
  /** The guide. */
  HELP,
  /** The first audit, step by step. */
  FIRST_AUDIT,
  /** The product. */
  PENTIMENTO,
  /** What bears it is looked at again. */
  BOOKMARK,
  /** What people remarked. */
  NOTES,
  /** Something that cannot be used. */
  PROBLEM;

  /** The picture, as SVG, so that it is sharp on every screen. */
  public ImageDescriptor descriptor() {
    String path = "icons/" + name().toLowerCase(java.util.Locale.ROOT) + ".svg";
    return ResourceLocator.imageDescriptorFromBundle(Icons.class, path)
        .orElseThrow(() -> new IllegalStateException(path + " is missing"));
  }
}
