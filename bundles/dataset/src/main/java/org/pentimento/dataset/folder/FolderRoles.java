package org.pentimento.dataset.folder;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.pentimento.api.BadInputException;
import org.pentimento.api.data.FileNames;
import org.pentimento.api.data.Split;
import org.pentimento.api.extension.Settings;
import org.pentimento.dataset.listing.FolderHints;
import org.pentimento.dataset.listing.PathNames;
import org.pentimento.dataset.listing.StoredFile;

/** How photos and sketches are recognised by their folders, and by which key they are matched. */
interface FolderRoles {
  /** Whether a file is a photo, a sketch or neither. */
  FolderHints.Role role(StoredFile file);

  /** What a photo and its sketch have in common. */
  String key(StoredFile file);

  /** What a pair with this photo is meant for. */
  default Split split(StoredFile photo) {
    return FolderHints.of(photo.folder()).split();
  }

  /**
   * Decides by the settings; if they are empty, by the names of the folders, of which one may say
   * what it holds and the other be its partner; if none says anything, by the alphabetical order of
   * two outermost folders.
   *
   * @throws BadInputException if only one setting is given, or the folders do not tell
   */
  static FolderRoles of(Path root, List<StoredFile> images, Settings settings)
      throws BadInputException {
    String photos = settings.text("photos");
    String sketches = settings.text("sketches");
    if (photos.isEmpty() != sketches.isEmpty()) {
      throw new BadInputException(
          "Of the parameters photos and sketches only one is set.", "Set both or none.");
    }
    if (!photos.isEmpty()) {
      return new KnownFolders(tidy(photos), tidy(sketches));
    }
    Optional<FolderRoles> partners = PartnerFolders.of(images);
    if (partners.isPresent()) {
      return partners.get();
    }
    FoldersByName byName = new FoldersByName();
    List<String> photoFolders = folders(images, byName, FolderHints.Role.PHOTO);
    List<String> sketchFolders = folders(images, byName, FolderHints.Role.SKETCH);
    if (photoFolders.size() == 1 && sketchFolders.size() == 1) {
      return new KnownFolders(photoFolders.get(0), sketchFolders.get(0));
    }
    if (!photoFolders.isEmpty() && !sketchFolders.isEmpty()) {
      return byName;
    }
    List<String> tops = TopFolders.of(images);
    if (tops.size() == 2 && photoFolders.isEmpty() && sketchFolders.isEmpty()) {
      return new KnownFolders(tops.get(0), tops.get(1));
    }
    throw new BadInputException(
        root + " has no folder of photos and no folder of sketches that can be recognised.",
        "Name the folders photos and sketches, or set the parameters photos and sketches.");
  }

  private static String tidy(String folder) {
    return folder.replace('\\', '/').replaceAll("^(\\./)+|/+$", "");
  }

  /** The outermost folders that make the files below them what they are. */
  private static List<String> folders(
      List<StoredFile> images, FolderRoles roles, FolderHints.Role role) {
    Set<String> leaves =
        images.stream()
            .filter(f -> roles.role(f) == role)
            .map(StoredFile::folder)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> outermost = new TreeSet<>();
    for (String leaf : leaves) {
      String folder = leaf;
      while (FolderHints.of(PathNames.folder(folder)).role() == role) {
        folder = PathNames.folder(folder);
      }
      outermost.add(folder);
    }
    return List.copyOf(outermost);
  }

  /** Two folders that are known by name. */
  record KnownFolders(String photos, String sketches) implements FolderRoles {
    /** Takes the folders however their letters are encoded. */
    public KnownFolders(String photos, String sketches) {
      this.photos = FileNames.composed(photos);
      this.sketches = FileNames.composed(sketches);
    }

    @Override
    public FolderHints.Role role(StoredFile file) {
      String path = FileNames.composed(file.path());
      boolean photo = path.startsWith(photos + "/");
      boolean sketch = path.startsWith(sketches + "/");
      if (photo && sketch) {
        // One folder lies in the other: the inner one is meant.
        return photos.length() > sketches.length()
            ? FolderHints.Role.PHOTO
            : FolderHints.Role.SKETCH;
      }
      return photo
          ? FolderHints.Role.PHOTO
          : sketch ? FolderHints.Role.SKETCH : FolderHints.Role.UNKNOWN;
    }

    @Override
    public String key(StoredFile file) {
      String own = role(file) == FolderHints.Role.PHOTO ? photos : sketches;
      String path = FileNames.composed(file.path());
      return FileNames.folded(PathNames.stem(path.substring(own.length() + 1)));
    }
  }

  /** Folders that say by their names what they hold. */
  record FoldersByName() implements FolderRoles {
    @Override
    public FolderHints.Role role(StoredFile file) {
      return FolderHints.of(file.folder()).role();
    }

    @Override
    public String key(StoredFile file) {
      FolderHints hints = FolderHints.of(file.folder());
      return hints.split() + "|" + hints.rest() + "|" + FileNames.folded(file.stem());
    }
  }
}
