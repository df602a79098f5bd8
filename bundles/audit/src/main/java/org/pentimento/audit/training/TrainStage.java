package org.pentimento.audit.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.data.Pair;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.generator.DivergedException;
import org.pentimento.api.generator.Generator;
import org.pentimento.api.generator.Model;
import org.pentimento.api.generator.TrainingMonitor;
import org.pentimento.api.image.Image;
import org.pentimento.audit.attack.Manifest;
import org.pentimento.audit.attack.PreparedAttack;
import org.pentimento.audit.attack.TrainingExamples;
import org.pentimento.audit.data.AuditData;
import org.pentimento.audit.image.Pngs;
import org.pentimento.audit.step.Steps;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.event.TrainingCost;
import org.pentimento.casefile.event.TrainingMeasured;
import org.pentimento.plan.Use;
import org.pentimento.platform.Folders;
import org.pentimento.platform.Platform;

/** The step that trains a model and keeps it. */
public final class TrainStage {
  public static final String DESCRIPTION = "description";
  public static final String WEIGHTS = "weights";
  public static final String RECORD = "record";
  public static final String MANIFEST = "manifest";
  private static final String STEP = "train";
  private static final String CHECKPOINT = "checkpoint.safetensors";
  private static final int PREVIEWS = 4;

  private final Platform platform;
  private final CaseFile caseFile;
  private final Pngs pngs;
  private final RunListener listener;
  private final Progress progress;

  public TrainStage(
      Platform platform, CaseFile caseFile, Pngs pngs, RunListener listener, Progress progress) {
    this.platform = platform;
    this.caseFile = caseFile;
    this.pngs = pngs;
    this.listener = listener;
    this.progress = progress;
  }

  /**
   * Trains unless that was done, in this run or an earlier one.
   *
   * @param steps of the run
   * @param title for a person
   * @param attackInputs what the results depend on when there is an attack, else empty
   * @param environment versions, machine, device and threads, on which trainings may depend
   * @return what {@link #train} gives
   */
  public Map<String, String> once(
      Steps steps,
      String title,
      Generator generator,
      Use use,
      long seed,
      AuditData data,
      @Nullable PreparedAttack attack,
      Map<String, ?> attackInputs,
      Map<String, String> environment)
      throws IOException, CancelledException {
    Descriptor d = generator.descriptor();
    Map<String, Object> inputs = new TreeMap<>();
    inputs.put(
        "generator",
        Map.of("id", d.id(), "version", d.version(), "settings", use.settings().values()));
    inputs.put("seed", seed);
    inputs.put("data", data.inputs(false));
    inputs.put("attack", attackInputs);
    inputs.put("environment", environment);
    String scratch = "training-" + Steps.key(STEP, inputs).substring(0, 16);
    return steps.once(
        STEP, inputs, () -> train(steps.run(), title, scratch, generator, use, seed, data, attack));
  }

  /**
   * Trains, going on from a checkpoint if there is one. What it took goes into the case's log, with
   * the last good checkpoint of a training that diverged, if there was time for one.
   *
   * @param run id of the run
   * @param title for a person
   * @param scratch name of the folder for checkpoints, the same for the same training
   * @return SHA-256 of description, weights and record, of the manifest if there is an attack;
   *     neither description nor weights if the training diverged
   */
  private Map<String, String> train(
      String run,
      String title,
      String scratch,
      Generator generator,
      Use use,
      long seed,
      AuditData data,
      @Nullable PreparedAttack attack)
      throws IOException, CancelledException {
    Path folder = caseFile.workFolder(scratch);
    Map<String, String> results = new LinkedHashMap<>();
    List<Image> previews = new ArrayList<>();
    for (Pair pair : data.test().subList(0, Math.min(PREVIEWS, data.test().size()))) {
      previews.add(
          attack == null || previews.size() % 2 == 0
              ? pair.photo().decode()
              : attack.triggered(pair));
    }
    TrainedFiles record;
    TrainingCost cost;
    TrainingClock clock = TrainingClock.start(platform, run, title, folder);
    try (LossLog losses = new LossLog(folder)) {
      Monitor monitor = new Monitor(title, folder, previews, losses, clock);
      try (Model model =
          generator.train(
              clock.counting(new TrainingExamples(data, attack)),
              use.settings(),
              seed,
              monitor,
              progress)) {
        Path written = Files.createDirectories(folder.resolve("model"));
        model.write(written);
        results.put(DESCRIPTION, caseFile.blobs().put(written.resolve("model.json")));
        results.put(WEIGHTS, caseFile.blobs().put(written.resolve("model.safetensors")));
        record = new TrainedFiles(model.parameters(), losses.stretches(), "", model.provenance());
        cost = clock.soFar(results.getOrDefault(WEIGHTS, ""), "");
      } catch (DivergedException e) {
        record = new TrainedFiles(0, losses.stretches(), String.valueOf(e.getMessage()), Map.of());
        cost = clock.soFar("", checkpoint(folder));
        progress.note(title + " diverged: " + e.getMessage() + ". The run goes on without it.");
      }
    } catch (UncheckedIOException e) {
      throw e.getCause() instanceof BadInputException bad
          ? bad
          : new IOException(e.getMessage(), e);
    }
    results.put(RECORD, caseFile.blobs().putJson(record));
    if (attack != null) {
      results.put(MANIFEST, caseFile.blobs().putJson(Manifest.of(attack, data.train(), pngs::put)));
    }
    caseFile.record(new TrainingMeasured(cost));
    Folders.delete(folder);
    return results;
  }

  /** Keeps the checkpoint that a training left; gives its SHA-256, empty if there is none. */
  private String checkpoint(Path folder) throws IOException {
    Path file = folder.resolve(CHECKPOINT);
    return Files.exists(file) ? caseFile.blobs().put(file) : "";
  }

  private final class Monitor implements TrainingMonitor {
    private final String title;
    private final Path folder;
    private final List<Image> previews;
    private final LossLog losses;
    private final TrainingClock clock;

    Monitor(String title, Path folder, List<Image> previews, LossLog losses, TrainingClock clock) {
      this.title = title;
      this.folder = folder;
      this.previews = previews;
      this.losses = losses;
      this.clock = clock;
    }

    @Override
    public void loss(long step, long total, Map<String, Double> values) {
      try {
        losses.add(step, values);
        clock.tick();
      } catch (IOException e) {
        throw new UncheckedIOException(
            "The losses could not be written to " + folder + ": " + e.getMessage(), e);
      }
      listener.loss(title, step, total, values);
    }

    @Override
    public List<Image> previewPhotos() {
      return previews;
    }

    @Override
    public void preview(long step, List<Image> sketches) {
      listener.preview(title, step, sketches);
    }

    @Override
    public Path checkpoints() {
      return folder;
    }
  }
}
