package org.pentimento.audit.inspection;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.pentimento.api.CancelledException;
import org.pentimento.api.data.Pair;
import org.pentimento.api.detector.DatasetDetector.LooksAt;
import org.pentimento.api.detector.Exhibit;
import org.pentimento.api.detector.PairFinding;
import org.pentimento.api.detector.SharedPattern;
import org.pentimento.audit.inspection.Decision.PairDecision;
import org.pentimento.audit.inspection.Decision.PatternDecision;
import org.pentimento.casefile.result.DatasetVerdict;
import org.pentimento.casefile.result.ExhibitFound;
import org.pentimento.casefile.result.InspectedPair;
import org.pentimento.casefile.result.InspectedPair.PictureFound;
import org.pentimento.casefile.result.InspectedPair.QualityFound;
import org.pentimento.casefile.result.InspectedPair.ReasonFound;
import org.pentimento.casefile.result.InspectionResult;
import org.pentimento.casefile.result.InspectionResult.DetectorUse;
import org.pentimento.casefile.result.PatternFound;

/** Makes a result of what detectors said: gives pairs their names back and keeps the pictures. */
final class ResultAssembly {
  /** The most pictures that a detector may give of a pair. */
  private static final int MOST_PICTURES = 8;

  private final InspectionInput input;
  private final List<Pair> order;
  private final FindingStore store;
  private final TriggerRecovery triggers;

  /**
   * An assembly.
   *
   * @param order in which the detectors were given the pairs
   */
  ResultAssembly(
      InspectionInput input, List<Pair> order, FindingStore store, TriggerRecovery triggers) {
    this.input = input;
    this.order = order;
    this.store = store;
    this.triggers = triggers;
  }

  /** The result. */
  InspectionResult of(List<Spoken> spoken, List<DetectorUse> uses)
      throws IOException, CancelledException {
    SuspectData trusted = input.trusted();
    Decision decision =
        Decision.of(
            spoken,
            order.size(),
            input.falseAlarms(),
            trusted == null ? 0 : trusted.pairs().size());
    List<InspectedPair> pairs = new ArrayList<>();
    for (int i = 0; i < order.size(); i++) {
      pairs.add(pair(i, decision.pairs().get(i), spoken));
    }
    pairs.sort(
        Comparator.comparingDouble((InspectedPair pair) -> -pair.score())
            .thenComparing(InspectedPair::id));
    List<PatternFound> patterns = new ArrayList<>();
    for (PatternDecision pattern : decision.patterns()) {
      patterns.add(pattern(pattern));
    }
    List<ExhibitFound> exhibits = new ArrayList<>();
    for (Spoken one : spoken) {
      for (Exhibit exhibit : one.finding().exhibits()) {
        exhibits.add(Exhibits.found(one.detector(), exhibit, store::put));
      }
    }
    return new InspectionResult(
        InspectionResult.SCHEMA,
        input.name(),
        input.environment(),
        input.suspect().data(),
        trusted == null ? null : trusted.data(),
        input.falseAlarms(),
        input.seed(),
        uses,
        decision.verdict(),
        decision.p(),
        input.falseAlarms() * order.size(),
        decision.verdict() == DatasetVerdict.NO_SCORE ? null : 1.0,
        pairs,
        patterns,
        exhibits,
        null,
        null,
        null);
  }

  private InspectedPair pair(int index, PairDecision decision, List<Spoken> spoken)
      throws IOException {
    List<ReasonFound> reasons = new ArrayList<>();
    List<QualityFound> qualities = new ArrayList<>();
    List<PictureFound> pictures = new ArrayList<>();
    for (Spoken one : spoken) {
      PairFinding finding = one.finding().pairs().get(index);
      if (one.looksAt() != LooksAt.QUALITY) {
        for (PairFinding.Reason r : finding.reasons()) {
          reasons.add(new ReasonFound(one.detector(), r.kind(), r.score(), r.detail()));
        }
      }
      for (PairFinding.Quality q : finding.qualities()) {
        qualities.add(new QualityFound(one.detector(), q.oddity(), ids(q.others()), q.detail()));
      }
      for (Exhibit.Picture p : finding.pictures().stream().limit(MOST_PICTURES).toList()) {
        pictures.add(new PictureFound(one.detector(), p.caption(), store.put(p.image())));
      }
    }
    reasons.sort(Comparator.comparingDouble(reason -> -reason.score()));
    return new InspectedPair(
        order.get(index).id(),
        decision.score(),
        decision.p(),
        decision.flagged(),
        reasons,
        qualities,
        pictures);
  }

  private PatternFound pattern(PatternDecision decision) throws IOException, CancelledException {
    SharedPattern pattern = decision.pattern();
    SharedPattern.Measures measures = pattern.measures();
    return new PatternFound(
        decision.detector(),
        pattern.family(),
        ids(pattern.members()).stream().sorted().toList(),
        decision.sketchesChanged(),
        pattern.p(),
        pattern.strength(),
        pattern.place(),
        store.put(pattern.residual()),
        pattern.gain(),
        store.put(pattern.mask()),
        measures.amplitude(),
        measures.cyclesAcross(),
        measures.cyclesDown(),
        measures.opacity(),
        triggers.of(pattern, store::put));
  }

  private List<String> ids(List<Integer> indices) {
    return indices.stream().map(index -> order.get(index).id()).toList();
  }
}
