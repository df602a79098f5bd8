package org.pentimento.detector.sketch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.detector.DatasetDetector;
import org.pentimento.api.detector.DatasetFinding;
import org.pentimento.api.detector.PairFinding;
import org.pentimento.api.detector.SuspectSet;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Settings;
import org.pentimento.detector.cells.CellFeatures;
import org.pentimento.detector.cells.SketchModel;
import org.pentimento.detector.frame.PairReader;
import org.pentimento.detector.frame.Placement;
import org.pentimento.detector.frame.WorkingPair;
import org.pentimento.detector.numbers.Robust;

/**
 * Looks for sketches that are not what their photos let expect. What a sketch should be is
 * predicted from its photo, cell by cell, over the set itself; no pair takes part in its own
 * prediction, and the most suspicious ones take part in none.
 */
@Component(service = DatasetDetector.class)
public final class SketchDetector implements DatasetDetector {
  private static final int LEAST = 30;
  private static final int ROUNDS = 3;
  private static final double TRIMMED = .3;

  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
          "sketch-from-photo",
          "What a sketch should be",
          "1.0.0",
          "Predicts each sketch from its photo over the set itself and tells which sketches lack"
              + " ink, lack a part, or belong to another person.",
          "Pentimento");

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
    return "Attacks that leave the sketches as they are.";
  }

  @Override
  public DatasetFinding inspect(SuspectSet set, Settings settings, long seed, Progress progress)
      throws IOException, CancelledException {
    int n = set.pairs().size();
    progress.begin("Comparing sketches with their photos", n);
    Placement placement = Placement.of(set.pairs(), progress);
    List<WorkingPair> pairs = PairReader.read(set.pairs(), placement, progress);
    List<float[]> photos = new ArrayList<>(n);
    List<float[]> sketches = new ArrayList<>(n);
    boolean[] coloured = new boolean[n];
    for (int i = 0; i < n; i++) {
      WorkingPair pair = pairs.get(i);
      photos.add(CellFeatures.photo(pair));
      sketches.add(CellFeatures.sketch(pair.tone(), pair.dark()));
      coloured[i] = pair.origin().colour();
    }
    SketchModel model = SketchModel.of(photos, coloured, progress);
    boolean[] kept = new boolean[n];
    Arrays.fill(kept, true);
    SketchScores scores = null;
    for (int round = 0; round < ROUNDS; round++) {
      if (scores != null) {
        double[] total = scores.total();
        double limit = Robust.quantile(total, 1 - TRIMMED);
        for (int i = 0; i < n; i++) {
          kept[i] = total[i] <= limit;
        }
      }
      scores =
          SketchScores.of(
              sketches, model.leftover(sketches, kept, progress), kept, placement, progress);
    }
    Judgement judgement = Judgement.of(scores, kept, new boolean[n]);
    List<PairFinding> findings = new ArrayList<>(n);
    for (int i = 0; i < n; i++) {
      findings.add(
          new PairFinding(
              -judgement.logP()[i],
              StrictMath.exp(judgement.logP()[i]),
              List.of(),
              List.of(),
              List.of()));
    }
    return new DatasetFinding(findings, 1, List.of(), List.of(), List.of());
  }
}
