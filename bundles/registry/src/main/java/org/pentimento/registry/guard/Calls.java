package org.pentimento.registry.guard;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The calls of extensions that go on in this process. One that takes too long is interrupted; what
 * happens to one that goes on even so is decided by whoever {@linkplain #watch watches}.
 */
public final class Calls {
  private static final Logger LOG = LoggerFactory.getLogger(Calls.class);
  private static final long LOOK_MS = 100;
  private static final Duration GRACE = Duration.ofSeconds(1);
  private static final Duration GRACE_CANCELLED = Duration.ofMillis(300);
  private static final Duration PATIENCE_CANCELLED = Duration.ofMillis(400);

  private final Limits limits;
  private final Set<OpenCall> open = ConcurrentHashMap.newKeySet();
  private final Map<Called, String> refused = new ConcurrentHashMap<>();
  private volatile Notes notes = called -> () -> {};
  private volatile @Nullable Watch watch;
  private @Nullable Thread watcher;

  /** Calls with these limits. */
  public Calls(Limits limits) {
    this.limits = limits;
  }

  /** Notes calls of extensions that are not part of the product. */
  public interface Notes {
    /** Notes that a call begins; gives what notes its end. */
    Runnable opened(Called called);
  }

  /** Has calls of extensions that are not part of the product noted from now on. */
  public void noteIn(Notes book) {
    notes = book;
  }

  private record Watch(BooleanSupplier cancelled, Consumer<ExtensionFailedException> stuck) {}

  Limits limits() {
    return limits;
  }

  /**
   * Begins to watch for calls that do not end, until what is given is closed.
   *
   * @param cancelled whether the work is to end
   * @param stuck told of each call that goes on although it was interrupted
   */
  public Runnable watch(BooleanSupplier cancelled, Consumer<ExtensionFailedException> stuck) {
    Watch mine = new Watch(cancelled, stuck);
    watch = mine;
    return () -> {
      if (mine.equals(watch)) {
        watch = null;
      }
    };
  }

  /** Refuses a call from now on, because it did not end, or ended its process, earlier. */
  public void refuse(Called called, String problem) {
    refused.put(called, problem);
  }

  /** Has the work given up for a call that harmed the whole process. */
  void giveUp(ExtensionFailedException failed) {
    Watch present = watch;
    if (present != null) {
      present.stuck().accept(failed);
    }
  }

  /** The call of a thread that ends the process at this moment; empty if none does. */
  public Optional<Called> ending() {
    for (OpenCall one : open) {
      for (StackTraceElement frame : one.thread().getStackTrace()) {
        if (frame.getClassName().equals("java.lang.Runtime")
            && frame.getMethodName().equals("exit")) {
          return Optional.of(one.called());
        }
      }
    }
    return Optional.empty();
  }

  /** Opens a call. */
  OpenCall open(Called called, Duration limit, boolean heedsCancel)
      throws ExtensionFailedException {
    String problem = refused.get(called);
    String subject = AskedAbout.current();
    if (problem != null) {
      throw new ExtensionFailedException(called, "", problem);
    }
    Runnable noted = heedsCancel ? () -> {} : notes.opened(called);
    OpenCall call = new OpenCall(called, subject, limit, heedsCancel, noted);
    open.add(call);
    watched();
    return call;
  }

  /** Ends a call; says why if it was given up. */
  Optional<ExtensionFailedException> end(OpenCall call) {
    open.remove(call);
    call.noted().run();
    if (call.end() != OpenCall.End.LATE) {
      return Optional.empty();
    }
    ExtensionFailedException late = call.late();
    if (watch != null) { // a question may be asked again, with other settings
      refused.put(call.called(), late.problem());
    }
    return Optional.of(late);
  }

  private synchronized void watched() {
    if (watcher == null) {
      watcher = new Thread(this::lookAgainAndAgain, "calls of extensions");
      watcher.setDaemon(true);
      watcher.start();
    }
  }

  private void lookAgainAndAgain() {
    long cancelledAt = 0;
    try {
      while (true) {
        TimeUnit.MILLISECONDS.sleep(LOOK_MS);
        long now = System.nanoTime();
        Watch present = watch;
        boolean cancelled = present != null && present.cancelled().getAsBoolean();
        if (!cancelled) {
          cancelledAt = 0;
        } else if (cancelledAt == 0) {
          cancelledAt = now;
        }
        boolean enough = cancelled && now - cancelledAt > PATIENCE_CANCELLED.toNanos();
        for (OpenCall call : open) {
          look(call, now, enough && !call.heedsCancel(), present);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void look(OpenCall call, long now, boolean cancelled, @Nullable Watch watch) {
    if (cancelled) {
      call.interrupt(now, OpenCall.End.CANCELLED);
    } else if (call.isLate(now)) {
      call.interrupt(now, OpenCall.End.LATE);
    }
    if (call.isStuck(now, cancelled ? GRACE_CANCELLED : GRACE)) {
      ExtensionFailedException late = call.late();
      LOG.error("{} It goes on although it was interrupted.", late.getMessage());
      if (watch != null) {
        watch.stuck().accept(late);
      }
    }
  }
}
