package org.pentimento.verdict;

import org.pentimento.casefile.result.Condition;
import org.pentimento.casefile.result.ImageRole;
import org.pentimento.casefile.result.PhotoKind;
import org.pentimento.casefile.result.ReferenceSketch;
import org.pentimento.casefile.result.Subject;

/** How people call models, photos, sketches and conditions. All names begin with a small letter. */
public final class ConditionNames {
  private ConditionNames() {}

  /** Such as {@code poisoned model}. */
  public static String of(Subject subject) {
    return subject.word() + " model";
  }

  /** Such as {@code triggered photo}. */
  public static String of(PhotoKind photo) {
    return photo.word() + " photo";
  }

  /** {@code true sketch} or {@code target sketch}. */
  public static String of(ReferenceSketch reference) {
    return switch (reference) {
      case TRUTH -> "true sketch";
      case TARGET -> "target sketch";
    };
  }

  /** Such as {@code poisoned model, triggered photo}. */
  public static String of(Condition condition) {
    return of(condition.sketch());
  }

  /** Such as {@code photo}, {@code true sketch}, or {@code poisoned model, triggered photo}. */
  public static String of(ImageRole role) {
    if (role instanceof ImageRole.Sketch sketch) {
      return of(sketch.subject()) + ", " + of(sketch.photo());
    } else if (role instanceof ImageRole.OfReference reference) {
      return of(reference.reference());
    }
    return role instanceof ImageRole.Photo photo && photo.kind() == PhotoKind.TRIGGERED
        ? of(photo.kind())
        : "photo";
  }

  /** A name at the beginning of a line. */
  public static String capital(String name) {
    return name.isEmpty() ? name : Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }
}
