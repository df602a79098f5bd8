package org.pentimento.dataset.listing;

import java.util.List;
import org.pentimento.api.data.FileNames;

/** The parts of relative paths that are written with {@code /}. */
public final class PathNames {
  private static final List<String> PACKED = List.of("bz2", "gz", "xz", "z");

  private PathNames() {}

  /** The folder part, without a slash at its end; empty if there is none. */
  public static String folder(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }

  /** The last part. */
  public static String last(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** The path without the ending of its last part; {@code .ppm.bz2} is one ending. */
  public static String stem(String path) {
    String stem = withoutEnding(path);
    return PACKED.contains(FileNames.ending(path)) ? withoutEnding(stem) : stem;
  }

  private static String withoutEnding(String path) {
    int dot = path.lastIndexOf('.');
    return dot > path.lastIndexOf('/') + 1 ? path.substring(0, dot) : path;
  }

  /** Whether the file is packed by a program that Pentimento has no reader for. */
  public static boolean isPacked(String path) {
    return PACKED.contains(FileNames.ending(path));
  }
}
