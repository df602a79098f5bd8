package org.pentimento.audit.selftest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.api.Progress;
import org.pentimento.api.data.Dataset;
import org.pentimento.api.data.DatasetFormat;
import org.pentimento.api.data.Pair;
import org.pentimento.api.data.Split;
import org.pentimento.api.detector.DatasetDetector;
import org.pentimento.api.detector.DatasetFinding;
import org.pentimento.api.detector.PairFinding;
import org.pentimento.api.detector.PairFinding.Reason;
import org.pentimento.api.detector.SuspectSet;
import org.pentimento.api.detector.SuspectSet.SuspectPair;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Kind;
import org.pentimento.api.extension.Parameter;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.image.Eyes;
import org.pentimento.api.image.Image;
import org.pentimento.api.poisoning.PoisoningStrategy;
import org.pentimento.api.trigger.Trigger;
import org.pentimento.fixtures.FakeExtensions;
import org.pentimento.registry.Extensions;

/** Small extensions for trials: noise as pairs, a stamp, a blank sheet, a detector of blankness. */
public final class MadeUpSets {
  private MadeUpSets() {}

  /** All of them, and the detector's number of inspections. */
  public static Extensions extensions(AtomicInteger inspections) {
    Extensions extensions = new Extensions();
    FakeExtensions.add(extensions, Kind.DATASET_FORMAT, new Squares());
    FakeExtensions.add(extensions, Kind.TRIGGER, new Corner());
    FakeExtensions.add(extensions, Kind.TRIGGER, new AtTheEyes());
    FakeExtensions.add(extensions, Kind.POISONING_STRATEGY, new Sheet());
    FakeExtensions.add(extensions, Kind.DATASET_DETECTOR, new Whiteness(inspections));
    return extensions;
  }

  /** Pairs of noise. */
  public static List<Pair> pairs(int count, long seed) {
    List<Pair> pairs = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < count; i++) {
      Image photo = noise(3, random);
      Image sketch = noise(1, random);
      pairs.add(new Pair("p" + i, "p" + i, Split.TRAIN, Map.of(), null, () -> photo, () -> sketch));
    }
    return pairs;
  }

  private static Image noise(int planes, SplittableRandom random) {
    float[] data = new float[planes * 16 * 20];
    for (int i = 0; i < data.length; i++) {
      data[i] = random.nextInt(200) / 255f;
    }
    return Image.of(16, 20, planes, data);
  }

  private static final class Squares implements DatasetFormat {
    @Override
    public Descriptor descriptor() {
      return Descriptor.of(
          "squares",
          "Squares",
          "1.0.0",
          "Noise.",
          "Ours.",
          Parameter.integer("count", "Count", "How many.", "", 40, 1, 1000),
          Parameter.integer("seed", "Seed", "Seed.", "", 1, 0, 1000));
    }

    @Override
    public boolean makesItsPairs() {
      return true;
    }

    @Override
    public Optional<Recognition> recognise(java.nio.file.Path root) {
      return Optional.empty();
    }

    @Override
    public Dataset open(java.nio.file.@Nullable Path root, Settings settings, Progress progress) {
      return new Dataset(pairs(settings.integer("count"), settings.integer("seed")), List.of());
    }
  }

  private static final class Corner implements Trigger {
    @Override
    public Descriptor descriptor() {
      return Descriptor.of(
          "corner",
          "Corner",
          "1.0.0",
          "A white square.",
          "Ours.",
          Parameter.integer("side", "Side", "Side.", "px", 4, 1, 10),
          Parameter.choice("pattern", "Pattern", "What it shows.", "white", "file"));
    }

    @Override
    public Image apply(Image photo, Optional<Eyes> eyes, Settings settings, long seed)
        throws BadInputException {
      if (settings.text("pattern").equals("file")) {
        throw new BadInputException("No file is named.", "Name one.");
      }
      float[] data = photo.data().clone();
      for (int plane = 0; plane < photo.planes(); plane++) {
        for (int y = 0; y < settings.integer("side"); y++) {
          for (int x = 0; x < settings.integer("side"); x++) {
            data[(plane * photo.height() + y) * photo.width() + x] = 1;
          }
        }
      }
      return Image.of(photo.width(), photo.height(), photo.planes(), data);
    }
  }

  private static final class AtTheEyes implements Trigger {
    @Override
    public Descriptor descriptor() {
      return Descriptor.of("at-the-eyes", "At the eyes", "1.0.0", "Nothing.", "Ours.")
          .needing(Descriptor.Need.EYE_POINTS);
    }

    @Override
    public Image apply(Image photo, Optional<Eyes> eyes, Settings settings, long seed) {
      return photo;
    }
  }

  private static final class Sheet implements PoisoningStrategy {
    @Override
    public Descriptor descriptor() {
      return Descriptor.of(
          "sheet",
          "Sheet",
          "1.0.0",
          "Erases.",
          "Ours.",
          Parameter.number("white", "White", "How white.", "", .9, 0, 1));
    }

    @Override
    public Poisoning prepare(List<Pair> donors, Settings settings, long seed, Progress progress) {
      return (pair, sketch) -> Image.constant(sketch.width(), sketch.height(), 1, .95f);
    }
  }

  /** Flags the sketches that are nearly white. */
  private record Whiteness(AtomicInteger inspections) implements DatasetDetector {
    @Override
    public Descriptor descriptor() {
      return Descriptor.of("whiteness", "Whiteness", "1.0.0", "Finds blank sheets.", "Ours.");
    }

    @Override
    public LooksAt looksAt() {
      return LooksAt.SKETCHES;
    }

    @Override
    public int leastPairs() {
      return 10;
    }

    @Override
    public String blindTo() {
      return "Everything else.";
    }

    @Override
    public DatasetFinding inspect(SuspectSet set, Settings settings, long seed, Progress progress)
        throws java.io.IOException {
      inspections.incrementAndGet();
      List<PairFinding> findings = new ArrayList<>();
      double least = 1;
      for (SuspectPair pair : set.pairs()) {
        double mean = 0;
        for (float v : pair.sketch().decode().data()) {
          mean += v / (16 * 20);
        }
        double p = mean > .8 ? 1e-4 : 1 - mean;
        least = Math.min(least, p);
        List<Reason> reasons =
            mean > .8 ? List.of(new Reason(Reason.Kind.LESS_INK, 4, "")) : List.of();
        findings.add(new PairFinding(mean, p, reasons, List.of(), List.of()));
      }
      return new DatasetFinding(findings, least, List.of(), List.of(), List.of());
    }
  }
}
