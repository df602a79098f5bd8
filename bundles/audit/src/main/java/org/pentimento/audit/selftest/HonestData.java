package org.pentimento.audit.selftest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.data.DatasetFormat;
import org.pentimento.api.data.Pair;
import org.pentimento.api.extension.Kind;
import org.pentimento.api.extension.Parameter;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.image.Image;
import org.pentimento.audit.data.DatasetOpener;
import org.pentimento.audit.data.EightBitCache;
import org.pentimento.audit.data.Shuffle;
import org.pentimento.audit.data.Sizing;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.result.InspectionResult.InspectedData;
import org.pentimento.casefile.result.InspectionResult.Material;
import org.pentimento.plan.Plan;
import org.pentimento.plan.Use;
import org.pentimento.registry.Extensions;

/**
 * The honest pairs of which a self-test makes its sets. Where a format makes the pairs and takes a
 * seed, each set has pairs of its own; otherwise each set takes four fifths of the pairs by lot. All
 * images come in 8 bits a value, so that nothing that is planted differs from the rest by being
 * rounded.
 */
public final class HonestData {
  private static final String SEED = "seed";

  /** Gives the pairs of a set. */
  @FunctionalInterface
  private interface Source {
    List<Pair> pairs(long seed, Progress progress) throws IOException, CancelledException;
  }

  private final InspectedData facts;
  private final boolean eyes;
  private final Source source;

  private HonestData(InspectedData facts, Source source) {
    this.facts = facts;
    this.eyes = facts.withEyes() == facts.count();
    this.source = source;
  }

  /**
   * Opens the data of a plan.
   *
   * @throws BadInputException if there are none, or none of the pairs can be used
   */
  public static HonestData open(
      CaseFile caseFile, Plan.Data data, Extensions extensions, Progress progress)
      throws IOException, CancelledException {
    DatasetOpener opener = new DatasetOpener(extensions);
    DatasetOpener.Opened opened = opener.open(caseFile, data, progress);
    DatasetFormat format =
        extensions.get(Kind.DATASET_FORMAT, DatasetFormat.class, opened.format());
    Map<String, String> skipped = new TreeMap<>();
    List<Pair> pairs = usable(opened.pairs(), data.size(), skipped, progress);
    if (pairs.isEmpty()) {
      throw new BadInputException(
          "No pair of '" + opened.name() + "' can be used"
              + (skipped.isEmpty() ? "." : ": " + skipped.values().iterator().next()),
          "Name another data set with --data.");
    }
    Plan.Size size = mostCommonSize(pairs);
    InspectedData facts =
        new InspectedData(
            opened.name(),
            opened.format(),
            opened.digest(),
            format.makesItsPairs() ? Material.DRAWN : Material.PHOTOGRAPHED,
            pairs.size(),
            size.width(),
            size.height(),
            (int) pairs.stream().filter(pair -> pair.eyePoints() != null).count(),
            skipped);
    Use made = data.made();
    if (made != null && format.descriptor().parameter(SEED).isPresent()) {
      return new HonestData(
          facts, (seed, quiet) -> made(format, made.settings(), data.size(), seed, quiet));
    }
    return new HonestData(
        facts,
        (seed, quiet) -> {
          List<Pair> lot = Shuffle.shuffled(pairs, new SplittableRandom(seed));
          return lot.subList(0, (4 * pairs.size() + 4) / 5);
        });
  }

  /** Pairs of their own for a set. */
  private static List<Pair> made(
      DatasetFormat format,
      Settings settings,
      Plan.@Nullable Size size,
      long seed,
      Progress progress)
      throws IOException, CancelledException {
    Map<String, Object> values = new HashMap<>(settings.values());
    Parameter parameter = format.descriptor().parameter(SEED).orElseThrow();
    values.put(SEED, parameter.minimum() + seed % (parameter.maximum() - parameter.minimum() + 1));
    Settings seeded = Settings.of(format.descriptor(), values);
    return usable(
        format.open(null, seeded, progress).pairs(), size, new TreeMap<>(), progress);
  }

  private static List<Pair> usable(
      List<Pair> pairs,
      Plan.@Nullable Size size,
      Map<String, String> skipped,
      Progress progress)
      throws IOException, CancelledException {
    EightBitCache cache = new EightBitCache(EightBitCache.usualBudget());
    Sizing sizing = size == null ? null : new Sizing(size, EightBitCache.usualBudget());
    progress.begin("Reading pairs", pairs.size());
    List<Pair> usable = new ArrayList<>();
    for (Pair pair : pairs) {
      progress.checkCancelled();
      try {
        Pair kept = sizing == null ? kept(pair, cache) : sizing.of(pair);
        kept.photo().decode();
        kept.sketch().decode();
        usable.add(kept);
      } catch (BadInputException e) {
        skipped.put(pair.id(), String.valueOf(e.getMessage()));
      }
      progress.advance(1);
    }
    return usable;
  }

  private static Pair kept(Pair pair, EightBitCache cache) {
    return new Pair(
        pair.id(),
        pair.identity(),
        pair.split(),
        pair.attributes(),
        pair.eyePoints(),
        () -> cache.get("photo " + pair.id(), pair.photo()),
        () -> cache.get("sketch " + pair.id(), pair.sketch()));
  }

  private static Plan.Size mostCommonSize(List<Pair> pairs) throws IOException {
    Map<Plan.Size, Integer> counts = new HashMap<>();
    Plan.Size most = null;
    for (Pair pair : pairs) {
      Image photo = pair.photo().decode();
      Plan.Size size = new Plan.Size(photo.width(), photo.height());
      int count = counts.merge(size, 1, Integer::sum);
      if (most == null || count > counts.getOrDefault(most, 0)) {
        most = size;
      }
    }
    if (most == null) {
      throw new IllegalArgumentException("no pairs");
    }
    return most;
  }

  /** What is known of all pairs. */
  public InspectedData facts() {
    return facts;
  }

  /** Whether the eyes of all pairs are known. */
  public boolean eyes() {
    return eyes;
  }

  /** The pairs of the set of a seed, from 0 to 2^31 - 1. */
  public List<Pair> pairs(long seed, Progress progress) throws IOException, CancelledException {
    return source.pairs(seed, progress);
  }
}
