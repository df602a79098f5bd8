package org.pentimento.audit.inspection;

import java.util.HashSet;
import java.util.List;
import java.util.stream.DoubleStream;
import org.pentimento.api.detector.DatasetFinding;
import org.pentimento.api.detector.PairFinding;
import org.pentimento.api.detector.PairFinding.Quality;
import org.pentimento.api.detector.PairFinding.Reason;
import org.pentimento.api.detector.SharedPattern;
import org.pentimento.api.detector.SharedPattern.Place;

/** Says what is wrong with a finding, so that no nonsense of an extension hides behind a score. */
final class FindingCheck {
  private final int pairs;

  private FindingCheck(int pairs) {
    this.pairs = pairs;
  }

  /**
   * What is wrong with a finding, in words; empty if nothing is.
   *
   * @param pairs number of pairs that were looked at
   */
  static String problem(DatasetFinding finding, int pairs) {
    FindingCheck check = new FindingCheck(pairs);
    if (finding.pairs().size() != pairs) {
      return "It spoke of " + finding.pairs().size() + " pairs, but was given " + pairs + ".";
    }
    if (!probability(finding.p())) {
      return "It gave the set a probability of " + finding.p() + ".";
    }
    for (PairFinding pair : finding.pairs()) {
      String problem = check.pair(pair);
      if (!problem.isEmpty()) {
        return problem;
      }
    }
    for (SharedPattern pattern : finding.patterns()) {
      String problem = check.pattern(pattern);
      if (!problem.isEmpty()) {
        return problem;
      }
    }
    String shown = Exhibits.problem(finding.exhibits());
    if (!shown.isEmpty()) {
      return shown;
    }
    return finding.remedies().stream().allMatch(remedy -> check.known(remedy.pairs()))
        ? ""
        : "It proposed a remedy for pairs that there are not.";
  }

  private String pair(PairFinding pair) {
    if (!Double.isFinite(pair.score())) {
      return "It gave a pair the score " + pair.score() + ".";
    }
    if (!probability(pair.p())) {
      return "It gave a pair a probability of " + pair.p() + ".";
    }
    for (Reason reason : pair.reasons()) {
      if (!Double.isFinite(reason.score())) {
        return "It gave a reason the score " + reason.score() + ".";
      }
    }
    for (Quality quality : pair.qualities()) {
      if (!known(quality.others())) {
        return "It named pairs that there are not.";
      }
    }
    return "";
  }

  private String pattern(SharedPattern pattern) {
    SharedPattern.Measures m = pattern.measures();
    if (pattern.members().isEmpty()
        || !known(pattern.members())
        || new HashSet<>(pattern.members()).size() != pattern.members().size()) {
      return "It gave a pattern to pairs that there are not, or twice to one.";
    }
    if (!probability(pattern.p())) {
      return "It gave a pattern a probability of " + pattern.p() + ".";
    }
    if (!finite(
            pattern.strength(),
            pattern.gain(),
            m.amplitude(),
            m.cyclesAcross(),
            m.cyclesDown(),
            m.opacity(),
            m.block())
        || pattern.gain() <= 0) {
      return "It measured something of a pattern that is no number.";
    }
    if (!pattern.residual().sameSize(pattern.mask())) {
      return "The mask of a pattern has another size than its picture.";
    }
    Place place = pattern.place();
    if (place != null
        && (place.x() < 0
            || place.y() < 0
            || place.width() < 1
            || place.height() < 1
            || place.x() + place.width() > pattern.residual().width()
            || place.y() + place.height() > pattern.residual().height())) {
      return "It found a pattern outside the photos.";
    }
    return "";
  }

  private boolean known(List<Integer> indices) {
    return indices.stream().allMatch(index -> index >= 0 && index < pairs);
  }

  private static boolean probability(double p) {
    return p > 0 && p <= 1;
  }

  private static boolean finite(double... values) {
    return DoubleStream.of(values).allMatch(Double::isFinite);
  }
}
