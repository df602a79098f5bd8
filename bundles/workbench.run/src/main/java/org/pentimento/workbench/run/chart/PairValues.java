package org.pentimento.workbench.run.chart;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pentimento.casefile.result.Comparison.MeasurementRow;
import org.pentimento.casefile.result.Condition;

/** The single values of a comparison, pair by pair; undefined values are left out. */
public final class PairValues {
  /** Without any value. */
  public static final PairValues NONE = new PairValues(List.of());

  private record Key(String measured, Condition condition) {}

  private final Map<Key, Map<String, Double>> values = new LinkedHashMap<>();
  private final Set<String> measured = new LinkedHashSet<>();

  /** Sorts measurements by what was measured; rows without a finite value are left out. */
  public PairValues(List<MeasurementRow> rows) {
    for (MeasurementRow row : rows) {
      Double value = row.value();
      if (value != null && Double.isFinite(value)) {
        measured.add(row.name());
        values
            .computeIfAbsent(new Key(row.name(), row.condition()), k -> new LinkedHashMap<>())
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
   * @param condition under which it was measured
   */
  public Map<String, Double> of(String name, Condition condition) {
    return Collections.unmodifiableMap(values.getOrDefault(new Key(name, condition), Map.of()));
  }
}
