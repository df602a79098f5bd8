package org.pentimento.detector.quality;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.pentimento.api.detector.PairFinding.Quality;
import org.pentimento.api.detector.PairFinding.Quality.Oddity;
import org.pentimento.detector.frame.WorkingPair.Origin;
import org.pentimento.detector.numbers.Robust;

/** Pairs that come from elsewhere than most: size, colour, eye points, and traces of a camera. */
final class Origins {
  private static final double FAR = 6;
  private static final double LEAST_FACTOR = Math.log(1.25);
  private static final double LEAST_TRACE = 1e-4;
  private static final double LEAST_BLOCKS = Math.log(1.1);

  private Origins() {}

  private record Size(int width, int height) {}

  /** What is odd about where each pair comes from. */
  static List<List<Quality>> odd(List<Origin> origins) {
    int n = origins.size();
    List<List<Quality>> odd = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      odd.add(new ArrayList<>());
    }
    sizes(origins, odd);
    long coloured = origins.stream().filter(Origin::colour).count();
    boolean eyes = origins.stream().anyMatch(Origin::eyes);
    for (int i = 0; i < n; i++) {
      if (!origins.get(i).colour() && 2 * coloured >= n) {
        odd.get(i).add(new Quality(Oddity.NO_COLOUR, List.of(), ""));
      }
      if (!origins.get(i).eyes() && eyes) {
        odd.get(i).add(new Quality(Oddity.NO_EYES, List.of(), ""));
      }
    }
    List<List<String>> words = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      words.add(new ArrayList<>());
    }
    for (int i = 0; i < n; i++) {
      if (origins.get(i).colour() && 2 * coloured < n) {
        words.get(i).add("in colour");
      }
    }
    traces(origins, Origin::noise, LEAST_TRACE, LEAST_FACTOR, "more noise", "less noise", words);
    traces(origins, Origin::sharpness, LEAST_TRACE, LEAST_FACTOR, "sharper", "softer", words);
    traces(origins, Origin::blocks, 0, LEAST_BLOCKS, "stored in blocks (JPEG)", "", words);
    for (int i = 0; i < n; i++) {
      if (!words.get(i).isEmpty()) {
        odd.get(i)
            .add(new Quality(Oddity.OTHER_SOURCE, List.of(), String.join(", ", words.get(i))));
      }
    }
    return odd;
  }

  private static void sizes(List<Origin> origins, List<List<Quality>> odd) {
    Map<Size, Long> counts =
        origins.stream()
            .collect(
                Collectors.groupingBy(
                    o -> new Size(o.width(), o.height()),
                    () ->
                        new TreeMap<>(
                            Comparator.comparingInt(Size::width).thenComparing(Size::height)),
                    Collectors.counting()));
    Size common =
        counts.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
    for (int i = 0; i < odd.size(); i++) {
      Size size = new Size(origins.get(i).width(), origins.get(i).height());
      if (!size.equals(common)) {
        odd.get(i)
            .add(
                new Quality(
                    Oddity.OTHER_SIZE,
                    List.of(),
                    "%d × %d px, most have %d × %d"
                        .formatted(size.width, size.height, common.width, common.height)));
      }
    }
  }

  private static void traces(
      List<Origin> origins,
      ToDoubleFunction<Origin> trace,
      double least,
      double factor,
      String more,
      String less,
      List<List<String>> words) {
    double[] values =
        origins.stream().mapToDouble(o -> StrictMath.log(trace.applyAsDouble(o) + least)).toArray();
    double median = Robust.median(values);
    double limit = Math.max(factor, FAR * Robust.spread(values, median));
    for (int i = 0; i < values.length; i++) {
      if (values[i] - median > limit) {
        words.get(i).add(more);
      } else if (median - values[i] > limit && !less.isEmpty()) {
        words.get(i).add(less);
      }
    }
  }
}
