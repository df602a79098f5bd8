package org.pentimento.dataset.pairing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.pentimento.api.data.Skipped;
import org.pentimento.dataset.listing.FileTree;
import org.pentimento.dataset.listing.StoredFile;

/**
 * Files brought together by a key that a photo and its sketch share.
 *
 * @param couples one photo and one sketch each, sorted by the photo's path
 * @param skipped files whose key has no partner, or more than one
 */
public record Matching(List<Couple> couples, List<Skipped> skipped) {
  /** A photo and a sketch of the same key. */
  public record Couple(String key, StoredFile photo, StoredFile sketch) {}

  /** Matches by key. */
  public static Matching of(
      List<StoredFile> photos, List<StoredFile> sketches, Function<StoredFile, String> key) {
    Map<String, List<StoredFile>> photosByKey = byKey(photos, key);
    Map<String, List<StoredFile>> sketchesByKey = byKey(sketches, key);
    List<Couple> couples = new ArrayList<>();
    List<Skipped> skipped = new ArrayList<>();
    photosByKey.forEach(
        (k, ps) -> {
          List<StoredFile> ss = sketchesByKey.getOrDefault(k, List.of());
          if (ss.isEmpty()) {
            ps.forEach(
                p -> skipped.add(new Skipped(p.path(), "There is no sketch for this photo.")));
          } else if (ps.size() > 1) {
            String reason = "Several photos claim the same sketch, " + ss.get(0).path() + ".";
            ps.forEach(p -> skipped.add(new Skipped(p.path(), reason)));
            ss.forEach(
                s -> skipped.add(new Skipped(s.path(), "Several photos claim this sketch.")));
          } else if (ss.size() > 1) {
            String reason = "Several sketches claim the same photo, " + ps.get(0).path() + ".";
            ss.forEach(s -> skipped.add(new Skipped(s.path(), reason)));
            ps.forEach(
                p -> skipped.add(new Skipped(p.path(), "Several sketches claim this photo.")));
          } else {
            couples.add(new Couple(k, ps.get(0), ss.get(0)));
          }
        });
    sketchesByKey.forEach(
        (k, ss) -> {
          if (!photosByKey.containsKey(k)) {
            ss.forEach(
                s -> skipped.add(new Skipped(s.path(), "There is no photo for this sketch.")));
          }
        });
    couples.sort((one, other) -> FileTree.BY_PATH.compare(one.photo(), other.photo()));
    return new Matching(couples, skipped);
  }

  private static Map<String, List<StoredFile>> byKey(
      List<StoredFile> files, Function<StoredFile, String> key) {
    Map<String, List<StoredFile>> byKey = new TreeMap<>();
    for (StoredFile file : files) {
      byKey.computeIfAbsent(key.apply(file), k -> new ArrayList<>(1)).add(file);
    }
    return byKey;
  }
}
