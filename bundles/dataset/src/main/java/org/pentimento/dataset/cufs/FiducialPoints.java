package org.pentimento.dataset.cufs;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pentimento.api.image.Eyes;
import org.pentimento.api.image.Point;

/**
 * Points marked in a face, one "x y" a line; other lines are ignored. CUFS marks 35 points in
 * {@code .dat} files, of which 16 and 18, counted from 0, are the eye centres; CUFSF marks both
 * eyes and the mouth in {@code .3pts} files.
 */
final class FiducialPoints {
  private static final int LARGEST_FILE = 64 * 1024;
  private static final String NUMBER = "[-+]?\\d{1,6}(?:\\.\\d*)?(?:[eE][-+]?\\d{1,2})?";
  private static final Pattern LINE =
      Pattern.compile("\\s*(" + NUMBER + ")[\\s,]+(" + NUMBER + ")\\s*");
  private static final int CUFS_POINTS = 35;
  private static final int LEFT_EYE = 16;
  private static final int RIGHT_EYE = 18;

  private FiducialPoints() {}

  /** Whether a file of this ending holds points. */
  static boolean isPointFile(String ending) {
    return ending.equals("dat") || ending.equals("3pts");
  }

  /** The eye centres; empty if the file has too few points. */
  static Optional<Eyes> eyes(Path file) throws IOException {
    String text;
    try (InputStream in = Files.newInputStream(file)) {
      text = new String(in.readNBytes(LARGEST_FILE), StandardCharsets.ISO_8859_1);
    }
    List<Point> points = new ArrayList<>();
    for (String line : text.split("[\r\n]+")) {
      Matcher matcher = LINE.matcher(line);
      if (matcher.matches()) {
        points.add(
            new Point(Double.parseDouble(matcher.group(1)), Double.parseDouble(matcher.group(2))));
      }
    }
    boolean three = file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".3pts");
    if (points.size() < (three ? 2 : CUFS_POINTS)) {
      return Optional.empty();
    }
    return inOrder(points.get(three ? 0 : LEFT_EYE), points.get(three ? 1 : RIGHT_EYE));
  }

  /** Puts the eye that is left in the image first, since files name the eyes in either order. */
  private static Optional<Eyes> inOrder(Point one, Point other) {
    Eyes eyes = one.x() <= other.x() ? new Eyes(one, other) : new Eyes(other, one);
    return eyes.distance() >= 2 ? Optional.of(eyes) : Optional.empty();
  }
}
