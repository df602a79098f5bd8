package org.pentimento.dataset.cufs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.pentimento.api.data.Skipped;
import org.pentimento.dataset.listing.FolderHints;
import org.pentimento.dataset.listing.StoredFile;
import org.pentimento.dataset.pairing.Matching;

/**
 * Chooses between the cropped and the original edition of the images where there are both: the
 * preferred edition for each pair that is complete in it, else the other edition.
 */
final class Editions {
  /**
   * A file and what its name and folders say. A file without a word about its edition is an
   * original.
   */
  record Labelled(StoredFile file, String key, FolderHints.Role role, boolean cropped) {}

  private Editions() {}

  /**
   * Chooses an edition for each key, then matches photos and sketches.
   *
   * @param croppedFirst whether the cropped edition is preferred
   */
  static Matching match(List<Labelled> files, boolean croppedFirst) {
    Map<String, List<Labelled>> byKey = new TreeMap<>();
    files.forEach(f -> byKey.computeIfAbsent(f.key(), k -> new ArrayList<>(4)).add(f));
    Map<StoredFile, String> keys = new java.util.HashMap<>();
    List<StoredFile> photos = new ArrayList<>();
    List<StoredFile> sketches = new ArrayList<>();
    List<Skipped> skipped = new ArrayList<>();
    byKey.forEach(
        (key, all) -> {
          List<Labelled> chosen = chosen(all, croppedFirst);
          for (Labelled one : all) {
            if (!chosen.contains(one)) {
              skipped.add(
                  new Skipped(
                      one.file().path(),
                      "The " + (one.cropped() ? "original" : "cropped") + " edition is used."));
            } else {
              keys.put(one.file(), key);
              (one.role() == FolderHints.Role.PHOTO ? photos : sketches).add(one.file());
            }
          }
        });
    Matching matching = Matching.of(photos, sketches, f -> keys.getOrDefault(f, ""));
    skipped.addAll(matching.skipped());
    return new Matching(matching.couples(), skipped);
  }

  private static List<Labelled> chosen(List<Labelled> all, boolean croppedFirst) {
    for (boolean cropped : new boolean[] {croppedFirst, !croppedFirst}) {
      List<Labelled> edition = all.stream().filter(f -> f.cropped() == cropped).toList();
      if (edition.stream().anyMatch(f -> f.role() == FolderHints.Role.PHOTO)
          && edition.stream().anyMatch(f -> f.role() == FolderHints.Role.SKETCH)) {
        return edition;
      }
    }
    return all;
  }
}
