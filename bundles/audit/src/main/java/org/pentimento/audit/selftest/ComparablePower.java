package org.pentimento.audit.selftest;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.pentimento.api.BadInputException;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.event.RunKind;
import org.pentimento.casefile.event.RunRecord;
import org.pentimento.casefile.result.ExtensionUse;
import org.pentimento.casefile.result.InspectionResult;
import org.pentimento.casefile.result.InspectionResult.DetectorUse;
import org.pentimento.casefile.result.InspectionResult.InspectedData;
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
  private ComparablePower() {}

  /** What a self-test of the case measured that is comparable with an inspection. */
  public static Optional<QuotedPower> find(CaseFile caseFile, InspectionResult inspection)
      throws IOException {
    SelfTestResult best = null;
    String id = "";
    for (RunRecord run : caseFile.runs(RunKind.SELF_TEST)) {
      if (run.state() != RunRecord.State.FINISHED) {
        continue;
      }
      SelfTestResult test;
      try {
        test = SelfTests.read(caseFile.blobs(), run.result());
      } catch (BadInputException e) {
        continue; // damaged, or of a later version: the others still tell
      }
      if (isComparable(test, inspection)
          && (best == null || test.trials().size() >= best.trials().size())) {
        best = test;
        id = run.id();
      }
    }
    return best == null ? Optional.empty() : Optional.of(quoted(id, best));
  }

  /** Whether a self-test says what an inspection is worth. */
  static boolean isComparable(SelfTestResult test, InspectionResult inspection) {
    InspectedData tested = test.data();
    InspectedData data = inspection.data();
    List<ExtensionUse> asked = inspection.detectors().stream().map(DetectorUse::extension).toList();
    return Comparability.alike(tested, data)
        && Comparability.same(test.detectors(), asked)
        && test.falseAlarms() == inspection.falseAlarms()
        && Comparability.near(pairs(test), data.count());
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
            .filter(kind -> !kind.trigger().isEmpty() && !kind.strategy().isEmpty())
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
