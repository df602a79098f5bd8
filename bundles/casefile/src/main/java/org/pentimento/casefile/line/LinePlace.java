package org.pentimento.casefile.line;

import com.fasterxml.jackson.databind.EnumNamingStrategies.KebabCaseStrategy;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import java.time.Instant;

/**
 * A plan in the line of a case.
 *
 * @param id that no other one in the line has
 * @param plan name of the plan
 * @param pid id of the process that carries it out or waits
 * @param since when it came
 * @param state whether it is its turn
 */
public record LinePlace(String id, String plan, long pid, Instant since, State state) {
  /** Whether it is its turn. */
  @EnumNaming(KebabCaseStrategy.class)
  public enum State {
    /** It is being carried out. */
    RUNNING,
    /** It waits for its turn. */
    WAITING
  }

  /** Whether it waits for its turn. */
  public boolean waits() {
    return state == State.WAITING;
  }
}
