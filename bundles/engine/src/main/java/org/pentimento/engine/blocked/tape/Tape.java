package org.pentimento.engine.blocked.tape;

import java.util.ArrayList;
import java.util.List;
import org.pentimento.engine.layer.BackwardScope;
import org.pentimento.engine.onednn.NativeKernel;

/** What is run one after the other in a pass. */
public final class Tape implements AutoCloseable {
  /** What a step of a backward pass is for. */
  public enum Purpose {
    /** Everything. */
    ALL,
    /** The gradients for parameters alone. */
    PARAMETERS,
    /** The gradient for the network's input alone. */
    INPUT,
    /** Weights in another layout, which is not needed anew before they change. */
    WEIGHTS
  }

  private record Step(Runnable work, Purpose purpose) {}

  private final List<Step> steps = new ArrayList<>();
  private final List<NativeKernel> owned = new ArrayList<>();

  /** Adds a step at the end. */
  public void add(Purpose purpose, Runnable work) {
    steps.add(new Step(work, purpose));
  }

  /** Adds a kernel at the end. */
  public void add(Purpose purpose, NativeKernel kernel) {
    steps.add(new Step(kernel, purpose));
    owned.add(kernel);
  }

  /**
   * Runs the steps.
   *
   * @param scope which gradients are wanted; a forward pass has none and wants all
   * @param changed whether weights may have changed since the last time
   */
  public void run(BackwardScope scope, boolean changed) {
    for (Step step : steps) {
      boolean wanted =
          switch (step.purpose()) {
            case ALL -> true;
            case PARAMETERS -> scope != BackwardScope.INPUT;
            case INPUT -> scope != BackwardScope.PARAMETERS;
            case WEIGHTS -> changed;
          };
      if (wanted) {
        step.work().run();
      }
    }
  }

  @Override
  public void close() {
    owned.forEach(NativeKernel::close);
    owned.clear();
    steps.clear();
  }
}
