package org.pentimento.workbench.exchange.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.pentimento.api.BadInputException;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.event.DatasetRecord;
import org.pentimento.casefile.event.ModelRecord;

/**
 * The folder that an import goes into, as it was found.
 *
 * @param exists whether it is a case already; otherwise one will be made
 * @param datasets names that data sets of the case have
 * @param models names that models of the case have
 * @param problem why it cannot be used, or empty
 */
record ImportTarget(boolean exists, List<String> datasets, List<String> models, String problem) {
  /** Looks at a folder; not for the display's thread. */
  static ImportTarget look(String folder) {
    if (folder.isEmpty()) {
      return bad("Name the folder of the case; it is made if it does not exist.");
    }
    Path path;
    try {
      path = Path.of(folder).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      return bad("The case folder is no path: " + e.getReason() + ".");
    }
    try {
      if (CaseFile.isCase(path)) {
        return existing(path);
      }
      return fresh(path);
    } catch (BadInputException e) {
      return bad(e.getMessage() + " " + e.remedy());
    } catch (IOException | UncheckedIOException e) {
      return bad("The folder " + path + " cannot be looked at: " + e.getMessage() + ".");
    }
  }

  private static ImportTarget existing(Path path) throws IOException {
    try (CaseFile file = CaseFile.openForReading(path)) {
      if (!Files.isWritable(path)) {
        return bad(
            "The case is read-only. Choose another case, or give yourself the right to write.");
      }
      return new ImportTarget(
          true,
          file.datasets().stream().map(DatasetRecord::name).toList(),
          file.models().stream().map(ModelRecord::name).toList(),
          "");
    }
  }

  private static ImportTarget fresh(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      try (Stream<Path> content = Files.list(path)) {
        if (content.findAny().isPresent()) {
          return bad(
              "The folder " + path + " holds other things and is no case. Name another one.");
        }
      }
    } else if (Files.exists(path)) {
      return bad(path + " is a file. Name a folder.");
    }
    Path there = path;
    while (there != null && !Files.exists(there)) {
      there = there.getParent();
    }
    if (there == null || path.getFileName() == null || !Files.isWritable(there)) {
      return bad("No case can be made in " + path + ": you may not write there.");
    }
    return new ImportTarget(false, List.of(), List.of(), "");
  }

  private static ImportTarget bad(String problem) {
    return new ImportTarget(false, List.of(), List.of(), problem);
  }

  /** Names that an import of a kind must not get. */
  List<String> taken(ImportKind origin) {
    return origin == ImportKind.MODEL ? models : datasets;
  }
}
