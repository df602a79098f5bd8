package org.pentimento.dataset.listing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.pentimento.api.data.Split;

/**
 * What the folders above a file say about it by their names, such as {@code Training photo}, {@code
 * CUHK_testing_sketch} or {@code trainA}. The innermost folder that says something decides.
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

  private static final Set<String> PHOTO = Set.of("photo", "photos", "photograph", "photographs");
  private static final Set<String> SKETCH =
      Set.of("sketch", "sketches", "drawing", "drawings", "sketchs");
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
    Split split = Split.NONE;
    Version version = Version.UNKNOWN;
    List<String> rest = new ArrayList<>();
    for (String segment : folder.isEmpty() ? new String[0] : folder.split("/")) {
      List<String> words = words(segment);
      Role own = role(words);
      if (own != Role.UNKNOWN) {
        role = own;
      }
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

  private static Role role(List<String> words) {
    boolean photo = words.stream().anyMatch(PHOTO::contains);
    boolean sketch = words.stream().anyMatch(SKETCH::contains);
    if (photo != sketch) {
      return photo ? Role.PHOTO : Role.SKETCH;
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
        words.add(PathNames.folded(word.toString()));
        word.setLength(0);
      }
      if (part) {
        word.append(c);
      }
      before = c;
    }
    if (word.length() > 0) {
      words.add(PathNames.folded(word.toString()));
    }
    return words;
  }
}
