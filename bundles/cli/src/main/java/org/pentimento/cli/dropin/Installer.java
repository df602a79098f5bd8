package org.pentimento.cli.dropin;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.api.extension.Kind;
import org.pentimento.platform.Folders;
import org.pentimento.protocol.catalogue.Confined;
import org.pentimento.protocol.catalogue.DropIn;
import org.pentimento.protocol.catalogue.ExtensionCatalogue;
import org.pentimento.protocol.catalogue.ExtensionFile;
import org.pentimento.protocol.catalogue.InstalledExtension;
import org.pentimento.registry.ExtensionTypes;

/** Puts files among the extensions of this user and takes them out again. */
public final class Installer {
  private static final String FREE =
      "Its code runs in the processes that carry out jobs and previews, with your rights: it can"
          + " read and change your files, use the network and start programs. Install it only if"
          + " you trust whoever made it.";
  private static final List<String> IN_ANY_CASE =
      List.of(
          "Commands themselves, such as verify, receipt, sign-off and report, do not load it; the"
              + " window does only if it adds to the window and you trust who signed it.",
          "Confined are models that others made: each is opened in a locked-in process without"
              + " network and without files but its own.");

  private final Shelf shelf;

  /** Works on these files. */
  public Installer(Shelf shelf) {
    this.shelf = shelf;
  }

  /** The vendors of such files. */
  public Vendors vendors() {
    return new Vendors(this, shelf.trusted());
  }

  /** What is known of a file, by its path or by the name that it has among the extensions. */
  public ExtensionFile look(String given) throws IOException, InterruptedException {
    Path path = Path.of(given);
    boolean isFile = Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    DropIn there = find(given, isFile);
    if (!isFile && there == null) {
      throw new BadInputException(
          "There is no file " + given + ", and no extension file of that name.",
          "'pentimento extensions' lists those that are there.");
    }
    Path file = there == null ? path.toAbsolutePath().normalize() : Path.of(there.file());
    Map<String, String> accepted = shelf.trusted().all();
    LookedAt looked = FirstLook.at(file).judged(accepted);
    List<String> adds = new ArrayList<>();
    if (looked.isBundle()) {
      adds.addAll(adds(file));
    }
    boolean suits =
        !looked.starts()
            && !adds.isEmpty()
            && adds.stream().allMatch(a -> a.startsWith(Kind.METRIC.word() + " "));
    Confined confined = shelf.confined(looked, accepted, suits);
    DropIn known = there == null ? looked.told(confined, accepted) : there;
    return new ExtensionFile(
        known,
        there != null,
        adds,
        replaces(looked),
        there == null ? List.of() : of(there),
        may(known));
  }

  /** What extensions in a file that lies among the extensions say of themselves. */
  private List<InstalledExtension> of(DropIn there) throws IOException, InterruptedException {
    return shelf.read().extensions().stream()
        .filter(one -> one.file().equals(there.fileName()))
        .toList();
  }

  private static List<String> may(DropIn of) {
    List<String> may = new ArrayList<>();
    may.add("It is " + of.confined().words() + ".");
    if (of.confined() != Confined.ALWAYS && of.confined() != Confined.NOT_LOADED) {
      may.add(FREE);
    }
    may.addAll(IN_ANY_CASE);
    return may;
  }

  private static List<String> adds(Path file) throws IOException {
    List<String> adds = new ArrayList<>();
    try (BundleContent content = BundleContent.open(file)) {
      for (Path description : content.componentFiles(content.manifest())) {
        for (ComponentFile component : ComponentFile.read(description)) {
          for (String offered : component.offers()) {
            ExtensionTypes.kind(offered)
                .ifPresent(kind -> adds.add(kind.word() + " " + PlainText.of(component.type())));
          }
        }
      }
    }
    return adds;
  }

  private List<String> replaces(LookedAt looked) throws IOException {
    List<String> others = new ArrayList<>();
    for (LookedAt other : shelf.looks()) {
      if (looked.isBundle()
          && other.bundle().equals(looked.bundle())
          && !other.file().equals(looked.file())) {
        others.add(other.file() + ", version " + other.version());
      }
    }
    return others;
  }

  /** The file among the extensions that is meant by a path, a file's name or a bundle's. */
  private @Nullable DropIn find(String given, boolean isFile)
      throws IOException, InterruptedException {
    ExtensionCatalogue known = shelf.read();
    Path path = Path.of(given).toAbsolutePath().normalize();
    for (DropIn one : known.dropIns()) {
      if (isFile
          ? Path.of(one.file()).equals(path)
          : one.fileName().equals(given) || one.bundle().equals(given)) {
        return one;
      }
    }
    return null;
  }

  /**
   * Copies a file among the extensions of this user.
   *
   * @param seen what was shown of it; another content is refused
   * @return what became of it
   */
  public DropIn install(ExtensionFile seen) throws IOException, InterruptedException {
    Path from = Path.of(seen.dropIn().file());
    Path folder =
        shelf
            .ofUser()
            .orElseThrow(
                () ->
                    new BadInputException(
                        "The launcher did not say where extensions lie.",
                        "Start the product with its bin/pentimento."));
    if (Files.isDirectory(from)) {
      throw new BadInputException(
          from + " is a folder.", "Pack it as a jar, or name its folder's parent with --dropins.");
    }
    Path to = folder.resolve(from.getFileName());
    Files.createDirectories(folder);
    Path part = Files.createTempFile(folder, "." + from.getFileName(), ".part");
    try {
      Files.copy(from, part, StandardCopyOption.REPLACE_EXISTING);
      if (!FirstLook.sha256(part).equals(seen.dropIn().sha256())) {
        throw new BadInputException(
            from + " changed while it was being installed.", "Nothing was installed. Try again.");
      }
      if (Files.isDirectory(to)) {
        throw new FileAlreadyExistsException(to.toString());
      }
      Files.move(part, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
    return became(to);
  }

  private DropIn became(Path file) throws IOException, InterruptedException {
    for (DropIn one : shelf.lookAgain().dropIns()) {
      if (one.file().equals(file.toString())) {
        return one;
      }
    }
    throw new IOException(file + " is gone");
  }

  /** The file among the extensions that somebody means. */
  public DropIn require(String given) throws IOException, InterruptedException {
    DropIn found = find(given, Files.exists(Path.of(given), LinkOption.NOFOLLOW_LINKS));
    if (found == null) {
      throw new BadInputException(
          "'" + given + "' is no file among the extensions.",
          "'pentimento extensions' lists those that are there.");
    }
    return found;
  }

  /** Deletes a file that lies among the extensions; of a link, the link alone. */
  public void remove(DropIn one) throws IOException {
    Path file = Path.of(one.file());
    if (shelf.folders().stream().noneMatch(folder -> folder.equals(file.getParent()))) {
      throw new IOException(file + " does not lie among the extensions");
    }
    if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
      Folders.delete(file);
    } else {
      Files.delete(file);
    }
  }

  /** Takes a bundle out of use, or into use again, for processes that start from now on. */
  public void disable(DropIn one, boolean disabled) throws IOException {
    if (one.bundle().isEmpty()) {
      throw new BadInputException(
          one.file() + " is no bundle, so there is nothing to disable.",
          "To take it away: pentimento extensions remove");
    }
    shelf.disabled().set(Shelf.BUNDLE, one.bundle(), disabled);
  }
}
