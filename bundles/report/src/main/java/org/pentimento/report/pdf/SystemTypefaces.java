package org.pentimento.report.pdf;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Typefaces of the system for what the product's own lack, such as Chinese and Korean names: they
 * are too large to come with the product. Only files of TrueType outlines are known here; those of
 * other outlines cannot be embedded.
 *
 * @param files in the order in which they are asked for a character
 */
record SystemTypefaces(List<Path> files) {
  /** Which packages of Debian have them, for a person. */
  static final String PACKAGES =
      "fonts-droid-fallback (Chinese and Japanese) and fonts-nanum (Korean)";

  /** Names of files, the best first. Droid has Hangul as well, but Nanum's is made for reading. */
  private static final List<String> KNOWN =
      List.of(
          "NanumGothic.ttf",
          "DroidSansFallbackFull.ttf",
          "DroidSansFallback.ttf",
          "DejaVuSans.ttf");

  private static final int DEEPEST = 5;

  /** Looks where Linux keeps typefaces. */
  static SystemTypefaces find() throws IOException {
    Path home = Path.of(System.getProperty("user.home", "/"));
    return in(
        List.of(
            Path.of("/usr/share/fonts"),
            Path.of("/usr/share/fonts-droid-fallback"),
            Path.of("/usr/local/share/fonts"),
            home.resolve(".local/share/fonts"),
            home.resolve(".fonts")));
  }

  /** Looks in folders; the first of a name counts. */
  static SystemTypefaces in(List<Path> folders) throws IOException {
    Map<Integer, Path> found = new TreeMap<>(Comparator.naturalOrder());
    for (Path folder : folders) {
      if (Files.isDirectory(folder)) {
        Files.walkFileTree(
            folder,
            java.util.EnumSet.noneOf(java.nio.file.FileVisitOption.class),
            DEEPEST,
            new SimpleFileVisitor<>() {
              @Override
              public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                int place = KNOWN.indexOf(file.getFileName().toString());
                if (place >= 0) {
                  found.putIfAbsent(place, file);
                }
                return FileVisitResult.CONTINUE;
              }

              @Override
              public FileVisitResult visitFileFailed(Path file, IOException why) {
                return FileVisitResult.CONTINUE;
              }
            });
      }
    }
    return new SystemTypefaces(List.copyOf(new ArrayList<>(found.values())));
  }

  /**
   * Whether a character can be set one after the other from left to right. Letters that join or
   * change places would be set wrongly.
   */
  static boolean canBeSet(int codePoint) {
    int type = Character.getType(codePoint);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.FORMAT) {
      return false;
    }
    return switch (Character.UnicodeScript.of(codePoint)) {
      case HAN,
          HIRAGANA,
          KATAKANA,
          HANGUL,
          BOPOMOFO,
          YI,
          COMMON,
          LATIN,
          GREEK,
          CYRILLIC,
          ARMENIAN,
          GEORGIAN,
          ETHIOPIC,
          CHEROKEE,
          CANADIAN_ABORIGINAL,
          OGHAM,
          RUNIC,
          COPTIC ->
          true;
      default -> false;
    };
  }
}
