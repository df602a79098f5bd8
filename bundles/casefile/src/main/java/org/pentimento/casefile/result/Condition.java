package org.pentimento.casefile.result;

import java.util.Comparator;

/**
 * Which model drew which photo, measured against which sketch. Ordered as tables show it: against
 * the truth before against the target, then by subject, then clean photos before triggered ones.
 *
 * @param subject whose sketch it is
 * @param photo what it was drawn from
 * @param reference what it is measured against
 */
public record Condition(Subject subject, PhotoKind photo, ReferenceSketch reference)
    implements Comparable<Condition> {
  private static final Comparator<Condition> ORDER =
      Comparator.comparing(Condition::reference)
          .thenComparing(Condition::subject)
          .thenComparing(Condition::photo);

  /** The sketch that is measured. */
  public ImageRole.Sketch sketch() {
    return new ImageRole.Sketch(subject, photo);
  }

  @Override
  public int compareTo(Condition other) {
    return ORDER.compare(this, other);
  }
}
