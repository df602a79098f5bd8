package org.pentimento.dataset.listing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.pentimento.api.data.FileNames;
import org.pentimento.api.data.Split;

/**
 * What the folders above a file say about it by their names, such as {@code Training photo}, {@code
 * CUHK_testing_sketch} or {@code trainA}. The innermost folder that says something decides; what is
 * said in words outranks the letters {@code A} and {@code B}.
 *
 * @param role photo, sketch or unknown
 * @param split what it is meant for
 * @param version cropped, original or unknown
 * @param rest the remaining words of the names, which are the same for a photo and its sketch
 */
public record FolderHints(Role role, Split split, Version version, String rest) {
  /** What a file is in its pair. */
  public enum Role {
    /** The photo. */
    PHOTO,
    /** The sketch. */
    SKETCH,
    /** Its folders do not say. */
    UNKNOWN
  }

  /** Which edition of an image a file is, where a data set has two. */
  public enum Version {
    /** Cut to the face. */
    CROPPED,
    /** As taken or drawn. */
    ORIGINAL,
    /** Its folders do not say. */
    UNKNOWN
  }

  private static final Set<String> PHOTO =
      Set.of("photo", "photos", "photograph", "photographs", "foto", "fotos", "照片", "写真", "사진");
  private static final Set<String> SKETCH =
      Set.of(
          "sketch",
          "sketches",
          "sketchs",
          "drawing",
          "drawings",
          "skizze",
          "skizzen",
          "zeichnung",
          "zeichnungen",
          "dessin",
          "dessins",
          "素描",
          "スケッチ",
          "스케치");

  /** Words that photos rather than sketches go by, if nothing better is said. */
  private static final Set<String> LIKE_PHOTO =
      Set.of(
          "face",
          "faces",
          "portrait",
          "portraits",
          "image",
          "images",
          "img",
          "imgs",
          "picture",
          "pictures",
          "rgb",
          "color",
          "colour",
          "input",
          "inputs",
          "source",
          "real");

  /** Words that sketches rather than photos go by, if nothing better is said. */
  private static final Set<String> LIKE_SKETCH =
      Set.of(
          "edge",
          "edges",
          "line",
          "lines",
          "lineart",
          "outline",
          "outlines",
          "contour",
          "contours",
          "pencil",
          "stroke",
          "strokes",
          "drawn",
          "target",
          "targets",
          "output",
          "outputs");

  private static final Set<String> TRAIN = Set.of("train", "training");
  private static final Set<String> TEST = Set.of("test", "testing", "tests");
  private static final Set<String> HELD_OUT = Set.of("val", "valid", "validation");
  private static final Set<String> CROPPED = Set.of("cropped", "crop");
  private static final Set<String> ORIGINAL = Set.of("original", "originals");

  /**
   * Reads the names of folders.
   *
   * @param folder path with {@code /}, empty for the data set's own folder
   */
  public static FolderHints of(String folder) {
    Role role = Role.UNKNOWN;
    boolean saidInWords = false;
    Split split = Split.NONE;
    Version version = Version.UNKNOWN;
    List<String> rest = new ArrayList<>();
    for (String segment : folder.isEmpty() ? new String[0] : folder.split("/")) {
      List<String> words = words(segment);
      Role own = role(words);
      boolean inWords = said(words) != Role.UNKNOWN;
      if (inWords || !saidInWords && own != Role.UNKNOWN) {
        role = own;
      }
      saidInWords |= inWords;
      for (String word : words) {
        if (TRAIN.contains(word)) {
          split = Split.TRAIN;
        } else if (TEST.contains(word)) {
          split = Split.TEST;
        } else if (CROPPED.contains(word)) {
          version = Version.CROPPED;
        } else if (ORIGINAL.contains(word)) {
          version = Version.ORIGINAL;
        } else if (!PHOTO.contains(word)
            && !SKETCH.contains(word)
            && !(own != Role.UNKNOWN && (word.equals("a") || word.equals("b")))) {
          rest.add(word);
        }
      }
    }
    return new FolderHints(role, split, version, String.join(" ", rest));
  }

  /** What the name of a folder that says no role hints at, by words such as edges or faces. */
  public static Role leaning(String segment) {
    List<String> words = words(segment);
    boolean photo = words.stream().anyMatch(LIKE_PHOTO::contains);
    boolean sketch = words.stream().anyMatch(LIKE_SKETCH::contains);
    return photo == sketch ? Role.UNKNOWN : photo ? Role.PHOTO : Role.SKETCH;
  }

  /** Whether the name of a folder says train, test or validation. */
  public static boolean namesSplit(String segment) {
    return words(segment).stream()
        .anyMatch(w -> TRAIN.contains(w) || TEST.contains(w) || HELD_OUT.contains(w));
  }

  /**
   * Whether the name of a folder says photo or sketch in words, not just {@code A} or {@code B}.
   */
  public static boolean namesRole(String folder) {
    for (String word : words(folder)) {
      if (PHOTO.contains(word) || SKETCH.contains(word)) {
        return true;
      }
    }
    return false;
  }

  /** What the name of a folder says in words, not just {@code A} or {@code B}. */
  public static Role said(String segment) {
    return said(words(segment));
  }

  private static Role said(List<String> words) {
    boolean photo = words.stream().anyMatch(PHOTO::contains);
    boolean sketch = words.stream().anyMatch(SKETCH::contains);
    return photo == sketch ? Role.UNKNOWN : photo ? Role.PHOTO : Role.SKETCH;
  }

  private static Role role(List<String> words) {
    boolean photo = words.stream().anyMatch(PHOTO::contains);
    if (said(words) != Role.UNKNOWN) {
      return said(words);
    }
    boolean alone =
        words.size() == 1
            || words.size() == 2
                && (TRAIN.contains(words.get(0))
                    || TEST.contains(words.get(0))
                    || HELD_OUT.contains(words.get(0)));
    if (!photo && alone) {
      return switch (words.get(words.size() - 1)) {
        case "a" -> Role.PHOTO;
        case "b" -> Role.SKETCH;
        default -> Role.UNKNOWN;
      };
    }
    return Role.UNKNOWN;
  }

  /** Splits at everything that is no letter or digit, before capitals and around numbers. */
  private static List<String> words(String segment) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    char before = ' ';
    for (int i = 0; i < segment.length(); i++) {
      char c = segment.charAt(i);
      boolean part = Character.isLetterOrDigit(c);
      boolean boundary =
          !part
              || Character.isDigit(c) != Character.isDigit(before)
              || Character.isUpperCase(c) && Character.isLowerCase(before);
      if (boundary && word.length() > 0) {
        words.add(FileNames.folded(word.toString()));
        word.setLength(0);
      }
      if (part) {
        word.append(c);
      }
      before = c;
    }
    if (word.length() > 0) {
      words.add(FileNames.folded(word.toString()));
    }
    return words;
  }
}
