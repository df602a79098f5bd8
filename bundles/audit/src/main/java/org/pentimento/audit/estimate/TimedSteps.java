package org.pentimento.audit.estimate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.data.Pair;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Kind;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.generator.DivergedException;
import org.pentimento.api.generator.Generator;
import org.pentimento.api.generator.Model;
import org.pentimento.api.image.Image;
import org.pentimento.api.image.ImageCodec;
import org.pentimento.api.metric.Metric;
import org.pentimento.api.metric.PairMetric;
import org.pentimento.api.metric.SetMetric;
import org.pentimento.audit.attack.TrainingExamples;
import org.pentimento.audit.data.AuditData;
import org.pentimento.audit.data.DatasetOpener;
import org.pentimento.audit.data.DividedPairs;
import org.pentimento.audit.data.Sizing;
import org.pentimento.audit.inspection.FindingStore;
import org.pentimento.audit.inspection.InspectionInput;
import org.pentimento.audit.inspection.Inspector;
import org.pentimento.audit.inspection.SuspectData;
import org.pentimento.casefile.result.ExtensionUse;
import org.pentimento.casefile.result.InspectionResult.Material;
import org.pentimento.plan.Plan;
import org.pentimento.plan.Use;
import org.pentimento.platform.Folders;
import org.pentimento.platform.Platform;
import org.pentimento.registry.Extensions;

/**
 * Tries some steps of what a plan asks for, in the plan's size and with its settings: a generator
 * is trained until its pace is known, then a small model of it draws and is stored, and metrics
 * measure some pairs. Nothing of it goes into a case.
 */
final class TimedSteps {
  /** Pairs of each kind that are tried with. */
  private static final int SAMPLE = 64;

  /** Sketches drawn at a time, as in a run. */
  private static final int BATCH = 16;

  private static final long CACHE = 64L << 20;

  private final Extensions extensions;
  private final ImageCodec codec;
  private final Platform platform;
  private final Progress progress;

  TimedSteps(Extensions extensions, ImageCodec codec, Platform platform, Progress progress) {
    this.extensions = extensions;
    this.codec = codec;
    this.platform = platform;
    this.progress = progress;
  }

  /** The first pairs of a plan that can be used, in the plan's size. */
  static AuditData some(DatasetOpener.Opened opened, DividedPairs division, Plan.Data data)
      throws IOException {
    Sizing sizing = new Sizing(data.size(), CACHE);
    List<Pair> train = usable(division.train(), sizing);
    List<Pair> test = usable(division.test(), sizing);
    Image photo = train.get(0).photo().decode();
    return new AuditData(
        opened.name(),
        opened.format(),
        opened.digest(),
        train,
        test,
        photo.width(),
        photo.height(),
        Map.of());
  }

  private static List<Pair> usable(List<Pair> pairs, Sizing sizing) throws IOException {
    List<Pair> usable = new ArrayList<>();
    BadInputException first = null;
    for (Pair pair : pairs) {
      try {
        Pair sized = sizing.of(pair);
        sized.photo().decode();
        sized.sketch().decode();
        usable.add(sized);
      } catch (BadInputException e) {
        first = first == null ? e : first; // a run leaves such a pair out too
      }
      if (usable.size() == SAMPLE) {
        break;
      }
    }
    if (usable.isEmpty()) {
      throw first == null
          ? new BadInputException("The plan has no pairs.", "Look at its data.")
          : first;
    }
    return usable;
  }

  /**
   * Trains a generator for some steps.
   *
   * @throws BadInputException if it diverges at once
   */
  History.Training training(Use use, AuditData data, long seed, String machine)
      throws IOException, CancelledException {
    Generator generator = extensions.get(Kind.GENERATOR, Generator.class, use.id());
    Descriptor descriptor = generator.descriptor();
    Path folder = Files.createTempDirectory("pentimento-trial");
    try {
      progress.begin("Trying " + descriptor.name(), 0);
      platform.resetPeakMemory();
      double seconds = seconds(generator, use.settings(), data, seed, folder.resolve("steps"));
      progress.begin("Trying how " + descriptor.name() + " draws", 0);
      Drawn drawn = drawn(generator, use.settings(), data, seed, folder.resolve("model"));
      // Of both trainings: a later one of a run takes more, as memory of an earlier one is still
      // held.
      long peak = platform.peakMemory();
      return new History.Training(
          new ExtensionUse(
              descriptor.id(),
              descriptor.name(),
              descriptor.version(),
              descriptor.citation(),
              use.settings().values()),
          data.train().size(),
          (long) data.width() * data.height(),
          machine,
          seconds,
          drawn.bytes(),
          drawn.seconds(),
          peak);
    } catch (DivergedException e) {
      throw new BadInputException(
          descriptor.name() + " diverged while it was tried: " + e.getMessage() + ".",
          "Look at its settings; a lower learning rate helps most often.",
          e);
    } finally {
      Folders.delete(folder);
    }
  }

  /** Seconds of a whole training on these pairs, by its first steps. */
  private double seconds(
      Generator generator, Settings settings, AuditData data, long seed, Path folder)
      throws IOException, CancelledException, DivergedException {
    Pace pace = new Pace(progress, Files.createDirectories(folder), Pace.ENOUGH);
    long start = System.nanoTime();
    try (Model whole =
        generator.train(new TrainingExamples(data, null), settings, seed, pace, pace)) {
      return (System.nanoTime() - start) / 1e9; // shorter than what we wanted to see of it
    } catch (CancelledException e) {
      progress.checkCancelled();
      return pace.seconds();
    }
  }

  /**
   * What a model draws and weighs.
   *
   * @param seconds a sketch, 0 if unknown
   * @param bytes of the model, 0 if unknown
   */
  private record Drawn(double seconds, long bytes) {
    static final Drawn UNKNOWN = new Drawn(0, 0);
  }

  private Drawn drawn(
      Generator generator, Settings settings, AuditData data, long seed, Path folder)
      throws IOException, CancelledException, DivergedException {
    AuditData few =
        new AuditData(
            data.name(),
            data.format(),
            data.digest(),
            data.train().subList(0, Math.min(BATCH, data.train().size())),
            data.test(),
            data.width(),
            data.height(),
            Map.of());
    List<Image> photos = new ArrayList<>();
    for (Pair pair : data.test().subList(0, Math.min(BATCH, data.test().size()))) {
      photos.add(pair.photo().decode());
    }
    Pace pace = new Pace(progress, Files.createDirectories(folder), Pace.MUCH);
    try (Model model =
        generator.train(
            new TrainingExamples(few, null), shortest(generator, settings), seed, pace, pace)) {
      model.sketch(photos); // the first time takes longer
      progress.checkCancelled();
      long start = System.nanoTime();
      model.sketch(photos);
      double seconds = (System.nanoTime() - start) / 1e9 / photos.size();
      Path written = Files.createDirectories(folder.resolve("written"));
      model.write(written);
      return new Drawn(seconds, Files.size(written.resolve("model.safetensors")));
    } catch (CancelledException e) {
      progress.checkCancelled();
      return Drawn.UNKNOWN; // even this little takes long beside its training
    }
  }

  private static Settings shortest(Generator generator, Settings settings) {
    Map<String, Object> values = new HashMap<>(settings.values());
    values.computeIfPresent(Estimate.EPOCHS, (key, epochs) -> 1);
    return Settings.of(generator.descriptor(), values);
  }

  /** What an inspection of these pairs by the plan's detectors takes. */
  History.Inspecting inspecting(Plan plan, AuditData data, String machine)
      throws IOException, CancelledException {
    progress.begin("Trying the detectors", 0);
    long start = System.nanoTime();
    new Inspector(extensions, FindingStore.NONE, Inspector.PATIENCE, progress)
        .inspect(
            new InspectionInput(
                plan.name(),
                Map.of(),
                SuspectData.read(
                    data.name(),
                    data.format(),
                    data.digest(),
                    Material.PHOTOGRAPHED,
                    data.train(),
                    progress),
                null,
                plan.detectors(),
                plan.falseAlarms(),
                plan.seeds().get(0)));
    return new History.Inspecting(
        plan.detectors().stream().map(Use::id).sorted().toList(),
        data.train().size(),
        (long) data.width() * data.height(),
        machine,
        (System.nanoTime() - start) / 1e9);
  }

  /** What measuring and storing take. */
  History.Rest rest(Plan plan, AuditData data) throws IOException, CancelledException {
    long pixels = (long) data.width() * data.height();
    double seconds = 0;
    for (Use use : plan.metrics()) {
      Metric metric = extensions.get(Kind.METRIC, Metric.class, use.id());
      progress.begin("Trying " + metric.descriptor().name(), 0);
      seconds += measuring(metric, use.settings(), data, plan) / plan.metrics().size();
    }
    double photo = 0;
    double sketch = 0;
    List<Pair> some = data.test().subList(0, Math.min(BATCH, data.test().size()));
    for (Pair pair : some) {
      photo += bytes(pair.photo().decode());
      sketch += bytes(pair.sketch().decode());
    }
    return new History.Rest(
        pixels, 0, seconds, photo / some.size() / pixels, sketch / some.size() / pixels);
  }

  /** Seconds a value, when all threads of the plan measure. */
  private double measuring(Metric metric, Settings settings, AuditData data, Plan plan)
      throws IOException, CancelledException {
    List<Pair> pairs = data.test();
    if (metric instanceof SetMetric set) {
      List<SetMetric.Item> items =
          pairs.stream()
              .map(p -> new SetMetric.Item(p.id(), p.identity(), p.photo(), p.sketch(), p.sketch()))
              .toList();
      long start = System.nanoTime();
      set.measure(items, settings, progress);
      return (System.nanoTime() - start) / 1e9 / items.size();
    }
    if (!(metric instanceof PairMetric one)) {
      return 0;
    }
    int shared = plan.attacks().isEmpty() ? 1 : 4; // sketches that share a reference
    List<Double> values = new ArrayList<>();
    long end = System.nanoTime() + 1_000_000_000;
    while (values.size() < 2 || System.nanoTime() < end) {
      progress.checkCancelled();
      Image reference = pairs.get(values.size() % pairs.size()).sketch().decode();
      Image candidate = pairs.get((values.size() + 1) % pairs.size()).sketch().decode();
      long start = System.nanoTime();
      PairMetric.Reference prepared = one.prepare(reference, settings);
      long ready = System.nanoTime();
      prepared.measure(candidate);
      values.add(((ready - start) / (double) shared + (System.nanoTime() - ready)) / 1e9);
    }
    return Pace.settled(values) / plan.threads();
  }

  private int bytes(Image image) throws IOException {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    codec.writePng(image, png);
    return png.size();
  }
}
