package org.pentimento.jobs;

import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import org.pentimento.api.extension.Kind;
import org.pentimento.protocol.CallsFile;
import org.pentimento.protocol.JobEvent;
import org.pentimento.protocol.RefusedCalls;
import org.pentimento.protocol.StopSignal;
import org.pentimento.registry.guard.Called;
import org.pentimento.registry.guard.Calls;
import org.pentimento.registry.guard.ExtensionFailedException;

/**
 * Lets a job work in a thread of its own and ends it when a call of an extension makes that
 * useless: one that does not end although it was interrupted, or that ends the process.
 */
final class GuardedWork {
  private final Calls calls;
  private final StopSignal stop;
  private final AtomicBoolean over = new AtomicBoolean();

  GuardedWork(Calls calls, StopSignal stop) {
    this.calls = calls;
    this.stop = stop;
  }

  /**
   * Works.
   *
   * @param events told of everything, the last event included
   * @param work given whom to tell of events, gives the last one
   */
  JobEvent run(Consumer<JobEvent> events, Function<Consumer<JobEvent>, JobEvent> work) {
    refuse();
    CallsFile.of(System.getenv())
        .ifPresent(
            file ->
                calls.noteIn(
                    called -> file.opened(called.kind().word(), called.id(), called.call())));
    CompletableFuture<JobEvent> ended = new CompletableFuture<>();
    Runnable unwatch =
        calls.watch(
            stop::isGiven,
            failed -> ended.complete(stop.isGiven() ? new JobEvent.Cancelled() : words(failed)));
    Thread ending = new Thread(() -> endOfProcess(events), "end of the process");
    Runtime.getRuntime().addShutdownHook(ending);
    Thread worker =
        new Thread(() -> ended.complete(work.apply(event -> tell(events, event))), "job");
    worker.setDaemon(true);
    worker.setUncaughtExceptionHandler((thread, e) -> ended.completeExceptionally(e));
    worker.start();
    try {
      JobEvent last = awaited(ended, worker);
      over.set(true);
      events.accept(last);
      return last;
    } finally {
      unwatch.run();
      forget(ending);
    }
  }

  private JobEvent awaited(CompletableFuture<JobEvent> ended, Thread worker) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return ended.get();
        } catch (InterruptedException e) {
          interrupted = true;
          worker.interrupt();
        } catch (ExecutionException e) {
          return JobDispatcher.fault(e);
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** What is said after the end is not listened to any more. */
  private void tell(Consumer<JobEvent> events, JobEvent event) {
    if (!over.get()) {
      events.accept(event);
    }
  }

  private void refuse() {
    for (JobEvent.Call call : RefusedCalls.of(System.getenv())) {
      Arrays.stream(Kind.values())
          .filter(kind -> kind.word().equals(call.kind()))
          .map(kind -> new Called(kind, call.extension(), call.method()))
          .forEach(called -> calls.refuse(called, call.problem()));
    }
  }

  private static JobEvent.Failed words(ExtensionFailedException failed) {
    Called called = failed.called();
    return new JobEvent.Failed(
        JobEvent.Cause.INPUT,
        String.valueOf(failed.getMessage()),
        failed.remedy(),
        new JobEvent.Call(called.kind().word(), called.id(), called.call(), failed.problem()));
  }

  /** Says which extension ends the process, and has it not end as if all were well. */
  private void endOfProcess(Consumer<JobEvent> events) {
    if (over.get()) {
      return;
    }
    calls
        .ending()
        .ifPresent(
            called -> {
              JobEvent.Failed last =
                  words(new ExtensionFailedException(called, "", "it ended the process"));
              over.set(true);
              events.accept(last);
              Runtime.getRuntime().halt(last.exitStatus());
            });
  }

  private static void forget(Thread ending) {
    try {
      Runtime.getRuntime().removeShutdownHook(ending);
    } catch (IllegalStateException e) {
      return; // the process ends
    }
  }
}
