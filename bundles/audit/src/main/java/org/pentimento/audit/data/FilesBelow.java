package org.pentimento.audit.data;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.data.FileNames;
import org.pentimento.api.data.Skipped;

/**
 * The files in a folder and in the folders in it, and what was left out: links to folders, folders
 * of a system. Files that a person does not see are left out without a word.
 *
 * @param files sorted by path
 * @param skipped paths in the folder, with the reason
 */
public record FilesBelow(List<Found> files, List<Skipped> skipped) {
  private static final int DEEPEST = 32;

  /**
   * A file.
   *
   * @param file to open
   * @param path relative to the folder, with {@code /}
   */
  public record Found(Path file, String path) {
    /** The folder part of the path; empty for a file that lies in the folder itself. */
    public String folder() {
      int slash = path.lastIndexOf('/');
      return slash < 0 ? "" : path.substring(0, slash);
    }

    /** The path without the ending of its last part. */
    public String stem() {
      int dot = path.lastIndexOf('.');
      return dot > path.lastIndexOf('/') + 1 ? path.substring(0, dot) : path;
    }
  }

  /**
   * Lists a folder.
   *
   * @throws BadInputException if it must not be read
   */
  public static FilesBelow list(Path folder, Progress progress)
      throws IOException, CancelledException {
    FilesBelow below = new FilesBelow(new ArrayList<>(), new ArrayList<>());
    below.look(folder, "", 0, progress);
    return below;
  }

  private void look(Path folder, String prefix, int depth, Progress progress)
      throws IOException, CancelledException {
    List<Path> inside;
    try (Stream<Path> entries = Files.list(folder)) {
      inside = entries.sorted().toList();
    } catch (AccessDeniedException e) {
      if (depth == 0) {
        throw new BadInputException(
            folder + " cannot be listed.", "Give yourself read permission for the folder.", e);
      }
      skipped.add(new Skipped(prefix, "The folder must not be read by this user."));
      return;
    }
    for (Path entry : inside) {
      progress.checkCancelled();
      String name = entry.getFileName().toString();
      String path = prefix.isEmpty() ? name : prefix + "/" + name;
      if (FileNames.isHidden(name)) {
        continue;
      }
      if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
        if (FileNames.isOfASystem(name)) {
          skipped.add(new Skipped(path, FileNames.WHY_OF_A_SYSTEM));
        } else if (depth == DEEPEST) {
          skipped.add(new Skipped(path, "The folder lies more than 32 folders deep."));
        } else {
          look(entry, path, depth + 1, progress);
        }
      } else if (Files.isRegularFile(entry)) {
        files.add(new Found(entry, path));
      } else if (Files.isDirectory(entry)) {
        skipped.add(
            new Skipped(path, "The link leads to a folder; links to folders are not followed."));
      }
    }
  }
}
