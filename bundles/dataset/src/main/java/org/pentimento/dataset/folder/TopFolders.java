package org.pentimento.dataset.folder;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.pentimento.api.data.FileNames;
import org.pentimento.dataset.listing.PathNames;
import org.pentimento.dataset.listing.StoredFile;

/** The outermost folders of a data set, and whether two of them hold files of the same names. */
final class TopFolders {
  private TopFolders() {}

  private static String top(StoredFile file) {
    int slash = file.path().indexOf('/');
    return slash < 0 ? "" : file.path().substring(0, slash);
  }

  /** Names of the outermost folders that hold images, in alphabetical order. */
  static List<String> of(List<StoredFile> images) {
    Set<String> tops = new TreeSet<>();
    images.stream().map(TopFolders::top).filter(top -> !top.isEmpty()).forEach(tops::add);
    return List.copyOf(tops);
  }

  /** Whether some file of the first folder has a file of the same name in the second. */
  static boolean shareNames(List<StoredFile> images, List<String> tops) {
    Set<String> seconds =
        images.stream()
            .filter(f -> top(f).equals(tops.get(1)))
            .map(TopFolders::nameInTop)
            .collect(Collectors.toSet());
    return images.stream()
        .filter(f -> top(f).equals(tops.get(0)))
        .anyMatch(f -> seconds.contains(nameInTop(f)) || hasTwin(f, tops.get(1)));
  }

  private static String nameInTop(StoredFile file) {
    return FileNames.folded(PathNames.stem(file.path().substring(top(file).length() + 1)));
  }

  /** Looks on disk, because a scan sees only some files of a large folder. */
  private static boolean hasTwin(StoredFile file, String other) {
    String stem = PathNames.stem(file.path().substring(top(file).length() + 1));
    Set<String> endings = new HashSet<>(Set.of("png", "jpg", "jpeg", "bmp", "tif", "ppm", "pgm"));
    String last = PathNames.last(file.path());
    endings.add(last.substring(last.lastIndexOf('.') + 1));
    return endings.stream()
        .anyMatch(e -> file.root().resolve(other).resolve(stem + "." + e).toFile().isFile());
  }
}
