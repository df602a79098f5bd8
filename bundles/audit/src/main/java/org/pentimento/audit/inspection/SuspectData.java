package org.pentimento.audit.inspection;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.data.Pair;
import org.pentimento.api.image.Image;
import org.pentimento.audit.data.EightBitCache;
import org.pentimento.audit.data.Parallel;
import org.pentimento.casefile.result.InspectionResult.InspectedData;
import org.pentimento.casefile.result.InspectionResult.Material;
import org.pentimento.casefile.result.SharedPairs;

/**
 * Pairs that are looked at. Each was decoded once, so that none fails later.
 *
 * @param data what they are, for the result
 * @param pairs those that can be decoded, in the order of the data set, as they were given; they
 *     decode through a cache of limited size
 * @param coloured number of pairs whose photos have three planes
 */
public record SuspectData(InspectedData data, List<Pair> pairs, int coloured) {
  /** Keeps a copy that nobody changes. */
  public SuspectData {
    pairs = List.copyOf(pairs);
  }

  /** What reading a pair tells. */
  private record Read(Pair pair, int width, int height, boolean coloured, String problem) {}

  /**
   * Reads pairs. Those that cannot be decoded, or whose sketch has another size than its photo, are
   * left out with the reason.
   *
   * @param dataset name of the data set
   * @param format id of its format
   * @param digest SHA-256 that stands for its content
   * @param material what it is made of
   * @throws BadInputException if no pair is left
   */
  public static SuspectData read(
      String dataset,
      String format,
      String digest,
      Material material,
      List<Pair> pairs,
      Progress progress)
      throws IOException, CancelledException {
    progress.begin("Reading pairs of " + dataset, pairs.size());
    EightBitCache cache = new EightBitCache(EightBitCache.standardBudget() / 2);
    List<Callable<Read>> tasks = new ArrayList<>();
    for (Pair pair : pairs) {
      Pair cached = cached(pair, cache);
      tasks.add(() -> read(cached, progress));
    }
    int threads = Math.min(4, Runtime.getRuntime().availableProcessors());
    Map<String, String> skipped = new TreeMap<>();
    List<Pair> good = new ArrayList<>();
    Map<List<Integer>, Integer> sizes = new TreeMap<>(SuspectData::compare);
    int coloured = 0;
    for (Read read : Parallel.all(tasks, threads, progress)) {
      if (read.problem().isEmpty()) {
        good.add(read.pair());
        sizes.merge(List.of(read.width(), read.height()), 1, Integer::sum);
        coloured += read.coloured() ? 1 : 0;
      } else {
        skipped.put(read.pair().id(), read.problem());
      }
    }
    if (good.isEmpty()) {
      throw new BadInputException(
          "The data set '"
              + dataset
              + "' has no pair that can be looked at"
              + (skipped.isEmpty() ? "." : ": " + skipped.values().iterator().next()),
          "Look at its files, or choose another data set.");
    }
    List<Integer> size =
        sizes.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
    int withEyes = (int) good.stream().filter(pair -> pair.eyePoints() != null).count();
    return new SuspectData(
        new InspectedData(
            dataset,
            format,
            digest,
            material,
            good.size(),
            size.get(0),
            size.get(1),
            withEyes,
            skipped),
        good,
        coloured);
  }

  /** These pairs but for those that have another size than most. */
  public SuspectData ofOneSize() throws IOException {
    Map<String, String> others = new TreeMap<>();
    for (Pair pair : pairs) {
      Image photo = pair.photo().decode();
      if (photo.width() != data.width() || photo.height() != data.height()) {
        others.put(
            pair.id(),
            "It is %dx%d; most pairs are %dx%d."
                .formatted(photo.width(), photo.height(), data.width(), data.height()));
      }
    }
    return others.isEmpty() ? this : without(others);
  }

  /**
   * These pairs but for some.
   *
   * @param reasons why each is left out, by id
   */
  public SuspectData without(Map<String, String> reasons) {
    Map<String, String> skipped = new TreeMap<>(data.skipped());
    skipped.putAll(reasons);
    List<Pair> left = pairs.stream().filter(pair -> !reasons.containsKey(pair.id())).toList();
    return new SuspectData(
        new InspectedData(
            data.dataset(),
            data.format(),
            data.digest(),
            data.material(),
            left.size(),
            data.width(),
            data.height(),
            (int) left.stream().filter(pair -> pair.eyePoints() != null).count(),
            skipped),
        left,
        Math.min(coloured, left.size()));
  }

  /** These pairs with what is known of their bonds to others. */
  public SuspectData with(SharedPairs shared) {
    return new SuspectData(data.with(shared), pairs, coloured);
  }

  /** The ids of the pairs, in the order of the data set. */
  public List<String> ids() {
    return pairs.stream().map(Pair::id).collect(Collectors.toUnmodifiableList());
  }

  private static int compare(List<Integer> a, List<Integer> b) {
    int byWidth = a.get(0).compareTo(b.get(0));
    return byWidth != 0 ? byWidth : a.get(1).compareTo(b.get(1));
  }

  private static Pair cached(Pair pair, EightBitCache cache) {
    return new Pair(
        pair.id(),
        pair.identity(),
        pair.split(),
        pair.attributes(),
        pair.eyePoints(),
        () -> cache.get("photo " + pair.id(), pair.photo()),
        () -> cache.get("sketch " + pair.id(), () -> pair.sketch().decode().grey()));
  }

  private static Read read(Pair pair, Progress progress) throws CancelledException {
    progress.checkCancelled();
    try {
      Image photo = pair.photo().decode();
      Image sketch = pair.sketch().decode();
      if (!photo.sameSize(sketch)) {
        return unreadable(
            pair,
            "The photo is "
                + photo.width()
                + "x"
                + photo.height()
                + ", its sketch "
                + sketch.width()
                + "x"
                + sketch.height()
                + ".");
      }
      return new Read(pair, photo.width(), photo.height(), photo.planes() == 3, "");
    } catch (IOException | RuntimeException e) {
      return unreadable(pair, e.getMessage());
    }
  }

  private static Read unreadable(Pair pair, @Nullable String why) {
    return new Read(pair, 0, 0, false, why == null || why.isEmpty() ? "It cannot be read." : why);
  }
}
