package org.pentimento.workbench.look;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.graphics.ImageData;

/** The product's own icons, from the folder {@code icons} of this bundle. */
public enum Icons {
  /** A case. */
  CASE,
  /** A group in the tree of cases. */
  FOLDER,
  /** A data set. */
  DATASET,
  /** A plan. */
  PLAN,
  /** A run. */
  RUN,
  /** An inspection of a data set. */
  INSPECTION,
  /** A self-test of inspections. */
  SELF_TEST,
  /** A report. */
  REPORT,
  /** A model that was trained. */
  MODEL,
  /** What models drew. */
  DRAWING,
  /** A finding. */
  FINDING,
  /** An extension. */
  EXTENSION,
  /** The custody log. */
  CUSTODY,
  /** The guide. */
  HELP,
  /** The steps of a first audit. */
  FIRST_AUDIT,
  /** The product. */
  PENTIMENTO,
  /** Something with a bookmark. */
  BOOKMARK,
  /** Notes. */
  NOTES,
  /** Something that cannot be used. */
  PROBLEM;

  /**
   * Loads the classes that draw SVG, in the background. Without this the first icon would keep the
   * window from answering for 150 ms.
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
      // The picture is not used. The window says what is wrong when it draws the icon.
    }
  }

  private String path() {
    return "icons/" + name().toLowerCase(Locale.ROOT) + ".svg";
  }

  /** The icon as SVG, which is sharp on every screen. */
  public ImageDescriptor descriptor() {
    return ResourceLocator.imageDescriptorFromBundle(Icons.class, path())
        .orElseThrow(() -> new IllegalStateException(path() + " is missing"));
  }
}
