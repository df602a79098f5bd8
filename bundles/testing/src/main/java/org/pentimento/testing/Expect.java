package org.pentimento.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Parameter;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.image.Image;

/** What the checks of several kinds ask in the same words. */
final class Expect {
  private static final int THREADS = 4;
  private static final int CALLS = 200;
  private static final long ROOM = 24L << 20;
  private static final long PROMPT_MS = 1000;

  private Expect() {}

  static void that(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise);
    }
  }

  static <T> T given(@Nullable T value, String call) {
    if (value == null) {
      throw new AssertionError(call + " gave null");
    }
    return value;
  }

  /** An image of a size and number of planes. */
  static Image image(@Nullable Image image, String call, Image like, int planes) {
    Image given = given(image, call);
    that(
        given.sameSize(like) && given.planes() == planes,
        call
            + " gave an image of "
            + size(given)
            + "; it has to be "
            + like.width()
            + "x"
            + like.height()
            + "x"
            + planes);
    for (float value : given.data()) {
      that(value >= 0 && value <= 1, call + " gave a value of " + value + "; it has to be 0 to 1");
    }
    return given;
  }

  private static String size(Image image) {
    return image.width() + "x" + image.height() + "x" + image.planes();
  }

  /** A copy of an image, to be compared with it later. */
  static Image copy(Image image) {
    return Image.of(image.width(), image.height(), image.planes(), image.data().clone());
  }

  static void unchanged(Image copy, Image image, String call) {
    that(copy.equals(image), call + " wrote into the image that it was given");
  }

  static void same(Object one, Object other, String what) {
    that(Objects.equals(one, other), what);
  }

  /**
   * Whether a call is refused as a person's mistake is.
   *
   * @return false if it simply worked
   */
  static boolean refused(Call call) throws Exception {
    try {
      call.run();
      return false;
    } catch (BadInputException e) {
      that(
          !String.valueOf(e.getMessage()).isBlank() && !e.remedy().isBlank(),
          "a BadInputException has to say what is wrong and what to do about it");
      return true;
    }
  }

  /** Something that an extension is asked. */
  interface Call {
    void run() throws Exception;
  }

  /** The call gives the same from several threads at once as it gave from one. */
  static <T> void sameFromThreads(List<Callable<T>> calls) throws Exception {
    List<T> alone = new ArrayList<>();
    for (Callable<T> call : calls) {
      alone.add(call.call());
    }
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      for (int round = 0; round < 3; round++) {
        List<Future<T>> together = new ArrayList<>();
        for (Callable<T> call : calls) {
          together.add(threads.submit(call));
        }
        for (int i = 0; i < together.size(); i++) {
          same(
              alone.get(i),
              together.get(i).get(),
              "called from several threads at once it gave something else than from one");
        }
      }
    } catch (ExecutionException e) {
      throw new AssertionError("called from several threads at once it threw " + e.getCause());
    } finally {
      threads.shutdownNow();
      if (!threads.awaitTermination(1, TimeUnit.SECONDS)) {
        threads.shutdown(); // the time limit of the check tells
      }
    }
  }

  /** Memory in use does not grow with the number of calls. */
  static void steadyMemory(Call call) throws Exception {
    for (int i = 0; i < CALLS / 4; i++) {
      call.run();
    }
    long before = used();
    for (int i = 0; i < CALLS; i++) {
      call.run();
    }
    long grown = used() - before;
    that(
        grown < ROOM,
        "memory in use grew by " + (grown >> 20) + " MiB over " + CALLS + " equal calls");
  }

  private static long used() throws InterruptedException {
    for (int i = 0; i < 2; i++) {
      System.gc();
      Thread.sleep(20);
    }
    Runtime java = Runtime.getRuntime();
    return java.totalMemory() - java.freeMemory();
  }

  /** Work that is told to stop at a moment of its own. */
  interface Work {
    void run(Progress progress) throws Exception;
  }

  /** Cancelled work ends within a second, whenever that happens. */
  static void endsWhenCancelled(Work work) throws Exception {
    CancelledAfter progress = new CancelledAfter(50);
    try {
      work.run(progress);
    } catch (CancelledException e) {
      // as it should
    }
    long late = progress.late();
    that(
        late <= PROMPT_MS,
        "went on for "
            + late
            + " ms after it was cancelled; call progress.checkCancelled() for each image or step");
  }

  private static final class CancelledAfter implements Progress {
    private final long at;

    CancelledAfter(long ms) {
      at = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(ms);
    }

    long late() {
      return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - at);
    }

    @Override
    public void begin(String task, long total) {}

    @Override
    public void advance(long units) {}

    @Override
    public void note(String message) {}

    @Override
    public void checkCancelled() throws CancelledException {
      if (System.nanoTime() >= at) {
        throw new CancelledException();
      }
    }
  }

  /** Settings to try one by one: each parameter at its bounds and with its strangest values. */
  static List<Settings> extremes(Descriptor descriptor, Map<String, ?> settings) {
    List<Settings> all = new ArrayList<>();
    for (Parameter p : descriptor.parameters()) {
      for (Object value : extremes(p)) {
        Map<String, Object> one = new LinkedHashMap<>(settings);
        one.put(p.id(), value);
        all.add(Settings.of(descriptor, one));
      }
    }
    if (all.isEmpty()) {
      throw new NotApplicableException("it has no parameters");
    }
    return all;
  }

  private static List<Object> extremes(Parameter p) {
    return switch (p.type()) {
      case INTEGER -> List.of((int) p.minimum(), (int) p.maximum());
      case NUMBER -> List.of(p.minimum(), p.maximum());
      case FLAG -> List.of(true, false);
      case CHOICE -> List.copyOf(p.choices());
      case TEXT -> List.of("", "../..", "\u0007\ud800\u202e", "x".repeat(10_000));
      case COMMAND -> List.of(); // it would be run
      case FILE, FOLDER -> List.of("", "/nowhere/at all", "/", "relative\nname");
    };
  }
}
