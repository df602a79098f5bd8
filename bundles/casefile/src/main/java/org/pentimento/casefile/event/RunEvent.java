package org.pentimento.casefile.event;

import java.util.function.Predicate;
import org.pentimento.api.BadInputException;

/** Something that happened to a run. */
public sealed interface RunEvent extends CaseEvent
    permits RunEvent.End, RunStarted, StepFinished, TrainingMeasured {

  /** Id of the run. */
  String run();

  /** A run ended. One that did not finish may be started again. */
  sealed interface End extends RunEvent
      permits InspectionFinished,
          ModelInspectionFinished,
          ModelSelfTestFinished,
          RunCancelled,
          RunFailed,
          RunFinished,
          RunInterrupted,
          SelfTestFinished {

    /** The state of the run from now on. */
    RunRecord.State state();

    /** SHA-256 of the blob with the result, or empty. */
    default String result() {
      return "";
    }

    /** Why the run failed, or empty. */
    default String message() {
      return "";
    }

    @Override
    default void check(Predicate<String> runKnown) throws BadInputException {
      if (!runKnown.test(run())) {
        throw new BadInputException(
            "Cannot record " + action() + ": no run " + run() + " was started.",
            "Record the start of the run first.");
      }
    }

    @Override
    default <X extends Exception> void index(EventRows<X> rows) throws X {
      rows.runEnded(this);
    }
  }
}
