package org.pentimento.figures;

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

  private PairValues() {}

  /** Sorts measurements by what was measured; rows without a finite value are left out. */
  public PairValues(List<MeasurementRow> rows) {
    rows.forEach(row -> add(row, Integer.MAX_VALUE));
  }

  private void add(MeasurementRow row, int most) {
    Double value = row.value();
    if (value != null && Double.isFinite(value)) {
      measured.add(row.name());
      Map<String, Double> of =
          values.computeIfAbsent(new Key(row.name(), row.condition()), k -> new LinkedHashMap<>());
      if (of.size() < most) {
        of.put(row.pair(), value);
      }
    }
  }

  /**
   * Takes measurements one after the other and keeps those of the first pairs, so that a chart
   * stays readable and memory does not grow with the data set.
   */
  public static final class Collector {
    private final int most;
    private final PairValues values = new PairValues();

    /**
     * Has nothing yet.
     *
     * @param most how many pairs are kept of each metric under each condition
     */
    public Collector(int most) {
      this.most = most;
    }

    /** Takes a row. */
    public void add(MeasurementRow row) {
      values.add(row, most);
    }

    /** What was kept; nothing may be added any more. */
    public PairValues values() {
      return values;
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
