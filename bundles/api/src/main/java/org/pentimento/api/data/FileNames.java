package org.pentimento.api.data;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/**
 * What names of files say, the same for everybody who looks through folders. Paths are relative and
 * written with {@code /}.
 */
public final class FileNames {
  /** Folders in which systems and storage boxes keep what nobody put there, in small letters. */
  private static final Set<String> OF_A_SYSTEM =
      Set.of(
          "__macosx", // resource forks in the zip files of a Mac
          "@eadir", // thumbnails of Synology
          "@tmp",
          "#recycle",
          "#snapshot",
          "@recycle", // QNAP
          "@recently-snapshot",
          "$recycle.bin", // Windows
          "recycler",
          "system volume information",
          "lost+found", // Linux
          "network trash folder", // Mac
          "temporary items");

  private static final Set<String> HIDDEN = Set.of("thumbs.db", "ehthumbs.db", "desktop.ini");

  private static final Set<String> IMAGE_ENDINGS =
      Set.of("png", "jpg", "jpeg", "jpe", "bmp", "gif", "tif", "tiff", "pgm", "ppm", "pnm");

  /** Why a folder of a system is left out, as a sentence for a person. */
  public static final String WHY_OF_A_SYSTEM =
      "A system or a storage box keeps this folder for itself: thumbnails, deleted files or the"
          + " like.";

  private FileNames() {}

  /** The ending in lower case, without dot; empty if there is none. */
  public static String ending(String path) {
    String last = path.substring(path.lastIndexOf('/') + 1);
    int dot = last.lastIndexOf('.');
    return dot < 1 ? "" : last.substring(dot + 1).toLowerCase(Locale.ROOT);
  }

  /** Whether the ending is that of an image format that is read. */
  public static boolean looksLikeImage(String path) {
    return IMAGE_ENDINGS.contains(ending(path));
  }

  /** Whether a person would not see the file, or a folder that it lies in. */
  public static boolean isHidden(String path) {
    return Arrays.stream(path.split("/"))
        .anyMatch(n -> n.startsWith(".") || HIDDEN.contains(n.toLowerCase(Locale.ROOT)));
  }

  /**
   * Whether it is, or lies in, a folder that a system or a storage box keeps for itself:
   * thumbnails, what was deleted, earlier states.
   */
  public static boolean isOfASystem(String path) {
    return Arrays.stream(path.split("/"))
        .anyMatch(n -> OF_A_SYSTEM.contains(n.toLowerCase(Locale.ROOT)));
  }

  /**
   * For comparing names without regard to case, nor to how letters with marks are encoded: Linux
   * and Windows write them as one character (Unicode's form NFC), archives of a Mac as two (NFD).
   */
  public static String folded(String name) {
    return composed(name).toLowerCase(Locale.ROOT);
  }

  /** The name with letters with marks as one character each (Unicode's form NFC). */
  public static String composed(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC);
  }
}
