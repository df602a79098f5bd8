package org.pentimento.dataset.listing;

import java.util.ArrayList;
import java.util.List;
import org.pentimento.api.data.FileNames;
import org.pentimento.api.data.Skipped;

/** Picks the files that are named like images. */
public final class ImageFiles {
  private ImageFiles() {}

  /**
   * Picks by name.
   *
   * @param skipped receives all other files, with the reason
   */
  public static List<StoredFile> of(List<StoredFile> files, List<Skipped> skipped) {
    List<StoredFile> images = new ArrayList<>(files.size());
    for (StoredFile file : files) {
      String ending = FileNames.ending(file.name());
      if (FileNames.looksLikeImage(file.name())) {
        images.add(file);
      } else if (PathNames.isPacked(file.name())) {
        skipped.add(new Skipped(file.path(), "It is packed as " + ending + "; unpack it first."));
      } else if (ending.equals("zip")) {
        skipped.add(new Skipped(file.path(), "It is a zip file; unpack it first."));
      } else {
        skipped.add(new Skipped(file.path(), "It is not named like an image."));
      }
    }
    return images;
  }
}
