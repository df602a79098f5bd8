package org.pentimento.workbench.run;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.widgets.Display;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.CaseFile;

/**
 * The pictures of a case by their hashes, decoded in a thread of their own when they are first
 * asked for. The most recently used ones are kept. To be used in the display's thread.
 */
final class Pictures {
  private static final int KEPT = 400;
  private static final int LARGEST_SIDE = 4096;
  private static final int PNG_WIDTH_AT = 16;

  private final Path caseFolder;
  private final Display display;
  private final ExecutorService reader =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "pictures");
            thread.setDaemon(true);
            return thread;
          });
  private final Map<String, Image> images = new LinkedHashMap<>(KEPT, 0.75f, true);
  private final Set<String> asked = new HashSet<>();
  private final Set<String> broken = new HashSet<>();
  private @Nullable CaseFile file;
  private boolean disposed;

  Pictures(Path caseFolder, Display display) {
    this.caseFolder = caseFolder;
    this.display = display;
  }

  /**
   * A picture, or null while it is being read.
   *
   * @param arrived called once when it is there
   */
  @Nullable Image get(String sha, Runnable arrived) {
    Image image = images.get(sha);
    if (image == null && !broken.contains(sha) && asked.add(sha)) {
      reader.execute(() -> read(sha, arrived));
    }
    return image;
  }

  /** Whether a picture was asked for and cannot be shown. */
  boolean isBroken(String sha) {
    return broken.contains(sha);
  }

  private void read(String sha, Runnable arrived) {
    ImageData data = decode(sha);
    display.asyncExec(
        () -> {
          asked.remove(sha);
          if (disposed) {
            return;
          }
          if (data == null) {
            broken.add(sha);
          } else {
            images.put(sha, new Image(display, data));
            forgetOldest();
          }
          arrived.run();
        });
  }

  private @Nullable ImageData decode(String sha) {
    try {
      if (file == null) {
        file = CaseFile.openForReading(caseFolder);
      }
      byte[] png = file.blobs().read(sha);
      return isReasonable(png) ? new ImageData(new ByteArrayInputStream(png)) : null;
    } catch (IOException | UncheckedIOException | SWTException e) {
      return null; // is drawn as a missing picture
    }
  }

  /** Looks at the size in the header before anything is decoded. */
  private static boolean isReasonable(byte[] png) {
    if (png.length < PNG_WIDTH_AT + 8) {
      return false;
    }
    int width = ByteBuffer.wrap(png).getInt(PNG_WIDTH_AT);
    int height = ByteBuffer.wrap(png).getInt(PNG_WIDTH_AT + 4);
    return width > 0 && width <= LARGEST_SIDE && height > 0 && height <= LARGEST_SIDE;
  }

  private void forgetOldest() {
    while (images.size() > KEPT) {
      String oldest = images.keySet().iterator().next();
      Image image = images.remove(oldest);
      if (image != null) {
        image.dispose();
      }
    }
  }

  void dispose() {
    disposed = true;
    images.values().forEach(Image::dispose);
    images.clear();
    reader.execute(this::closeCase);
    reader.shutdown();
  }

  private void closeCase() {
    if (file != null) {
      try {
        file.close();
      } catch (IOException e) {
        throw new UncheckedIOException("The case " + caseFolder + " cannot be closed", e);
      }
    }
  }
}
