package org.pentimento.audit.selftest.model;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.extension.Kind;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.image.Image;
import org.pentimento.audit.selftest.HonestData;
import org.pentimento.audit.selftest.MadeUpSets;
import org.pentimento.audit.training.RunListener;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.event.CaseInfo;
import org.pentimento.casefile.event.RunKind;
import org.pentimento.casefile.event.RunRecord;
import org.pentimento.casefile.result.model.selftest.ModelSelfTestResult;
import org.pentimento.casefile.result.model.selftest.ModelSelfTestResult.Contrast;
import org.pentimento.casefile.result.model.selftest.ModelSelfTestResult.KindOfModel;
import org.pentimento.casefile.result.model.selftest.ModelSelfTests;
import org.pentimento.casefile.result.model.selftest.PlantedInModel.What;
import org.pentimento.casefile.result.model.selftest.TriedModel;
import org.pentimento.fixtures.FakeExtensions;
import org.pentimento.fixtures.PlainCodec;
import org.pentimento.plan.PlanReader;
import org.pentimento.plan.SelfTestPlan;
import org.pentimento.plan.Use;
import org.pentimento.platform.linux.LinuxPlatform;
import org.pentimento.registry.Extensions;

/** A self-test with a generator that learns one trick and a detector that knows it. */
class ModelSelfTestTest {
  private static final String PLAN =
      """
      pentimento: 1
      data: {dataset: squares, count: 60}
      generators: [{id: stamped}]
      seeds: [1]
      """;

  @TempDir private Path folder = Path.of("");
  private final AtomicInteger trainings = new AtomicInteger();
  private final AtomicInteger inspections = new AtomicInteger();
  private final Extensions extensions = MadeUpSets.extensions(new AtomicInteger());

  @BeforeEach
  void install() {
    System.setProperty("pentimento.config", folder.resolve("config").toString());
    FakeExtensions.add(extensions, Kind.GENERATOR, new StampedNet(trainings));
    FakeExtensions.add(extensions, Kind.MODEL_DETECTOR, new StampDetector(inspections));
  }

  private static final class Unheard implements RunListener {
    @Override
    public void loss(String training, long step, long total, Map<String, Double> losses) {}

    @Override
    public void preview(String training, long step, List<Image> sketches) {}
  }

  /** Cancels when so many models were inspected. */
  private record Impatient(AtomicInteger inspections, int most) implements Progress {
    @Override
    public void begin(String task, long total) {}

    @Override
    public void advance(long units) {}

    @Override
    public void note(String message) {}

    @Override
    public void checkCancelled() throws CancelledException {
      if (inspections.get() >= most) {
        throw new CancelledException();
      }
    }
  }

  private ModelSelfTest.Outcome run(
      CaseFile file, @Nullable Integer limit, Progress progress, String source)
      throws IOException, CancelledException {
    SelfTestPlan plan = new PlanReader(extensions).modelSelfTest("plan.yaml", source);
    StampDetector detector = new StampDetector(inspections);
    return new ModelSelfTest(
            file,
            extensions,
            new PlainCodec(),
            new LinuxPlatform(),
            Map.of("pentimento", "1.2.3"),
            new Unheard(),
            progress)
        .run(
            new ModelSelfTestRequest(
                "a small one",
                plan,
                source,
                plan.generators(),
                List.of(new Use("stamp", Settings.defaults(detector.descriptor()))),
                3,
                11,
                limit),
            HonestData.open(file, requireNonNull(plan.data()), extensions, progress));
  }

  private CaseFile create(String name) throws IOException {
    return CaseFile.create(folder.resolve(name), new CaseInfo("e", "", "", "", "UTC", ""));
  }

  private static KindOfModel whole(ModelSelfTestResult result, What what) {
    return result.kinds().stream().filter(kind -> kind.what() == what).findFirst().orElseThrow();
  }

  @Test
  void itMeasuresWhatIsFoundOfAttacksThatTook() throws Exception {
    try (CaseFile file = create("a.case")) {
      ModelSelfTest.Outcome outcome = run(file, null, Progress.NONE, PLAN);
      ModelSelfTestResult result = outcome.result();
      assertThat(result.planned()).isEqualTo(21 + 1 + 1 + 4).isEqualTo(result.trials().size());
      assertThat(result.trusted()).isEqualTo(30);
      assertThat(result.learned()).isEqualTo(20);
      assertThat(result.heldOut()).isEqualTo(6);
      assertThat(result.leftOut()).containsOnlyKeys("at-the-eyes");
      KindOfModel attacks = whole(result, What.ATTACK);
      assertThat(attacks.counted()).isEqualTo(1);
      assertThat(requireNonNull(attacks.found()).value()).isEqualTo(1);
      KindOfModel clean = whole(result, What.NOTHING);
      assertThat(clean.models()).isEqualTo(21);
      assertThat(requireNonNull(clean.suspected()).value()).isZero();
      assertThat(requireNonNull(clean.suspected()).high()).isBetween(.1, .2);
      assertThat(result.contrasts())
          .extracting(Contrast::attack, Contrast::other)
          .contains(
              org.assertj.core.groups.Tuple.tuple(What.ATTACK, What.SPOILT_PAIRS),
              org.assertj.core.groups.Tuple.tuple(What.COVERED_ATTACK, What.NOTHING));
      assertThat(result.contrasts()).allMatch(contrast -> contrast.auc().value() == 1);
      assertThat(result.reached()).hasSize(1).allMatch(reached -> reached.from() == .8);
      TriedModel attack =
          result.trials().stream().filter(t -> t.planted().what().isAttack()).findFirst().get();
      assertThat(attack.placeIou()).as("no place was shown, although there is one").isZero();
      assertThat(file.run(outcome.id()).map(RunRecord::kind)).contains(RunKind.MODEL_SELF_TEST);
      assertThat(ModelSelfTests.read(file.blobs(), outcome.resultSha())).isEqualTo(result);
    }
  }

  @Test
  void cancelledAndResumedItTrainsAndInspectsNothingTwice() throws Exception {
    try (CaseFile file = create("b.case")) {
      assertThatThrownBy(() -> run(file, 8, new Impatient(inspections, 3), PLAN))
          .isInstanceOf(CancelledException.class);
      assertThat(trainings.get()).isEqualTo(3 + 8);
      ModelSelfTestResult result = run(file, 8, Progress.NONE, PLAN).result();
      assertThat(trainings.get()).isEqualTo(3 + 8);
      assertThat(inspections.get()).isEqualTo(8);
      assertThat(result.trials()).hasSize(8);
      assertThat(result.planned()).isEqualTo(27);
      assertThat(result.trials().stream().map(t -> t.planted().what()).distinct()).hasSize(4);
      run(file, 9, Progress.NONE, PLAN);
      assertThat(inspections.get()).isEqualTo(9);
    }
  }

  @Test
  void anAttackThatIsTooRareTakesNowhereAndStandsApart() throws Exception {
    String plan =
        PLAN
            + """
            attacks:
              - {trigger: {id: corner}, strategy: {id: sheet}, rate: 0.05}
              - {trigger: {id: corner}, strategy: {id: sheet}, count: 30}
            """;
    try (CaseFile file = create("c.case")) {
      ModelSelfTestResult result = run(file, null, Progress.NONE, plan).result();
      assertThat(result.leftOut().values()).anyMatch(why -> why.contains("30 pairs"));
      assertThat(whole(result, What.ATTACK).models()).isEqualTo(1);
    }
  }

  @Test
  void tooFewPairsAreRefusedBeforeAnythingIsRecorded() throws Exception {
    try (CaseFile file = create("d.case")) {
      String few = PLAN.replace("count: 60", "count: 20");
      assertThatThrownBy(() -> run(file, null, Progress.NONE, few))
          .isInstanceOf(BadInputException.class)
          .hasMessageContaining("40 honest pairs");
      assertThat(file.runs()).isEmpty();
    }
  }
}
