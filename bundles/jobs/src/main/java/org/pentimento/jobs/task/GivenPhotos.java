package org.pentimento.jobs.task;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.data.Skipped;
import org.pentimento.audit.data.FilesBelow;
import org.pentimento.casefile.event.SkippedFile;

/** The photos that a person names by files and folders. */
final class GivenPhotos {
  private GivenPhotos() {}

  /**
   * Lists them.
   *
   * @param skipped gets files of the folders that are no images
   * @throws BadInputException if a file or folder does not exist
   */
  static List<FilesBelow.Found> of(List<String> given, List<SkippedFile> skipped, Progress progress)
      throws IOException, CancelledException {
    List<FilesBelow.Found> photos = new ArrayList<>();
    for (String one : given) {
      Path path = Path.of(one);
      if (Files.isDirectory(path)) {
        FilesBelow below = FilesBelow.list(path, progress);
        photos.addAll(below.files());
        for (Skipped left : below.skipped()) {
          skipped.add(new SkippedFile(path.resolve(left.file()).toString(), left.reason()));
        }
      } else if (Files.exists(path)) {
        photos.add(new FilesBelow.Found(path, path.getFileName().toString()));
      } else {
        throw new BadInputException("There is no photo " + path + ".", "Check the path.");
      }
    }
    return photos;
  }
}
