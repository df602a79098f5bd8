package org.pentimento.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pentimento.api.Progress;
import org.pentimento.api.detector.DatasetDetector.LooksAt;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Kind;
import org.pentimento.api.extension.Parameter;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.suspect.Look;
import org.pentimento.api.suspect.ModelDetector;
import org.pentimento.api.suspect.ModelFinding;
import org.pentimento.api.suspect.SuspectModel;
import org.pentimento.fixtures.FakeDetector;
import org.pentimento.fixtures.FakeExtensions;
import org.pentimento.registry.Extensions;

class PlanReaderTest {
  private static final String PLAN =
      """
      pentimento: 1
      name: first look
      data: {dataset: faces, count: 120, seed: 7, split: {train: 80, test: 40}, size: [64, 48]}
      generators:
        - {id: fcn, width: 16}
      attacks:
        - trigger: {id: sinusoidal, amplitude: 0.2}
          strategy: {id: light-strokes}
          rate: 0.10
      metrics: [ssim]
      seeds: [1, 2]
      threads: 2
      """;

  private final PlanReader reader = new PlanReader(FakeExtensions.some());

  @Test
  void readsAPlanAndFillsInDefaults() throws PlanException {
    Plan plan = reader.read("plan.yaml", PLAN, List.of());
    assertThat(plan.generators().get(0).settings().integer("width")).isEqualTo(16);
    assertThat(plan.generators().get(0).settings().integer("epochs")).isEqualTo(40);
    assertThat(plan.attacks().get(0).strategy().settings().integer("threshold")).isEqualTo(170);
    assertThat(plan.data().made())
        .isNotNull()
        .satisfies(
            made -> {
              assertThat(made.settings().integer("width")).isEqualTo(64);
              assertThat(made.settings().integer("height")).isEqualTo(48);
            });
    assertThat(plan.seeds()).containsExactly(1L, 2L);
    assertThat(plan.device()).isEqualTo(System.getProperty("pentimento.device", "auto"));
  }

  @Test
  void anAttackIsAlwaysMeasuredByThePanelThatShowsBlindness() throws PlanException {
    assertThat(reader.read("p", PLAN, List.of()).metrics())
        .extracting(Use::id)
        .containsExactly("ssim", "fsim");
  }

  @Test
  void whatIsWrittenReadsBackAsTheSamePlan() throws PlanException {
    Plan plan = reader.read("plan.yaml", PLAN, List.of());
    String yaml = PlanWriter.yaml(plan);
    assertThat(reader.read("again", yaml, List.of())).isEqualTo(plan);
    assertThat(PlanWriter.yaml(reader.read("again", yaml, List.of()))).isEqualTo(yaml);
  }

  @Test
  void aPlanOfAnImportedModelAloneIsWrittenSoThatItReadsBack() throws PlanException {
    String alone =
        """
        pentimento: 1
        data: {dataset: mine, split: given}
        models: [{model: suspect}]
        metrics: [ssim]
        seeds: [1]
        """;
    Plan plan = reader.read("plan.yaml", alone, List.of());
    String yaml = PlanWriter.yaml(plan);
    assertThat(yaml).contains("generators: []", "attacks: []", "detectors: []");
    assertThat(reader.read("again", yaml, List.of())).isEqualTo(plan);
    String earlier =
        yaml.replace("generators: []", "generators: &id001 []")
            .replace("attacks: []", "attacks: *id001")
            .replace("detectors: []", "detectors: *id001");
    assertThat(reader.read("of an earlier version", earlier, List.of())).isEqualTo(plan);
    assertThat(StoredPlan.text(earlier)).isEqualTo(yaml);
  }

  @Test
  void aPlanSaysWhichTagsAtWhichEntryLeaveItsPairsOut() throws PlanException {
    String yaml =
        """
        pentimento: 1
        data: {dataset: mine, without: [{tag: bad light, entry: 37}]}
        models: [{model: suspect}]
        metrics: [ssim]
        seeds: [1]
        """;
    Plan plan = reader.read("plan.yaml", yaml, List.of());
    assertThat(plan.data().without()).containsExactly(new Plan.LeftOutTag("bad light", 37));
    assertThat(reader.read("again", PlanWriter.yaml(plan), List.of())).isEqualTo(plan);
    assertThatThrownBy(() -> reader.read("plan.yaml", yaml.replace(", entry: 37", ""), List.of()))
        .isInstanceOf(PlanException.class)
        .hasMessageContaining("entry");
  }

  @Test
  void detectorsAreThoseOfDataSets() throws PlanException {
    Extensions extensions = FakeExtensions.some();
    FakeDetector ink = FakeDetector.of("ink", LooksAt.SKETCHES);
    FakeExtensions.add(extensions, Kind.DATASET_DETECTOR, ink);
    PlanReader knowing = new PlanReader(extensions);
    String yaml = PLAN + "detectors: [ink]\n";
    Plan plan = knowing.read("plan.yaml", yaml, List.of());
    assertThat(plan.detectors()).extracting(Use::id).containsExactly("ink");
    assertThat(knowing.read("again", PlanWriter.yaml(plan), List.of())).isEqualTo(plan);
    assertThatThrownBy(() -> reader.read("plan.yaml", yaml, List.of()))
        .isInstanceOf(PlanException.class)
        .hasMessageContaining("ink");
  }

  @Test
  void detectorsOfModelsStandInTheSameListAndNeedAModelThatIsTrained() throws PlanException {
    Extensions extensions = FakeExtensions.some();
    FakeExtensions.add(extensions, Kind.DATASET_DETECTOR, FakeDetector.of("ink", LooksAt.SKETCHES));
    FakeExtensions.add(extensions, Kind.MODEL_DETECTOR, new Inversion());
    PlanReader knowing = new PlanReader(extensions);
    Plan plan =
        knowing.read(
            "plan.yaml", PLAN + "detectors: [{id: inversion, steps: 9}, ink]\n", List.of());
    assertThat(plan.detectors()).extracting(Use::id).containsExactly("ink");
    assertThat(plan.modelDetectors()).extracting(Use::id).containsExactly("inversion");
    assertThat(plan.modelDetectors().get(0).settings().integer("steps")).isEqualTo(9);
    assertThat(knowing.read("again", PlanWriter.yaml(plan), List.of())).isEqualTo(plan);
    assertThatThrownBy(
            () -> knowing.read("plan.yaml", PLAN + "detectors: [{id: inversio}]\n", List.of()))
        .isInstanceOfSatisfying(
            PlanException.class,
            e -> assertThat(e.remedy()).contains("of data sets: ink", "of models: inversion"));
    String imported =
        """
        pentimento: 1
        data: {dataset: mine, split: given}
        models: [{model: suspect}]
        detectors: [inversion]
        """;
    assertThatThrownBy(() -> knowing.read("plan.yaml", imported, List.of()))
        .isInstanceOf(PlanException.class)
        .hasMessageContaining("models that a plan trains");
  }

  /** A detector of models that is never asked. */
  private static final class Inversion implements ModelDetector {
    @Override
    public Descriptor descriptor() {
      return Descriptor.of(
          "inversion",
          "Inversion",
          "1.0.0",
          "Inverts.",
          "Ours.",
          Parameter.integer("steps", "Steps", "How many.", "", 40, 1, 100));
    }

    @Override
    public List<Look> looks(Settings settings) {
      return List.of();
    }

    @Override
    public int leastPairs() {
      return 1;
    }

    @Override
    public String blindTo() {
      return "";
    }

    @Override
    public ModelFinding inspect(
        SuspectModel model, Settings settings, long seed, Progress progress) {
      throw new IllegalStateException("not asked in these tests");
    }
  }

  @Test
  void theRateOfFalseAlarmsIsKept() throws PlanException {
    Plan plan = reader.read("plan.yaml", PLAN + "false-alarms: 0.05\n", List.of());
    assertThat(plan.falseAlarms()).isEqualTo(.05);
    assertThat(reader.read("again", PlanWriter.yaml(plan), List.of())).isEqualTo(plan);
    Plan usual = reader.read("plan.yaml", PLAN, List.of());
    assertThat(usual.falseAlarms()).isEqualTo(.01);
    assertThat(PlanWriter.yaml(usual)).doesNotContain("false-alarms");
    for (String wrong : List.of("0", "0.6", ".nan", "often")) {
      assertThatThrownBy(
              () -> reader.read("plan.yaml", PLAN + "false-alarms: " + wrong + "\n", List.of()))
          .isInstanceOf(PlanException.class)
          .hasMessageContaining("false-alarms");
    }
  }

  @Test
  void overridesReplaceAndAddValues() throws PlanException {
    Plan plan =
        reader.read(
            "plan.yaml",
            PLAN,
            List.of(
                "generators[0].epochs=5",
                "attacks.0.rate=0.5",
                "seeds=[9]",
                "device=cpu",
                "data.split=given"));
    assertThat(plan.generators().get(0).settings().integer("epochs")).isEqualTo(5);
    assertThat(plan.attacks().get(0).rate()).isEqualTo(.5);
    assertThat(plan.seeds()).containsExactly(9L);
    assertThat(plan.device()).isEqualTo("cpu");
    assertThat(plan.data().split().given()).isTrue();
    assertThatThrownBy(() -> reader.read("p", PLAN, List.of("generators[7].epochs=5")))
        .hasMessageContaining("no item '7'");
    assertThatThrownBy(() -> reader.read("p", PLAN, List.of("nonsense")))
        .hasMessageContaining("KEY=VALUE");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "threads=100000 | --set threads=100000, threads: is 100000",
        "thread=2 | --set thread=2, thread: unknown key 'thread'",
        "generators[0].epochs=few | --set generators[0].epochs=few, generators[0].epochs: ",
        "attacks[0].trigger={id: sin} | --set attacks[0].trigger={id: sin}, attacks[0].trigger.id",
        "seeds=[1 | --set seeds=[1: this is not YAML",
        "seeds= | --set seeds=: has no value",
        "seeds.0.x=1 | --set seeds.0.x=1: 'x' is looked for",
      })
  void errorsOfAnOverrideNameItAndNotThePlan(String override, String message) {
    assertThatThrownBy(() -> reader.read("plan.yaml", PLAN, List.of(override)))
        .hasMessageStartingWith(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "width: 16 | widht: 16 | 5 | widht | width",
        "width: 16 | width: 16000 | 5 | width | 1 to 512",
        "width: 16 | width: .nan | 5 | width | 1 to 512",
        "width: 16 | width: sixteen | 5 | width | 1 to 512",
        "id: fcn | id: fnc | 5 | fnc | fcn",
        "amplitude: 0.2 | amplitude: .inf | 7 | amplitude | from 0 to 1",
        "rate: 0.10 | rate: 1.5 | 9 | rate | above 0",
        "rate: 0.10 | rate: .nan | 9 | rate | above 0",
        "rate: 0.10 | rate: 0 | 9 | rate | above 0",
        "rate: 0.10 | count: 0 | 9 | count | from 1",
        "metrics: [ssim] | metrics: [sism] | 10 | sism | fsim, ssim",
        "metrics: [ssim] | metrcis: [ssim] | 10 | metrcis | metrics",
        "pentimento: 1 | pentimento: 2 | 1 | newer | 1",
        "threads: 2 | threads: 0 | 12 | threads | from 1",
        "threads: 2 | device: gpu | 12 | device | cuda:N",
        "'seeds: [1, 2]' | 'seeds: [1, 1]' | 11 | twice | once",
        "'seeds: [1, 2]' | 'seeds: [1, 2' | 12 | YAML | brackets",
        "'size: [64, 48]' | 'size: [64]' | 3 | size | width",
        "'size: [64, 48]' | 'size: [64, 4]' | 3 | size | 8 to",
        "name: first look | threads: 3 | 12 | twice | Remove",
      })
  void errorsNameLineKeyAndWhatIsAllowed(
      String right, String wrong, int line, String problem, String allowed) {
    PlanException e =
        catchThrowableOfType(
            PlanException.class,
            () -> reader.read("plan.yaml", PLAN.replace(right, wrong), List.of()));
    assertThat(e).isNotNull();
    assertThat(e.line()).isEqualTo(line);
    assertThat(e).hasMessageStartingWith("plan.yaml, line " + line);
    assertThat(e.getMessage()).contains(problem);
    assertThat(e.remedy()).contains(allowed);
  }

  @Test
  void aPlanWithoutGeneratorsOrWithNothingInItIsRefused() {
    assertThatThrownBy(() -> reader.read("p", "", List.of())).hasMessageContaining("empty");
    assertThatThrownBy(() -> reader.read("p", "pentimento: 1\n", List.of()))
        .hasMessageContaining("generators");
    assertThatThrownBy(() -> reader.read("p", "- a\n", List.of())).hasMessageContaining("map");
    assertThatThrownBy(() -> reader.read("p", "a: &x [*x]\n", List.of()))
        .isInstanceOf(PlanException.class);
  }
}
