package org.pentimento.plan;

import java.util.List;
import java.util.OptionalInt;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * The number of native threads of a plan. It has to be known before the process that carries the
 * plan out is started, and results are the same to the bit only for the same number.
 */
public final class PlanThreads {
  static final int MOST = 1024;

  private PlanThreads() {}

  /**
   * The number that a plan names; whatever else stands in the plan is not looked at.
   *
   * @param yaml text of the plan
   * @param overrides as {@link PlanReader#read} takes them
   * @return 1 to 1024; empty if the plan names none, or nothing that can be a number of threads
   */
  public static OptionalInt named(String yaml, List<String> overrides) {
    try {
      Node root = PlanReader.compose("plan", yaml, overrides);
      PlanNode threads = new PlanNode("plan", "", root).entries().get("threads");
      return threads == null ? OptionalInt.empty() : OptionalInt.of((int) threads.integer(1, MOST));
    } catch (PlanException e) {
      return OptionalInt.empty(); // who carries the plan out says what is wrong with it
    }
  }
}
