package org.pentimento.report;

import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.detector.SharedPattern.Place;
import org.pentimento.casefile.TrainingCosts;
import org.pentimento.casefile.json.CanonicalJson;
import org.pentimento.casefile.result.InspectionResult;
import org.pentimento.casefile.result.RunResult;
import org.pentimento.casefile.result.SelfTestResult;
import org.pentimento.casefile.result.mitigation.MitigationMethod;
import org.pentimento.casefile.result.mitigation.MitigationOutcome;
import org.pentimento.casefile.result.mitigation.MitigationResult;
import org.pentimento.casefile.result.model.ModelInspectionResult;
import org.pentimento.casefile.result.photo.InspectedPhoto;
import org.pentimento.casefile.result.photo.InspectedPhoto.Measured;
import org.pentimento.casefile.result.photo.InspectedPhoto.Pictures;
import org.pentimento.casefile.result.photo.PhotoInspectionResult;
import org.pentimento.casefile.result.photo.PhotoMeasure;
import org.pentimento.casefile.result.photo.PhotoVerdict;
import org.pentimento.casefile.store.Sha256;
import org.pentimento.report.source.ReportSource;

/**
 * A case with inspections of photos, one of which failed, and with mitigations, of one of which the
 * case lacks the inspections. All of it is made up.
 */
final class MadeUpPhotos implements ReportSource {
  static final String TRIGGERED = "photos/visitor <1>.png";
  static final String LACKING = "0".repeat(64);
  private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

  private final MadeUpSuspect suspect = new MadeUpSuspect();
  private final ModelInspectionResult before = suspect.backdoor();
  private final Map<String, ModelInspectionResult> models = new HashMap<>();
  private final Map<String, byte[]> blobs = new HashMap<>();
  private final PhotoInspectionResult photos = photos();
  private final MitigationResult gone;
  private final MitigationResult lacking;

  MadeUpPhotos() {
    String sha = stored(before);
    models.put(sha, before);
    gone = mitigation("mended", MitigationOutcome.GONE, sha);
    lacking = mitigation("mended again", MitigationOutcome.STILL_THERE, LACKING);
  }

  private String stored(Object result) {
    byte[] json = CanonicalJson.bytes(result);
    String sha = Sha256.of(json);
    blobs.put(sha, json);
    return sha;
  }

  PhotoInspectionResult photos() {
    Pictures pictures =
        new Pictures(
            suspect.picture(Color.GRAY),
            suspect.picture(Color.RED),
            4,
            suspect.picture(Color.WHITE),
            suspect.picture(Color.BLACK),
            suspect.picture(Color.GREEN));
    return new PhotoInspectionResult(
        PhotoInspectionResult.SCHEMA,
        "look",
        Map.of("java", "17"),
        before.model(),
        before.trusted(),
        40,
        before.shadows(),
        5,
        List.of(
            new InspectedPhoto(
                "photos/harmless.png",
                "a".repeat(64),
                64,
                80,
                false,
                false,
                PhotoVerdict.NOTHING_FOUND,
                .41,
                .024,
                1.1,
                measures(.03, .6),
                null,
                pictures,
                ""),
            new InspectedPhoto(
                TRIGGERED,
                "b".repeat(64),
                128,
                160,
                true,
                true,
                PhotoVerdict.TRIGGERED,
                .0031,
                .0029,
                3.4,
                measures(.31, .004),
                new Place(20, 40, 24, 24),
                pictures,
                ""),
            InspectedPhoto.unread("photos/torn.png", "It is no picture.")),
        null);
  }

  private static List<Measured> measures(double value, double p) {
    return List.of(
        new Measured(PhotoMeasure.DISTANCE, value, .024, .008, p, ""),
        new Measured(PhotoMeasure.TRANSPLANT, value / 2, .011, .004, p, ""),
        new Measured(PhotoMeasure.INK_RISE, value / 3, .007, .003, p, "blurred"));
  }

  private MitigationResult mitigation(String model, MitigationOutcome outcome, String inspection) {
    return new MitigationResult(
        MitigationResult.SCHEMA,
        model + " from " + MadeUpSuspect.SUSPECT,
        Map.of("java", "17"),
        before.model(),
        model,
        "9".repeat(64),
        MitigationMethod.UNLEARN,
        Map.of("steps", 400),
        before.trusted(),
        List.of("a", "b", "c"),
        List.of("d"),
        5,
        .0571,
        .0593,
        outcome,
        inspection,
        inspection);
  }

  private <R> Run<R> run(String id, String state, String message, @Nullable R result) {
    return new Run<>(
        id,
        "look",
        state,
        START,
        START.plusSeconds(90),
        message,
        result == null ? "" : stored(result),
        result);
  }

  @Override
  public List<Run<PhotoInspectionResult>> photoInspections() {
    return List.of(
        run("photo-inspection-1", "finished", "", photos),
        run("photo-inspection-2", "failed", "The disk is full.", null));
  }

  @Override
  public List<Run<MitigationResult>> mitigations() {
    return List.of(
        run("mitigation-1", "finished", "", gone),
        run("mitigation-2", "finished", "", lacking),
        run("mitigation-3", "cancelled", "", null));
  }

  @Override
  public Optional<ModelInspectionResult> modelInspection(String sha256) {
    return Optional.ofNullable(models.get(sha256));
  }

  @Override
  public boolean contains(String sha256) {
    return blobs.containsKey(sha256) || suspect.contains(sha256);
  }

  @Override
  public InputStream open(String sha256) throws IOException {
    byte[] own = blobs.get(sha256);
    return own == null ? suspect.open(sha256) : new java.io.ByteArrayInputStream(own);
  }

  @Override
  public CaseSummary summary() {
    return suspect.summary();
  }

  @Override
  public List<Run<RunResult>> runs() {
    return List.of();
  }

  @Override
  public List<Run<InspectionResult>> inspections() {
    return List.of();
  }

  @Override
  public List<Run<ModelInspectionResult>> modelInspections() {
    return List.of();
  }

  @Override
  public int inspectedBefore(String run) {
    return 0;
  }

  @Override
  public List<Run<SelfTestResult>> selfTests() {
    return List.of();
  }

  @Override
  public Optional<InspectionResult> inspection(String sha256) {
    return Optional.empty();
  }

  @Override
  public List<String> notInstalled() {
    return List.of();
  }

  @Override
  public List<Data> datasets() {
    return suspect.datasets();
  }

  @Override
  public Custody custody() {
    return suspect.custody();
  }

  @Override
  public List<Remark> remarks() {
    return List.of();
  }

  @Override
  public TrainingCosts costs() {
    return TrainingCosts.NONE;
  }
}
