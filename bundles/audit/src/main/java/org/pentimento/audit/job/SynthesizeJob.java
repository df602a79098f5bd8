package org.pentimento.audit.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.extension.Kind;
import org.pentimento.api.generator.Model;
import org.pentimento.api.generator.ModelFormat;
import org.pentimento.api.image.ImageCodec;
import org.pentimento.audit.Extensions;
import org.pentimento.audit.device.ChosenDevice;
import org.pentimento.audit.device.Devices;
import org.pentimento.audit.model.ImportedModels;
import org.pentimento.audit.model.KnownPairs;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.SkippedFile;

/** Draws sketches of photos with a stored model, a few at a time. */
final class SynthesizeJob {
  /** What is told of it. */
  record Result(List<Drawn> sketches, List<SkippedFile> skipped) {}

  /** A photo and the sketch that was drawn of it. */
  record Drawn(String photo, String sketch) {}

  private final Extensions extensions;
  private final ImageCodec codec;
  private final Devices devices;

  SynthesizeJob(Extensions extensions, ImageCodec codec, Devices devices) {
    this.extensions = extensions;
    this.codec = codec;
    this.devices = devices;
  }

  Result run(Job.Synthesize job, Progress progress) throws IOException, CancelledException {
    List<Path> photos = photos(job.photos());
    String wanted = job.device();
    ChosenDevice device = devices.choose(wanted == null ? Devices.preferred() : wanted);
    device.notes().forEach(progress::note);
    devices.use(device);
    Path out = Files.createDirectories(Path.of(job.out()));
    String caseFolder = job.caseFolder();
    if (caseFolder != null) {
      try (CaseFile caseFile = CaseFile.openForReading(Path.of(caseFolder))) {
        ImportedModels models = new ImportedModels(caseFile, extensions);
        try (Model model = models.open(models.record(job.model()))) {
          return draw(model, photos, out, progress);
        }
      }
    }
    try (Model model = open(Path.of(job.model()), job.settings(), progress)) {
      return draw(model, photos, out, progress);
    }
  }

  private Result draw(Model model, List<Path> photos, Path out, Progress progress)
      throws IOException, CancelledException {
    Result result =
        new FolderDrawing(codec, out, progress)
            .draw(model, photos, Runtime.getRuntime().availableProcessors());
    if (result.sketches().isEmpty()) {
      List<SkippedFile> skipped = result.skipped();
      throw new BadInputException(
          "None of the photos can be used"
              + (skipped.isEmpty() ? "." : ": " + skipped.get(0).reason()),
          "Give image files, or folders of them.");
    }
    return result;
  }

  private Model open(Path file, Map<String, String> settings, Progress progress)
      throws IOException, CancelledException {
    if (!Files.exists(file)) {
      throw new BadInputException("There is no model " + file + ".", "Check the path.");
    }
    for (ModelFormat format : extensions.all(Kind.MODEL_FORMAT, ModelFormat.class)) {
      Optional<String> recognised = format.recognise(file);
      if (recognised.isPresent()) {
        ModelFormat.Fit fit =
            format.fit(file, settings, KnownPairs.of(null, null, extensions, progress), progress);
        for (ModelFormat.Assumption a : fit.assumptions()) {
          progress.note("Assumed " + a.parameter() + " = " + a.value() + ". " + a.reason());
        }
        return format.open(file, fit.settings());
      }
    }
    throw new BadInputException(
        file + " is no model of a known format.",
        "Known are: " + extensions.ids(Kind.MODEL_FORMAT) + ".");
  }

  private static List<Path> photos(List<String> given) throws IOException {
    List<Path> photos = new ArrayList<>();
    for (String one : given) {
      Path path = Path.of(one);
      if (Files.isDirectory(path)) {
        try (Stream<Path> entries = Files.list(path)) {
          entries.filter(Files::isRegularFile).sorted().forEach(photos::add);
        }
      } else if (Files.exists(path)) {
        photos.add(path);
      } else {
        throw new BadInputException("There is no photo " + path + ".", "Check the path.");
      }
    }
    return photos;
  }
}
