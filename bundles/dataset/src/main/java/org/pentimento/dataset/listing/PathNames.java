package org.pentimento.dataset.listing;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The parts of relative paths that are written with {@code /}. */
public final class PathNames {
  private static final Set<String> IMAGE_ENDINGS =
      Set.of("png", "jpg", "jpeg", "jpe", "bmp", "gif", "tif", "tiff", "pgm", "ppm", "pnm");
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
    return PACKED.contains(ending(path)) ? withoutEnding(stem) : stem;
  }

  private static String withoutEnding(String path) {
    int dot = path.lastIndexOf('.');
    return dot > path.lastIndexOf('/') + 1 ? path.substring(0, dot) : path;
  }

  /** The ending in lower case, without dot; empty if there is none. */
  public static String ending(String path) {
    String last = last(path);
    int dot = last.lastIndexOf('.');
    return dot < 1 ? "" : last.substring(dot + 1).toLowerCase(Locale.ROOT);
  }

  /** Whether the ending is that of an image format that is read. */
  public static boolean looksLikeImage(String path) {
    return IMAGE_ENDINGS.contains(ending(path));
  }

  /** Whether the file is packed by a program that Pentimento has no reader for. */
  public static boolean isPacked(String path) {
    return PACKED.contains(ending(path));
  }

  /** Whether a person would not see the file: dot files, resource forks, thumbnail stores. */
  public static boolean isHidden(String path) {
    String last = last(path);
    return last.startsWith(".")
        || last.equalsIgnoreCase("thumbs.db")
        || last.equalsIgnoreCase("desktop.ini");
  }

  /** Lower case for comparing names without regard to case. */
  public static String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
