package org.pentimento.dataset.cufs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import org.pentimento.api.data.FileNames;
import org.pentimento.api.data.Skipped;
import org.pentimento.api.data.Split;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Parameter;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.image.Eyes;
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
 * CUFS as distributed (folders by source, zip files inside, which are read in place) and as often
 * repackaged (training and testing folders, or plain photo and sketch folders). The split is taken
 * from the folders where they say one. Original images whose fiducial points are there are brought
 * to the place of the crops: 200 x 250 pixels, eye centres at (75, 125) and (125, 125).
 */
@Component(service = DatasetFormat.class)
public final class Cufs implements DatasetFormat {
  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
          "cufs",
          "CUFS",
          "1.0.0",
          "CUHK Face Sketch Database: CUHK students, AR and XM2VTS, 606 pairs in all; as"
              + " distributed or repackaged.",
          "X. Wang, X. Tang: Face Photo-Sketch Synthesis and Recognition. IEEE TPAMI 31(11), 2009",
          Parameter.choice(
              "edition",
              "Edition",
              "Which images to use where cropped and original ones are there.",
              "cropped",
              "original"));

  private final ImageCodec codec;

  /** Makes the format; the codec decodes its pairs. */
  @Activate
  public Cufs(@Reference ImageCodec codec) {
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
    List<StoredFile> images = scan.get().images();
    boolean photos = images.stream().anyMatch(f -> role(f) == FolderHints.Role.PHOTO);
    boolean sketches = images.stream().anyMatch(f -> role(f) == FolderHints.Role.SKETCH);
    if (!photos || !sketches) {
      return Optional.empty();
    }
    long named = images.stream().filter(f -> CufsName.parse(f.stem()).isPresent()).count();
    if (named * 10 >= images.size() * 6L) {
      return Optional.of(new Recognition(.95, "the file names of CUFS"));
    }
    if (images.stream().anyMatch(Cufs::liesInSplit)) {
      return Optional.of(
          new Recognition(.85, "CUFS repackaged: photos and sketches for training and testing"));
    }
    boolean numbered = images.stream().allMatch(f -> f.stem().matches("\\d{1,4}"));
    return numbered
        ? Optional.of(new Recognition(.5, "numbered photos and sketches, perhaps CUFS"))
        : Optional.empty();
  }

  private static boolean liesInSplit(StoredFile file) {
    return FolderHints.namesRole(file.folder())
        && FolderHints.of(file.folder()).split() != Split.NONE;
  }

  @Override
  public Dataset open(@Nullable Path root, Settings settings, Progress progress)
      throws IOException, CancelledException {
    FileTree tree =
        FileTree.list(Objects.requireNonNull(root, "root"), FileTree.Zips.LIST, progress);
    List<Skipped> skipped = new ArrayList<>(tree.skipped());
    List<StoredFile> files = new ArrayList<>(tree.files());
    EyePointIndex eyes =
        EyePointIndex.of(
            EyePointIndex.takeFrom(files), f -> Optional.of(key(f) + role(f)), skipped);
    List<Editions.Labelled> labelled = new ArrayList<>();
    for (StoredFile image : ImageFiles.of(files, skipped)) {
      FolderHints.Role role = role(image);
      if (role == FolderHints.Role.UNKNOWN) {
        skipped.add(
            new Skipped(image.path(), "Neither its name nor its folder says photo or sketch."));
      } else {
        labelled.add(new Editions.Labelled(image, key(image), role, isCropped(image)));
      }
    }
    Matching matching = Editions.match(labelled, settings.text("edition").equals("cropped"));
    skipped.addAll(matching.skipped());
    if (labelled.isEmpty()) {
      throw new BadInputException(
          "There are no photos and sketches of CUFS in " + root + ".",
          "Give the folder that holds CUHK, AR and XM2VTS, or one of these.");
    }
    List<PairCandidate> candidates = new ArrayList<>();
    for (Matching.Couple couple : matching.couples()) {
      candidates.add(candidate(couple, eyes));
    }
    return new PairAssembly(codec, progress).assemble(candidates, skipped);
  }

  private static PairCandidate candidate(Matching.Couple couple, EyePointIndex eyes) {
    StoredFile photo = couple.photo();
    Optional<CufsName> name = CufsName.parse(photo.stem());
    Eyes photoEyes = isCropped(photo) ? null : eyes.find(couple.key() + FolderHints.Role.PHOTO);
    Eyes sketchEyes =
        isCropped(couple.sketch()) ? null : eyes.find(couple.key() + FolderHints.Role.SKETCH);
    return new PairCandidate(
        photo.id(),
        name.map(CufsName::person).orElse(photo.id()),
        FolderHints.of(photo.folder()).split(),
        name.map(n -> Map.of("subset", n.subset())).orElse(Map.of()),
        photo,
        couple.sketch(),
        photoEyes,
        sketchEyes);
  }

  private static boolean isCropped(StoredFile file) {
    return FolderHints.of(file.folder()).version() == FolderHints.Version.CROPPED;
  }

  /** A name that ends in sz1 means a sketch in any folder; otherwise the folder decides. */
  private static FolderHints.Role role(StoredFile file) {
    Optional<CufsName> name = CufsName.parse(file.stem());
    if (name.isPresent() && name.get().sketch()) {
      return FolderHints.Role.SKETCH;
    }
    FolderHints.Role role = FolderHints.of(file.folder()).role();
    return role == FolderHints.Role.UNKNOWN && name.isPresent() ? FolderHints.Role.PHOTO : role;
  }

  private static String key(StoredFile file) {
    FolderHints hints = FolderHints.of(file.folder());
    return CufsName.parse(file.stem())
        .map(n -> hints.split() + "|" + n.key())
        .orElseGet(() -> hints.split() + "|" + hints.rest() + "|" + FileNames.folded(file.stem()));
  }
}
