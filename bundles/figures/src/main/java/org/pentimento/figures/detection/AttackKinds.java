package org.pentimento.figures.detection;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pentimento.casefile.result.SelfTestResult;
import org.pentimento.casefile.result.SelfTestResult.KindSummary;
import org.pentimento.casefile.result.SelfTestResult.Planted;

/** Picks the summaries of attacks that a chart shows out of those that a self-test has. */
final class AttackKinds {
  private AttackKinds() {}

  private static Stream<KindSummary> attacks(SelfTestResult result) {
    return result.kinds().stream().filter(k -> k.planted() == Planted.ATTACK);
  }

  static List<String> strategies(SelfTestResult result) {
    return attacks(result).map(KindSummary::strategy).filter(s -> !s.isEmpty()).distinct().toList();
  }

  static List<String> triggers(SelfTestResult result) {
    return attacks(result).map(KindSummary::trigger).filter(s -> !s.isEmpty()).distinct().toList();
  }

  static List<Double> rates(SelfTestResult result) {
    return attacks(result).map(KindSummary::rate).filter(r -> r > 0).distinct().sorted().toList();
  }

  /**
   * A summary.
   *
   * @param trigger id, empty for all
   * @param strategy id, empty for all
   * @param rate 0 for all
   */
  static Optional<KindSummary> summary(
      SelfTestResult result, String trigger, String strategy, double rate) {
    return attacks(result)
        .filter(k -> k.trigger().equals(trigger) && k.strategy().equals(strategy))
        .filter(k -> k.rate() == rate)
        .findFirst();
  }
}
