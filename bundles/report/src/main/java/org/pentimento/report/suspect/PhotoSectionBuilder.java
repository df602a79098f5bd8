package org.pentimento.report.suspect;

import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.detector.SharedPattern.Place;
import org.pentimento.casefile.result.FindingKind;
import org.pentimento.casefile.result.model.ShadowUsed;
import org.pentimento.casefile.result.photo.InspectedPhoto;
import org.pentimento.casefile.result.photo.InspectedPhoto.Measured;
import org.pentimento.casefile.result.photo.PhotoInspectionResult;
import org.pentimento.casefile.result.photo.PhotoMeasure;
import org.pentimento.report.detection.DetectorTables;
import org.pentimento.report.detection.InspectionBuilder;
import org.pentimento.report.detection.StoredPictures;
import org.pentimento.report.part.Badge;
import org.pentimento.report.part.Badge.Tone;
import org.pentimento.report.part.BlobBytes;
import org.pentimento.report.part.Fact;
import org.pentimento.report.part.ReportPicture;
import org.pentimento.report.part.SettingsTable;
import org.pentimento.report.part.Table;
import org.pentimento.report.part.Table.Cell;
import org.pentimento.report.part.Table.Column;
import org.pentimento.report.part.ValueText;
import org.pentimento.report.source.ReportSource;
import org.pentimento.report.suspect.PhotoSection.TriggeredPhoto;
import org.pentimento.verdict.ModelInspectionWords;
import org.pentimento.verdict.NumberWords;
import org.pentimento.verdict.PhotoInspectionWords;
import org.pentimento.verdict.PhotoInspectionWords.Captioned;
import org.pentimento.verdict.Statement;

/** Makes the section of an inspection of photos. */
public final class PhotoSectionBuilder {
  private static final String NONE = "–";

  private final StoredPictures pictures;
  private final SettingsTable settings;

  /** Has read nothing yet. */
  public PhotoSectionBuilder(BlobBytes blobs, SettingsTable settings) {
    this.settings = settings;
    this.pictures = new StoredPictures(blobs);
  }

  /** The section of an inspection. */
  public PhotoSection section(
      ReportSource.Run<PhotoInspectionResult> run,
      PhotoInspectionResult result,
      ZoneId zone,
      String anchor)
      throws IOException {
    Statement said = PhotoInspectionWords.verdict(result);
    List<TriggeredPhoto> triggered = new ArrayList<>();
    for (InspectedPhoto photo : result.photos()) {
      if (photo.flagged()) {
        triggered.add(triggered(photo, result));
      }
    }
    FindingKind kind = result.model().kind();
    return new PhotoSection(
        anchor,
        PhotoInspectionWords.title(result) + ", " + run.id(),
        kind,
        ModelInspectionWords.explanation(result.model(), kind),
        badge(result).of(kind),
        said.lead(),
        List.of(said.words(), PhotoInspectionWords.errorRates(result)),
        facts(run, result, zone),
        photos(result),
        triggered,
        PhotoInspectionWords.limits(result),
        List.of(
            ModelTables.shadows(result.shadows(), result.trusted().count()),
            settings.of(ModelTables.methods(result.shadows()))),
        List.of(
            "Inspect photos with the SHA-256 given here for a model with the SHA-256 given here,"
                + " with the same trusted pairs, as many shadow models, and seed "
                + result.seed()
                + ".",
            "Then compare the SHA-256 of the new result with the one given here. Results hold no"
                + " times; the photos are named as they were given."),
        DetectorTables.environment(result.environment()),
        hashes(result, run.resultSha256()));
  }

  private static Badge badge(PhotoInspectionResult result) {
    return new Badge(
        PhotoInspectionWords.outcome(result),
        result.noScore() != null ? Tone.QUIET : result.flagged() > 0 ? Tone.ALARM : Tone.ANSWER);
  }

  private TriggeredPhoto triggered(InspectedPhoto photo, PhotoInspectionResult result)
      throws IOException {
    List<String> sentences = new ArrayList<>();
    sentences.add(PhotoInspectionWords.sentence(photo));
    photo.measures().stream().map(PhotoInspectionWords::sentence).forEach(sentences::add);
    List<ReportPicture> single = new ArrayList<>();
    List<Captioned> all = PhotoInspectionWords.pictures(photo);
    Place place = place(photo, result);
    for (Captioned picture : all) {
      single.add(
          place != null && single.isEmpty()
              ? pictures.framed(picture.caption(), picture.caption(), picture.image(), place)
              : pictures.picture(picture.caption(), picture.caption(), picture.image()));
    }
    int last = Math.max(0, single.size() - 1); // of other photos
    return new TriggeredPhoto(
        photo.file(),
        sentences,
        List.copyOf(single.subList(0, last)),
        List.copyOf(single.subList(last, single.size())));
  }

  /** The place in the photo as it was measured, which is of the size of the trusted photos. */
  private static @Nullable Place place(InspectedPhoto photo, PhotoInspectionResult result) {
    Place given = photo.place();
    if (given == null || photo.width() == 0 || photo.height() == 0) {
      return null;
    }
    double across = (double) result.trusted().width() / photo.width();
    double down = (double) result.trusted().height() / photo.height();
    return new Place(
        (int) (given.x() * across),
        (int) (given.y() * down),
        Math.max(1, (int) Math.ceil(given.width() * across)),
        Math.max(1, (int) Math.ceil(given.height() * down)));
  }

  private static List<Fact> facts(
      ReportSource.Run<PhotoInspectionResult> run, PhotoInspectionResult result, ZoneId zone) {
    return List.of(
        new Fact("Inspection", run.id(), true),
        new Fact("Started", ValueText.time(run.started(), zone)),
        new Fact("Ended", ValueText.time(run.ended(), zone)),
        new Fact("Model", ModelInspectionBuilder.model(result.model())),
        new Fact("Photos", Integer.toString(result.photos().size())),
        new Fact("Trusted pairs", InspectionBuilder.data(result.trusted())),
        new Fact("Trusted photos compared with", Integer.toString(result.compared())),
        new Fact("Shadow models", Integer.toString(result.shadows().size())),
        new Fact("Seed", Long.toString(result.seed())));
  }

  private static Table photos(PhotoInspectionResult result) {
    List<Column> columns = new ArrayList<>();
    columns.add(Table.text("photo", 1.6));
    columns.add(Table.text("verdict", .8));
    columns.add(Table.number("p", .6));
    columns.add(Table.text("place", .8));
    for (PhotoMeasure measure : PhotoMeasure.values()) {
      columns.add(Table.number(column(measure), .8));
    }
    List<List<Cell>> rows = new ArrayList<>();
    for (InspectedPhoto photo : result.photos()) {
      List<Cell> row = new ArrayList<>();
      row.add(new Cell(photo.file(), remarks(photo)));
      row.add(new Cell(PhotoInspectionWords.name(photo.verdict()), ""));
      Double p = photo.p();
      Double least = photo.leastP();
      row.add(
          p == null || least == null
              ? new Cell(NONE, "")
              : new Cell(NumberWords.fine(p), "least " + NumberWords.fine(least)));
      String place = PhotoInspectionWords.place(photo);
      row.add(new Cell(place.isEmpty() ? NONE : place, ""));
      for (PhotoMeasure measure : PhotoMeasure.values()) {
        row.add(
            photo.measures().stream()
                .filter(measured -> measured.measure() == measure)
                .map(PhotoSectionBuilder::cell)
                .findFirst()
                .orElse(new Cell(NONE, "")));
      }
      rows.add(row);
    }
    return new Table(
        "The photos: p is the probability that a trusted photo measures as much in all; below each"
            + " measurement, what trusted photos usually have",
        columns,
        rows);
  }

  private static String column(PhotoMeasure measure) {
    return switch (measure) {
      case DISTANCE -> "distance from clean sketches";
      case TRANSPLANT -> "effect on other photos";
      case INK_RISE -> "ink that comes back";
    };
  }

  private static Cell cell(Measured measured) {
    return new Cell(
        ValueText.value(measured.value()), "usually " + ValueText.value(measured.usual()));
  }

  private static String remarks(InspectedPhoto photo) {
    List<String> remarks = new ArrayList<>();
    if (photo.width() > 0) {
      remarks.add(photo.width() + " × " + photo.height() + " pixels.");
    }
    if (!photo.problem().isEmpty()) {
      remarks.add(photo.problem());
    }
    remarks.addAll(PhotoInspectionWords.remarks(photo));
    return String.join(" ", remarks);
  }

  private static Table hashes(PhotoInspectionResult result, String resultSha) {
    Map<String, String> hashes = new LinkedHashMap<>();
    hashes.put("result", resultSha);
    hashes.put("model", result.model().digest());
    hashes.put("trusted pairs", result.trusted().digest());
    int number = 0;
    for (ShadowUsed shadow : result.shadows()) {
      number++;
      hashes.put("weights of shadow model " + number, shadow.weights());
    }
    result.photos().forEach(photo -> hashes.put("photo " + photo.file(), photo.original()));
    return DetectorTables.hashes(hashes);
  }
}
