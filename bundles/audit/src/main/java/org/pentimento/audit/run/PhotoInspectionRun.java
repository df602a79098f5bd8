package org.pentimento.audit.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Kind;
import org.pentimento.api.generator.Generator;
import org.pentimento.api.generator.Model;
import org.pentimento.api.image.ImageCodec;
import org.pentimento.audit.data.DatasetOpener;
import org.pentimento.audit.image.Pngs;
import org.pentimento.audit.inspection.model.ModelInspectionInput.Identity;
import org.pentimento.audit.inspection.photo.PhotoInspectionInput;
import org.pentimento.audit.inspection.photo.PhotoInspector;
import org.pentimento.audit.model.ModelSource;
import org.pentimento.audit.shadow.ShadowModels;
import org.pentimento.audit.step.ExtensionCode;
import org.pentimento.audit.step.RecordedRun;
import org.pentimento.audit.step.Steps;
import org.pentimento.audit.training.RunListener;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.UsedExtension;
import org.pentimento.casefile.event.DatasetRecord;
import org.pentimento.casefile.event.PhotoInspectionFinished;
import org.pentimento.casefile.event.RunKind;
import org.pentimento.casefile.result.ExtensionUse;
import org.pentimento.casefile.result.photo.InspectedPhoto;
import org.pentimento.casefile.result.photo.PhotoInspectionResult;
import org.pentimento.plan.Use;
import org.pentimento.platform.Platform;
import org.pentimento.registry.Extensions;

/**
 * An inspection of photos for a model of a case. What is asked for, with the content of the photos,
 * is in the log before anything is measured. Each shadow model and each photo's measurements are
 * durable; the same inspection goes on after the last one.
 */
public final class PhotoInspectionRun {
  /**
   * What is asked for.
   *
   * @param name for a person
   * @param suspect which model
   * @param source opens it
   * @param trusted name of the data set with trusted pairs
   * @param shadowGenerator generator of the shadow models, with its settings
   * @param shadows how many, at least 1
   * @param photos files
   * @param seed of everything random
   */
  public record Order(
      String name,
      Identity suspect,
      ModelSource source,
      String trusted,
      Use shadowGenerator,
      int shadows,
      List<Path> photos,
      long seed) {
    /** Keeps a copy. */
    public Order {
      photos = List.copyOf(photos);
    }
  }

  /** An order as the case keeps it, with all that its result depends on. */
  private record Asked(
      String name,
      Identity model,
      String trusted,
      String trustedDigest,
      ExtensionUse shadowGenerator,
      int shadows,
      List<AskedPhoto> photos,
      long seed) {}

  /** A photo; the digest is empty if there is no such file or if it is too large for a photo. */
  private record AskedPhoto(String file, String digest) {}

  /**
   * What an inspection left in the case.
   *
   * @param id of the run
   * @param resultSha SHA-256 of the result's blob
   * @param result what it found
   */
  public record Outcome(String id, String resultSha, PhotoInspectionResult result) {}

  private static final long LARGEST_FILE = 1L << 29;

  private final CaseFile caseFile;
  private final Extensions extensions;
  private final ImageCodec codec;
  private final Platform platform;
  private final Map<String, String> environment;
  private final RunListener listener;
  private final Progress progress;

  /**
   * Makes an inspection over an open case.
   *
   * @param environment versions, machine and threads, by name
   */
  public PhotoInspectionRun(
      CaseFile caseFile,
      Extensions extensions,
      ImageCodec codec,
      Platform platform,
      Map<String, String> environment,
      RunListener listener,
      Progress progress) {
    this.caseFile = caseFile;
    this.extensions = extensions;
    this.codec = codec;
    this.platform = platform;
    this.environment = new TreeMap<>(environment);
    this.listener = listener;
    this.progress = progress;
  }

  /**
   * Carries out an inspection, or goes on with it. What happens to it, good or bad, is in the
   * case's log.
   *
   * @throws BadInputException if something that is asked for is not there, or if none of the photos
   *     can be read
   */
  public Outcome run(Order order) throws IOException, CancelledException {
    DatasetRecord trusted = new DatasetOpener(extensions).record(caseFile, order.trusted());
    requireAny(order.photos());
    String asked = caseFile.blobs().putJson(asked(order, trusted));
    return RecordedRun.begin(caseFile, RunKind.PHOTO_INSPECTION, order.name(), asked)
        .carryOut(id -> carriedOut(id, order, trusted));
  }

  private Outcome carriedOut(String id, Order order, DatasetRecord trusted)
      throws IOException, CancelledException {
    Steps steps = new Steps(caseFile, id);
    TrustedPairs pairs = TrustedPairs.read(trusted, caseFile, extensions, progress);
    List<ShadowModels.Shadow> shadows =
        new ShadowModels(
                platform,
                caseFile,
                extensions,
                new Pngs(caseFile.blobs(), codec),
                environment,
                listener,
                progress)
            .ready(
                steps, order.shadowGenerator(), pairs.forTraining(), order.shadows(), order.seed());
    PhotoInspectionResult result;
    try (Model suspect = order.source().open()) {
      result =
          new PhotoInspector(caseFile, steps, codec, progress)
              .inspect(
                  new PhotoInspectionInput(
                      order.name(),
                      environment,
                      suspect,
                      order.suspect(),
                      pairs.pairs(),
                      shadows,
                      order.photos(),
                      order.seed()));
    }
    if (result.photos().stream().noneMatch(photo -> photo.problem().isEmpty())
        && result.noScore() == null) {
      InspectedPhoto first = result.photos().get(0);
      throw new BadInputException(
          "None of the photos can be read: " + first.problem(), "Name files with photos.");
    }
    result =
        result.with(
            ExtensionCode.beside(result.environment(), UsedExtension.of(result), extensions));
    String sha = caseFile.blobs().putJson(result);
    caseFile.record(new PhotoInspectionFinished(id, sha));
    return new Outcome(id, sha, result);
  }

  private static void requireAny(List<Path> photos) throws BadInputException {
    if (photos.stream().noneMatch(Files::isRegularFile)) {
      throw new BadInputException(
          photos.isEmpty() ? "No photo is named." : "There is no file " + photos.get(0) + ".",
          "Name files with photos.");
    }
  }

  private Asked asked(Order order, DatasetRecord trusted) throws IOException {
    Descriptor d =
        extensions.get(Kind.GENERATOR, Generator.class, order.shadowGenerator().id()).descriptor();
    List<AskedPhoto> photos = new ArrayList<>();
    for (Path photo : order.photos()) {
      boolean kept = Files.isRegularFile(photo) && Files.size(photo) <= LARGEST_FILE;
      photos.add(new AskedPhoto(photo.toString(), kept ? caseFile.blobs().put(photo) : ""));
    }
    return new Asked(
        order.name(),
        order.suspect(),
        order.trusted(),
        trusted.digest(),
        new ExtensionUse(
            d.id(),
            d.name(),
            d.version(),
            d.citation(),
            order.shadowGenerator().settings().values()),
        order.shadows(),
        photos,
        order.seed());
  }
}
