package org.pentimento.audit.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.casefile.result.LostPart;
import org.pentimento.registry.guard.Called;
import org.pentimento.registry.guard.ExtensionFailedException;

/** Goes on without the parts of a run for which an extension failed, and keeps why. */
final class Losses {
  private final Progress progress;
  private final List<LostPart> parts = new ArrayList<>();
  private @Nullable ExtensionFailedException first;

  Losses(Progress progress) {
    this.progress = progress;
  }

  /**
   * What is to be found out.
   *
   * @param <T> what is found
   */
  interface Work<T> {
    T find() throws IOException, CancelledException;
  }

  /**
   * Finds out a part.
   *
   * @param part its id
   * @return empty if an extension failed
   */
  <T> Optional<T> orLost(String part, Work<T> work) throws IOException, CancelledException {
    try {
      return Optional.of(work.find());
    } catch (IOException | RuntimeException e) {
      Optional<ExtensionFailedException> failed = ExtensionFailedException.behind(e);
      if (failed.isEmpty()) {
        throw e;
      }
      progress.checkCancelled(); // it may have failed because it was interrupted
      lose(part, failed.get());
      return Optional.empty();
    }
  }

  /** Notes what was lost elsewhere. */
  void add(LostPart part) {
    parts.add(part);
  }

  private void lose(String part, ExtensionFailedException failed) {
    Called called = failed.called();
    parts.add(
        new LostPart(
            part, called.kind(), called.id(), called.call(), failed.subject(), failed.problem()));
    first = first == null ? failed : first;
    progress.note(part + " is lost. " + failed.getMessage() + " The run goes on without it.");
  }

  /** Ends a run of which nothing is left, for the first reason. */
  void refuseNothing(int left) throws ExtensionFailedException {
    if (left == 0 && first != null) {
      throw first;
    }
  }

  /** All parts that were lost. */
  List<LostPart> parts() {
    return List.copyOf(parts);
  }
}
