package org.pentimento.workbench.app;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches the display's thread and logs each stall with what the thread was doing: a time between
 * two events, sleep excluded, in which the window did not answer.
 */
@Component(service = UiWatch.class)
public final class UiWatch {
  /** A longer stall is noticed by a person. */
  public static final Duration LIMIT = Duration.ofMillis(100);

  private static final Logger LOG = LoggerFactory.getLogger(UiWatch.class);
  private static final long SAMPLE_MS = 20;
  private static final long OPENING_MS =
      2000; // while the window opens, processors are needed elsewhere
  private static final int MOST = 200;
  private static final int FRAMES = 40;
  private static final long ASLEEP = 0;

  private final List<Stall> stalls = new CopyOnWriteArrayList<>();
  private volatile long busySince = ASLEEP;

  /**
   * A time in which the display's thread did not answer.
   *
   * @param wall how long, by the clock
   * @param processor how much of it the thread computed, to within a sampling interval; otherwise
   *     it waited, for something or for a processor
   * @param state of the thread when the stall was seen
   * @param stack what the thread was doing then, the innermost call first
   */
  public record Stall(Duration wall, Duration processor, Thread.State state, List<String> stack) {
    /**
     * Whether the window itself was to blame. On a busy machine a thread that is ready to run may
     * get no processor; it then has computed little and waits for nothing.
     */
    public boolean isOurs() {
      return processor.compareTo(LIMIT) > 0 || state != Thread.State.RUNNABLE;
    }
  }

  /** Begins to watch; to be called in the display's thread. */
  void watch(Display display) {
    Thread watched = display.getThread();
    display.addListener(SWT.PreEvent, e -> busySince = System.nanoTime());
    display.addListener(SWT.PostEvent, e -> busySince = System.nanoTime());
    display.addListener(SWT.PreExternalEventDispatch, e -> busySince = ASLEEP);
    display.addListener(SWT.PostExternalEventDispatch, e -> busySince = System.nanoTime());
    Thread sampler = new Thread(() -> sample(display, watched), "ui watch");
    sampler.setDaemon(true);
    sampler.start();
  }

  private void sample(Display display, Thread watched) {
    try {
      TimeUnit.MILLISECONDS.sleep(OPENING_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long seen = ASLEEP;
    long processorBefore = 0;
    StackTraceElement[] stack = {};
    Thread.State state = Thread.State.RUNNABLE;
    long lastLook = 0;
    try {
      while (!display.isDisposed()) {
        TimeUnit.MILLISECONDS.sleep(SAMPLE_MS);
        long since = busySince;
        if (since != seen) {
          if (stack.length > 0) {
            add(
                Duration.ofNanos(lastLook - seen),
                Duration.ofNanos(threads.getThreadCpuTime(watched.getId()) - processorBefore),
                state,
                stack);
            stack = new StackTraceElement[0];
          }
          seen = since;
          processorBefore = threads.getThreadCpuTime(watched.getId());
        }
        lastLook = System.nanoTime();
        if (since != ASLEEP && lastLook - since > LIMIT.toNanos() && stack.length == 0) {
          state = watched.getState();
          stack = watched.getStackTrace();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void add(
      Duration wall, Duration processor, Thread.State state, StackTraceElement[] stack) {
    List<String> frames =
        Arrays.stream(stack).limit(FRAMES).map(StackTraceElement::toString).toList();
    Stall stall = new Stall(wall, processor, state, frames);
    if (stalls.size() < MOST) {
      stalls.add(stall);
    }
    LOG.warn(
        "The window did not answer for {} ms ({} ms of them computing, {}):\n{}",
        wall.toMillis(),
        processor.toMillis(),
        state,
        frames.stream().map(f -> "  at " + f).collect(Collectors.joining("\n")));
  }

  /** The first 200 stalls since the start, or since {@link #forget}. */
  public List<Stall> stalls() {
    return List.copyOf(stalls);
  }

  /** Forgets all stalls. */
  public void forget() {
    stalls.clear();
  }
}
