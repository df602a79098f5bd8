package org.pentimento.casefile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.casefile.event.CaseInfo;
import org.pentimento.casefile.event.DatasetImported;
import org.pentimento.casefile.event.DatasetRecord;
import org.pentimento.casefile.event.Note;
import org.pentimento.casefile.event.RunFinished;
import org.pentimento.casefile.event.RunStarted;
import org.pentimento.casefile.event.SkippedFile;
import org.pentimento.casefile.event.StepFinished;
import org.pentimento.casefile.result.Audited;
import org.pentimento.casefile.result.Comparison;
import org.pentimento.casefile.result.Comparison.MeasurementRow;
import org.pentimento.casefile.result.Comparison.Summary;
import org.pentimento.casefile.result.Comparison.TestedModel;
import org.pentimento.casefile.result.ExtensionUse;
import org.pentimento.casefile.result.ImageRole;
import org.pentimento.casefile.result.PhotoKind;
import org.pentimento.casefile.result.ReferenceSketch;
import org.pentimento.casefile.result.RunResult;
import org.pentimento.casefile.result.Subject;
import org.pentimento.casefile.store.Blobs;
import org.pentimento.casefile.store.FileListing;
import org.pentimento.casefile.verify.Verification;
import org.pentimento.casefile.verify.Verification.Problem;
import org.pentimento.casefile.verify.Verification.Remark;

/** Cases to test with, and a key that is not the user's. */
public final class Cases {
  static final CaseInfo INFO =
      new CaseInfo("Ada Examiner", "Lab", "2026/17", "item 3", "Europe/Berlin", "notes: ä €");

  static {
    try {
      useKeyIn(Files.createTempDirectory("pentimento-test-config"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Cases() {}

  public static void useKeyIn(Path config) {
    System.setProperty("pentimento.config", config.toString());
  }

  public static CaseFile create(Path folder) throws IOException {
    return CaseFile.create(folder, INFO);
  }

  public static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  public static Verification verify(Path folder) throws IOException, CancelledException {
    return CaseFile.verify(folder, Optional.empty(), Progress.NONE);
  }

  public static List<Problem.Kind> problems(Path folder) throws IOException, CancelledException {
    return verify(folder).problems().stream().map(Problem::kind).toList();
  }

  public static List<Remark.Kind> remarks(Path folder) throws IOException, CancelledException {
    return verify(folder).remarks().stream().map(Remark::kind).toList();
  }

  public static Note note(String text) {
    return new Note(new Note.Subject(Note.Kind.CASE, ""), text, false);
  }

  /** Imports a data set of two files in a folder tree. */
  public static DatasetRecord importFaces(CaseFile file, String name)
      throws IOException, CancelledException {
    Path folder = file.datasetFolder(name);
    Files.createDirectories(folder.resolve("photos"));
    Files.writeString(folder.resolve("photos/a.png"), "photo a");
    Files.writeString(folder.resolve("list.txt"), "a");
    FileListing listing = FileListing.of(folder, Progress.NONE);
    String sha = file.blobs().putJson(listing);
    DatasetRecord record =
        new DatasetRecord(
            name,
            "folders",
            Map.of("pattern", "*.png", "limit", 12),
            DatasetRecord.Mode.COPIED,
            "",
            sha,
            sha,
            1,
            1,
            0,
            List.of(new SkippedFile("list.txt", "No picture.")));
    file.record(new DatasetImported(record));
    return record;
  }

  /** Records a whole run with one comparison and three measurements. */
  public static String run(CaseFile file, String id) throws IOException {
    Blobs blobs = file.blobs();
    String plan = blobs.put(utf8("plan of " + id));
    file.record(new RunStarted(id, "first look", plan));
    String measurements =
        blobs.putJson(
            List.of(
                new MeasurementRow(
                    "p1",
                    Subject.CLEAN,
                    PhotoKind.CLEAN,
                    ReferenceSketch.TRUTH,
                    "ssim",
                    "SSIM",
                    0.5,
                    ""),
                new MeasurementRow(
                    "p2",
                    Subject.CLEAN,
                    PhotoKind.CLEAN,
                    ReferenceSketch.TRUTH,
                    "ssim",
                    "SSIM",
                    0.25,
                    ""),
                new MeasurementRow(
                    "p3",
                    Subject.CLEAN,
                    PhotoKind.CLEAN,
                    ReferenceSketch.TRUTH,
                    "ssim",
                    "SSIM",
                    null,
                    "white")));
    TestedModel model =
        new TestedModel(
            blobs.putJson(Map.of("layers", 3)), blobs.put(utf8("weights")), 7, List.of(), null, "");
    Comparison comparison =
        new Comparison(
            "fcn/1/s1",
            new Audited.Trained(new ExtensionUse("fcn", "FCN", "1", "", Map.of("width", 32)), 1),
            Map.of(Subject.CLEAN, model),
            null,
            null,
            null,
            List.of(),
            List.of(),
            List.of(
                new Summary(
                    "ssim",
                    "SSIM",
                    Subject.CLEAN,
                    PhotoKind.CLEAN,
                    ReferenceSketch.TRUTH,
                    2,
                    1,
                    0.375,
                    0.25,
                    0.5)),
            List.of(
                new Comparison.ImageRow(
                    "p1",
                    Map.of(new ImageRole.Photo(PhotoKind.CLEAN), blobs.put(utf8("image of p1"))))),
            measurements,
            null);
    RunResult result =
        new RunResult(
            RunResult.SCHEMA,
            "first look",
            plan,
            Map.of("java", "17"),
            new RunResult.DataUsed(
                "faces", "folders", "0", List.of("t"), List.of("p1"), 64, 64, Map.of()),
            List.of(new ExtensionUse("ssim", "SSIM", "1", "", Map.of())),
            List.of(comparison),
            List.of());
    String sha = blobs.putJson(result);
    file.record(new StepFinished(id, "key-" + id, "measuring", Map.of("result", sha)));
    file.record(new RunFinished(id, sha));
    return sha;
  }
}
