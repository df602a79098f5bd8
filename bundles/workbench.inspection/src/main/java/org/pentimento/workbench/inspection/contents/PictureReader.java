package org.pentimento.workbench.inspection.contents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Rectangle;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.detector.SharedPattern.Place;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.result.InspectedPair;
import org.pentimento.protocol.question.DatasetQuestion.CaseDataset;
import org.pentimento.protocol.question.PairQuestion.ChosenPair;
import org.pentimento.protocol.question.PairQuestion.PairImage;
import org.pentimento.protocol.question.PairQuestion.ShowPair;
import org.pentimento.workbench.picture.BoundedPng;
import org.pentimento.workbench.picture.TitledPicture;
import org.pentimento.workbench.preview.PreviewImages;
import org.pentimento.workbench.preview.Previews;

/** Reads the pictures of an inspection. Not for the display's thread. */
public final class PictureReader {
  private static final long PATIENCE_SECONDS = 35;
  private static final String NO_RUN = "-";

  private final PictureSource inspection;
  private final Previews previews;

  /** Reads nothing yet. */
  public PictureReader(PictureSource inspection, Previews previews) {
    this.inspection = inspection;
    this.previews = previews;
  }

  /** Photo and sketch of a pair, then what the detectors show of it. */
  public List<TitledPicture> evidence(InspectedPair pair) {
    List<TitledPicture> pictures = new ArrayList<>(photoAndSketch(pair.id(), null));
    pair.pictures().forEach(p -> pictures.add(new TitledPicture(p.caption(), stored(p.image()))));
    return pictures;
  }

  /**
   * Photo and sketch of a pair; none if the case does not hold the data set.
   *
   * @param place to be framed in the photo, null if none is
   */
  public List<TitledPicture> photoAndSketch(String pair, @Nullable Place place) {
    Optional<CaseDataset> set = inspection.asked();
    if (set.isEmpty()) {
      return List.of();
    }
    ShowPair question =
        new ShowPair(new ChosenPair(set.get().caseFolder(), set.get().name(), pair, NO_RUN, ""));
    try {
      List<TitledPicture> pictures = new ArrayList<>();
      for (PairImage image :
          previews.ask(question).get(PATIENCE_SECONDS, TimeUnit.SECONDS).images()) {
        boolean photo = pictures.isEmpty();
        pictures.add(
            new TitledPicture(
                image.name(),
                PreviewImages.of(image.picture()),
                photo && place != null ? frame(place) : null));
      }
      return pictures;
    } catch (ExecutionException | TimeoutException e) {
      return List.of(new TitledPicture("Photo", null), new TitledPicture("Sketch", null));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }

  private static Rectangle frame(Place place) {
    return new Rectangle(place.x(), place.y(), place.width(), place.height());
  }

  /** A picture that the case holds, null if it cannot be read. */
  public @Nullable ImageData stored(String sha) {
    return bytes(sha).flatMap(BoundedPng::decode).orElse(null);
  }

  /** The bytes of a file that the case holds; empty if it cannot be read. */
  public Optional<byte[]> bytes(String sha) {
    try (CaseFile file = CaseFile.openForReading(inspection.caseFolder())) {
      return Optional.of(file.blobs().read(sha));
    } catch (IOException | UncheckedIOException e) {
      return Optional.empty(); // is drawn as a missing picture
    }
  }
}
