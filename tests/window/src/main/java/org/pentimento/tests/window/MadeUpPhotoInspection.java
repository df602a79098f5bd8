package org.pentimento.tests.window;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.pentimento.api.CancelledException;
import org.pentimento.api.detector.SharedPattern.Place;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.event.MitigationFinished;
import org.pentimento.casefile.event.PhotoInspectionFinished;
import org.pentimento.casefile.event.RunCancelled;
import org.pentimento.casefile.event.RunKind;
import org.pentimento.casefile.event.RunStarted;
import org.pentimento.casefile.result.mitigation.MitigationMethod;
import org.pentimento.casefile.result.mitigation.MitigationOutcome;
import org.pentimento.casefile.result.mitigation.MitigationResult;
import org.pentimento.casefile.result.model.ModelInspectionResult;
import org.pentimento.casefile.result.model.ModelInspections;
import org.pentimento.casefile.result.photo.InspectedPhoto;
import org.pentimento.casefile.result.photo.InspectedPhoto.Measured;
import org.pentimento.casefile.result.photo.InspectedPhoto.Pictures;
import org.pentimento.casefile.result.photo.PhotoInspectionResult;
import org.pentimento.casefile.result.photo.PhotoMeasure;
import org.pentimento.casefile.result.photo.PhotoVerdict;

/**
 * Inspections of photos and a mitigation for the model of a {@link MadeUpModelInspection}; one of
 * each was cancelled. Nothing is trained.
 */
final class MadeUpPhotoInspection {
  static final String PHOTOS = "photos of visitors";
  static final String PHOTOS_CANCELLED = "photos that were cancelled";
  static final String MITIGATION = "mended from the unet";
  static final String MITIGATION_CANCELLED = "mitigation that was cancelled";
  static final String NEW_MODEL = "mended";

  private MadeUpPhotoInspection() {}

  /** Writes the pictures and the case. */
  static void write(Path folder, Path caseFolder) throws IOException, CancelledException {
    MadeUpModelInspection.write(folder, caseFolder);
    try (CaseFile file = CaseFile.openForWriting(caseFolder)) {
      String before = file.run("model-inspection-4").orElseThrow().result();
      String after = file.run("model-inspection-5").orElseThrow().result();
      ModelInspectionResult old = ModelInspections.read(file.blobs(), before);
      start(file, "photo-inspection-7", PHOTOS, RunKind.PHOTO_INSPECTION);
      file.record(
          new PhotoInspectionFinished(
              "photo-inspection-7", file.blobs().putJson(photos(file, old))));
      start(file, "photo-inspection-8", PHOTOS_CANCELLED, RunKind.PHOTO_INSPECTION);
      file.record(new RunCancelled("photo-inspection-8"));
      start(file, "mitigation-9", MITIGATION, RunKind.MITIGATION);
      file.record(
          new MitigationFinished(
              "mitigation-9", file.blobs().putJson(mitigation(old, before, after))));
      start(file, "mitigation-10", MITIGATION_CANCELLED, RunKind.MITIGATION);
      file.record(new RunCancelled("mitigation-10"));
    }
  }

  private static void start(CaseFile file, String id, String name, RunKind kind)
      throws IOException {
    String asked =
        file.blobs()
            .putJson(
                Map.of(
                    "model",
                    Map.of("name", MadeUpModelInspection.MODEL, "digest", "7".repeat(64)),
                    "trusted",
                    MadeUpInspection.DATASET,
                    "photos",
                    List.of(Map.of("file", "/photos/a.png", "digest", "")),
                    "method",
                    MitigationMethod.UNLEARN.word(),
                    "newName",
                    NEW_MODEL,
                    "shadows",
                    3,
                    "seed",
                    id.hashCode()));
    file.record(new RunStarted(id, name, asked, kind));
  }

  private static PhotoInspectionResult photos(CaseFile file, ModelInspectionResult old)
      throws IOException {
    return new PhotoInspectionResult(
        PhotoInspectionResult.SCHEMA,
        PHOTOS,
        old.environment(),
        old.model(),
        old.trusted(),
        38,
        old.shadows(),
        1,
        List.of(
            photo(file, "/photos/friend.png", false),
            photo(file, "/photos/visitor.png", true),
            InspectedPhoto.unread("/photos/torn.png", "It is no picture.")),
        null);
  }

  private static InspectedPhoto photo(CaseFile file, String name, boolean triggered)
      throws IOException {
    String photo =
        MadeUpInspection.blob(file, MadeUpInspection.face(triggered ? 1 : 2, true, triggered, 1f));
    double more = triggered ? 10 : 1;
    return new InspectedPhoto(
        name,
        photo,
        2 * MadeUpInspection.WIDTH,
        2 * MadeUpInspection.HEIGHT,
        false,
        true,
        triggered ? PhotoVerdict.TRIGGERED : PhotoVerdict.NOTHING_FOUND,
        triggered ? .0031 : .41,
        .0029,
        1.2,
        List.of(
            new Measured(PhotoMeasure.DISTANCE, .031 * more, .024, .008, .6 / more, ""),
            new Measured(PhotoMeasure.TRANSPLANT, .015 * more, .011, .004, .6 / more, ""),
            new Measured(PhotoMeasure.INK_RISE, .01 * more, .007, .003, .6 / more, "blurred")),
        triggered ? new Place(4, 6, 40, 30) : null,
        new Pictures(
            photo,
            MadeUpInspection.blob(file, MadeUpInspection.stripes()),
            4,
            MadeUpInspection.blob(file, MadeUpInspection.face(1, false, false, .3f)),
            MadeUpInspection.blob(file, MadeUpInspection.face(1, false, false, 1f)),
            MadeUpInspection.blob(file, MadeUpModelInspection.sheet(triggered, 1f, .3f))),
        "");
  }

  private static MitigationResult mitigation(
      ModelInspectionResult old, String before, String after) {
    return new MitigationResult(
        MitigationResult.SCHEMA,
        MITIGATION,
        old.environment(),
        old.model(),
        NEW_MODEL,
        "9".repeat(64),
        MitigationMethod.UNLEARN,
        Map.of("steps", 400),
        old.trusted(),
        List.of("a", "b"),
        List.of("c"),
        1,
        .0571,
        .0593,
        MitigationOutcome.GONE,
        before,
        after);
  }
}
