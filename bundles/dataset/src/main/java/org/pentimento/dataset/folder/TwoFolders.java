package org.pentimento.dataset.folder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
import org.pentimento.dataset.listing.QuickScan;
import org.pentimento.dataset.listing.StoredFile;
import org.pentimento.dataset.pairing.Matching;
import org.pentimento.dataset.pairing.PairAssembly;
import org.pentimento.dataset.pairing.PairCandidate;

/**
 * Photos in one folder, sketches of the same names in another. Names are compared without regard to
 * case and ending. The folders are recognised by their names ({@code photos}, {@code sketches},
 * {@code A}, {@code B}, also within {@code train} and {@code test}); if only one of two says what
 * it holds, the other is its partner; if none does, the first in alphabetical order holds the
 * photos.
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

  /** Makes the format; the codec decodes its pairs. */
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
    List<String> tops = TopFolders.of(images);
    Optional<FolderRoles> partners =
        PartnerFolders.of(images).filter(roles -> PartnerFolders.match(roles, images));
    if (partners.isPresent()) {
      return Optional.of(
          new Recognition(.6, "a folder that says what it holds, and its partner beside it"));
    }
    if (tops.size() != 2 || tops.stream().anyMatch(FolderHints::namesSplit)) {
      return Optional.empty();
    }
    return TopFolders.shareNames(images, tops)
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
    FolderRoles roles = FolderRoles.of(tree.root(), images, settings);
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
          "No photo folder and sketch folder can be recognised in " + root + ".",
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
}
