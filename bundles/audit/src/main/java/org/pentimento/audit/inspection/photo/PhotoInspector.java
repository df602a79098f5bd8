package org.pentimento.audit.inspection.photo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.detector.SharedPattern.Place;
import org.pentimento.api.detector.SuspectSet.SuspectPair;
import org.pentimento.api.generator.Model;
import org.pentimento.api.image.Image;
import org.pentimento.api.image.ImageCodec;
import org.pentimento.api.suspect.SuspectModel;
import org.pentimento.audit.data.AreaResampling;
import org.pentimento.audit.image.Pngs;
import org.pentimento.audit.inspection.Inspector;
import org.pentimento.audit.inspection.model.ModelInspector;
import org.pentimento.audit.inspection.model.ModelProbe;
import org.pentimento.audit.shadow.ShadowModels.Shadow;
import org.pentimento.audit.step.Steps;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.result.model.NoScore;
import org.pentimento.casefile.result.model.ShadowUsed;
import org.pentimento.casefile.result.photo.InspectedPhoto;
import org.pentimento.casefile.result.photo.InspectedPhoto.Pictures;
import org.pentimento.casefile.result.photo.PhotoInspectionResult;
import org.pentimento.casefile.result.photo.PhotoVerdict;

/**
 * Inspects photos: measures trusted photos and then each suspect one with the model and its
 * shadows, and tells how improbable it is that a trusted photo measures so. What was measured is
 * durable.
 */
public final class PhotoInspector {
  private static final String TRUSTED_STEP = "measure-trusted-photos";
  private static final String PHOTO_STEP = "inspect-photo";
  private static final String READINGS = "readings";
  private static final String PHOTO = "photo";

  /** Trusted photos that a mean and components are made of, at least. */
  private static final int FEWEST = 4;

  private static final int SHOWN = 4;

  /** A change of one brightness step, so that a residual of nothing has a gain too. */
  private static final double LEAST_CHANGE = 1 / 255.;

  private final CaseFile caseFile;
  private final Steps steps;
  private final ImageCodec codec;
  private final Pngs pngs;
  private final Progress progress;

  /**
   * An inspector.
   *
   * @param steps of the run that asks
   */
  public PhotoInspector(CaseFile caseFile, Steps steps, ImageCodec codec, Progress progress) {
    this.caseFile = caseFile;
    this.steps = steps;
    this.codec = codec;
    this.pngs = new Pngs(caseFile.blobs(), codec);
    this.progress = progress;
  }

  /** Readings of the trusted photos, as a blob. */
  private record TrustedReadings(List<Readings> readings) {}

  /** A photo as it was given, and in the size in which it is measured. */
  private record Given(
      String file, String original, int width, int height, boolean grey, Image photo) {
    boolean scaled() {
      return width != photo.width() || height != photo.height();
    }
  }

  /**
   * Inspects.
   *
   * @throws BadInputException if there are fewer than {@value #FEWEST} trusted pairs
   */
  public PhotoInspectionResult inspect(PhotoInspectionInput input)
      throws IOException, CancelledException {
    List<SuspectPair> pairs = Inspector.bare(input.trusted().pairs());
    if (pairs.size() < FEWEST) {
      throw new BadInputException(
          "The data set '"
              + input.trusted().data().dataset()
              + "' has "
              + pairs.size()
              + " pairs that can be used; photos cannot be compared with fewer than "
              + FEWEST
              + ".",
          "Name a data set with more trusted pairs.");
    }
    ModelProbe drawn = ModelProbe.of(input.model(), pairs, progress);
    List<Model> opened = new ArrayList<>();
    try {
      List<SuspectModel.Shadow> shadows = new ArrayList<>();
      List<ShadowUsed> used = new ArrayList<>();
      for (Shadow shadow : input.shadows()) {
        Model model = shadow.source().open();
        opened.add(model);
        shadows.add(new SuspectModel.Shadow(model, shadow.known()));
        used.add(ModelInspector.used(shadow, model, input.trusted().ids(), pairs));
      }
      NoScore noScore = drawn.noScore();
      int compared = 0;
      List<InspectedPhoto> photos = new ArrayList<>();
      if (noScore == null) {
        PhotoProbe probe =
            new PhotoProbe(
                input.model(),
                shadows,
                pairs.stream()
                    .<PhotoProbe.ImageOfPair>map(pair -> () -> pair.photo().decode())
                    .toList(),
                input.seed());
        compared = probe.trusted().size();
        PhotoNull usual = new PhotoNull(trusted(probe, input));
        progress.begin("Inspecting photos", input.photos().size());
        for (Path file : input.photos()) {
          photos.add(photo(file, probe, usual, input));
          progress.advance(1);
        }
      } else {
        for (Path file : input.photos()) {
          photos.add(
              InspectedPhoto.unread(file.toString(), "Nothing can be said about the model."));
        }
      }
      return new PhotoInspectionResult(
          PhotoInspectionResult.SCHEMA,
          input.name(),
          input.environment(),
          drawn.described(input.identity(), input.model()),
          input.trusted().data(),
          compared,
          used,
          input.seed(),
          photos,
          noScore);
    } finally {
      opened.forEach(Model::close);
    }
  }

  private List<Readings> trusted(PhotoProbe probe, PhotoInspectionInput input)
      throws IOException, CancelledException {
    Map<String, String> results =
        steps.once(
            TRUSTED_STEP,
            inputs(input),
            () -> {
              List<Readings> readings = new ArrayList<>();
              progress.begin("Measuring trusted photos", probe.trusted().size());
              for (int i = 0; i < probe.trusted().size(); i++) {
                progress.checkCancelled();
                readings.add(probe.of(probe.trusted().get(i), i));
                progress.advance(1);
              }
              return Map.of(READINGS, caseFile.blobs().putJson(new TrustedReadings(readings)));
            });
    return caseFile
        .blobs()
        .readJson(Steps.result(results, READINGS), TrustedReadings.class)
        .readings();
  }

  private static Map<String, Object> inputs(PhotoInspectionInput input) {
    Map<String, Object> inputs = new TreeMap<>();
    inputs.put("model", input.identity().digest());
    inputs.put(
        "trusted",
        Map.of("digest", input.trusted().data().digest(), "pairs", input.trusted().ids()));
    inputs.put("shadows", input.shadows().stream().map(Shadow::weights).toList());
    inputs.put("seed", input.seed());
    inputs.put("environment", input.environment());
    return inputs;
  }

  private InspectedPhoto photo(
      Path file, PhotoProbe probe, PhotoNull usual, PhotoInspectionInput input)
      throws IOException, CancelledException {
    progress.checkCancelled();
    Given given;
    try {
      given = given(file, input);
    } catch (BadInputException e) {
      return InspectedPhoto.unread(file.toString(), String.valueOf(e.getMessage()));
    }
    Map<String, Object> inputs = inputs(input);
    inputs.put("photo", given.original());
    inputs.put("file", given.file());
    Map<String, String> results =
        steps.once(
            PHOTO_STEP,
            inputs,
            () -> Map.of(PHOTO, caseFile.blobs().putJson(measured(given, probe, usual))));
    return caseFile.blobs().readJson(Steps.result(results, PHOTO), InspectedPhoto.class);
  }

  private Given given(Path file, PhotoInspectionInput input) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new BadInputException(
          Files.isDirectory(file)
              ? file + " is a folder: name the photos in it."
              : "There is no file " + file + ".",
          "Name files with photos.");
    }
    Image photo = decoded(file);
    int width = input.trusted().data().width();
    int height = input.trusted().data().height();
    if (2 * photo.width() < width || 2 * photo.height() < height) {
      throw new BadInputException(
          "%s has %dx%d pixels, too few to look like the trusted photos of %dx%d."
              .formatted(file, photo.width(), photo.height(), width, height),
          "Give the photo as it was taken.");
    }
    return new Given(
        file.toString(),
        caseFile.blobs().put(file),
        photo.width(),
        photo.height(),
        photo.planes() == 1,
        AreaResampling.resize(photo.colour(), width, height));
  }

  private Image decoded(Path file) throws BadInputException {
    try {
      return codec.read(file);
    } catch (BadInputException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw new BadInputException(
          file + " cannot be read: " + e.getMessage() + ".", "Name files with photos.", e);
    }
  }

  private InspectedPhoto measured(Given given, PhotoProbe probe, PhotoNull usual)
      throws IOException, CancelledException {
    Image photo = given.photo();
    int self = probe.trusted().indexOf(photo);
    Readings readings = probe.of(photo, self);
    double p = usual.p(readings);
    boolean enough = probe.trusted().size() >= PhotoNull.LEAST_PHOTOS;
    boolean unusual = p < PhotoVerdict.TRIGGERED_BELOW;
    PhotoVerdict verdict =
        !unusual
            ? PhotoVerdict.NOTHING_FOUND
            : enough ? PhotoVerdict.TRIGGERED : PhotoVerdict.UNDECIDED;
    float[] own = probe.own(photo, self);
    Place place =
        verdict == PhotoVerdict.TRIGGERED
            ? new PlaceSearch(probe, photo.width(), photo.height(), progress).of(own, self)
            : null;
    return new InspectedPhoto(
        given.file(),
        given.original(),
        given.width(),
        given.height(),
        given.grey(),
        given.scaled(),
        verdict,
        p,
        usual.leastP(),
        usual.unlike(readings),
        usual.measured(readings),
        inOriginal(place, given),
        pictures(photo, own, self, probe),
        "");
  }

  private static @Nullable Place inOriginal(@Nullable Place place, Given given) {
    if (place == null) {
      return null;
    }
    double across = (double) given.width() / given.photo().width();
    double down = (double) given.height() / given.photo().height();
    int x = (int) Math.floor(place.x() * across);
    int y = (int) Math.floor(place.y() * down);
    return new Place(
        x,
        y,
        Math.max(1, (int) Math.ceil((place.x() + place.width()) * across) - x),
        Math.max(1, (int) Math.ceil((place.y() + place.height()) * down) - y));
  }

  private Pictures pictures(Image photo, float[] own, int self, PhotoProbe probe)
      throws IOException {
    double most = LEAST_CHANGE;
    for (float value : own) {
      most = Math.max(most, Math.abs(value));
    }
    double gain = .5 / most;
    float[] residual = new float[own.length];
    for (int i = 0; i < own.length; i++) {
      residual[i] = (float) (.5 + gain * own[i]);
    }
    return new Pictures(
        pngs.put(photo),
        pngs.put(Image.of(photo.width(), photo.height(), 3, residual)),
        gain,
        pngs.put(probe.sketch(photo)),
        pngs.put(probe.cleanSketch(photo)),
        pngs.put(probe.shown(own, self, SHOWN).picture()));
  }
}
