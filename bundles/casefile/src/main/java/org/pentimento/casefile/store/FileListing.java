package org.pentimento.casefile.store;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;

/**
 * All files of a folder with their hashes.
 *
 * @param files ordered by path
 */
public record FileListing(List<ListedFile> files) {
  private static final String ADDED = "It was added after the listing.";

  /** Keeps a copy. */
  public FileListing {
    files = List.copyOf(files);
  }

  /** How a file differs from the listing. */
  public enum Change {
    /** Has other content. */
    CHANGED,
    /** Is listed and not there. */
    MISSING,
    /** Is there and not listed. */
    ADDED,
    /** Is a symbolic link or another special file. */
    NO_FILE,
    /** Is there and cannot be read. */
    UNREADABLE
  }

  /**
   * A file that is not as listed.
   *
   * @param path relative to the folder, with {@code /} between names
   * @param change what happened
   * @param message what happened, as a sentence
   */
  public record Difference(String path, Change change, String message) {}

  /**
   * Lists and hashes all files below a folder, on all processors.
   *
   * @throws BadInputException if there is a symbolic link or another special file: what it leads to
   *     would not be under custody
   */
  public static FileListing of(Path root, Progress progress)
      throws IOException, CancelledException {
    Tree tree = Tree.of(root, progress);
    if (!tree.specials.isEmpty()) {
      throw new BadInputException(
          tree.root.resolve(tree.specials.get(0))
              + " is a symbolic link or another special file, whose content cannot be kept under"
              + " custody.",
          "Take a copy of the folder in which files stand in place of the links (cp -rL FOLDER"
              + " COPY).");
    }
    List<ListedFile> files = new ArrayList<>();
    for (FileHasher.Hashed hashed : tree.hash(progress)) {
      if (hashed.failure() != null) {
        throw new BadInputException(
            "Cannot read " + hashed.file() + ": " + hashed.failure().getMessage() + ".",
            "Give yourself permission to read it, or take a copy of the data set without it.",
            hashed.failure());
      }
      files.add(new ListedFile(tree.name(hashed.file()), hashed.size(), hashed.sha256()));
    }
    files.sort(Comparator.comparing(ListedFile::path));
    return new FileListing(files);
  }

  /**
   * Compares a folder with this listing.
   *
   * @return differences ordered by path; empty if all is as listed
   */
  public List<Difference> check(Path root, Progress progress)
      throws IOException, CancelledException {
    Map<String, ListedFile> expected = new HashMap<>();
    files.forEach(file -> expected.put(file.path(), file));
    List<Difference> differences = new ArrayList<>();
    Tree tree = Tree.of(root, progress);
    differences.addAll(tree.specials(expected));
    for (FileHasher.Hashed hashed : tree.hash(progress)) {
      String name = tree.name(hashed.file());
      ListedFile listed = expected.remove(name);
      if (hashed.failure() != null) {
        differences.add(
            new Difference(
                name, Change.UNREADABLE, "It cannot be read: " + hashed.failure().getMessage()));
      } else if (listed == null) {
        differences.add(new Difference(name, Change.ADDED, ADDED));
      } else if (hashed.size() != listed.size() || !hashed.sha256().equals(listed.sha256())) {
        differences.add(
            new Difference(
                name,
                Change.CHANGED,
                "Its content was changed: "
                    + listed.sha256()
                    + " is now "
                    + hashed.sha256()
                    + "."));
      }
    }
    return withMissing(differences, expected);
  }

  /**
   * As {@link #check}, but looks at names and sizes alone, so that it misses what was changed
   * without becoming longer or shorter.
   */
  public List<Difference> checkSizes(Path root, Progress progress)
      throws IOException, CancelledException {
    Map<String, ListedFile> expected = new HashMap<>();
    files.forEach(file -> expected.put(file.path(), file));
    List<Difference> differences = new ArrayList<>();
    Tree tree = Tree.of(root, progress);
    differences.addAll(tree.specials(expected));
    for (Path file : tree.files) {
      String name = tree.name(file);
      ListedFile listed = expected.remove(name);
      long size = Files.size(file);
      if (listed == null) {
        differences.add(new Difference(name, Change.ADDED, ADDED));
      } else if (size != listed.size()) {
        differences.add(
            new Difference(
                name,
                Change.CHANGED,
                "Its content was changed: it had " + listed.size() + " bytes, now " + size + "."));
      }
    }
    return withMissing(differences, expected);
  }

  private static List<Difference> withMissing(
      List<Difference> differences, Map<String, ListedFile> missing) {
    for (String name : missing.keySet()) {
      differences.add(new Difference(name, Change.MISSING, "It is missing."));
    }
    differences.sort(Comparator.comparing(Difference::path));
    return differences;
  }

  /** What lies below a folder. */
  private record Tree(Path root, List<Path> files, List<Path> specials, long bytes) {
    static Tree of(Path folder, Progress progress) throws IOException, CancelledException {
      if (!Files.isDirectory(folder)) {
        throw new BadInputException(
            "There is no folder " + folder + ".", "Check the path, or connect the medium.");
      }
      Path root = folder.toRealPath();
      progress.begin("Looking for files in " + folder, 0);
      Collector collector = new Collector(root, progress);
      Files.walkFileTree(root, collector);
      progress.checkCancelled();
      return new Tree(root, collector.files, collector.specials, collector.bytes);
    }

    /** Differences that links and the like are; they are taken out of what is expected. */
    List<Difference> specials(Map<String, ListedFile> expected) {
      List<Difference> found = new ArrayList<>();
      for (Path special : specials) {
        String name = name(root.resolve(special));
        expected.remove(name);
        found.add(
            new Difference(name, Change.NO_FILE, "It is a symbolic link or another special file."));
      }
      return found;
    }

    List<FileHasher.Hashed> hash(Progress progress) throws CancelledException {
      progress.begin("Hashing files in " + root, bytes);
      try (FileHasher hasher = new FileHasher(progress)) {
        return hasher.hash(files);
      }
    }

    String name(Path file) {
      StringBuilder name = new StringBuilder();
      for (Path part : root.relativize(file)) {
        name.append(name.isEmpty() ? "" : "/").append(part);
      }
      return name.toString();
    }
  }

  private static final class Collector extends SimpleFileVisitor<Path> {
    private final Path root;
    private final Progress progress;
    private final List<Path> files = new ArrayList<>();
    private final List<Path> specials = new ArrayList<>();
    private long bytes;

    Collector(Path root, Progress progress) {
      this.root = root;
      this.progress = progress;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      try {
        progress.checkCancelled();
      } catch (CancelledException e) {
        // The caller checks again and throws it; a visitor must not.
        return FileVisitResult.TERMINATE;
      }
      if (attributes.isRegularFile()) {
        files.add(file);
        bytes += attributes.size();
      } else {
        specials.add(root.relativize(file));
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
