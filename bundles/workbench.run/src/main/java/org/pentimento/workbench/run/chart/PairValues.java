package org.pentimento.workbench.run.chart;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pentimento.casefile.result.Comparison.MeasurementRow;

/** The single values of a comparison, pair by pair; undefined values are left out. */
public final class PairValues {
  /** Without any value. */
  public static final PairValues NONE = new PairValues(List.of());

  private record Key(String measured, String model, String photo, String against) {}

  private final Map<Key, Map<String, Double>> values = new LinkedHashMap<>();
  private final Set<String> measured = new LinkedHashSet<>();

  /** Sorts measurements by what was measured; rows without a finite value are left out. */
  public PairValues(List<MeasurementRow> rows) {
    for (MeasurementRow row : rows) {
      Double value = row.value();
      if (value != null && Double.isFinite(value)) {
        measured.add(row.name());
        values
            .computeIfAbsent(
                new Key(row.name(), row.model(), row.photo(), row.against()),
                k -> new LinkedHashMap<>())
            .put(row.pair(), value);
      }
    }
  }

  /** Everything that was measured, in the order in which it was measured. */
  public Set<String> measured() {
    return Collections.unmodifiableSet(measured);
  }

  /**
   * Values by pair.
   *
   * @param name what was measured
   * @param model {@code clean} or {@code poisoned}
   * @param photo {@code clean} or {@code triggered}
   * @param against {@code truth} or {@code target}
   */
  public Map<String, Double> of(String name, String model, String photo, String against) {
    return Collections.unmodifiableMap(
        values.getOrDefault(new Key(name, model, photo, against), Map.of()));
  }
}
