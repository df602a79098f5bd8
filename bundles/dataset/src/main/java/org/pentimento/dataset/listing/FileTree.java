package org.pentimento.dataset.listing;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.data.FileNames;
import org.pentimento.api.data.Skipped;

/**
 * All files below a folder, sorted by path, and what was skipped. Links to files inside the folder
 * are followed. Links to folders are not: they lead either outside or to a folder that is listed
 * anyway, and could make a loop.
 *
 * @param root the folder itself, with links resolved
 * @param files sorted by path
 * @param skipped hidden files, links that were not followed, what cannot be listed
 */
public record FileTree(Path root, List<StoredFile> files, List<Skipped> skipped) {
  /** How zip files are listed. */
  public enum Zips {
    /** As folders: their entries are listed. */
    LIST,
    /** As files. */
    LEAVE
  }

  private static final int DEEPEST = 32;

  /** Sorts by path, capitals before small letters, the same on every machine. */
  public static final Comparator<StoredFile> BY_PATH = Comparator.comparing(StoredFile::path);

  /**
   * Lists a folder.
   *
   * @throws BadInputException if it is not a folder that can be read
   */
  public static FileTree list(Path folder, Zips zips, Progress progress)
      throws IOException, CancelledException {
    Path root = realFolder(folder);
    progress.begin("Listing " + folder, 0);
    Walk walk = new Walk(root, zips, progress);
    walk.folder("", 0);
    walk.files.sort(BY_PATH);
    walk.skipped.sort(Comparator.comparing(Skipped::file));
    return new FileTree(root, walk.files, walk.skipped);
  }

  /** The folder with links resolved; fails if there is none. */
  public static Path realFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new BadInputException(
          folder + (Files.exists(folder) ? " is not a folder." : " is not there."),
          "Give the folder in which the data set lies.");
    }
    return folder.toRealPath();
  }

  private static final class Walk {
    private final Path root;
    private final Zips zips;
    private final Progress progress;
    private final List<StoredFile> files = new ArrayList<>();
    private final List<Skipped> skipped = new ArrayList<>();

    Walk(Path root, Zips zips, Progress progress) {
      this.root = root;
      this.zips = zips;
      this.progress = progress;
    }

    void folder(String folder, int depth) throws IOException, CancelledException {
      if (depth > DEEPEST) {
        skipped.add(new Skipped(folder, "The folder lies more than 32 folders deep."));
        return;
      }
      List<String> folders = new ArrayList<>();
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(root.resolve(folder))) {
        for (Path entry : entries) {
          progress.checkCancelled();
          entry(entry, folder, folders);
        }
      } catch (DirectoryIteratorException e) {
        throw e.getCause();
      } catch (AccessDeniedException | NotDirectoryException e) {
        if (depth == 0) {
          throw new BadInputException(
              root + " cannot be listed.", "Give yourself read permission for the folder.", e);
        }
        skipped.add(new Skipped(folder, "The folder must not be read by this user."));
      }
      for (String inside : folders) {
        folder(inside, depth + 1);
      }
    }

    private void entry(Path entry, String folder, List<String> folders) throws IOException {
      String last = entry.getFileName().toString();
      String path = folder.isEmpty() ? last : folder + "/" + last;
      BasicFileAttributes attributes =
          Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (FileNames.isHidden(last)) {
        skipped.add(new Skipped(path, "It is hidden."));
      } else if (FileNames.isOfASystem(last)) {
        skipped.add(new Skipped(path, FileNames.WHY_OF_A_SYSTEM));
      } else if (attributes.isSymbolicLink()) {
        link(entry, path);
      } else if (attributes.isDirectory()) {
        folders.add(path);
      } else if (attributes.isRegularFile()) {
        file(path);
      } else {
        skipped.add(new Skipped(path, "It is neither a file nor a folder."));
      }
    }

    private void file(String path) {
      if (zips == Zips.LIST && FileNames.ending(path).equals("zip")) {
        ZipListing listing = ZipListing.of(root, path);
        files.addAll(listing.files());
        skipped.addAll(listing.skipped());
      } else {
        files.add(StoredFile.open(root, path));
      }
    }

    private void link(Path entry, String path) {
      Path target;
      try {
        target = entry.toRealPath();
      } catch (IOException e) {
        skipped.add(new Skipped(path, "The link leads nowhere or in a circle."));
        return;
      }
      if (!target.startsWith(root)) {
        skipped.add(new Skipped(path, "The link leads out of the data set's folder."));
      } else if (Files.isRegularFile(target)) {
        file(path);
      } else {
        skipped.add(
            new Skipped(path, "The link leads to a folder; links to folders are not followed."));
      }
    }
  }
}
