package org.pentimento.audit.job;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.extension.Kind;
import org.pentimento.api.generator.Model;
import org.pentimento.api.generator.ModelFormat;
import org.pentimento.api.image.Image;
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

  private static final int BATCH = 16;

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
    List<Drawn> drawn = new ArrayList<>();
    List<SkippedFile> skipped = new ArrayList<>();
    Set<Path> taken = new HashSet<>();
    progress.begin("Drawing", photos.size());
    for (int from = 0; from < photos.size(); from += BATCH) {
      progress.checkCancelled();
      List<Path> files = new ArrayList<>();
      List<Image> batch = new ArrayList<>();
      for (Path photo : photos.subList(from, Math.min(photos.size(), from + BATCH))) {
        try {
          batch.add(codec.read(photo));
          files.add(photo);
        } catch (BadInputException e) {
          skipped.add(new SkippedFile(photo.toString(), String.valueOf(e.getMessage())));
          progress.note("Skipped: " + e.getMessage());
        }
      }
      List<Image> sketches = model.sketch(batch);
      for (int i = 0; i < sketches.size(); i++) {
        Path target = free(out, files.get(i), taken);
        write(sketches.get(i), target);
        drawn.add(new Drawn(files.get(i).toString(), target.toString()));
      }
      progress.advance(batch.size());
    }
    if (drawn.isEmpty()) {
      throw new BadInputException(
          "None of the photos can be used"
              + (skipped.isEmpty() ? "." : ": " + skipped.get(0).reason()),
          "Give image files, or folders of them.");
    }
    return new Result(drawn, skipped);
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

  /** The name of the photo, with a number behind it if another photo of this job has the same. */
  private static Path free(Path out, Path photo, Set<Path> taken) {
    String name = photo.getFileName().toString();
    int dot = name.lastIndexOf('.');
    String stem = dot > 0 ? name.substring(0, dot) : name;
    Path target = out.resolve(stem + ".png");
    for (int i = 2; !taken.add(target); i++) {
      target = out.resolve(stem + "-" + i + ".png");
    }
    return target;
  }

  private void write(Image image, Path target) throws IOException {
    Path part = target.resolveSibling(target.getFileName() + ".part");
    try (OutputStream stream = Files.newOutputStream(part)) {
      codec.writePng(image, stream);
    }
    Files.move(part, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
