package org.pentimento.audit.inspection;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.data.Pair;
import org.pentimento.api.detector.DatasetDetector;
import org.pentimento.api.detector.DatasetFinding;
import org.pentimento.api.detector.PairFinding.Quality;
import org.pentimento.api.detector.PairFinding.Quality.Oddity;
import org.pentimento.api.detector.SuspectSet;
import org.pentimento.api.extension.Kind;
import org.pentimento.api.extension.Settings;
import org.pentimento.casefile.result.InspectionResult.Material;
import org.pentimento.casefile.result.SharedPairs;
import org.pentimento.casefile.result.SharedPairs.How;
import org.pentimento.casefile.result.SharedPairs.Shared;
import org.pentimento.casefile.result.SharedPairs.Where;
import org.pentimento.registry.Extensions;
import org.pentimento.registry.guard.Guard;
import org.pentimento.registry.guard.Guard.Answer;

/**
 * Finds trusted pairs that are not independent of each other or of the pairs that a suspect was
 * made from. Persons are known by the data sets' own word; near duplicates by the installed
 * detectors that judge the quality of pairs.
 */
public final class SharedPairSearch {
  private final Extensions extensions;
  private final Guard guard;
  private final Progress progress;

  /**
   * A search.
   *
   * @param patience how long a detector may neither return nor report progress
   */
  public SharedPairSearch(Extensions extensions, Duration patience, Progress progress) {
    this.extensions = extensions;
    this.guard = new Guard(patience, progress);
    this.progress = progress;
  }

  /**
   * Pairs to compare trusted ones with.
   *
   * @param dataset name of their data set; empty if there are none
   * @param digest SHA-256 that stands for the data set's content
   * @param material what they are made of
   * @param pairs that can be read
   * @param problem why there are none; empty if there are, or nobody knows of any
   */
  public record Beside(
      String dataset, String digest, Material material, List<Pair> pairs, String problem) {
    /** Nobody knows of any. */
    public static final Beside UNKNOWN = new Beside("", "", Material.DRAWN, List.of(), "");

    /** Keeps a copy. */
    public Beside {
      pairs = List.copyOf(pairs);
    }
  }

  /** The trusted pairs with what they share. */
  public SuspectData in(SuspectData trusted, Beside beside) throws CancelledException {
    List<Shared> found = new ArrayList<>();
    persons(trusted, beside, found);
    String recogniser = "";
    String problem = beside.problem();
    List<Pair> all = new ArrayList<>(trusted.pairs());
    all.addAll(beside.pairs());
    for (DatasetDetector detector : extensions.all(Kind.DATASET_DETECTOR, DatasetDetector.class)) {
      Answer<DatasetFinding> answer = ask(detector, all);
      DatasetFinding finding = answer.value();
      if (finding != null && finding.pairs().size() == all.size()) {
        recogniser = detector.descriptor().name();
        duplicates(finding, all, trusted.pairs().size(), found);
      } else if (!answer.problem().isEmpty() && problem.isEmpty()) {
        problem = answer.problem();
      }
    }
    found.sort(Comparator.comparingInt(shared -> trusted.ids().indexOf(shared.id())));
    return trusted.with(new SharedPairs(beside.dataset(), recogniser, problem, found));
  }

  /** What a detector that judges quality finds; neither a finding nor a problem of another one. */
  private Answer<DatasetFinding> ask(DatasetDetector detector, List<Pair> all)
      throws CancelledException {
    String id = detector.descriptor().id();
    Answer<Boolean> fit =
        guard.ask(
            id,
            p ->
                detector.looksAt() == DatasetDetector.LooksAt.QUALITY
                    && detector.leastPairs() <= all.size());
    if (fit.value() == null || !fit.value()) {
      return new Answer<>(null, "");
    }
    progress.begin("Looking for trusted pairs that are bound to others", 0);
    return guard.ask(
        id,
        p ->
            detector.inspect(
                new SuspectSet(Inspector.bare(all), List.of(), List.of()),
                Settings.defaults(detector.descriptor()),
                0,
                p));
  }

  private static void persons(SuspectData trusted, Beside beside, List<Shared> found) {
    Map<String, List<String>> own = new HashMap<>();
    for (Pair pair : trusted.pairs()) {
      own.computeIfAbsent(pair.identity(), k -> new ArrayList<>()).add(pair.id());
    }
    boolean same = beside.digest().equals(trusted.data().digest());
    boolean named =
        same
            || (beside.material() == Material.PHOTOGRAPHED
                && trusted.data().material() == Material.PHOTOGRAPHED);
    Map<String, List<String>> others = new HashMap<>();
    for (Pair pair : beside.pairs()) {
      // A pair that is its own person says no more than its file's name does.
      if (named && (same || !pair.identity().equals(pair.id()))) {
        others.computeIfAbsent(pair.identity(), k -> new ArrayList<>()).add(pair.id());
      }
    }
    for (Pair pair : trusted.pairs()) {
      List<String> alike = new ArrayList<>(own.getOrDefault(pair.identity(), List.of()));
      alike.remove(pair.id());
      add(pair.id(), How.SAME_PERSON, Where.TRUSTED, alike, found);
      add(
          pair.id(),
          How.SAME_PERSON,
          Where.SUSPECT,
          others.getOrDefault(pair.identity(), List.of()),
          found);
    }
  }

  private static void duplicates(
      DatasetFinding finding, List<Pair> all, int trusted, List<Shared> found) {
    for (int i = 0; i < trusted; i++) {
      Set<Integer> twins = new LinkedHashSet<>();
      for (Quality quality : finding.pairs().get(i).qualities()) {
        if (quality.oddity() == Oddity.DUPLICATE) {
          twins.addAll(quality.others());
        }
      }
      String id = all.get(i).id();
      add(id, How.NEAR_DUPLICATE, Where.TRUSTED, ids(twins, all, j -> j < trusted), found);
      add(id, How.NEAR_DUPLICATE, Where.SUSPECT, ids(twins, all, j -> j >= trusted), found);
    }
  }

  private static List<String> ids(Set<Integer> which, List<Pair> all, IntPredicate wanted) {
    return which.stream()
        .mapToInt(Integer::intValue)
        .filter(wanted)
        .sorted()
        .mapToObj(i -> all.get(i).id())
        .toList();
  }

  private static void add(
      String id, How how, Where where, List<String> others, List<Shared> found) {
    if (!others.isEmpty()) {
      found.add(
          new Shared(id, how, where, others.stream().limit(SharedPairs.MOST_OTHERS).toList()));
    }
  }
}
