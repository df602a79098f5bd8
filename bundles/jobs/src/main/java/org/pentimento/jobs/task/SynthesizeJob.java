package org.pentimento.jobs.task;

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
import org.pentimento.api.generator.Model;
import org.pentimento.api.generator.ModelFormat;
import org.pentimento.api.image.ImageCodec;
import org.pentimento.audit.data.FilesBelow;
import org.pentimento.audit.device.Devices;
import org.pentimento.audit.model.KnownPairs;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.event.Exported;
import org.pentimento.casefile.event.SkippedFile;
import org.pentimento.casefile.store.OwnerOnly;
import org.pentimento.plan.DeviceChoice;
import org.pentimento.protocol.Job;
import org.pentimento.protocol.JobResult;
import org.pentimento.registry.Extensions;

/** Draws sketches of photos with a stored model, a few at a time. */
public final class SynthesizeJob {
  private final Extensions extensions;
  private final ImageCodec codec;
  private final Devices devices;

  public SynthesizeJob(Extensions extensions, ImageCodec codec, Devices devices) {
    this.extensions = extensions;
    this.codec = codec;
    this.devices = devices;
  }

  public JobResult.OfSynthesize run(Job.Synthesize job, Progress progress)
      throws IOException, CancelledException {
    List<SkippedFile> left = new ArrayList<>();
    List<FilesBelow.Found> photos = GivenPhotos.of(job.photos(), left, progress);
    String wanted = job.device();
    JobDevices device =
        new JobDevices(devices, wanted == null ? DeviceChoice.preferred() : wanted, progress);
    Path out = Path.of(job.out());
    String caseFolder = job.caseFolder();
    if (caseFolder != null) {
      JobResult.OfSynthesize drawn;
      try (CaseFile caseFile = CaseFile.openForReading(Path.of(caseFolder));
          HeldModel held = HeldModel.of(caseFile, job.model(), extensions)) {
        device.choose(List.of(held.format()));
        try (Model model = held.open()) {
          drawn = draw(model, photos, left, out, device.facts(), progress);
        }
      }
      Exported event = new Exported(Exported.Kind.SKETCHES, job.model(), job.out());
      Exports.log(Path.of(caseFolder), event, progress);
      return drawn;
    }
    try (Model model = open(Path.of(job.model()), job.settings(), device, progress)) {
      return draw(model, photos, left, out, device.facts(), progress);
    }
  }

  private JobResult.OfSynthesize draw(
      Model model,
      List<FilesBelow.Found> photos,
      List<SkippedFile> left,
      Path out,
      Map<String, String> device,
      Progress progress)
      throws IOException, CancelledException {
    boolean there = Files.exists(out);
    OwnerOnly.createFolders(out);
    FolderDrawing.Outcome drawn =
        new FolderDrawing(codec, out, progress)
            .draw(model, photos, Runtime.getRuntime().availableProcessors());
    List<SkippedFile> skipped = new ArrayList<>(left);
    skipped.addAll(drawn.skipped());
    if (drawn.sketches().isEmpty()) {
      if (!there) {
        Files.delete(out);
      }
      throw new BadInputException(
          "None of the photos can be used"
              + (skipped.isEmpty() ? "." : ": " + skipped.get(0).reason()),
          "Give image files, or folders of them.");
    }
    Map<String, String> computed = new TreeMap<>(device);
    model
        .provenance()
        .forEach(
            (name, value) -> {
              if (name.startsWith("model ")) { // the rest is about its making
                computed.put(name, value);
              }
            });
    return new JobResult.OfSynthesize(drawn.sketches(), skipped, computed);
  }

  private Model open(Path file, Map<String, String> settings, JobDevices device, Progress progress)
      throws IOException, CancelledException {
    ModelFormat format = HeldModel.format(file, extensions);
    device.choose(List.of(format));
    ModelFormat.Fit fit =
        format.fit(
            file, settings, KnownPairs.of(null, null, extensions, progress).pairs(), progress);
    for (ModelFormat.Assumption a : fit.assumptions()) {
      progress.note("Assumed " + a.parameter() + " = " + a.value() + ". " + a.reason());
    }
    return format.open(file, fit.settings());
  }
}
