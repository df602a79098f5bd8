package org.pentimento.model.confined;

import org.pentimento.api.extension.Parameter;
import org.pentimento.api.extension.Settings;

/**
 * What a locked-in process may have.
 *
 * @param memory address space in MiB
 * @param seconds for each answer
 * @param reduced whether it may run although the system cannot lock it in fully
 */
public record Limits(int memory, int seconds, boolean reduced) {
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

  /** Address space. */
  public static final Parameter MEMORY =
      Parameter.integer(
          "memory",
          "Memory limit",
          "Address space that the model's process may have.",
          "MiB",
          6144,
          512,
          1 << 20);

  /** Time for an answer. */
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
  public static Limits of(Settings settings) {
    return new Limits(
        settings.integer(MEMORY.id()),
        settings.integer(TIME.id()),
        settings.text(CONFINEMENT.id()).equals(REDUCED));
  }
}
