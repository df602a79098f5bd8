package org.pentimento.dataset.cufs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.data.FileNames;
import org.pentimento.api.data.Skipped;
import org.pentimento.api.image.Eyes;
import org.pentimento.dataset.listing.StoredFile;

/** The eye centres read from a data set's point files, by the key of the image. */
final class EyePointIndex {
  private final Map<String, Eyes> byKey = new HashMap<>();

  /**
   * Reads all point files.
   *
   * @param key key of the image that a point file belongs to; empty if its name does not tell
   * @param skipped receives the point files that cannot be used
   */
  static EyePointIndex of(
      List<StoredFile> files, Function<StoredFile, Optional<String>> key, List<Skipped> skipped)
      throws IOException {
    EyePointIndex index = new EyePointIndex();
    for (StoredFile file : files) {
      Optional<String> image = key.apply(file);
      Optional<Eyes> eyes = image.isPresent() ? file.read(FiducialPoints::eyes) : Optional.empty();
      if (image.isEmpty()) {
        skipped.add(new Skipped(file.path(), "Its name does not tell whose face it marks."));
      } else if (eyes.isEmpty()) {
        skipped.add(new Skipped(file.path(), "It does not hold the points of a face."));
      } else {
        index.byKey.putIfAbsent(image.get(), eyes.get());
      }
    }
    return index;
  }

  @Nullable Eyes find(String key) {
    return byKey.get(key);
  }

  /** Removes the point files from a listing and returns them. */
  static List<StoredFile> takeFrom(List<StoredFile> files) {
    List<StoredFile> points = new ArrayList<>();
    files.removeIf(f -> FiducialPoints.isPointFile(FileNames.ending(f.name())) && points.add(f));
    return points;
  }
}
