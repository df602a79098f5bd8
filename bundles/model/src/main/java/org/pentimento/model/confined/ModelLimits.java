package org.pentimento.model.confined;

import java.util.Set;
import java.util.stream.Collectors;
import org.pentimento.api.BadInputException;
import org.pentimento.api.extension.Parameter;
import org.pentimento.api.extension.Settings;
import org.pentimento.platform.Confinement;

/**
 * What the process of a model may take, as a person has set it.
 *
 * @param memory address space in MiB
 * @param seconds for each answer
 * @param reduced whether it may run although the system cannot confine it fully
 */
public record ModelLimits(int memory, int seconds, boolean reduced) {
  private static final String FULL = "full";
  private static final String REDUCED = "reduced";

  /** How far the process must be locked in. */
  public static final Parameter CONFINEMENT =
      Parameter.choice(
          "confinement",
          "Confinement",
          "full: refuse to open the model where the system cannot lock its process in; reduced: do"
              + " with what there is.",
          FULL,
          REDUCED);

  /** How much address space the process may take. */
  public static final Parameter MEMORY =
      Parameter.integer(
          "memory",
          "Memory limit",
          "Address space that the model's process may have.",
          "MiB",
          6144,
          512,
          1 << 20);

  /** How long an answer may take. */
  public static final Parameter TIME =
      Parameter.integer(
          "time-limit",
          "Time limit",
          "How long the model may take to open, or to draw one batch, before it is ended.",
          "s",
          60,
          1,
          86_400);

  /** The limits that settings with the three parameters ask for. */
  public static ModelLimits of(Settings settings) {
    return new ModelLimits(
        settings.integer(MEMORY.id()),
        settings.integer(TIME.id()),
        settings.text(CONFINEMENT.id()).equals(REDUCED));
  }

  /**
   * Refuses to go on if the system cannot confine a process fully and nobody has said to do
   * without.
   */
  public void check(Confinement confinement) throws BadInputException {
    Set<Confinement.Gap> gaps = confinement.gaps();
    if (gaps.isEmpty() || reduced) {
      return;
    }
    throw new BadInputException(
        "The model was not opened, because this system cannot lock its process in: a hostile model"
            + " could "
            + gaps.stream().map(ModelLimits::threat).collect(Collectors.joining(" and "))
            + ".",
        confinement.remedy()
            + ". If you know where the model comes from, repeat with confinement=reduced; the case"
            + " records that you did.");
  }

  private static String threat(Confinement.Gap gap) {
    return switch (gap) {
      case FILES -> "read and write the files that you can";
      case NETWORK -> "reach the network";
      case MEMORY -> "take all memory";
    };
  }
}
