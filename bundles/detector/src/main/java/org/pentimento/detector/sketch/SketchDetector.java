package org.pentimento.detector.sketch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.osgi.service.component.annotations.Component;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.detector.DatasetDetector;
import org.pentimento.api.detector.DatasetFinding;
import org.pentimento.api.detector.DatasetFinding.Action;
import org.pentimento.api.detector.DatasetFinding.Remedy;
import org.pentimento.api.detector.Exhibit.Picture;
import org.pentimento.api.detector.PairFinding;
import org.pentimento.api.detector.PairFinding.Quality;
import org.pentimento.api.detector.PairFinding.Quality.Oddity;
import org.pentimento.api.detector.SharedPattern;
import org.pentimento.api.detector.SuspectSet;
import org.pentimento.api.detector.SuspectSet.SuspectPair;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Settings;
import org.pentimento.detector.frame.Placement;
import org.pentimento.detector.sketch.SketchInspection.Known;

/**
 * Looks for sketches that are not what their photos let expect. What a sketch should be is
 * predicted from its photo, cell by cell, over the set itself; no pair takes part in its own
 * prediction, and the most suspicious ones take part in none. Large sets are looked at in random
 * parts.
 */
@Component(service = DatasetDetector.class)
public final class SketchDetector implements DatasetDetector {
  private static final int LEAST = 30;
  private static final int LARGEST_PART = 1500;
  private static final int MOST_TRUSTED = 500;
  private static final int PICTURED = 40;
  private static final double SUSPICIOUS = .1;
  private static final double LEAVE_OUT = .01;

  /**
   * Drawn faces reach 3.1, and 2.7 where 30 % of the sketches are replaced; all replaced about 0.
   */
  private static final double LEAST_RECOGNITION = .4;

  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
          "sketch-from-photo",
          "What a sketch should be",
          "1.2.0",
          "Predicts each sketch from its photo over the set itself and tells which sketches lack"
              + " ink, lack a part of the face, or belong to another person.",
          "Pentimento; ridge regression after A. E. Hoerl, R. W. Kennard: Ridge Regression."
              + " Technometrics 12, 1970");

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public LooksAt looksAt() {
    return LooksAt.SKETCHES;
  }

  @Override
  public int leastPairs() {
    return LEAST;
  }

  @Override
  public String blindTo() {
    return "Attacks that leave the sketches as they are, and changes of sketches in about half of"
        + " the pairs or more, which then look usual.";
  }

  @Override
  public DatasetFinding inspect(SuspectSet set, Settings settings, long seed, Progress progress)
      throws IOException, CancelledException {
    int n = set.pairs().size();
    if (n < LEAST) {
      throw new BadInputException(
          "%d pairs are too few to tell what a sketch should be.".formatted(n),
          "Give at least %d pairs.".formatted(LEAST));
    }
    int different = different(set);
    if (different < LEAST) {
      throw new BadInputException(
          "Nearly all pairs are near duplicates: of %d pairs only %s."
              .formatted(
                  n,
                  different == 1 ? "1 is different" : different + " are different from each other"),
          "Give at least %d different pairs.".formatted(LEAST));
    }
    List<SuspectPair> trusted =
        set.trusted().subList(0, Math.min(MOST_TRUSTED, set.trusted().size()));
    int parts = (n + LARGEST_PART - 1) / LARGEST_PART;
    progress.begin(
        "Comparing sketches with their photos",
        SketchInspection.UNITS * (n + parts * (long) trusted.size()));
    Placement placement = Placement.of(set.pairs(), progress);
    List<Known> known = known(set);
    List<Integer> order = new ArrayList<>(IntStream.range(0, n).boxed().toList());
    if (parts > 1) {
      Collections.shuffle(order, new Random(seed));
    }
    PairFinding[] findings = new PairFinding[n];
    double[] logP = new double[n];
    for (int part = 0; part < parts; part++) {
      List<Integer> members =
          order.subList((int) ((long) n * part / parts), (int) ((long) n * (part + 1) / parts));
      List<SuspectPair> pairs = new ArrayList<>();
      List<Known> knownPairs = new ArrayList<>();
      members.forEach(
          i -> {
            pairs.add(set.pairs().get(i));
            knownPairs.add(known.get(i));
          });
      pairs.addAll(trusted);
      knownPairs.addAll(Collections.nCopies(trusted.size(), Known.TRUSTED));
      SketchInspection inspection = SketchInspection.of(pairs, knownPairs, placement, progress);
      if (inspection.scores().recognition() < LEAST_RECOGNITION) {
        throw new BadInputException(
            "Most sketches do not follow their photos, so nothing tells what a sketch should be.",
            "See whether each sketch stands beside its own photo, or whether most sketches were"
                + " replaced.");
      }
      describe(inspection, pairs, members, placement, PICTURED / parts, findings, logP);
    }
    return new DatasetFinding(
        Arrays.asList(findings), SetEvidence.p(logP), List.of(), List.of(), remedies(logP));
  }

  /** How many pairs are no near duplicate of one before them. */
  private static int different(SuspectSet set) {
    int different = 0;
    for (int i = 0; i < set.pairs().size(); i++) {
      int pair = i;
      boolean copy =
          set.earlier().stream()
              .flatMap(finding -> finding.pairs().get(pair).qualities().stream())
              .filter(quality -> quality.oddity() == Oddity.DUPLICATE)
              .anyMatch(quality -> quality.others().stream().anyMatch(other -> other < pair));
      different += copy ? 0 : 1;
    }
    return different;
  }

  private static List<Known> known(SuspectSet set) {
    Set<Integer> suspected = new HashSet<>();
    for (DatasetFinding finding : set.earlier()) {
      finding.patterns().stream().map(SharedPattern::members).forEach(suspected::addAll);
    }
    List<Known> known = new ArrayList<>();
    for (int i = 0; i < set.pairs().size(); i++) {
      Set<Oddity> oddities = new HashSet<>();
      for (DatasetFinding finding : set.earlier()) {
        finding.pairs().get(i).qualities().stream().map(Quality::oddity).forEach(oddities::add);
      }
      known.add(
          new Known(
              false,
              oddities.contains(Oddity.DUPLICATE),
              oddities.contains(Oddity.MISALIGNED),
              oddities.contains(Oddity.MIRRORED),
              oddities.contains(Oddity.OTHER_ARTIST),
              suspected.contains(i)));
    }
    return known;
  }

  private static void describe(
      SketchInspection inspection,
      List<SuspectPair> pairs,
      List<Integer> members,
      Placement placement,
      int pictured,
      PairFinding[] findings,
      double[] logP)
      throws IOException {
    double[] all = Arrays.copyOf(inspection.judgement().logP(), members.size());
    Set<Integer> shown = new HashSet<>();
    for (int i : SetEvidence.mostSuspicious(all, SUSPICIOUS, Math.max(1, pictured))) {
      shown.add(i);
    }
    for (int i = 0; i < all.length; i++) {
      logP[members.get(i)] = all[i];
      boolean suspicious = all[i] <= StrictMath.log(SUSPICIOUS);
      List<Picture> pictures =
          shown.contains(i) ? SketchPictures.of(inspection, pairs, i) : List.of();
      findings[members.get(i)] =
          new PairFinding(
              -all[i],
              StrictMath.exp(all[i]),
              suspicious
                  ? Reasons.of(inspection.scores(), inspection.judgement(), i, placement)
                  : List.of(),
              List.of(),
              pictures);
    }
  }

  private static List<Remedy> remedies(double[] logP) {
    List<Integer> out =
        Arrays.stream(SetEvidence.mostSuspicious(logP, LEAVE_OUT, logP.length)).boxed().toList();
    return out.isEmpty() ? List.of() : List.of(new Remedy(Action.LOOK, out));
  }
}
