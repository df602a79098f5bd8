package org.pentimento.casefile.proficiency;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What an examiner said of exhibits beside what they are.
 *
 * @param schema {@value #SCHEMA}
 * @param seal SHA-256 of the sealed truth that was opened
 * @param salt that was in it
 * @param exhibits in the order in which they were made
 */
public record ProficiencyResult(int schema, String seal, String salt, List<Compared> exhibits) {
  /** The schema that is written. */
  public static final int SCHEMA = 1;

  /** Keeps a copy. */
  public ProficiencyResult {
    exhibits = List.copyOf(exhibits);
  }

  /**
   * An exhibit.
   *
   * @param name in the case
   * @param truth what it is
   * @param answer what the examiner said last before the seal was opened
   * @param recipe how it was made, by name
   */
  public record Compared(
      String name, ExhibitTruth truth, ExhibitTruth answer, Map<String, String> recipe) {
    /** Whether the examiner was right. */
    public boolean right() {
      return answer == truth;
    }
  }

  static ProficiencyResult of(String seal, SealedTruth truth, Map<String, ExhibitTruth> answers) {
    List<Compared> compared = new ArrayList<>();
    for (SealedTruth.Exhibit exhibit : truth.exhibits()) {
      compared.add(
          new Compared(
              exhibit.name(),
              exhibit.truth(),
              answers.getOrDefault(exhibit.name(), ExhibitTruth.UNDECIDED),
              exhibit.recipe()));
    }
    return new ProficiencyResult(SCHEMA, seal, truth.salt(), compared);
  }

  /** How many answers were right. */
  public int right() {
    return count(Compared::right);
  }

  /** How many honest exhibits were called something else. */
  public int falseAlarms() {
    return count(
        one ->
            one.truth() == ExhibitTruth.HONEST
                && one.answer() != ExhibitTruth.HONEST
                && one.answer() != ExhibitTruth.UNDECIDED);
  }

  /** How many exhibits that are not honest were called honest. */
  public int missed() {
    return count(one -> one.truth() != ExhibitTruth.HONEST && one.answer() == ExhibitTruth.HONEST);
  }

  /** How many exhibits that are not honest were called something else that is not honest. */
  public int mixedUp() {
    return count(
        one ->
            one.truth() != ExhibitTruth.HONEST
                && one.answer() != ExhibitTruth.HONEST
                && one.answer() != ExhibitTruth.UNDECIDED
                && !one.right());
  }

  /** How many exhibits the examiner did not decide. */
  public int undecided() {
    return count(one -> one.answer() == ExhibitTruth.UNDECIDED);
  }

  private int count(Predicate<Compared> which) {
    return (int) exhibits.stream().filter(which).count();
  }
}
