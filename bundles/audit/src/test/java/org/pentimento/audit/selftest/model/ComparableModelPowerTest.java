package org.pentimento.audit.selftest.model;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.event.CaseInfo;
import org.pentimento.casefile.event.ModelSelfTestFinished;
import org.pentimento.casefile.event.RunKind;
import org.pentimento.casefile.event.RunStarted;
import org.pentimento.casefile.result.ExtensionUse;
import org.pentimento.casefile.result.InspectionResult.Material;
import org.pentimento.casefile.result.model.InspectedModel;
import org.pentimento.casefile.result.model.ModelDetectorUse;
import org.pentimento.casefile.result.model.ModelInspectionResult;
import org.pentimento.casefile.result.model.ModelVerdict;
import org.pentimento.casefile.result.model.QuotedModelPower;
import org.pentimento.casefile.result.model.ShadowUsed;
import org.pentimento.casefile.result.model.Strength;

class ComparableModelPowerTest {
  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void config() {
    System.setProperty("pentimento.config", folder.resolve("config").toString());
  }

  private static ModelInspectionResult inspected(
      String generator,
      long parameters,
      Material material,
      int side,
      int trusted,
      int shadows,
      ExtensionUse detector,
      @Nullable Double score) {
    List<ShadowUsed> used = new ArrayList<>();
    for (int i = 0; i < shadows; i++) {
      used.add(new ShadowUsed(MadeUpTrials.net(generator), i, List.of(), "d", "w", .05));
    }
    return new ModelInspectionResult(
        ModelInspectionResult.SCHEMA,
        "any",
        Map.of(),
        new InspectedModel(
            "m", MadeUpTrials.net(generator), true, "d", parameters, true, .05, Map.of()),
        MadeUpTrials.data(material, side, trusted),
        used,
        1,
        List.of(new ModelDetectorUse(detector, "", "")),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        ModelVerdict.NOTHING_FOUND,
        score,
        null,
        null,
        null);
  }

  private static boolean isComparable(ModelInspectionResult inspection) {
    return !ComparableModelPower.comparable(
            MadeUpTrials.result(Material.DRAWN, 64, 60, 3), inspection)
        .isEmpty();
  }

  @Test
  void onlyWhatIsAlikeIsComparable() {
    ExtensionUse detector = MadeUpTrials.DETECTOR;
    assertThat(isComparable(inspected("cgan", 1900, Material.DRAWN, 72, 110, 3, detector, .1)))
        .isTrue();
    assertThat(isComparable(inspected("fcn", 1000, Material.DRAWN, 64, 60, 3, detector, .1)))
        .as("another generator")
        .isFalse();
    assertThat(isComparable(inspected("cgan", 2100, Material.DRAWN, 64, 60, 3, detector, .1)))
        .as("a larger one")
        .isFalse();
    assertThat(
            isComparable(inspected("cgan", 1000, Material.PHOTOGRAPHED, 64, 60, 3, detector, 0.)))
        .as("photographs")
        .isFalse();
    assertThat(isComparable(inspected("cgan", 1000, Material.DRAWN, 96, 60, 3, detector, .1)))
        .as("larger images")
        .isFalse();
    assertThat(isComparable(inspected("cgan", 1000, Material.DRAWN, 64, 130, 3, detector, .1)))
        .as("more trusted pairs")
        .isFalse();
    assertThat(isComparable(inspected("cgan", 1000, Material.DRAWN, 64, 60, 5, detector, .1)))
        .as("more shadows")
        .isFalse();
    ExtensionUse other =
        new ExtensionUse("inversion", "Inversion", "1.0.0", "Ours.", Map.of("steps", 41));
    assertThat(isComparable(inspected("cgan", 1000, Material.DRAWN, 64, 60, 3, other, .1)))
        .as("another setting")
        .isFalse();
  }

  @Test
  void theCasesSelfTestIsQuotedWithTheStrengthOfTheScore() throws IOException {
    ModelInspectionResult inspection =
        inspected("cgan", 1000, Material.DRAWN, 64, 60, 3, MadeUpTrials.DETECTOR, .95);
    try (CaseFile file =
        CaseFile.create(folder.resolve("a.case"), new CaseInfo("e", "", "", "", "UTC", ""))) {
      assertThat(ComparableModelPower.find(file, inspection)).isEmpty();
      String plan = file.blobs().putJson(Map.of());
      file.record(new RunStarted("t-1", "test", plan, RunKind.MODEL_SELF_TEST));
      file.record(
          new ModelSelfTestFinished(
              "t-1", file.blobs().putJson(MadeUpTrials.result(Material.DRAWN, 64, 60, 3))));
      QuotedModelPower power = ComparableModelPower.find(file, inspection).orElseThrow();
      assertThat(power.selfTest()).isEqualTo("t-1");
      assertThat(power.attacks()).isEqualTo(20);
      assertThat(power.found().value()).isEqualTo(1);
      assertThat(requireNonNull(power.auc()).value()).isEqualTo(1);
      Strength clean = requireNonNull(power.againstClean());
      assertThat(clean.ratio()).isBetween(10.0, 21.0);
      assertThat(clean.scale()).isEqualTo(Strength.Scale.MODERATE);
      assertThat(requireNonNull(power.againstSpoilt()).supportsTrigger()).isTrue();
    }
  }
}
