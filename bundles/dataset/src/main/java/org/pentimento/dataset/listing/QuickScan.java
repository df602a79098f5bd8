package org.pentimento.dataset.listing;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.pentimento.api.data.FileNames;

/**
 * Some files below a folder, enough to guess what it is: at most 256 entries a folder, 128 folders,
 * five levels. A folder of a million files costs no more than one of a thousand.
 *
 * @param root the folder, links resolved
 * @param files some files, sorted by path; entries of zip files among them
 */
public record QuickScan(Path root, List<StoredFile> files) {
  private static final int MOST_ENTRIES = 256;
  private static final int MOST_FOLDERS = 128;
  private static final int DEEPEST = 5;

  /** Scans a folder; empty if the path is not a folder. */
  public static Optional<QuickScan> at(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    Path root = folder.toRealPath();
    List<StoredFile> files = new ArrayList<>();
    Deque<String> waiting = new ArrayDeque<>(List.of(""));
    for (int folders = 0; folders < MOST_FOLDERS && !waiting.isEmpty(); folders++) {
      look(root, waiting.remove(), files, waiting);
    }
    files.sort(FileTree.BY_PATH);
    return Optional.of(new QuickScan(root, files));
  }

  private static void look(Path root, String folder, List<StoredFile> files, Deque<String> waiting)
      throws IOException {
    List<String> inside = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(root.resolve(folder))) {
      int seen = 0;
      for (Path entry : entries) {
        if (++seen > MOST_ENTRIES) {
          break;
        }
        String last = entry.getFileName().toString();
        String path = folder.isEmpty() ? last : folder + "/" + last;
        if (FileNames.isHidden(last) || FileNames.isOfASystem(last)) {
          continue;
        }
        if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
          inside.add(path);
        } else if (FileNames.ending(path).equals("zip")) {
          ZipListing.of(root, path).files().stream().limit(MOST_ENTRIES).forEach(files::add);
        } else {
          files.add(StoredFile.open(root, path));
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    } catch (AccessDeniedException e) {
      return; // an unreadable folder does not count; opening the data set names it
    }
    if (folder.chars().filter(c -> c == '/').count() < DEEPEST) {
      inside.sort(Comparator.naturalOrder());
      waiting.addAll(inside);
    }
  }

  /** The files that are named like images. */
  public List<StoredFile> images() {
    return files.stream().filter(f -> FileNames.looksLikeImage(f.name())).toList();
  }

  /** Whether some image lies below folders of this role. */
  public boolean has(FolderHints.Role role) {
    return images().stream().anyMatch(f -> FolderHints.of(f.folder()).role() == role);
  }
}
