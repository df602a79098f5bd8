package org.pentimento.casefile.event;

import static java.util.Objects.requireNonNull;

/**
 * The whole case was copied to be handed over, with what is needed to verify it.
 *
 * @param to folder of the copy, as the person gave it
 */
public record CaseHandedOver(String to) implements CaseEvent {
  /** The name of the event in the log. */
  public static final String ACTION = "handed-over";

  /** Refuses null. */
  public CaseHandedOver {
    requireNonNull(to, "to");
  }

  @Override
  public String action() {
    return ACTION;
  }
}
