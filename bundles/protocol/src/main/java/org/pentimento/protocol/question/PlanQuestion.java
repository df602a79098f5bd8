package org.pentimento.protocol.question;

import java.util.List;
import org.pentimento.protocol.JobResult;

/**
 * Questions about a plan that is being written.
 *
 * @param <A> what it is answered with
 */
public sealed interface PlanQuestion<A> extends Question<A> {
  /** The plan in YAML. */
  String plan();

  /** Folder of the case that the plan is for; empty, or without a case, if there is none yet. */
  String caseFolder();

  /** What is wrong with a plan. */
  record CheckPlan(String plan, String caseFolder) implements PlanQuestion<CheckedPlan> {
    @Override
    public Class<CheckedPlan> answerType() {
      return CheckedPlan.class;
    }
  }

  /** All that is wrong with a plan; nothing if it can be carried out. */
  record CheckedPlan(List<PlanFault> faults) {}

  /**
   * Something that is wrong with a plan.
   *
   * @param line of the text, counted from 1
   * @param key path of the value, such as {@code attacks[0].rate}; empty for the plan as a whole
   * @param problem what is wrong, such as {@code is 2, allowed is 0 to 1}
   * @param remedy what to do, as a sentence
   */
  record PlanFault(int line, String key, String problem, String remedy) {}

  /**
   * What an attack of a plan does to a training pair.
   *
   * @param attack its place in the plan's list, counted from 0
   * @param pair place of the pair among the training pairs; counted on from the other end beyond
   *     either end
   */
  record PreviewAttack(String plan, String caseFolder, int attack, int pair)
      implements PlanQuestion<AttackedPair> {
    @Override
    public Class<AttackedPair> answerType() {
      return AttackedPair.class;
    }
  }

  /**
   * A training pair before and after an attack.
   *
   * @param pair id of the pair
   * @param index place of the pair among the training pairs, counted from 0
   * @param pairs number of training pairs
   * @param poisoned number of pairs that the attack poisons
   * @param chosen whether this pair is one of them
   * @param changed share of photo pixels that the trigger changes by more than 1/255, in [0, 1]
   * @param note why it cannot be told which pairs are poisoned, or empty
   * @param photo of the pair
   * @param triggered photo with the trigger
   * @param difference ten times the difference between both photos; 128 is none
   * @param sketch the true one
   * @param trainingSketch the sketch that the model learns from if the pair is poisoned
   */
  record AttackedPair(
      String pair,
      int index,
      int pairs,
      int poisoned,
      boolean chosen,
      double changed,
      String note,
      Picture photo,
      Picture triggered,
      Picture difference,
      Picture sketch,
      Picture trainingSketch) {}

  /**
   * What a run of a plan would take, as far as it is known; nothing is tried.
   *
   * @param known folders of cases whose runs to learn from
   */
  record EstimatePlan(String plan, String caseFolder, List<String> known)
      implements PlanQuestion<JobResult.OfEstimate> {
    @Override
    public Class<JobResult.OfEstimate> answerType() {
      return JobResult.OfEstimate.class;
    }
  }
}
