package org.pentimento.detector.quality;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.osgi.service.component.annotations.Component;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.detector.DatasetDetector;
import org.pentimento.api.detector.DatasetFinding;
import org.pentimento.api.detector.DatasetFinding.Action;
import org.pentimento.api.detector.DatasetFinding.Remedy;
import org.pentimento.api.detector.Exhibit;
import org.pentimento.api.detector.PairFinding;
import org.pentimento.api.detector.PairFinding.Quality;
import org.pentimento.api.detector.PairFinding.Quality.Oddity;
import org.pentimento.api.detector.SuspectSet;
import org.pentimento.api.detector.SuspectSet.SuspectPair;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Settings;
import org.pentimento.detector.frame.PairReader;
import org.pentimento.detector.frame.Placement;
import org.pentimento.detector.frame.WorkingPair;
import org.pentimento.detector.frame.WorkingPair.Origin;

/**
 * Names pairs that are odd for an honest reason, so that nobody takes them for poison, nor takes
 * poison for what is usual: near duplicates, sketches that fit after a shift, a turn or mirroring,
 * other artists, other sources. It never calls a pair poisoned.
 */
@Component(service = DatasetDetector.class)
public final class QualityDetector implements DatasetDetector {
  private static final int LEAST = 20;
  private static final int LARGEST_PART = 1500;

  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
          "honest-oddities",
          "Honest oddities",
          "1.1.0",
          "Names near duplicates, misaligned and mirrored pairs, and sketches and photos of another"
              + " artist or source than most.",
          "Pentimento");

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public LooksAt looksAt() {
    return LooksAt.QUALITY;
  }

  @Override
  public int leastPairs() {
    return LEAST;
  }

  @Override
  public String blindTo() {
    return "Poison of any kind: it only names what is odd for an honest reason. An oddity that a"
        + " third of the pairs or more share looks usual.";
  }

  @Override
  public DatasetFinding inspect(SuspectSet set, Settings settings, long seed, Progress progress)
      throws IOException, CancelledException {
    int n = set.pairs().size();
    if (n < LEAST) {
      throw new BadInputException(
          "%d pairs are too few to tell what is odd among them.".formatted(n),
          "Give at least %d pairs.".formatted(LEAST));
    }
    progress.begin("Looking for duplicates, misaligned pairs, other artists and sources", 3L * n);
    Placement placement = Placement.of(set.pairs(), progress);
    List<Integer> order = new ArrayList<>(IntStream.range(0, n).boxed().toList());
    int parts = (n + LARGEST_PART - 1) / LARGEST_PART;
    if (parts > 1) {
      Collections.shuffle(order, new Random(seed));
    }
    Signature[] signatures = new Signature[n];
    Origin[] origins = new Origin[n];
    List<List<Quality>> qualities = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      qualities.add(new ArrayList<>());
    }
    for (int part = 0; part < parts; part++) {
      List<Integer> members =
          order.subList((int) ((long) n * part / parts), (int) ((long) n * (part + 1) / parts));
      List<SuspectPair> given = members.stream().map(set.pairs()::get).toList();
      List<WorkingPair> pairs = PairReader.read(given, placement, progress);
      SketchFits fits = SketchFits.of(pairs, progress);
      progress.advance(pairs.size());
      List<List<Quality>> odd = fits.odd(seed, progress);
      progress.advance(pairs.size());
      for (int i = 0; i < pairs.size(); i++) {
        signatures[members.get(i)] = Signature.of(pairs.get(i));
        origins[members.get(i)] = pairs.get(i).origin();
        qualities.get(members.get(i)).addAll(odd.get(i));
      }
    }
    List<List<Integer>> groups = Duplicates.among(List.of(signatures), progress);
    for (List<Integer> group : groups) {
      for (int i : group) {
        List<Integer> others = group.stream().filter(j -> j != i).toList();
        qualities.get(i).add(0, new Quality(Oddity.DUPLICATE, others, ""));
      }
    }
    List<List<Quality>> elsewhere = Origins.odd(List.of(origins));
    List<PairFinding> findings = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      qualities.get(i).addAll(elsewhere.get(i));
      findings.add(new PairFinding(0, 1, List.of(), qualities.get(i), List.of()));
    }
    return new DatasetFinding(
        findings, 1, List.of(), exhibits(qualities), remedies(groups, qualities));
  }

  private static List<Exhibit> exhibits(List<List<Quality>> qualities) {
    Map<Oddity, Integer> counts = new EnumMap<>(Oddity.class);
    for (List<Quality> one : qualities) {
      one.forEach(q -> counts.merge(q.oddity(), 1, Integer::sum));
    }
    if (counts.isEmpty()) {
      return List.of();
    }
    List<List<String>> rows = new ArrayList<>();
    counts.forEach((oddity, count) -> rows.add(List.of(word(oddity), Integer.toString(count))));
    return List.of(
        new Exhibit.Table(
            "Pairs that are odd for an honest reason.", List.of("oddity", "pairs"), rows));
  }

  private static String word(Oddity oddity) {
    return switch (oddity) {
      case DUPLICATE -> "near duplicates";
      case MISALIGNED -> "sketch shifted or turned";
      case MIRRORED -> "sketch mirrored";
      case OTHER_ARTIST -> "another manner of drawing";
      case OTHER_SOURCE -> "another source of the photo";
      case NO_COLOUR -> "photo without colour";
      case OTHER_SIZE -> "another size";
      case NO_EYES -> "eyes unknown";
    };
  }

  private static List<Remedy> remedies(List<List<Integer>> groups, List<List<Quality>> qualities) {
    List<Remedy> remedies = new ArrayList<>();
    groups.forEach(group -> remedies.add(new Remedy(Action.KEEP_ONE, group)));
    add(remedies, Action.ALIGN, Oddity.MISALIGNED, qualities);
    add(remedies, Action.MIRROR_BACK, Oddity.MIRRORED, qualities);
    return remedies;
  }

  private static void add(
      List<Remedy> remedies, Action action, Oddity oddity, List<List<Quality>> qualities) {
    List<Integer> pairs =
        IntStream.range(0, qualities.size())
            .filter(i -> qualities.get(i).stream().anyMatch(q -> q.oddity() == oddity))
            .boxed()
            .toList();
    if (!pairs.isEmpty()) {
      remedies.add(new Remedy(action, pairs));
    }
  }
}
