package org.pentimento.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.pentimento.casefile.result.Audited;
import org.pentimento.casefile.result.Collapse;
import org.pentimento.casefile.result.Comparison;
import org.pentimento.casefile.result.Comparison.Blindness;
import org.pentimento.casefile.result.Comparison.Net;
import org.pentimento.casefile.result.Comparison.Reach;
import org.pentimento.casefile.result.Comparison.SuccessPoint;
import org.pentimento.casefile.result.Comparison.TestedModel;
import org.pentimento.casefile.result.Comparison.Turned;
import org.pentimento.casefile.result.ExtensionUse;
import org.pentimento.casefile.result.StandIns;
import org.pentimento.casefile.result.Subject;

/**
 * All sentences about the cases that a comparison can be, as a person reads them. To change one,
 * change {@code eight-cases.txt}, and read it aloud.
 */
class EightCasesTest {
  private static final ExtensionUse FCN = new ExtensionUse("fcn", "FCN", "1", "", Map.of());
  private static final Comparison.Attack ATTACK =
      new Comparison.Attack(
          new ExtensionUse("sinusoidal", "Sinusoidal", "1", "", Map.of()),
          new ExtensionUse("light-strokes", "Light strokes", "1", "", Map.of()),
          .1,
          List.of(),
          Map.of(),
          "m");
  private static final Turned MOST = new Turned(40, 36, 1, .769, .96);
  private static final Turned FEW = new Turned(40, 3, 1, .026, .199);

  private static TestedModel model(@Nullable Collapse collapse) {
    return new TestedModel("d", "w", 5, List.of(), collapse, "");
  }

  private static Net net(double honest, double harmed, double worse, double share, double half) {
    return new Net(honest, harmed, 40, worse, worse - half, worse + half, share, .1);
  }

  /** A metric of each kind, with the figures of two models. */
  private static List<Blindness> panel() {
    return List.of(
        new Blindness("fsim", "FSIM", true, .723, .65, .101, net(.72, .7, .053, .073, .01)),
        new Blindness("ink", "Ink coverage", false, .98, .4, .58, net(.99, .93, .52, .52, .04)),
        new Blindness("retrieval", "Retrieval", false, 1, .4, .6, net(1, .38, -.02, -.02, .05)),
        new Blindness("gmsd", "GMSD", false, .2, .17, -.15, net(.2, .21, -.04, -.2, .01)));
  }

  private static List<Blindness> alone() {
    return panel().stream()
        .map(
            b ->
                new Blindness(
                    b.metric(), b.name(), b.standard(), b.honest(), b.harmed(), b.loss(), null))
        .toList();
  }

  private static Comparison trained(
      @Nullable Collapse clean,
      @Nullable Collapse poisoned,
      @Nullable Turned turned,
      List<Blindness> panel) {
    return new Comparison(
        "fcn/1/s1",
        new Audited.Trained(FCN, 1),
        Map.of(Subject.CLEAN, model(clean), Subject.POISONED, model(poisoned)),
        ATTACK,
        new Reach(12, .25, .5, .95),
        turned,
        turned == null ? List.of() : List.of(middle(turned)),
        panel,
        List.of(),
        List.of(),
        "m",
        null);
  }

  private static SuccessPoint middle(Turned turned) {
    double n = turned.pairs();
    return new SuccessPoint(
        0, turned.triggered() / n, turned.low(), turned.high(), turned.clean() / n);
  }

  private static Comparison imported(
      @Nullable Turned turned, List<Blindness> panel, @Nullable StandIns standIns) {
    return new Comparison(
        "suspect/1",
        new Audited.Imported("suspect", FCN),
        Map.of(Subject.IMPORTED, model(null)),
        turned == null ? null : ATTACK,
        null,
        turned,
        turned == null ? List.of() : List.of(middle(turned)),
        panel,
        standIns,
        List.of(),
        List.of(),
        "m",
        null);
  }

  private static StandIns standIns(int turned) {
    return new StandIns(
        "inspection-1",
        "faces",
        true,
        List.of(
            new StandIns.StandInModel(FCN, 1, "d", "w", "m", new Turned(40, turned, 0, 0, 1)),
            new StandIns.StandInModel(FCN, 2, "d", "w", "m", new Turned(40, turned, 0, 0, 1))));
  }

  private static Comparison withoutAttack(@Nullable Collapse collapse) {
    return new Comparison(
        "fcn/s1",
        new Audited.Trained(FCN, 1),
        Map.of(Subject.CLEAN, model(collapse)),
        null,
        null,
        null,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        "m",
        null);
  }

  private static Map<String, Comparison> cases() {
    Collapse white = new Collapse(Collapse.Reason.WHITE, .14, "");
    Collapse flat = new Collapse(Collapse.Reason.ONE_TONE, .08, "");
    Turned one = new Turned(1, 1, 0, .207, 1);
    List<Blindness> ofOne =
        List.of(
            new Blindness(
                "fsim", "FSIM", true, .7, .5, .286, new Net(.7, .69, 1, .19, .19, .19, .27, .1)));
    Map<String, Comparison> cases = new LinkedHashMap<>();
    cases.put("1 The attack works", trained(null, null, MOST, panel()));
    cases.put(
        "1 The attack works, in a result of an earlier version",
        trained(null, null, MOST, alone()));
    cases.put("2 The attack did not take", trained(null, null, FEW, panel()));
    cases.put("3 The clean training collapsed", trained(flat, null, MOST, alone()));
    cases.put("4 The poisoned training collapsed", trained(null, white, null, List.of()));
    cases.put("5 An imported model is turned", imported(MOST, alone(), null));
    cases.put(
        "5 An imported model is turned, shadow models are not",
        imported(MOST, panel(), standIns(1)));
    cases.put(
        "5 An imported model is turned, and so are shadow models",
        imported(MOST, panel(), standIns(35)));
    cases.put("6 An imported model is not turned", imported(FEW, alone(), null));
    cases.put("7 Without an attack", withoutAttack(null));
    cases.put("7 Without an attack, imported", imported(null, List.of(), null));
    cases.put("8 One photo only", trained(null, null, one, ofOne));
    return cases;
  }

  static String said() {
    StringBuilder text = new StringBuilder();
    cases()
        .forEach(
            (name, c) -> {
              text.append("# ").append(name).append('\n').append(Verdicts.title(c)).append('\n');
              Verdicts.conclusions(c).forEach(s -> text.append("- ").append(s).append('\n'));
              text.append("What the metrics see:\n");
              for (Statement s : Verdicts.blindness(c)) {
                text.append("- ")
                    .append(s.lead())
                    .append(s.lead().isEmpty() ? "" : " ")
                    .append(s.words())
                    .append('\n');
              }
              text.append('\n');
            });
    return text.toString();
  }

  @Test
  void everySentenceIsAsItWasReadAloud() throws IOException {
    try (InputStream in = EightCasesTest.class.getResourceAsStream("eight-cases.txt")) {
      assertThat(said())
          .isEqualTo(new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void noHarmIsSpokenOfWhereTheAttackDidNotTake() {
    for (Comparison c :
        List.of(trained(null, null, FEW, panel()), imported(FEW, alone(), standIns(0)))) {
      assertThat(String.join(" ", Verdicts.conclusions(c)))
          .doesNotContain("harm", "sees", "worse", "better", "backdoor's");
      assertThat(Verdicts.blindness(c)).singleElement().asString().doesNotContain("worse", "%");
    }
  }
}
