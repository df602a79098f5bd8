package org.pentimento.api.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ConsumerType;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.extension.Extension;
import org.pentimento.api.extension.Settings;

/**
 * Extension kind: a way in which photo-sketch pairs are stored, or a source that makes them.
 * Stateless.
 */
@ConsumerType
public interface DatasetFormat extends Extension {
  /**
   * What a format makes of a folder or file at a glance.
   *
   * @param confidence from 0 (just possible) to 1 (certain); the surest format wins
   * @param layout the layout seen, in words for a person
   */
  record Recognition(double confidence, String layout) {}

  /**
   * Looks whether the folder or file is of this format, without reading much. Empty if it is not,
   * or if nothing on disk can be.
   */
  Optional<Recognition> recognise(Path root) throws IOException;

  /** Whether this format makes its pairs itself; then {@link #open} needs no root. */
  default boolean makesItsPairs() {
    return false;
  }

  /**
   * Finds the pairs. Does not decode every image: what turns out to be undecodable later is the
   * caller's to report.
   *
   * @param root folder or file; null if {@link #makesItsPairs}
   * @throws org.pentimento.api.BadInputException if nothing there can be used
   */
  Dataset open(@Nullable Path root, Settings settings, Progress progress)
      throws IOException, CancelledException;
}
