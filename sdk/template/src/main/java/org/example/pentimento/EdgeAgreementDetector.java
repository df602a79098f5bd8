package org.example.pentimento;

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
import org.pentimento.api.detector.PairFinding.Reason;
import org.pentimento.api.detector.SuspectSet;
import org.pentimento.api.detector.SuspectSet.SuspectPair;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Parameter;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.image.Image;

/** Suspects sketches whose lines lie elsewhere than the edges of their photos. */
@Component(service = DatasetDetector.class)
public final class EdgeAgreementDetector implements DatasetDetector {
  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
          "edge-agreement",
          "Edge agreement",
          "1.0.0",
          "Suspects sketches whose lines lie elsewhere than the edges of their photos.",
          "A sample of the guide for authors of extensions; median and median deviation.",
          Parameter.integer(
              "cells",
              "Cells",
              "Edges are summed up in as many cells across and down.",
              "",
              12,
              4,
              32),
          Parameter.number(
              "limit",
              "Limit",
              "Robust deviations from which on it gives a reason.",
              "",
              3.5,
              1,
              10));

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
    return 20;
  }

  @Override
  public String blindTo() {
    return "Attacks that leave the sketches as they are, and sketches that are only fainter.";
  }

  @Override
  public DatasetFinding inspect(SuspectSet set, Settings settings, long seed, Progress progress)
      throws IOException, CancelledException {
    int cells = settings.integer("cells");
    double[] agreement = new double[set.pairs().size()];
    progress.begin("Comparing edges", agreement.length);
    for (int i = 0; i < agreement.length; i++) {
      progress.checkCancelled();
      SuspectPair pair = set.pairs().get(i);
      agreement[i] =
          correlation(edges(pair.photo().decode(), cells), edges(pair.sketch().decode(), cells));
      progress.advance(1);
    }
    double middle = median(agreement);
    double[] away = Arrays.stream(agreement).map(a -> Math.abs(a - middle)).toArray();
    double spread = Math.max(1.4826 * median(away), 1e-3);
    List<PairFinding> findings = new ArrayList<>();
    for (double one : agreement) {
      double score = (middle - one) / spread;
      findings.add(
          new PairFinding(
              score,
              // the upper tail of a normal distribution, roughly; never 0
              Math.max(1e-9, 1 / (1 + Math.exp(1.702 * score))),
              score < settings.number("limit")
                  ? List.of()
                  : List.of(new Reason(Reason.Kind.UNEXPECTED, score, "lines at other places")),
              List.of(),
              List.of()));
    }
    return new DatasetFinding(findings, 1, List.of(), List.of(), List.of());
  }

  /** How much the luminance changes in each cell of a grid. */
  private static double[] edges(Image image, int cells) {
    Image grey = image.grey();
    double[] sums = new double[cells * cells];
    for (int y = 1; y < grey.height(); y++) {
      for (int x = 1; x < grey.width(); x++) {
        float here = grey.get(0, x, y);
        int cell = y * cells / grey.height() * cells + x * cells / grey.width();
        sums[cell] += Math.hypot(here - grey.get(0, x - 1, y), here - grey.get(0, x, y - 1));
      }
    }
    return sums;
  }

  private static double correlation(double[] a, double[] b) {
    double meanA = Arrays.stream(a).average().orElse(0);
    double meanB = Arrays.stream(b).average().orElse(0);
    double product = 0;
    double squareA = 1e-12;
    double squareB = 1e-12;
    for (int i = 0; i < a.length; i++) {
      product += (a[i] - meanA) * (b[i] - meanB);
      squareA += (a[i] - meanA) * (a[i] - meanA);
      squareB += (b[i] - meanB) * (b[i] - meanB);
    }
    return product / Math.sqrt(squareA * squareB);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }
}
