package org.pentimento.audit.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pentimento.api.detector.DatasetDetector.LooksAt;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.event.CaseInfo;
import org.pentimento.casefile.event.RunKind;
import org.pentimento.casefile.event.RunStarted;
import org.pentimento.casefile.event.SelfTestFinished;
import org.pentimento.casefile.result.DatasetVerdict;
import org.pentimento.casefile.result.ExtensionUse;
import org.pentimento.casefile.result.InspectionResult;
import org.pentimento.casefile.result.InspectionResult.DetectorUse;
import org.pentimento.casefile.result.InspectionResult.InspectedData;
import org.pentimento.casefile.result.InspectionResult.Material;
import org.pentimento.casefile.result.QuotedPower;
import org.pentimento.casefile.result.QuotedPower.AttackPower;
import org.pentimento.casefile.result.QuotedPower.Share;
import org.pentimento.casefile.result.SelfTestResult;
import org.pentimento.casefile.result.SelfTestResult.KindSummary;
import org.pentimento.casefile.result.SelfTestResult.Planted;
import org.pentimento.casefile.result.SelfTestResult.Trial;

class ComparablePowerTest {
  private static final Share CLEAN = new Share(.01, .005, .02);
  private static final Share ODD = new Share(.2, .1, .3);

  @TempDir private Path folder = Path.of("");

  private static InspectedData data(Material material, int count, int width, int height) {
    return new InspectedData(
        "any", "folders", "d", material, count, width, height, count, Map.of());
  }

  private static ExtensionUse detector(String version, double setting) {
    return new ExtensionUse("sketches", "Sketches", version, "", Map.of("unit", setting));
  }

  private static InspectionResult inspected(
      Material material, int count, int width, int height, ExtensionUse detector, double rate) {
    return new InspectionResult(
        InspectionResult.SCHEMA,
        "any",
        Map.of(),
        data(material, count, width, height),
        null,
        rate,
        1,
        List.of(new DetectorUse(detector, LooksAt.SKETCHES, "", "")),
        DatasetVerdict.NOTHING_FOUND,
        1,
        1,
        1.0,
        List.of(),
        List.of(),
        List.of(),
        null,
        null,
        null);
  }

  private static KindSummary kind(
      Planted planted, String trigger, String strategy, double rate, Share share) {
    return new KindSummary(
        planted, trigger, strategy, "", rate, 3, Map.of(), share, share, share, share, share, share,
        0, null, null, null, List.of());
  }

  private static SelfTestResult test(Material material, int pairs, int trials) {
    Trial trial =
        new Trial(
            Planted.NOTHING,
            null,
            null,
            "",
            0,
            1,
            pairs,
            0,
            DatasetVerdict.NOTHING_FOUND,
            null,
            0,
            0,
            1,
            null,
            null,
            0,
            null,
            Map.of());
    return new SelfTestResult(
        SelfTestResult.SCHEMA,
        "self-test",
        Map.of(),
        data(material, 2 * pairs, 64, 80),
        .01,
        1,
        List.of(detector("1.0.0", 2)),
        100,
        Map.of(),
        Collections.nCopies(trials, trial),
        List.of(
            kind(Planted.NOTHING, "", "", 0, CLEAN),
            kind(Planted.ATTACK, "", "faded", .1, ODD),
            kind(Planted.ATTACK, "stamp", "faded", .1, ODD),
            kind(Planted.ATTACK, "stamp", "", 0, ODD)),
        kind(Planted.ATTACK, "", "", 0, ODD));
  }

  private static void record(CaseFile file, String id, SelfTestResult result) throws IOException {
    String asked = file.blobs().putJson(Map.of("self-test", id));
    file.record(new RunStarted(id, "self-test", asked, RunKind.SELF_TEST));
    file.record(new SelfTestFinished(id, file.blobs().putJson(result)));
  }

  private CaseFile open() throws IOException {
    return CaseFile.create(folder.resolve("a.case"), new CaseInfo("e", "", "", "", "UTC", ""));
  }

  @Test
  void onlyComparableMaterialIsQuoted() {
    SelfTestResult test = test(Material.DRAWN, 200, 1);
    ExtensionUse same = detector("1.0.0", 2);
    assertThat(
            ComparablePower.isComparable(test, inspected(Material.DRAWN, 100, 80, 100, same, .01)))
        .isTrue();
    assertThat(
            ComparablePower.isComparable(test, inspected(Material.DRAWN, 400, 52, 64, same, .01)))
        .isTrue();
    assertThat(
            ComparablePower.isComparable(
                test, inspected(Material.PHOTOGRAPHED, 200, 64, 80, same, .01)))
        .isFalse();
    assertThat(
            ComparablePower.isComparable(
                test, inspected(Material.DRAWN, 200, 64, 80, detector("1.0.1", 2), .01)))
        .isFalse();
    assertThat(
            ComparablePower.isComparable(
                test, inspected(Material.DRAWN, 200, 64, 80, detector("1.0.0", 3), .01)))
        .isFalse();
    assertThat(
            ComparablePower.isComparable(test, inspected(Material.DRAWN, 200, 64, 80, same, .05)))
        .isFalse();
    assertThat(
            ComparablePower.isComparable(test, inspected(Material.DRAWN, 200, 64, 101, same, .01)))
        .isFalse();
    assertThat(ComparablePower.isComparable(test, inspected(Material.DRAWN, 99, 64, 80, same, .01)))
        .isFalse();
    assertThat(
            ComparablePower.isComparable(test, inspected(Material.DRAWN, 401, 64, 80, same, .01)))
        .isFalse();
  }

  @Test
  void theLargestComparableSelfTestIsQuotedAndNothingElse() throws IOException {
    InspectionResult photographs =
        inspected(Material.PHOTOGRAPHED, 188, 64, 80, detector("1.0.0", 2), .01);
    try (CaseFile file = open()) {
      assertThat(ComparablePower.find(file, photographs)).isEmpty();
      record(file, "self-test-1", test(Material.DRAWN, 188, 9));
      record(file, "self-test-2", test(Material.PHOTOGRAPHED, 20, 9));
      assertThat(ComparablePower.find(file, photographs)).isEmpty();
      record(file, "self-test-3", test(Material.PHOTOGRAPHED, 150, 4));
      record(file, "self-test-4", test(Material.PHOTOGRAPHED, 150, 3));
      assertThat(ComparablePower.find(file, photographs))
          .contains(
              new QuotedPower(
                  "self-test-3",
                  "any",
                  150,
                  List.of(new AttackPower("stamp", "faded", .1, 3, ODD, ODD)),
                  CLEAN));
    }
  }
}
