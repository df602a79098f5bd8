package org.pentimento.audit.selftest;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pentimento.casefile.result.ExtensionUse;
import org.pentimento.casefile.result.InspectionResult.InspectedData;

/** When what was measured in one place tells something of another. */
public final class Comparability {
  private static final double SIDES = 1.25;
  private static final double COUNTS = 2;

  private Comparability() {}

  /** Whether these are the same extensions of the same versions with the same settings. */
  public static boolean same(List<ExtensionUse> some, List<ExtensionUse> others) {
    return known(some).equals(known(others));
  }

  private static Set<Map<String, Object>> known(List<ExtensionUse> uses) {
    Set<Map<String, Object>> known = new HashSet<>();
    for (ExtensionUse use : uses) {
      known.add(Map.of("id", use.id(), "version", use.version(), "settings", use.settings()));
    }
    return known;
  }

  /**
   * Whether both are drawn or both are photographs, of widths and heights that differ by a quarter
   * at most.
   */
  public static boolean alike(InspectedData one, InspectedData other) {
    return one.material() == other.material()
        && ratio(one.width(), other.width()) <= SIDES
        && ratio(one.height(), other.height()) <= SIDES;
  }

  /** Whether one number is at most twice the other. */
  public static boolean near(long one, long other) {
    return ratio(one, other) <= COUNTS;
  }

  private static double ratio(long one, long other) {
    return (double) Math.max(one, other) / Math.max(1, Math.min(one, other));
  }
}
