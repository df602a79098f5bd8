package org.pentimento.audit.data;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.api.data.FileNames;

/**
 * Why a folder or file that should hold a data set seems to hold none: what is there is packed, or
 * reached by links that are not followed, or must not be read. Says nothing where there are images.
 */
public final class WhyNothing {
  private static final Set<String> PACKED =
      Set.of(
          "zip", "7z", "rar", "tar", "tgz", "tbz", "tbz2", "txz", "gz", "bz2", "xz", "zst", "iso",
          "dmg", "e01", "ex01", "l01", "aff4", "vhd", "vhdx", "vmdk", "dd", "img");
  private static final int MOST_ENTRIES = 20_000;
  private static final int DEEPEST = 8;

  private final Path root;
  private int entries;
  private int images;
  private int outward;
  private int toFolders;
  private int nowhere;
  private int closed;
  private final List<Path> packed = new ArrayList<>();

  private WhyNothing(Path root) {
    this.root = root;
  }

  /**
   * Adds the reason to a refusal.
   *
   * @param root the folder or file that was refused
   * @param refused what was said of it
   * @return the same refusal if nothing can be added
   */
  public static BadInputException explain(Path root, BadInputException refused) throws IOException {
    WhyNothing why = looked(root);
    String reason = why.reason();
    return reason.isEmpty()
        ? refused
        : new BadInputException(refused.getMessage() + reason, why.remedy(), refused);
  }

  /** The reason and what to do, in sentences; empty if nothing can be said. */
  public static String words(Path root) throws IOException {
    WhyNothing why = looked(root);
    String reason = why.reason();
    return reason.isEmpty() ? "" : reason.strip() + " " + why.remedy();
  }

  private static WhyNothing looked(Path root) throws IOException {
    WhyNothing why = new WhyNothing(root.toRealPath());
    if (Files.isRegularFile(root)) {
      why.file(root);
    } else {
      why.walk();
    }
    return why;
  }

  private void walk() throws IOException {
    Files.walkFileTree(
        root,
        EnumSet.noneOf(FileVisitOption.class),
        DEEPEST,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (attributes.isSymbolicLink()) {
              link(file);
            } else {
              file(file);
            }
            return ++entries > MOST_ENTRIES ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, @Nullable IOException why) {
            closed++;
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private void file(Path file) {
    String name = file.getFileName().toString();
    if (FileNames.looksLikeImage(name)) {
      images++;
    } else if (PACKED.contains(FileNames.ending(name))) {
      packed.add(file);
    }
  }

  private void link(Path link) {
    try {
      Path target = link.toRealPath();
      if (!target.startsWith(root)) {
        outward++;
      } else if (Files.isDirectory(target)) {
        toFolders++;
      }
    } catch (IOException e) {
      nowhere++;
    }
  }

  private String reason() {
    if (images > 0) {
      return ""; // where there are images, what was said is the reason
    }
    StringBuilder words = new StringBuilder();
    add(words, outward, "link leads", "links lead", "out of the folder and are not followed");
    add(words, toFolders, "link leads", "links lead", "to folders and are not followed");
    add(words, nowhere, "link leads", "links lead", "nowhere");
    add(words, closed, "entry", "entries", "must not be read by this user");
    if (!packed.isEmpty()) {
      Path first = packed.get(0);
      words
          .append(' ')
          .append(
              first.equals(root) ? first.getFileName() : root.relativize(first.toAbsolutePath()))
          .append(packed.size() == 1 ? "" : " and " + (packed.size() - 1) + " more")
          .append(packed.size() == 1 ? " is a packed file" : " are packed files")
          .append(", which is not looked into.");
    }
    return words.toString();
  }

  private static void add(StringBuilder words, int count, String one, String many, String rest) {
    if (count > 0) {
      words.append(" ").append(count).append(' ').append(count == 1 ? one : many);
      words.append(' ').append(rest).append('.');
    }
  }

  private String remedy() {
    if (outward + toFolders > 0) {
      return "Give the folder that the links lead to, or make a copy in which files stand in place"
          + " of the links (cp -rL FOLDER COPY).";
    }
    if (closed > 0) {
      return "Give yourself permission to read it.";
    }
    return packed.isEmpty()
        ? "Check the folder."
        : "Unpack or mount it first, and give the folder with the images.";
  }
}
