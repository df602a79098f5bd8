package org.pentimento.audit.inspection;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.data.Pair;
import org.pentimento.api.detector.DatasetDetector;
import org.pentimento.api.detector.DatasetDetector.LooksAt;
import org.pentimento.api.detector.DatasetFinding;
import org.pentimento.api.detector.SuspectSet;
import org.pentimento.api.detector.SuspectSet.SuspectPair;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Kind;
import org.pentimento.audit.data.Shuffle;
import org.pentimento.casefile.result.ExtensionUse;
import org.pentimento.casefile.result.InspectionResult;
import org.pentimento.casefile.result.InspectionResult.DetectorUse;
import org.pentimento.plan.Use;
import org.pentimento.registry.Extensions;
import org.pentimento.registry.guard.Guard;
import org.pentimento.registry.guard.Guard.Answer;
import org.pentimento.registry.guard.NoFindingException;

/**
 * Inspects a data set: asks detectors of qualities, of sketches and of photos, in this order, and
 * those of sketches once more if photos share a pattern. Detectors are given the pairs in a random
 * order, without names, files or times.
 */
public final class Inspector {
  /** How long a detector may neither return nor report progress: 10 min unless somebody says. */
  public static final Duration PATIENCE =
      Duration.ofSeconds(Long.getLong("pentimento.patience.seconds", 600));

  private static final long ORDER = 0x6f72646572L;

  private final Extensions extensions;
  private final FindingStore store;
  private final Guard guard;
  private final Progress progress;

  /**
   * An inspector.
   *
   * @param extensions has the detectors, and the triggers that may recover a pattern
   * @param store keeps findings and pictures
   * @param patience how long a detector may neither return nor report progress
   */
  public Inspector(
      Extensions extensions, FindingStore store, Duration patience, Progress progress) {
    this.extensions = extensions;
    this.store = store;
    this.guard = new Guard(patience, progress);
    this.progress = progress;
  }

  /** A detector, what it says of itself, and what came of asking it. */
  private static final class Asked {
    private final DatasetDetector detector;
    private final Use use;
    private final ExtensionUse asUsed;
    private LooksAt looksAt = LooksAt.QUALITY;
    private int leastPairs;
    private String blindTo = "";
    private String problem = "";
    private @Nullable DatasetFinding finding;

    Asked(DatasetDetector detector, Use use) {
      this.detector = detector;
      this.use = use;
      Descriptor d = detector.descriptor();
      this.asUsed =
          new ExtensionUse(d.id(), d.name(), d.version(), d.citation(), use.settings().values());
    }
  }

  /** The pairs as detectors see them, and what later detectors are told of earlier ones. */
  private static final class Course {
    private SuspectSet set;
    private final List<String> keys = new ArrayList<>();

    Course(SuspectSet set) {
      this.set = set;
    }
  }

  /**
   * Inspects.
   *
   * @return the result without power, cleaned copy and truth
   * @throws BadInputException if a detector is not there
   */
  public InspectionResult inspect(InspectionInput input) throws IOException, CancelledException {
    List<Asked> asked = introduced(input.detectors());
    SuspectData suspect = input.suspect();
    List<Pair> order = Shuffle.shuffled(suspect.pairs(), lots(input));
    SuspectData trusted = input.trusted();
    List<SuspectPair> honest =
        trusted == null ? List.of() : bare(Shuffle.shuffled(trusted.pairs(), lots(input)));
    Course course = new Course(new SuspectSet(bare(order), honest, List.of()));
    Map<String, Object> looked = looked(input, order);
    for (Asked one : asked) {
      if (one.problem.isEmpty()) {
        one.problem = unfit(one, order.size(), suspect.data().withEyes(), suspect.coloured() > 0);
      }
      if (one.problem.isEmpty()) {
        Answer<DatasetFinding> answer = ask(one, input, course, looked);
        one.finding = answer.value();
        one.problem = answer.problem();
      }
    }
    if (asked.stream().anyMatch(Inspector::sawPattern)) {
      askAgain(asked, input, course, looked);
    }
    return new ResultAssembly(input, order, store, new TriggerRecovery(extensions, guard))
        .of(spoken(asked), uses(asked));
  }

  /**
   * What detectors say of themselves before they are asked, in the order in which they will be.
   *
   * @param pairs number of pairs that they would be given
   * @param eyes number of them whose eye points are known
   * @param coloured whether any photo is in colour
   * @return with the problem of each that could not look at such pairs
   */
  public List<DetectorUse> foresee(List<Use> detectors, int pairs, int eyes, boolean coloured)
      throws IOException, CancelledException {
    List<Asked> asked = introduced(detectors);
    for (Asked one : asked) {
      if (one.problem.isEmpty()) {
        one.problem = unfit(one, pairs, eyes, coloured);
      }
    }
    return uses(asked);
  }

  private List<Asked> introduced(List<Use> detectors) throws IOException, CancelledException {
    List<Asked> asked = new ArrayList<>();
    for (Use use : detectors) {
      DatasetDetector detector =
          extensions.get(Kind.DATASET_DETECTOR, DatasetDetector.class, use.id());
      asked.add(introduced(new Asked(detector, use)));
    }
    asked.sort(Comparator.comparing(one -> one.looksAt));
    return asked;
  }

  /** Detectors of sketches look once more when they can be told what photos share. */
  private void askAgain(
      List<Asked> asked, InspectionInput input, Course course, Map<String, Object> looked)
      throws IOException, CancelledException {
    for (Asked one : asked) {
      if (one.looksAt == LooksAt.SKETCHES && one.finding != null) {
        Answer<DatasetFinding> answer = ask(one, input, course, looked);
        if (answer.value() == null) {
          progress.note(
              one.asUsed.name()
                  + " could not look a second time, its first finding stands. "
                  + answer.problem());
        } else {
          one.finding = answer.value();
        }
      }
    }
  }

  private static boolean sawPattern(Asked one) {
    return one.looksAt == LooksAt.PHOTOS
        && one.finding != null
        && !one.finding.patterns().isEmpty();
  }

  /** Lets a detector say what it is. */
  private Asked introduced(Asked one) throws CancelledException {
    Answer<Boolean> answer =
        guard.ask(
            one.asUsed.id(),
            p -> {
              one.looksAt = one.detector.looksAt();
              one.leastPairs = one.detector.leastPairs();
              one.blindTo = one.detector.blindTo();
              return true;
            });
    one.problem = answer.problem();
    return one;
  }

  /** Why a detector can say nothing about such pairs, in words; empty if it can. */
  private static String unfit(Asked one, int pairs, int eyes, boolean coloured) {
    if (pairs < one.leastPairs) {
      return "It needs at least " + one.leastPairs + " pairs, and there are " + pairs + ".";
    }
    int least = Math.max(1, one.leastPairs);
    if (one.detector.descriptor().needs().contains(Descriptor.Need.EYE_POINTS) && eyes < least) {
      return "It needs at least "
          + least
          + (least == 1 ? " pair" : " pairs")
          + " whose eye points are known, and there are "
          + eyes
          + ".";
    }
    return one.detector.descriptor().needs().contains(Descriptor.Need.COLOUR) && !coloured
        ? "It needs photos in colour, and all are grey."
        : "";
  }

  private Answer<DatasetFinding> ask(
      Asked one, InspectionInput input, Course course, Map<String, Object> looked)
      throws IOException, CancelledException {
    Map<String, Object> inputs = new TreeMap<>(looked);
    inputs.put(
        "detector",
        Map.of(
            "id", one.asUsed.id(),
            "version", one.asUsed.version(),
            "settings", one.asUsed.settings()));
    inputs.put("earlier", List.copyOf(course.keys));
    try {
      FindingStore.Kept kept = store.once(inputs, () -> look(one, course.set, input.seed()));
      course.keys.add(kept.key());
      course.set = course.set.after(kept.finding());
      return new Answer<>(kept.finding(), "");
    } catch (NoFindingException e) {
      return new Answer<>(null, e.problem());
    }
  }

  private DatasetFinding look(Asked one, SuspectSet set, long seed)
      throws CancelledException, NoFindingException {
    progress.begin("Asking " + one.asUsed.name(), 0);
    Answer<DatasetFinding> answer =
        guard.ask(one.asUsed.id(), p -> one.detector.inspect(set, one.use.settings(), seed, p));
    DatasetFinding finding = answer.value();
    if (finding == null) {
      throw new NoFindingException(answer.problem());
    }
    String problem = FindingCheck.problem(finding, set.pairs().size());
    if (!problem.isEmpty()) {
      throw new NoFindingException(problem);
    }
    return finding;
  }

  /** What findings depend on beside the detector and what was found before. */
  private static Map<String, Object> looked(InspectionInput input, List<Pair> order) {
    Map<String, Object> looked = new LinkedHashMap<>();
    looked.put("digest", input.suspect().data().digest());
    looked.put("pairs", order.stream().map(Pair::id).toList());
    SuspectData trusted = input.trusted();
    looked.put(
        "trusted",
        trusted == null
            ? Map.of()
            : Map.of("digest", trusted.data().digest(), "pairs", trusted.ids()));
    looked.put("seed", input.seed());
    return looked;
  }

  /**
   * Lots for the order of pairs. They are others than those of an attack of the same seed, which
   * would put the pairs that it chose first.
   */
  private static SplittableRandom lots(InspectionInput input) {
    return new SplittableRandom(input.seed() ^ ORDER);
  }

  /** Pairs without anything that tells where they come from. */
  public static List<SuspectPair> bare(List<Pair> pairs) {
    return pairs.stream()
        .map(
            pair ->
                new SuspectPair(
                    () -> pair.photo().decode(), () -> pair.sketch().decode(), pair.eyePoints()))
        .toList();
  }

  private static List<Spoken> spoken(List<Asked> asked) {
    List<Spoken> spoken = new ArrayList<>();
    for (Asked one : asked) {
      if (one.finding != null) {
        spoken.add(new Spoken(one.asUsed.id(), one.looksAt, one.finding));
      }
    }
    return spoken;
  }

  private static List<DetectorUse> uses(List<Asked> asked) {
    return asked.stream()
        .map(one -> new DetectorUse(one.asUsed, one.looksAt, one.blindTo, one.problem))
        .toList();
  }
}
