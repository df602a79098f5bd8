package org.pentimento.dataset.folder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.data.Dataset;
import org.pentimento.api.data.DatasetFormat;
import org.pentimento.api.data.Skipped;
import org.pentimento.api.data.Split;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Parameter;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.image.ImageCodec;
import org.pentimento.dataset.listing.FileTree;
import org.pentimento.dataset.listing.FolderHints;
import org.pentimento.dataset.listing.ImageFiles;
import org.pentimento.dataset.listing.PathNames;
import org.pentimento.dataset.listing.QuickScan;
import org.pentimento.dataset.listing.StoredFile;
import org.pentimento.dataset.pairing.Matching;
import org.pentimento.dataset.pairing.PairAssembly;
import org.pentimento.dataset.pairing.PairCandidate;

/**
 * Photos in one folder, sketches of the same names in another. Names are compared without regard to
 * case and ending. The folders are told by their names ({@code photos}, {@code sketches}, {@code
 * A}, {@code B}, also within {@code train} and {@code test}); if these say nothing and there are
 * exactly two, the first in alphabetical order holds the photos.
 */
@Component(service = DatasetFormat.class)
public final class TwoFolders implements DatasetFormat {
  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
          "two-folders",
          "Two folders",
          "1.0.0",
          "Photos in one folder, sketches with the same names in another; endings and case may"
              + " differ.",
          "Common practice",
          Parameter.text(
              "photos",
              "Photo folder",
              "Folder of the photos below the data set's; guessed if" + " empty.",
              ""),
          Parameter.text(
              "sketches",
              "Sketch folder",
              "Folder of the sketches below the data set's; guessed if" + " empty.",
              ""));

  private final ImageCodec codec;

  /** Made with the codec that decodes the pairs. */
  @Activate
  public TwoFolders(@Reference ImageCodec codec) {
    this.codec = codec;
  }

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Optional<Recognition> recognise(Path root) throws IOException {
    Optional<QuickScan> scan = QuickScan.at(root);
    if (scan.isEmpty()) {
      return Optional.empty();
    }
    if (scan.get().has(FolderHints.Role.PHOTO) && scan.get().has(FolderHints.Role.SKETCH)) {
      boolean split =
          scan.get().images().stream()
              .anyMatch(f -> FolderHints.of(f.folder()).split() != Split.NONE);
      return Optional.of(
          split
              ? new Recognition(.75, "photo and sketch folders within train and test")
              : new Recognition(.8, "a photo folder and a sketch folder"));
    }
    List<StoredFile> images =
        scan.get().images().stream().filter(f -> f.archive().isEmpty()).toList();
    List<String> tops = tops(images);
    if (tops.size() != 2 || tops.stream().anyMatch(FolderHints::namesSplit)) {
      return Optional.empty();
    }
    return shareNames(images, tops)
        ? Optional.of(
            new Recognition(.6, "two folders with the same names, " + String.join(" and ", tops)))
        : Optional.empty();
  }

  @Override
  public Dataset open(@Nullable Path root, Settings settings, Progress progress)
      throws IOException, CancelledException {
    FileTree tree =
        FileTree.list(Objects.requireNonNull(root, "root"), FileTree.Zips.LEAVE, progress);
    List<Skipped> skipped = new ArrayList<>(tree.skipped());
    List<StoredFile> images = ImageFiles.of(tree.files(), skipped);
    Roles roles = roles(tree.root(), images, settings);
    List<StoredFile> photos = new ArrayList<>();
    List<StoredFile> sketches = new ArrayList<>();
    for (StoredFile image : images) {
      switch (roles.role(image)) {
        case PHOTO -> photos.add(image);
        case SKETCH -> sketches.add(image);
        case UNKNOWN ->
            skipped.add(
                new Skipped(
                    image.path(), "It lies neither in the photo folder nor in the sketch folder."));
      }
    }
    if (photos.isEmpty() || sketches.isEmpty()) {
      throw new BadInputException(
          "No photo folder and sketch folder can be told in " + root + ".",
          "Name the folders photos and sketches, or set the parameters photos and sketches.");
    }
    Matching matching = Matching.of(photos, sketches, roles::key);
    skipped.addAll(matching.skipped());
    List<PairCandidate> candidates = new ArrayList<>(matching.couples().size());
    for (Matching.Couple couple : matching.couples()) {
      candidates.add(
          PairCandidate.of(
              couple.photo().id(), roles.split(couple.photo()), couple.photo(), couple.sketch()));
    }
    return new PairAssembly(codec, progress).assemble(candidates, skipped);
  }

  /** How photos, sketches and their keys are told. */
  private interface Roles {
    FolderHints.Role role(StoredFile file);

    String key(StoredFile file);

    default Split split(StoredFile file) {
      return FolderHints.of(file.folder()).split();
    }
  }

  /** Two folders that are known by name. */
  private record Fixed(String photos, String sketches) implements Roles {
    @Override
    public FolderHints.Role role(StoredFile file) {
      boolean photo = file.path().startsWith(photos + "/");
      boolean sketch = file.path().startsWith(sketches + "/");
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
      return PathNames.folded(PathNames.stem(file.path().substring(own.length() + 1)));
    }
  }

  /** Folders that say by their names what they hold. */
  private record Speaking() implements Roles {
    @Override
    public FolderHints.Role role(StoredFile file) {
      return FolderHints.of(file.folder()).role();
    }

    @Override
    public String key(StoredFile file) {
      FolderHints hints = FolderHints.of(file.folder());
      return hints.split() + "|" + hints.rest() + "|" + PathNames.folded(file.stem());
    }
  }

  private static Roles roles(Path root, List<StoredFile> images, Settings settings)
      throws BadInputException {
    String photos = settings.text("photos");
    String sketches = settings.text("sketches");
    if (photos.isEmpty() != sketches.isEmpty()) {
      throw new BadInputException(
          "Of the parameters photos and sketches only one is set.", "Set both or none.");
    }
    if (!photos.isEmpty()) {
      return new Fixed(tidy(photos), tidy(sketches));
    }
    Speaking speaking = new Speaking();
    List<String> photoFolders = folders(images, speaking, FolderHints.Role.PHOTO);
    List<String> sketchFolders = folders(images, speaking, FolderHints.Role.SKETCH);
    if (photoFolders.size() == 1 && sketchFolders.size() == 1) {
      return new Fixed(photoFolders.get(0), sketchFolders.get(0));
    }
    if (!photoFolders.isEmpty() && !sketchFolders.isEmpty()) {
      return speaking;
    }
    List<String> tops = tops(images);
    if (tops.size() == 2) {
      return new Fixed(tops.get(0), tops.get(1));
    }
    throw new BadInputException(
        root + " has no folder of photos and folder of sketches that could be told.",
        "Name the folders photos and sketches, or set the parameters photos and sketches.");
  }

  private static String tidy(String folder) {
    return folder.replace('\\', '/').replaceAll("^(\\./)+|/+$", "");
  }

  /** The outermost folders that make the files below them what they are. */
  private static List<String> folders(List<StoredFile> images, Roles roles, FolderHints.Role role) {
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

  private static String top(StoredFile file) {
    int slash = file.path().indexOf('/');
    return slash < 0 ? "" : file.path().substring(0, slash);
  }

  private static List<String> tops(List<StoredFile> images) {
    Set<String> tops = new TreeSet<>();
    Map<Boolean, List<StoredFile>> byDepth =
        images.stream().collect(Collectors.partitioningBy(f -> top(f).isEmpty()));
    byDepth.getOrDefault(false, List.of()).forEach(f -> tops.add(top(f)));
    return List.copyOf(tops);
  }

  /** Whether some file of the first folder has one of the same name in the second. */
  private static boolean shareNames(List<StoredFile> images, List<String> tops) {
    Set<String> seconds =
        images.stream()
            .filter(f -> top(f).equals(tops.get(1)))
            .map(TwoFolders::nameInTop)
            .collect(Collectors.toSet());
    return images.stream()
        .filter(f -> top(f).equals(tops.get(0)))
        .anyMatch(f -> seconds.contains(nameInTop(f)) || hasTwin(f, tops.get(1)));
  }

  private static String nameInTop(StoredFile file) {
    return PathNames.folded(PathNames.stem(file.path().substring(top(file).length() + 1)));
  }

  /** Looks on disk, since of a large folder a scan sees only some files. */
  private static boolean hasTwin(StoredFile file, String other) {
    String stem = PathNames.stem(file.path().substring(top(file).length() + 1));
    Set<String> endings = new HashSet<>(Set.of("png", "jpg", "jpeg", "bmp", "tif", "ppm", "pgm"));
    String last = PathNames.last(file.path());
    endings.add(last.substring(last.lastIndexOf('.') + 1));
    return endings.stream()
        .anyMatch(e -> file.root().resolve(other).resolve(stem + "." + e).toFile().isFile());
  }
}
