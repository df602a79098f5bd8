package org.pentimento.audit.selftest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.data.DatasetFormat;
import org.pentimento.api.data.Pair;
import org.pentimento.api.extension.Kind;
import org.pentimento.api.extension.Parameter;
import org.pentimento.api.extension.Settings;
import org.pentimento.audit.data.DatasetOpener;
import org.pentimento.audit.data.EightBitCache;
import org.pentimento.audit.data.Shuffle;
import org.pentimento.audit.data.Sizing;
import org.pentimento.audit.inspection.SuspectData;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.result.InspectionResult.InspectedData;
import org.pentimento.casefile.result.InspectionResult.Material;
import org.pentimento.plan.Plan;
import org.pentimento.plan.Use;
import org.pentimento.registry.Extensions;

/**
 * The honest pairs of which a self-test makes its sets. Where a format makes the pairs and takes a
 * seed, each set has pairs of its own; otherwise each set takes four fifths of the pairs by lot.
 * All images come in 8 bits a value, so that what is planted does not differ from the rest by being
 * rounded.
 */
public final class HonestData {
  private static final String SEED = "seed";

  /** Gives the pairs of a set. */
  @FunctionalInterface
  private interface Source {
    List<Pair> pairs(long seed, Progress progress) throws IOException, CancelledException;
  }

  private final SuspectData all;
  private final Source source;

  private HonestData(SuspectData all, Source source) {
    this.all = all;
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
    DatasetOpener.Opened opened = new DatasetOpener(extensions).open(caseFile, data, progress);
    DatasetFormat format =
        extensions.get(Kind.DATASET_FORMAT, DatasetFormat.class, opened.format());
    Material material = format.makesItsPairs() ? Material.DRAWN : Material.PHOTOGRAPHED;
    SuspectData all = read(opened, material, sized(opened.pairs(), data.size()), progress);
    Use made = data.made();
    if (made == null || format.descriptor().parameter(SEED).isEmpty()) {
      int lot = (4 * all.pairs().size() + 4) / 5;
      return new HonestData(
          all,
          (seed, quiet) ->
              Shuffle.shuffled(all.pairs(), new SplittableRandom(seed)).subList(0, lot));
    }
    return new HonestData(
        all,
        (seed, quiet) -> {
          Settings settings = seeded(format, made.settings(), seed);
          List<Pair> pairs = format.open(null, settings, quiet).pairs();
          return read(opened, material, sized(pairs, data.size()), quiet).pairs();
        });
  }

  private static SuspectData read(
      DatasetOpener.Opened opened, Material material, List<Pair> pairs, Progress progress)
      throws IOException, CancelledException {
    return SuspectData.read(
        opened.name(), opened.format(), opened.digest(), material, pairs, progress);
  }

  /** The settings of a format that makes its pairs, with another seed. */
  private static Settings seeded(DatasetFormat format, Settings settings, long seed) {
    Parameter parameter = format.descriptor().parameter(SEED).orElseThrow();
    Map<String, Object> values = new HashMap<>(settings.values());
    long room = (long) (parameter.maximum() - parameter.minimum()) + 1;
    values.put(SEED, parameter.minimum() + seed % room);
    return Settings.of(format.descriptor(), values);
  }

  private static List<Pair> sized(List<Pair> pairs, Plan.@Nullable Size size) throws IOException {
    if (size == null) {
      return pairs;
    }
    Sizing sizing = new Sizing(size, EightBitCache.standardBudget() / 2);
    List<Pair> sized = new ArrayList<>();
    for (Pair pair : pairs) {
      sized.add(sizing.of(pair));
    }
    return sized;
  }

  /** What is known of all pairs. */
  public InspectedData facts() {
    return all.data();
  }

  /** All pairs. */
  public SuspectData all() {
    return all;
  }

  /** Whether the eyes of all pairs are known. */
  public boolean eyes() {
    return all.data().withEyes() == all.data().count();
  }

  /**
   * The pairs of a set.
   *
   * @param seed of the set, from 0 to 2^31 - 1
   */
  List<Pair> pairs(long seed, Progress progress) throws IOException, CancelledException {
    return source.pairs(seed, progress);
  }
}
