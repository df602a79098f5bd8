package org.pentimento.report.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pentimento.api.Progress;
import org.pentimento.casefile.result.ExtensionUse;
import org.pentimento.casefile.result.InspectionResult.InspectedData;
import org.pentimento.casefile.result.InspectionResult.Material;
import org.pentimento.casefile.result.QuotedPower.Share;
import org.pentimento.casefile.result.SelfTestResult.RocPoint;
import org.pentimento.casefile.result.model.ModelVerdict;
import org.pentimento.casefile.result.model.selftest.ModelSelfTestResult;
import org.pentimento.casefile.result.model.selftest.ModelSelfTestResult.Contrast;
import org.pentimento.casefile.result.model.selftest.ModelSelfTestResult.KindOfModel;
import org.pentimento.casefile.result.model.selftest.ModelSelfTestResult.Reached;
import org.pentimento.casefile.result.model.selftest.PlantedInModel.What;
import org.pentimento.chart.Figure;
import org.pentimento.figures.Figures;
import org.pentimento.figures.suspect.PowerFigure;
import org.pentimento.figures.suspect.ScoresApartFigure;
import org.pentimento.report.part.ChartGuard;
import org.pentimento.report.part.SettingsTable;
import org.pentimento.report.part.Table;
import org.pentimento.report.source.ReportSource;

class ModelSelfTestBuilderTest {
  private static final Share HALF = new Share(.5, .2, .8);

  private static KindOfModel kind(What what, String trigger) {
    return new KindOfModel(
        what,
        "",
        trigger,
        "",
        0,
        8,
        6,
        Map.of(ModelVerdict.BACKDOOR, 3),
        HALF,
        HALF,
        HALF,
        HALF,
        HALF,
        HALF,
        .1,
        .3,
        null,
        null,
        null,
        null,
        null,
        null,
        12);
  }

  private static final ModelSelfTestResult RESULT =
      new ModelSelfTestResult(
          ModelSelfTestResult.SCHEMA,
          "power",
          Map.of(),
          new InspectedData("faces", "faces", "", Material.DRAWN, 300, 64, 64, 300, Map.of()),
          60,
          100,
          40,
          List.of(new ExtensionUse("cgan", "cGAN", "1.0.0", "", Map.of())),
          3,
          1,
          List.of(new ExtensionUse("inversion", "Inversion", "1.0.0", "Ours.", Map.of())),
          20,
          Map.of(),
          List.of(),
          List.of(kind(What.ATTACK, ""), kind(What.ATTACK, "patch"), kind(What.NOTHING, "")),
          List.of(
              new Contrast(
                  What.ATTACK,
                  What.NOTHING,
                  6,
                  8,
                  HALF,
                  HALF,
                  HALF,
                  .1,
                  .3,
                  List.of(new RocPoint(0, 0), new RocPoint(1, 1)))),
          List.of(new Reached(-9, .2, 2, new Share(0, 0, .8)), new Reached(.4, .6, 6, HALF)));

  private static List<String> first(Table table) {
    return table.rows().stream().map(row -> row.get(0).text()).toList();
  }

  @Test
  void showsKindsContrastsAndPowerByHowFarAttacksGot() {
    Figures figures =
        Figures.of(
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(new PowerFigure(), new ScoresApartFigure()));
    SelfTestSection section =
        new ModelSelfTestBuilder(
                new SettingsTable(List.of()),
                new ChartGuard(Progress.NONE),
                figures.ofModelSelfTests())
            .section(
                new ReportSource.Run<>(
                    "model-self-test-1",
                    "power",
                    "finished",
                    Instant.EPOCH,
                    Instant.EPOCH,
                    "",
                    "0".repeat(64),
                    RESULT),
                RESULT,
                ZoneOffset.UTC,
                "t");
    assertThat(section.lead()).contains("6 attacks that took");
    assertThat(section.tables()).hasSize(4);
    assertThat(first(section.tables().get(0))).containsExactly("attacks", "clean models");
    assertThat(first(section.tables().get(1))).containsExactly("attacks, patch");
    assertThat(first(section.tables().get(3))).containsExactly("below 20 %", "from 40 %");
    assertThat(section.charts()).hasSize(2);
    Figure power = section.charts().get(0).figure().orElseThrow();
    assertThat(power.description()).contains("0 % to 20 %: 0 % of 2", "40 % to 60 %: 50 % of 6");
  }
}
