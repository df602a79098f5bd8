package org.pentimento.jobs.task;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.extension.Kind;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.generator.Model;
import org.pentimento.api.image.ImageCodec;
import org.pentimento.api.trigger.Trigger;
import org.pentimento.audit.data.FilesBelow;
import org.pentimento.audit.device.Devices;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.event.Exported;
import org.pentimento.casefile.event.SkippedFile;
import org.pentimento.casefile.json.CanonicalJson;
import org.pentimento.casefile.store.OwnerOnly;
import org.pentimento.plan.DeviceChoice;
import org.pentimento.platform.Folders;
import org.pentimento.protocol.DrawingSheet;
import org.pentimento.protocol.Job;
import org.pentimento.protocol.JobResult;
import org.pentimento.registry.Extensions;

/** Draws photos with models of a case, one model after the other, without and with a trigger. */
public final class DrawJob {
  private final Extensions extensions;
  private final ImageCodec codec;
  private final Devices devices;

  public DrawJob(Extensions extensions, ImageCodec codec, Devices devices) {
    this.extensions = extensions;
    this.codec = codec;
    this.devices = devices;
  }

  /** What is asked, read and checked. */
  private record Order(
      List<String> models,
      List<FilesBelow.Found> photos,
      @Nullable Stamping stamping,
      List<SkippedFile> skipped) {}

  public JobResult.OfDraw run(Job.Draw job, Progress progress)
      throws IOException, CancelledException {
    List<SkippedFile> skipped = new ArrayList<>();
    Order order =
        new Order(
            once(job.models(), progress),
            distinct(GivenPhotos.of(job.photos(), skipped, progress), progress),
            stamping(job.trigger()),
            skipped);
    if (order.models().isEmpty()) {
      throw new BadInputException("No model is named.", "Name a model of the case.");
    }
    String given = job.out();
    boolean there = given != null && Files.exists(Path.of(given));
    Path out = given == null ? Files.createTempDirectory("pentimento-drawings") : Path.of(given);
    DrawingSheet sheet;
    try {
      OwnerOnly.createFolders(out);
      sheet = draw(job, order, out, progress);
      Path list = out.resolve(DrawingSheet.FILE);
      OwnerOnly.createFileIfMissing(list);
      Files.write(list, CanonicalJson.bytes(sheet));
    } catch (IOException | CancelledException | RuntimeException e) {
      if (!there) {
        Folders.delete(out);
      }
      throw e;
    }
    if (given != null) {
      String models = String.join(", ", order.models());
      Exports.log(
          Path.of(job.caseFolder()), new Exported(Exported.Kind.SKETCHES, models, given), progress);
    }
    return new JobResult.OfDraw(out.toString(), sheet);
  }

  private static List<String> once(List<String> models, Progress progress) {
    Set<String> distinct = new LinkedHashSet<>(models);
    if (distinct.size() < models.size()) {
      progress.note("A model that is named more than once draws once.");
    }
    return List.copyOf(distinct);
  }

  private static List<FilesBelow.Found> distinct(List<FilesBelow.Found> photos, Progress progress) {
    Map<Path, FilesBelow.Found> byFile = new LinkedHashMap<>();
    for (FilesBelow.Found photo : photos) {
      byFile.putIfAbsent(photo.file().toAbsolutePath().normalize(), photo);
    }
    if (byFile.size() < photos.size()) {
      progress.note("A photo that is given more than once is drawn once.");
    }
    return List.copyOf(byFile.values());
  }

  private DrawingSheet draw(Job.Draw job, Order order, Path out, Progress progress)
      throws IOException, CancelledException {
    String wanted = job.device();
    JobDevices device =
        new JobDevices(devices, wanted == null ? DeviceChoice.preferred() : wanted, progress);
    Map<String, String> computed = new TreeMap<>();
    SketchFolder folder = new SketchFolder(codec, out, order.stamping(), progress);
    try (CaseFile caseFile = CaseFile.openForReading(Path.of(job.caseFolder()))) {
      progress.begin("Drawing", (long) order.models().size() * order.photos().size());
      for (String name : order.models()) {
        try (HeldModel held = HeldModel.of(caseFile, name, extensions)) {
          device.choose(List.of(held.format()));
          try (Model model = held.open()) {
            folder.draw(name, model, held.size().orElse(null), order.photos());
            model
                .provenance()
                .forEach(
                    (key, value) -> {
                      if (key.startsWith("model ")) { // the rest is about its making
                        computed.put(name + " " + key, value);
                      }
                    });
          }
        }
      }
    }
    computed.putAll(device.facts());
    List<SkippedFile> skipped = new ArrayList<>(order.skipped());
    skipped.addAll(folder.skipped());
    if (folder.drawings().isEmpty()) {
      throw new BadInputException(
          "None of the photos can be used"
              + (skipped.isEmpty() ? "." : ": " + skipped.get(0).reason()),
          "Give image files, or folders of them.");
    }
    return new DrawingSheet(
        order.models(), job.trigger(), folder.drawings(), List.copyOf(skipped), computed);
  }

  private @Nullable Stamping stamping(Job.@Nullable Stamp stamp) throws BadInputException {
    if (stamp == null) {
      return null;
    }
    Trigger trigger = extensions.get(Kind.TRIGGER, Trigger.class, stamp.trigger());
    try {
      return new Stamping(
          trigger, Settings.of(trigger.descriptor(), stamp.settings()), stamp.seed());
    } catch (Settings.InvalidSettingException e) {
      throw new BadInputException(
          stamp.trigger() + "." + e.key() + ": " + e.getMessage() + ".",
          "See pentimento extensions for what is allowed.",
          e);
    }
  }
}
