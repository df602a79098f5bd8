package org.pentimento.audit.selftest.grid;

import org.pentimento.audit.selftest.oddity.HonestOddity;
import org.pentimento.plan.Plan;

/** A set that a self-test makes and has inspected. */
public sealed interface PlannedSet {
  /** Of everything random in the set, from 0 to 2^31 - 1. */
  long seed();

  /** What it stands for when sets take turns: a strategy, clean sets, or odd ones. */
  String word();

  /** A set in which nothing is planted. */
  record Clean(long seed) implements PlannedSet {
    @Override
    public String word() {
      return "clean";
    }
  }

  /**
   * A set some of whose pairs are odd.
   *
   * @param oddity of these
   * @param rate share of them
   * @param seed of the set
   */
  record Odd(HonestOddity oddity, double rate, long seed) implements PlannedSet {
    @Override
    public String word() {
      return "odd";
    }
  }

  /** A set some of whose pairs are poisoned. */
  sealed interface Attacked extends PlannedSet {
    /** Share of the pairs that are poisoned, of a number of pairs. */
    double rate(int pairs);

    /** Id of the trigger. */
    String trigger();

    /** Id of the strategy. */
    String strategy();

    @Override
    default String word() {
      return strategy();
    }
  }

  /**
   * A set that is attacked by a trigger and a strategy whose settings are drawn.
   *
   * @param trigger id
   * @param strategy id
   * @param rate share of the pairs that are poisoned
   * @param seed of the set
   */
  record Drawn(String trigger, String strategy, double rate, long seed) implements Attacked {
    @Override
    public double rate(int pairs) {
      return rate;
    }
  }

  /**
   * A set that is attacked as a plan says.
   *
   * @param attack of the plan; its seed does not count
   * @param seed of the set
   */
  record Given(Plan.Attack attack, long seed) implements Attacked {
    @Override
    public double rate(int pairs) {
      Double rate = attack.rate();
      Integer count = attack.count();
      return rate != null ? rate : count == null ? 0 : (double) count / pairs;
    }

    @Override
    public String trigger() {
      return attack.trigger().id();
    }

    @Override
    public String strategy() {
      return attack.strategy().id();
    }
  }
}
