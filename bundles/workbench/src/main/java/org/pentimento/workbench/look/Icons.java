package org.pentimento.workbench.look;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.graphics.ImageData;

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

  /**
   * Loads in the background what draws SVG. Otherwise the first icon that the window paints would
   * have it wait for 150 ms.
   */
  public static void makeReady() {
    Thread thread = new Thread(Icons::drawOne, "first icon");
    thread.setDaemon(true);
    thread.start();
  }

  private static void drawOne() {
    try (InputStream in = Icons.class.getResourceAsStream("/" + PENTIMENTO.path())) {
      if (in != null) {
        new ImageData(in);
      }
    } catch (IOException | SWTException e) {
      // It is only drawn to be thrown away: the window itself says what is wrong with an icon.
    }
  }

  private String path() {
    return "icons/" + name().toLowerCase(Locale.ROOT) + ".svg";
  }

  /** The picture, as SVG, so that it is sharp on every screen. */
  public ImageDescriptor descriptor() {
    return ResourceLocator.imageDescriptorFromBundle(Icons.class, path())
        .orElseThrow(() -> new IllegalStateException(path() + " is missing"));
  }
}
