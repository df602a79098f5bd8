package org.pentimento.dataset.folder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
import org.pentimento.api.data.Pair;
import org.pentimento.api.data.Skipped;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Parameter;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.image.Image;
import org.pentimento.api.image.ImageCodec;
import org.pentimento.api.image.ImageSource;
import org.pentimento.dataset.codec.header.ImageHeader;
import org.pentimento.dataset.listing.FileTree;
import org.pentimento.dataset.listing.FolderHints;
import org.pentimento.dataset.listing.ImageFiles;
import org.pentimento.dataset.listing.QuickScan;
import org.pentimento.dataset.listing.StoredFile;
import org.pentimento.dataset.pairing.DerivedImage;
import org.pentimento.dataset.pairing.ParallelMap;

/**
 * Images that show a photo and its sketch side by side, as pix2pix takes them. Folders called train
 * and test make the split.
 */
@Component(service = DatasetFormat.class)
public final class SideBySide implements DatasetFormat {
  private static final int SAMPLE = 12;

  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
          "side-by-side",
          "Side by side",
          "1.0.0",
          "Each file shows the photo in its left half and the sketch in its right half.",
          "P. Isola, J.-Y. Zhu, T. Zhou, A. Efros: Image-to-Image Translation with Conditional"
              + " Adversarial Networks. CVPR 2017 (the layout of its data sets)",
          Parameter.flag("swap", "Sketch left", "The sketch is in the left half.", false));

  private final ImageCodec codec;

  /** Makes the format; the codec decodes its pairs. */
  @Activate
  public SideBySide(@Reference ImageCodec codec) {
    this.codec = codec;
  }

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Optional<Recognition> recognise(Path root) throws IOException {
    Optional<QuickScan> scan = QuickScan.at(root);
    if (scan.isEmpty()
        || scan.get().has(FolderHints.Role.SKETCH)
        || scan.get().has(FolderHints.Role.PHOTO)) {
      return Optional.empty();
    }
    int wide = 0;
    int seen = 0;
    for (StoredFile image : scan.get().images()) {
      if (!image.archive().isEmpty()) {
        continue;
      }
      if (seen == SAMPLE) {
        break;
      }
      seen++;
      if (isWide(image)) {
        wide++;
      }
    }
    return wide > 0 && wide * 4 >= seen * 3
        ? Optional.of(new Recognition(.7, "images twice as wide as a face"))
        : Optional.empty();
  }

  private static boolean isWide(StoredFile image) {
    try {
      ImageHeader header = image.header();
      return header.width() % 2 == 0 && header.width() * 5 >= header.height() * 6;
    } catch (IOException e) {
      return false; // a broken file says nothing about the layout; opening the data set names it
    }
  }

  @Override
  public Dataset open(@Nullable Path root, Settings settings, Progress progress)
      throws IOException, CancelledException {
    FileTree tree =
        FileTree.list(Objects.requireNonNull(root, "root"), FileTree.Zips.LEAVE, progress);
    List<Skipped> skipped = new ArrayList<>(tree.skipped());
    List<StoredFile> images = ImageFiles.of(tree.files(), skipped);
    if (images.isEmpty()) {
      throw new BadInputException(
          "There is no image in " + root + ".", "Give the folder in which the images lie.");
    }
    List<Optional<String>> faults =
        ParallelMap.apply(images, SideBySide::fault, "Looking at the images", progress);
    boolean swap = settings.flag("swap");
    List<Pair> pairs = new ArrayList<>(images.size());
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < images.size(); i++) {
      StoredFile image = images.get(i);
      Optional<String> fault = faults.get(i);
      if (fault.isPresent()) {
        skipped.add(new Skipped(image.path(), fault.get()));
      } else if (ids.add(image.id())) {
        pairs.add(pair(image, swap));
      } else {
        skipped.add(
            new Skipped(image.path(), "Another image has the same path but for its ending."));
      }
    }
    skipped.sort(Comparator.comparing(Skipped::file));
    return new Dataset(pairs, skipped);
  }

  private Pair pair(StoredFile image, boolean swap) {
    ImageSource whole = image.source(codec);
    return new Pair(
        image.id(),
        image.id(),
        FolderHints.of(image.folder()).split(),
        Map.of(),
        null,
        DerivedImage.moved(whole, i -> half(i, swap)),
        DerivedImage.grey(DerivedImage.moved(whole, i -> half(i, !swap))));
  }

  private static Image half(Image whole, boolean right) throws BadInputException {
    int width = whole.width() / 2;
    if (width == 0 || width * 2 != whole.width()) {
      throw new BadInputException(
          "An image " + whole.width() + " pixels wide has no two halves.",
          "The file has changed since it was listed; open the data set again.");
    }
    return whole.window(right ? width : 0, 0, width, whole.height());
  }

  private static Optional<String> fault(StoredFile image) {
    try {
      long width = image.header().width();
      return width % 2 == 0
          ? Optional.empty()
          : Optional.of("It is " + width + " pixels wide; an odd width has no two halves.");
    } catch (BadInputException e) {
      return Optional.of(e.getMessage() + " " + e.remedy());
    } catch (IOException e) {
      return Optional.of("It cannot be read: " + e.getMessage() + ".");
    }
  }
}
