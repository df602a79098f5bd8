package org.pentimento.audit.power;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.event.RunKind;
import org.pentimento.casefile.event.RunRecord;
import org.pentimento.casefile.result.ExtensionUse;
import org.pentimento.casefile.result.InspectionResult.InspectedData;
import org.pentimento.casefile.result.PowerAbsence;
import org.pentimento.casefile.result.QuotedPower;
import org.pentimento.casefile.result.QuotedPower.AttackPower;
import org.pentimento.casefile.result.QuotedPower.Share;
import org.pentimento.casefile.result.SelfTestResult;
import org.pentimento.casefile.result.SelfTestResult.KindSummary;
import org.pentimento.casefile.result.SelfTestResult.Planted;
import org.pentimento.casefile.result.SelfTestResult.Trial;
import org.pentimento.casefile.result.SelfTests;

/**
 * Finds the self-test of a case that says what an inspection is worth. It has to be comparable: the
 * same detectors of the same versions with the same settings, the same false-alarm rate, drawn
 * faces for drawn faces and photographs for photographs, images whose width and height differ by a
 * quarter at most, and sets of at least half and at most twice as many pairs. Of several, the one
 * with most trials is taken, and of these the latest.
 */
public final class ComparablePower {
  private static final double SIZES = 1.25;
  private static final double PAIRS = 2;

  /**
   * An inspection whose power is asked for.
   *
   * @param data that it looks at
   * @param detectors that it asks
   * @param falseAlarms share of honest pairs that may be flagged
   */
  public record Inspected(InspectedData data, List<ExtensionUse> detectors, double falseAlarms) {}

  /**
   * The answer; one of both is null.
   *
   * @param power as it was measured
   * @param absence why nothing comparable was measured
   */
  public record Answer(@Nullable QuotedPower power, @Nullable PowerAbsence absence) {}

  private ComparablePower() {}

  /** Looks through the self-tests of a case. */
  public static Answer of(CaseFile caseFile, Inspected inspected) throws IOException {
    PowerAbsence nearest = PowerAbsence.NO_SELF_TEST;
    SelfTestResult best = null;
    String id = "";
    for (RunRecord run : caseFile.runs(RunKind.SELF_TEST)) {
      if (run.state() != RunRecord.State.FINISHED) {
        continue;
      }
      SelfTestResult test = SelfTests.read(caseFile.blobs(), run.result());
      PowerAbsence difference = difference(test, inspected);
      if (difference != null) {
        nearest = difference.compareTo(nearest) > 0 ? difference : nearest;
      } else if (best == null || test.trials().size() >= best.trials().size()) {
        best = test;
        id = run.id();
      }
    }
    return best == null ? new Answer(null, nearest) : new Answer(quoted(id, best), null);
  }

  /** The first thing in which a self-test is not comparable; null if it is. */
  static @Nullable PowerAbsence difference(SelfTestResult test, Inspected inspected) {
    InspectedData tested = test.data();
    InspectedData data = inspected.data();
    if (tested.material() != data.material()) {
      return PowerAbsence.OTHER_MATERIAL;
    } else if (!known(test.detectors()).equals(known(inspected.detectors()))) {
      return PowerAbsence.OTHER_DETECTORS;
    } else if (test.falseAlarms() != inspected.falseAlarms()) {
      return PowerAbsence.OTHER_FALSE_ALARMS;
    } else if (ratio(tested.width(), data.width()) > SIZES
        || ratio(tested.height(), data.height()) > SIZES) {
      return PowerAbsence.OTHER_SIZE;
    } else if (ratio(pairs(test), data.count()) > PAIRS) {
      return PowerAbsence.OTHER_NUMBER_OF_PAIRS;
    }
    return null;
  }

  private static Set<Map<String, Object>> known(List<ExtensionUse> detectors) {
    Set<Map<String, Object>> known = new HashSet<>();
    for (ExtensionUse d : detectors) {
      known.add(Map.of("id", d.id(), "version", d.version(), "settings", d.settings()));
    }
    return known;
  }

  private static double ratio(int one, int other) {
    return (double) Math.max(one, other) / Math.max(1, Math.min(one, other));
  }

  /** Pairs of a set in the middle of all sets. */
  private static int pairs(SelfTestResult test) {
    int[] sorted = test.trials().stream().mapToInt(Trial::pairs).sorted().toArray();
    return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
  }

  private static QuotedPower quoted(String id, SelfTestResult test) {
    List<AttackPower> attacks =
        test.kinds().stream()
            .filter(kind -> kind.planted() == Planted.ATTACK && kind.rate() > 0)
            .filter(kind -> kind.trigger().isEmpty() != kind.strategy().isEmpty())
            .flatMap(kind -> attack(kind).stream())
            .toList();
    Share falseAlarms =
        test.kinds().stream()
            .filter(kind -> kind.planted() == Planted.NOTHING)
            .map(KindSummary::falseAlarms)
            .findFirst()
            .orElse(test.total().falseAlarms());
    return new QuotedPower(id, test.data().dataset(), pairs(test), attacks, falseAlarms);
  }

  private static List<AttackPower> attack(KindSummary kind) {
    Share shown = kind.shown();
    Share auc = kind.auc();
    return shown == null || auc == null
        ? List.of()
        : List.of(
            new AttackPower(kind.trigger(), kind.strategy(), kind.rate(), kind.sets(), shown, auc));
  }
}
