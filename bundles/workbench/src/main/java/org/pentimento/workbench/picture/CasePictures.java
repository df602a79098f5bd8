package org.pentimento.workbench.picture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.widgets.Display;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.CaseFile;

/**
 * The pictures of a case by their hashes, read and decoded in a thread of their own when they are
 * first asked for. The most recently used ones are kept. To be used in the display's thread.
 */
public final class CasePictures {
  private static final int KEPT = 400;

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

  /** Reads nothing yet. */
  public CasePictures(Path caseFolder, Display display) {
    this.caseFolder = caseFolder;
    this.display = display;
  }

  /**
   * A picture, or null while it is being read.
   *
   * @param arrived called once when it is there
   */
  public @Nullable Image get(String sha, Runnable arrived) {
    Image image = images.get(sha);
    if (image == null && !broken.contains(sha) && asked.add(sha)) {
      reader.execute(() -> read(sha, arrived));
    }
    return image;
  }

  /** Whether a picture was asked for and cannot be shown. */
  public boolean isBroken(String sha) {
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
      return BoundedPng.decode(file.blobs().read(sha)).orElse(null);
    } catch (IOException | UncheckedIOException e) {
      return null; // is drawn as a missing picture
    }
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

  /** Drops all pictures and closes the case. */
  public void dispose() {
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
