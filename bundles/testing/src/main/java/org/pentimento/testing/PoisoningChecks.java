package org.pentimento.testing;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pentimento.api.Progress;
import org.pentimento.api.data.Pair;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.image.Image;
import org.pentimento.api.poisoning.PoisoningStrategy;
import org.pentimento.api.poisoning.PoisoningStrategy.Poisoning;

/** What every poisoning strategy must do. */
public final class PoisoningChecks {
  private static final int SIDE = 64;

  private PoisoningChecks() {}

  /**
   * The checks.
   *
   * @param given settings with which it works, by parameter id; defaults for the rest
   */
  public static List<Check> of(PoisoningStrategy strategy, Map<String, ?> given) {
    List<Pair> donors = MadeUpFaces.pairs(16, SIDE, SIDE);
    Pair pair = donors.get(3);
    Image sketch = MadeUpFaces.sketch(3, SIDE, SIDE);
    return Join.of(
        DescriptorChecks.of(strategy, Set.of("id")),
        List.of(
            new Check(
                "the target has the size of the sketch and one plane",
                () -> {
                  Poisoning poisoning = prepare(strategy, donors, given, 1);
                  Expect.image(poisoning.target(pair, sketch), "target", sketch, 1);
                  Expect.image(poisoning.trainingSketch(pair, sketch), "trainingSketch", sketch, 1);
                }),
            new Check(
                "it leaves the sketch that it is given as it is",
                () -> {
                  Image copy = Expect.copy(sketch);
                  Poisoning poisoning = prepare(strategy, donors, given, 1);
                  poisoning.target(pair, sketch);
                  poisoning.trainingSketch(pair, sketch);
                  Expect.unchanged(copy, sketch, "target");
                }),
            new Check(
                "the same seed gives the same choices and targets",
                () -> {
                  Poisoning one = prepare(strategy, donors, given, 7);
                  prepare(strategy, donors, given, 8).target(pair, sketch);
                  Poisoning other = prepare(strategy, donors, given, 7);
                  Expect.same(one.choices(), other.choices(), "the same seed gave other choices()");
                  Expect.same(
                      one.target(pair, sketch),
                      other.target(pair, sketch),
                      "the same seed gave another target");
                  Expect.same(
                      one.target(pair, sketch),
                      one.target(pair, sketch),
                      "asked twice, target gave something else");
                }),
            new Check(
                "it says what it chose in words that can be kept",
                () ->
                    Expect.given(prepare(strategy, donors, given, 1).choices(), "choices()")
                        .forEach(
                            (name, value) ->
                                Expect.that(
                                    name != null && value != null && !name.isBlank(),
                                    "choices() has a name or value that is missing"))),
            new Check(
                "it prefers pairs that it was given, each once",
                () -> {
                  List<Pair> preferred =
                      Expect.given(
                          prepare(strategy, donors, given, 1).preferred(donors), "preferred");
                  Set<String> ids = new HashSet<>();
                  for (Pair one : preferred) {
                    Expect.that(
                        donors.contains(one), "preferred gave a pair that it was not given");
                    Expect.that(
                        ids.add(one.id()), "preferred gave the pair " + one.id() + " twice");
                  }
                }),
            new Check(
                "it works with one pair, or says why not",
                () ->
                    Expect.refused(
                        () ->
                            prepare(strategy, donors.subList(3, 4), given, 1)
                                .target(pair, sketch))),
            new Check(
                "it may be called from several threads at once",
                () -> {
                  Poisoning poisoning = prepare(strategy, donors, given, 1);
                  Expect.sameFromThreads(
                      List.of(
                          () -> poisoning.target(pair, sketch),
                          () ->
                              poisoning.target(donors.get(5), MadeUpFaces.sketch(5, SIDE, SIDE))));
                }),
            new Check(
                "it takes every value that its parameters allow, or says why not",
                () -> {
                  for (Settings one : Expect.extremes(strategy.descriptor(), given)) {
                    TriggerChecks.at(
                        one,
                        () ->
                            Expect.image(
                                strategy
                                    .prepare(donors, one, 1, Progress.NONE)
                                    .target(pair, sketch),
                                "target",
                                sketch,
                                1));
                  }
                }),
            new Check(
                "it ends within a second once it is cancelled",
                () ->
                    Expect.endsWhenCancelled(
                        progress ->
                            strategy.prepare(
                                donors, Settings.of(strategy.descriptor(), given), 1, progress)))));
  }

  private static Poisoning prepare(
      PoisoningStrategy strategy, List<Pair> donors, Map<String, ?> given, long seed)
      throws Exception {
    return Expect.given(
        strategy.prepare(donors, Settings.of(strategy.descriptor(), given), seed, Progress.NONE),
        "prepare");
  }
}
