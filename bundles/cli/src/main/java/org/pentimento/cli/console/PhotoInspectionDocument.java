package org.pentimento.cli.console;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.detector.SharedPattern.Place;
import org.pentimento.casefile.result.photo.InspectedPhoto;
import org.pentimento.casefile.result.photo.InspectedPhoto.Pictures;
import org.pentimento.casefile.result.photo.PhotoInspectionResult;
import org.pentimento.casefile.store.Blobs;
import org.pentimento.verdict.PhotoInspectionWords;

/**
 * What an inspection of photos found, as {@code inspect photo --json} prints it.
 *
 * @param photos in the order in which they were given
 * @param compared how many trusted photos they were compared with
 * @param worth how much that is worth, in sentences
 * @param problem why nothing can be said about the model; empty if something can
 * @param run id of the inspection in the case
 */
public record PhotoInspectionDocument(
    List<Photo> photos, int compared, List<String> worth, String problem, String run) {

  /**
   * A photo.
   *
   * @param file as it was given
   * @param p probability that a trusted photo measures as much; null if nothing was measured
   * @param flagged whether it is called triggered
   * @param place left, top, width and height in pixels of the photo as it was given; null if
   *     everywhere, or if it is not flagged
   * @param verdict {@code triggered}, {@code nothing-found}, {@code undecided} or {@code no-score}
   * @param leastP the least p that could have been reached; null if nothing was measured
   * @param unlike how many times as much it has for itself as trusted photos have
   * @param measures what was measured
   * @param remarks in sentences
   * @param residual PNG of what it has for itself; null if nothing was measured
   * @param sketch PNG of what the model draws; null if nothing was measured
   * @param cleanSketch PNG of what clean models draw; null if nothing was measured
   * @param transplanted PNG of trusted photos with the residual; null if nothing was measured
   * @param problem why nothing was measured; empty if something was
   */
  public record Photo(
      String file,
      @Nullable Double p,
      boolean flagged,
      @Nullable List<Integer> place,
      String verdict,
      @Nullable Double leastP,
      double unlike,
      List<Measure> measures,
      List<String> remarks,
      @Nullable String residual,
      @Nullable String sketch,
      @Nullable String cleanSketch,
      @Nullable String transplanted,
      String problem) {}

  /** Something that was measured, beside what trusted photos measure; p is corrected. */
  public record Measure(
      String measure, double value, double usual, double spread, double p, String detail) {}

  /**
   * A result for people's programs.
   *
   * @param run id of the inspection
   * @param blobs of the case, which hold the pictures
   */
  public static PhotoInspectionDocument of(PhotoInspectionResult result, String run, Blobs blobs)
      throws IOException {
    List<Photo> photos = new ArrayList<>();
    for (InspectedPhoto photo : result.photos()) {
      photos.add(of(photo, blobs));
    }
    return new PhotoInspectionDocument(
        photos,
        result.compared(),
        PhotoInspectionWords.worth(result),
        result.noScore() == null ? "" : PhotoInspectionWords.verdict(result).words(),
        run);
  }

  private static Photo of(InspectedPhoto photo, Blobs blobs) throws IOException {
    Place place = photo.place();
    Pictures pictures = photo.pictures();
    return new Photo(
        photo.file(),
        photo.p(),
        photo.flagged(),
        place == null ? null : List.of(place.x(), place.y(), place.width(), place.height()),
        photo.verdict().word(),
        photo.leastP(),
        photo.unlike(),
        photo.measures().stream()
            .map(
                m ->
                    new Measure(
                        InspectionDocument.word(m.measure()),
                        m.value(),
                        m.usual(),
                        m.spread(),
                        m.p(),
                        m.detail()))
            .toList(),
        PhotoInspectionWords.remarks(photo),
        pictures == null ? null : blobs.path(pictures.residual()).toString(),
        pictures == null ? null : blobs.path(pictures.sketch()).toString(),
        pictures == null ? null : blobs.path(pictures.cleanSketch()).toString(),
        pictures == null ? null : blobs.path(pictures.transplanted()).toString(),
        photo.problem());
  }
}
