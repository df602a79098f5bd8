package org.pentimento.dataset.cufs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
 * CUFSF: one sketch of each of 1194 people of FERET, whose photos are distributed separately and
 * may lie in the same folder or elsewhere. File names begin with the person's number of five
 * digits. Originals whose points are there are brought to 200 x 250 pixels with the eye centres at
 * (75, 125) and (125, 125).
 */
@Component(service = DatasetFormat.class)
public final class Cufsf implements DatasetFormat {
  private static final String LIST = "names_of_photos_used_for_drawing_sketches.txt";

  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
          "cufsf",
          "CUFSF",
          "1.0.0",
          "CUHK Face Sketch FERET Database: 1194 sketches; the photos are FERET's and have to be"
              + " unpacked first.",
          "W. Zhang, X. Wang, X. Tang: Coupled Information-Theoretic Encoding for Face Photo-Sketch"
              + " Recognition. CVPR 2011",
          Parameter.folder(
              "photos", "FERET photos", "Folder of the FERET photos if they lie elsewhere."),
          Parameter.choice(
              "edition",
              "Edition",
              "Which images to use where cropped and original ones are there.",
              "cropped",
              "original"));

  private final ImageCodec codec;

  /** Makes the format; the codec decodes its pairs. */
  @Activate
  public Cufsf(@Reference ImageCodec codec) {
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
    Set<String> signs = new HashSet<>();
    for (StoredFile file : scan.get().files()) {
      for (String part : FileNames.folded(file.folder()).split("/")) {
        if (Set.of("original_sketch", "cropped_sketch", "photo_points", "sketch_points")
            .contains(part)) {
          signs.add(part);
        }
      }
      if (FileNames.folded(PathNames.last(file.name())).equals(LIST)) {
        signs.add(LIST);
      }
    }
    return signs.size() >= 2
        ? Optional.of(new Recognition(.97, "the folders of CUFSF"))
        : Optional.empty();
  }

  @Override
  public Dataset open(@Nullable Path root, Settings settings, Progress progress)
      throws IOException, CancelledException {
    FileTree tree =
        FileTree.list(Objects.requireNonNull(root, "root"), FileTree.Zips.LIST, progress);
    List<Skipped> skipped = new ArrayList<>(tree.skipped());
    List<StoredFile> files = new ArrayList<>(tree.files());
    if (!settings.text("photos").isEmpty()) {
      FileTree feret =
          FileTree.list(Path.of(settings.text("photos")), FileTree.Zips.LEAVE, progress);
      skipped.addAll(feret.skipped());
      files.addAll(feret.files());
    }
    PhotoList drawn = photoList(files);
    EyePointIndex eyes =
        EyePointIndex.of(
            EyePointIndex.takeFrom(files),
            f -> FeretName.person(f.stem()).map(p -> eyeKey(p, f, drawn)),
            skipped);
    List<Editions.Labelled> labelled = labelled(ImageFiles.of(files, skipped), drawn, skipped);
    Matching matching = Editions.match(labelled, settings.text("edition").equals("cropped"));
    skipped.addAll(matching.skipped());
    if (labelled.stream().noneMatch(f -> f.role() == FolderHints.Role.SKETCH)) {
      throw new BadInputException(
          "There are no sketches of CUFSF in " + root + ".",
          "Give the folder that holds original_sketch or cropped_sketch.");
    }
    List<PairCandidate> candidates = new ArrayList<>();
    for (Matching.Couple couple : matching.couples()) {
      PairCandidate candidate =
          PairCandidate.of(couple.key(), Split.NONE, couple.photo(), couple.sketch());
      candidates.add(
          isCropped(couple.photo()) || isCropped(couple.sketch())
              ? candidate
              : candidate.withEyes(
                  eyes.find(couple.key() + FolderHints.Role.PHOTO),
                  eyes.find(couple.key() + FolderHints.Role.SKETCH)));
    }
    return new PairAssembly(codec, progress).assemble(candidates, skipped);
  }

  private static PhotoList photoList(List<StoredFile> files) throws IOException {
    for (StoredFile file : files) {
      if (FileNames.folded(PathNames.last(file.name())).equals(LIST)) {
        files.remove(file);
        return file.read(PhotoList::read);
      }
    }
    return PhotoList.none();
  }

  private static List<Editions.Labelled> labelled(
      List<StoredFile> images, PhotoList drawn, List<Skipped> skipped) {
    List<Editions.Labelled> labelled = new ArrayList<>();
    Set<String> listed = new HashSet<>();
    for (StoredFile image : images) {
      FeretName.person(image.stem())
          .filter(p -> drawn.names(p, image.stem()))
          .ifPresent(listed::add);
    }
    for (StoredFile image : images) {
      Optional<String> person = FeretName.person(image.stem());
      if (person.isEmpty()) {
        skipped.add(new Skipped(image.path(), "Its name does not begin with a FERET number."));
      } else if (role(image) == FolderHints.Role.PHOTO
          && listed.contains(person.get())
          && drawn.namesAnother(person.get(), image.stem())) {
        skipped.add(
            new Skipped(image.path(), "The sketch was drawn from another photo of this person."));
      } else {
        labelled.add(new Editions.Labelled(image, person.get(), role(image), isCropped(image)));
      }
    }
    return labelled;
  }

  /**
   * The key under which points are stored. Points of a photo that the sketch was not drawn from get
   * a key of their own, so that they are not used for the photo that it was drawn from.
   */
  private static String eyeKey(String person, StoredFile points, PhotoList drawn) {
    boolean other =
        role(points) == FolderHints.Role.PHOTO && drawn.namesAnother(person, points.stem());
    return (other ? points.path() : person) + role(points);
  }

  private static FolderHints.Role role(StoredFile file) {
    return FolderHints.of(file.folder()).role() == FolderHints.Role.SKETCH
        ? FolderHints.Role.SKETCH
        : FolderHints.Role.PHOTO;
  }

  private static boolean isCropped(StoredFile file) {
    return FolderHints.of(file.folder()).version() == FolderHints.Version.CROPPED;
  }
}
