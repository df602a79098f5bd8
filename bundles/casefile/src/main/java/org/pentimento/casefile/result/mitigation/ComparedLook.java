package org.pentimento.casefile.result.mitigation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.result.model.MeasuredLook;
import org.pentimento.casefile.result.model.ModelInspectionResult;

/**
 * A measurement of an old model beside the one of the new model that was made from it.
 *
 * @param before of the old model; null if only the new one was asked for it
 * @param after of the new model; null if only the old one was asked for it
 */
public record ComparedLook(@Nullable MeasuredLook before, @Nullable MeasuredLook after) {
  /** All measurements of two inspections, in the order of the first one. */
  public static List<ComparedLook> of(ModelInspectionResult before, ModelInspectionResult after) {
    List<ComparedLook> all = new ArrayList<>();
    List<MeasuredLook> left = new ArrayList<>(after.looks());
    for (MeasuredLook old : before.looks()) {
      MeasuredLook match = left.stream().filter(now -> isSame(old, now)).findFirst().orElse(null);
      left.remove(match);
      all.add(new ComparedLook(old, match));
    }
    left.forEach(now -> all.add(new ComparedLook(null, now)));
    return all;
  }

  private static boolean isSame(MeasuredLook one, MeasuredLook other) {
    return one.detector().equals(other.detector()) && one.look().id().equals(other.look().id());
  }

  /** One of the two, to tell what was measured. */
  public MeasuredLook either() {
    MeasuredLook known = before == null ? after : before;
    if (known == null) {
      throw new IllegalStateException("neither model was measured");
    }
    return known;
  }
}
