package org.pentimento.audit.data;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.data.Pair;
import org.pentimento.plan.Plan;

/**
 * The pairs of a run, divided and brought to one size. Their images come in 8 bits a value, from a
 * cache of limited size.
 *
 * @param name of the data set
 * @param format id of its format
 * @param digest what the pairs are made from, as a hash
 * @param train pairs to learn from
 * @param test pairs to try models on; nobody in them is in the training pairs, unless the data set
 *     itself divides persons
 * @param width of every image
 * @param height of every image
 * @param skipped pairs that cannot be used, by id, with the reason
 * @param code what tells the code of a format of a third party from an earlier one; else empty
 */
public record AuditData(
    String name,
    String format,
    String digest,
    List<Pair> train,
    List<Pair> test,
    int width,
    int height,
    Map<String, String> skipped,
    String code) {
  /** Pairs of a format of the product. */
  public AuditData(
      String name,
      String format,
      String digest,
      List<Pair> train,
      List<Pair> test,
      int width,
      int height,
      Map<String, String> skipped) {
    this(name, format, digest, train, test, width, height, skipped, "");
  }

  /**
   * Divides pairs, decodes each used one once and brings it to the wanted size.
   *
   * @param threads that decode
   * @throws BadInputException if pairs are missing, or of unlike size while the plan wants none
   */
  public static AuditData prepare(
      DatasetOpener.Opened opened, Plan.Data plan, int threads, Progress progress)
      throws IOException, CancelledException {
    DividedPairs division = DividedPairs.of(opened, plan.split());
    long budget = EightBitCache.standardBudget();
    Sizing sizing = new Sizing(plan.size(), budget);
    Preparation preparation = new Preparation(sizing, threads);
    progress.begin("Reading pairs", division.train().size() + division.test().size());
    List<Pair> train = preparation.all(division.train(), progress);
    List<Pair> test = preparation.all(division.test(), progress);
    Plan.Size size = sizing.size();
    if (size == null || train.isEmpty() || test.isEmpty()) {
      String first =
          preparation.skipped.isEmpty()
              ? ""
              : " First: " + preparation.skipped.values().iterator().next();
      throw new BadInputException(
          "No pair of '"
              + opened.name()
              + "' can be used for "
              + (train.isEmpty() ? "training." : "testing.")
              + first,
          "Look at the files that were skipped, and at the split in the plan.");
    }
    return new AuditData(
        opened.name(),
        opened.format(),
        opened.digest(),
        List.copyOf(train),
        List.copyOf(test),
        size.width(),
        size.height(),
        new TreeMap<>(preparation.skipped),
        opened.code());
  }

  /**
   * What the results of a step depend on when it uses these pairs.
   *
   * @param testing whether it uses the test pairs too
   */
  public Map<String, Object> inputs(boolean testing) {
    Map<String, Object> inputs = new TreeMap<>();
    inputs.put("digest", digest);
    inputs.put("width", width);
    inputs.put("height", height);
    inputs.put("train", train.stream().map(Pair::id).toList());
    if (!code.isEmpty()) {
      inputs.put("format", code);
    }
    if (testing) {
      inputs.put("test", test.stream().map(Pair::id).toList());
    }
    return inputs;
  }

  /** Decodes pairs once, to know that they can be used. */
  private static final class Preparation {
    private final Sizing sizing;
    private final int threads;
    private final Map<String, String> skipped = new TreeMap<>();

    /** A pair in the wanted size, or why it cannot be used. */
    private record Read(Pair pair, String problem) {}

    Preparation(Sizing sizing, int threads) {
      this.sizing = sizing;
      this.threads = threads;
    }

    List<Pair> all(List<Pair> pairs, Progress progress) throws IOException, CancelledException {
      List<Read> read = new ArrayList<>();
      // The first good pair sets the size of all, where the plan has none.
      while (sizing.size() == null && read.size() < pairs.size()) {
        progress.checkCancelled();
        read.add(read(pairs.get(read.size())));
        progress.advance(1);
      }
      List<Callable<Read>> others = new ArrayList<>();
      for (Pair pair : pairs.subList(read.size(), pairs.size())) {
        others.add(() -> read(pair));
      }
      read.addAll(Parallel.all(others, threads, progress));
      List<Pair> usable = new ArrayList<>();
      for (Read one : read) {
        if (one.problem().isEmpty()) {
          usable.add(one.pair());
        } else {
          skipped.put(one.pair().id(), one.problem());
          progress.note("Skipped " + one.pair().id() + ": " + one.problem());
        }
      }
      return usable;
    }

    private Read read(Pair pair) throws IOException {
      try {
        Pair sized = sizing.of(pair);
        sized.photo().decode();
        sized.sketch().decode();
        return new Read(sized, "");
      } catch (BadInputException e) {
        return new Read(pair, String.valueOf(e.getMessage()));
      }
    }
  }
}
