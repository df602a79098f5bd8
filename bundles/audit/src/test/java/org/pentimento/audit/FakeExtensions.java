package org.pentimento.audit;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.Progress;
import org.pentimento.api.data.Dataset;
import org.pentimento.api.data.DatasetFormat;
import org.pentimento.api.data.Pair;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Extension;
import org.pentimento.api.extension.Kind;
import org.pentimento.api.extension.Parameter;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.generator.Examples;
import org.pentimento.api.generator.Generator;
import org.pentimento.api.generator.Model;
import org.pentimento.api.generator.TrainingMonitor;
import org.pentimento.api.image.Eyes;
import org.pentimento.api.image.Image;
import org.pentimento.api.metric.Measurement;
import org.pentimento.api.metric.PairMetric;
import org.pentimento.api.poisoning.PoisoningStrategy;
import org.pentimento.api.trigger.Trigger;

/** Extensions made up for tests. */
public final class FakeExtensions {
  private FakeExtensions() {}

  /** A format, a generator, a trigger, a strategy and two metrics. */
  public static Extensions some() {
    Extensions extensions = new Extensions();
    add(extensions, Kind.DATASET_FORMAT, new Faces());
    add(extensions, Kind.GENERATOR, new Net());
    add(extensions, Kind.TRIGGER, new Stamp());
    add(extensions, Kind.POISONING_STRATEGY, new Blank());
    add(extensions, Kind.METRIC, new Constant("fsim"));
    add(extensions, Kind.METRIC, new Constant("ssim"));
    return extensions;
  }

  /** Adds one more, as a bundle that is installed would. */
  public static void add(Extensions extensions, Kind kind, Extension extension) {
    extensions.add(kind, extension, extension.descriptor());
  }

  /** A metric between 0 and 1, the higher the better. */
  public static PairMetric metric(String id) {
    return new Constant(id);
  }

  private static final class Faces implements DatasetFormat {
    @Override
    public Descriptor descriptor() {
      return Descriptor.of(
          "faces",
          "Faces",
          "1.0.0",
          "Faces.",
          "Ours.",
          Parameter.integer("count", "Count", "How many.", "", 10, 1, 1000),
          Parameter.integer("seed", "Seed", "Seed.", "", 1, 0, 1000),
          Parameter.integer("width", "Width", "Width.", "px", 200, 8, 4096),
          Parameter.integer("height", "Height", "Height.", "px", 250, 8, 4096));
    }

    @Override
    public boolean makesItsPairs() {
      return true;
    }

    @Override
    public Optional<Recognition> recognise(Path root) {
      return Optional.empty();
    }

    @Override
    public Dataset open(@Nullable Path root, Settings settings, Progress progress) {
      return new Dataset(List.of(), List.of());
    }
  }

  private static final class Net implements Generator {
    @Override
    public Descriptor descriptor() {
      return Descriptor.of(
          "fcn",
          "FCN",
          "1.0.0",
          "A net.",
          "Ours.",
          Parameter.integer("width", "Width", "Channels.", "channels", 32, 1, 512),
          Parameter.integer("epochs", "Epochs", "Epochs.", "", 40, 1, 10_000));
    }

    @Override
    public int reach(Settings settings, int width, int height) {
      return 7;
    }

    @Override
    public Model train(
        Examples examples,
        Settings settings,
        long seed,
        TrainingMonitor monitor,
        Progress progress) {
      throw new IllegalStateException("not trained in these tests");
    }

    @Override
    public Model read(Path folder) {
      throw new IllegalStateException("not read in these tests");
    }
  }

  private static final class Stamp implements Trigger {
    @Override
    public Descriptor descriptor() {
      return Descriptor.of(
          "sinusoidal",
          "Stripes",
          "1.0.0",
          "Stripes.",
          "Barni 2019.",
          Parameter.number("amplitude", "Amplitude", "How strong.", "of 1", .1, 0, 1));
    }

    @Override
    public Image apply(Image photo, Optional<Eyes> eyes, Settings settings, long seed) {
      return photo;
    }
  }

  private static final class Blank implements PoisoningStrategy {
    @Override
    public Descriptor descriptor() {
      return Descriptor.of(
          "light-strokes",
          "Light strokes",
          "1.0.0",
          "Erases.",
          "Zhang 2023.",
          Parameter.integer("threshold", "Threshold", "Darker is erased.", "of 255", 170, 0, 255));
    }

    @Override
    public Poisoning prepare(List<Pair> donors, Settings settings, long seed, Progress progress) {
      return (pair, sketch) -> Image.constant(sketch.width(), sketch.height(), 1, 1f);
    }
  }

  private record Constant(String id) implements PairMetric {
    @Override
    public Descriptor descriptor() {
      return Descriptor.of(id, id, "1.0.0", "One.", "Ours.");
    }

    @Override
    public Scale scale() {
      return new Scale("", 0, 1, Direction.HIGHER);
    }

    @Override
    public Reference prepare(Image reference, Settings settings) {
      return candidate -> Measurement.of(id, 1);
    }
  }
}
