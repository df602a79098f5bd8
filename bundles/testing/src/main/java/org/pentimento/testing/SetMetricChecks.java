package org.pentimento.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pentimento.api.Progress;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.image.ImageSource;
import org.pentimento.api.metric.Measurement;
import org.pentimento.api.metric.SetMetric;

/** What every metric of a whole set must do. */
public final class SetMetricChecks {
  private static final int SIDE = 64;
  private static final int PERSONS = 12;

  private SetMetricChecks() {}

  /**
   * The checks.
   *
   * @param given settings with which it measures, by parameter id; defaults for the rest
   */
  public static List<Check> of(SetMetric metric, Map<String, ?> given) {
    List<SetMetric.Item> items = items();
    return Join.of(
        DescriptorChecks.of(metric, Set.of("id")),
        List.of(
            new Check(
                "it gives one value for each sketch, on its scale and with its id",
                () -> {
                  List<Measurement> measured = measure(metric, given, items);
                  Expect.that(
                      measured.size() == items.size(),
                      "it gave " + measured.size() + " values for " + items.size() + " sketches");
                  measured.forEach(one -> PairMetricChecks.value(metric, one));
                }),
            new Check(
                "the same sketches give the same values",
                () ->
                    Expect.same(
                        measure(metric, given, items),
                        measure(metric, given, items),
                        "the same sketches gave other values the second time")),
            new Check(
                "it takes few sketches, or says why not",
                () -> {
                  Expect.refused(() -> measure(metric, given, items.subList(0, 1)));
                  Expect.refused(() -> measure(metric, given, List.of()));
                }),
            new Check(
                "it takes every value that its parameters allow, or says why not",
                () -> {
                  for (Settings one : Expect.extremes(metric.descriptor(), given)) {
                    TriggerChecks.at(one, () -> metric.measure(items, one, Progress.NONE));
                  }
                }),
            new Check(
                "it ends within a second once it is cancelled",
                () ->
                    Expect.endsWhenCancelled(
                        progress ->
                            metric.measure(
                                items, Settings.of(metric.descriptor(), given), progress)))));
  }

  private static List<Measurement> measure(
      SetMetric metric, Map<String, ?> given, List<SetMetric.Item> items) throws Exception {
    return Expect.given(
        metric.measure(items, Settings.of(metric.descriptor(), given), Progress.NONE), "measure");
  }

  private static List<SetMetric.Item> items() {
    List<SetMetric.Item> items = new ArrayList<>();
    for (int i = 0; i < PERSONS; i++) {
      items.add(
          new SetMetric.Item(
              "face-" + i,
              "person-" + i,
              ImageSource.of(MadeUpFaces.photo(i, SIDE, SIDE)),
              ImageSource.of(MadeUpFaces.sketch(i, SIDE, SIDE)),
              ImageSource.of(MadeUpFaces.sketch(i / 2, SIDE, SIDE))));
    }
    return items;
  }
}
