package org.pentimento.workbench.audit;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.pentimento.plan.PlanException;
import org.pentimento.plan.PlanText;
import org.pentimento.protocol.JobResult;
import org.pentimento.protocol.question.PlanQuestion.EstimatePlan;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives a new plan two seeds where that is estimated to take less than half an hour, so that the
 * spread between trainings can be seen. A plan whose time nobody knows keeps one.
 */
final class SecondSeed {
  /** A plan that takes longer keeps one seed. */
  private static final double MOST_SECONDS = 30 * 60;

  private static final Logger LOG = LoggerFactory.getLogger(SecondSeed.class);

  /** Whom to ask for an estimate. */
  interface Estimates {
    CompletableFuture<JobResult.OfEstimate> ask(EstimatePlan question);
  }

  private final Estimates estimates;

  SecondSeed(Estimates estimates) {
    this.estimates = estimates;
  }

  /**
   * The plan with two seeds, or as it is. Waits for the estimate; not for the display's thread.
   *
   * @param caseFolder of the case that it is for
   * @param known folders of cases whose runs tell what a training takes
   */
  String where(String plan, Path caseFolder, List<String> known) {
    try {
      String two = PlanText.of(plan).with("seeds", List.of(1, 2)).text();
      JobResult.OfEstimate estimate =
          estimates.ask(new EstimatePlan(two, caseFolder.toString(), known)).join();
      Double seconds = estimate.seconds();
      return seconds != null && seconds < MOST_SECONDS ? two : plan;
    } catch (PlanException | CompletionException e) {
      LOG.info("No estimate for a new plan, which keeps one seed: {}", e.getMessage());
      return plan;
    }
  }
}
