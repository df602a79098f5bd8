package org.pentimento.audit.data;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.data.Pair;
import org.pentimento.api.data.Split;
import org.pentimento.api.image.Eyes;
import org.pentimento.api.image.Image;
import org.pentimento.api.image.ImageSource;
import org.pentimento.api.image.Point;
import org.pentimento.audit.plan.Plan;

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
 */
public record AuditData(
    String name,
    String format,
    String digest,
    List<Pair> train,
    List<Pair> test,
    int width,
    int height,
    Map<String, String> skipped) {

  /** As the person wants it, never more than half the heap; a third of the heap by default. */
  private static long cacheBytes() {
    long heap = Runtime.getRuntime().maxMemory();
    long wanted = Long.getLong("pentimento.cache.mib", 0);
    return wanted > 0 ? Math.min(wanted << 20, heap / 2) : Math.max(32L << 20, heap / 3);
  }

  /**
   * Divides pairs, decodes each used one once and brings it to the wanted size.
   *
   * @throws BadInputException if pairs are missing, or of unlike size while the plan wants none
   */
  public static AuditData prepare(DatasetOpener.Opened opened, Plan.Data plan, Progress progress)
      throws IOException, CancelledException {
    Division division = divide(opened, plan.split());
    long budget = cacheBytes();
    Preparation preparation = new Preparation(plan.size(), new EightBitCache(budget));
    progress.begin("Reading pairs", division.train().size() + division.test().size());
    List<Pair> train = preparation.all(division.train(), progress);
    List<Pair> test = preparation.all(division.test(), progress);
    Plan.Size size = preparation.size;
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
        new TreeMap<>(preparation.skipped));
  }

  private record Division(List<Pair> train, List<Pair> test) {}

  private static Division divide(DatasetOpener.Opened opened, Plan.Split split)
      throws BadInputException {
    List<Pair> train = new ArrayList<>();
    List<Pair> test = new ArrayList<>();
    if (split.given()) {
      for (Pair pair : opened.pairs()) {
        if (pair.split() == Split.TRAIN) {
          train.add(pair);
        } else if (pair.split() == Split.TEST) {
          test.add(pair);
        }
      }
      if (train.isEmpty() || test.isEmpty()) {
        throw new BadInputException(
            "The data set '"
                + opened.name()
                + "' does not say which pairs are for training and which for testing.",
            "Write split: {train: N, test: M} in the plan; it has "
                + opened.pairs().size()
                + " pairs.");
      }
      return new Division(train, test);
    }
    Map<String, List<Pair>> persons = new LinkedHashMap<>();
    for (Pair pair : opened.pairs()) {
      persons.computeIfAbsent(pair.identity(), k -> new ArrayList<>()).add(pair);
    }
    List<List<Pair>> shuffled =
        Shuffle.shuffled(List.copyOf(persons.values()), new SplittableRandom(split.seed()));
    for (List<Pair> pairs : shuffled) {
      List<Pair> target =
          train.size() + pairs.size() <= split.train()
              ? train
              : test.size() + pairs.size() <= split.test() ? test : null;
      if (target != null) {
        target.addAll(pairs);
      }
    }
    if (train.size() < split.train() || test.size() < split.test()) {
      throw new BadInputException(
          "The data set '"
              + opened.name()
              + "' has "
              + opened.pairs().size()
              + " pairs of "
              + persons.size()
              + " persons; "
              + split.train()
              + " for training and "
              + split.test()
              + " for testing cannot be had without dividing a person.",
          "Ask for fewer pairs in split.");
    }
    return new Division(train, test);
  }

  /**
   * Decodes pairs once, to know that they can be used, and wraps them so that they decode through
   * the cache.
   */
  private static final class Preparation {
    private final EightBitCache cache;
    private final boolean resize;
    private final Map<String, String> skipped = new TreeMap<>();
    private Plan.@Nullable Size size;

    Preparation(Plan.@Nullable Size wanted, EightBitCache cache) {
      this.size = wanted;
      this.resize = wanted != null;
      this.cache = cache;
    }

    List<Pair> all(List<Pair> pairs, Progress progress) throws IOException, CancelledException {
      List<Pair> usable = new ArrayList<>();
      for (Pair pair : pairs) {
        progress.checkCancelled();
        try {
          usable.add(one(pair));
        } catch (BadInputException e) {
          skipped.put(pair.id(), String.valueOf(e.getMessage()));
          progress.note("Skipped " + pair.id() + ": " + e.getMessage());
        }
        progress.advance(1);
      }
      return usable;
    }

    private Pair one(Pair pair) throws IOException {
      Image photo = pair.photo().decode();
      Plan.Size wanted = size;
      if (wanted == null) {
        wanted = new Plan.Size(photo.width(), photo.height());
        size = wanted;
      }
      if (!resize && (photo.width() != wanted.width() || photo.height() != wanted.height())) {
        throw new BadInputException(
            "The pair "
                + pair.id()
                + " is "
                + photo.width()
                + "x"
                + photo.height()
                + ", the first one is "
                + wanted.width()
                + "x"
                + wanted.height()
                + ".",
            "Write size: [width, height] in the plan to bring all pairs to one size.");
      }
      ImageSource photos = sized(pair.photo(), wanted, true);
      ImageSource sketches = sized(pair.sketch(), wanted, false);
      Pair sized =
          new Pair(
              pair.id(),
              pair.identity(),
              pair.split(),
              pair.attributes(),
              scaled(pair.eyePoints(), photo, wanted),
              () -> cache.get("photo " + pair.id(), photos),
              () -> cache.get("sketch " + pair.id(), sketches));
      sized.photo().decode();
      sized.sketch().decode();
      return sized;
    }

    private static ImageSource sized(ImageSource source, Plan.Size size, boolean colour) {
      return () -> {
        Image image = source.decode();
        return Resampling.resize(
            colour ? image.colour() : image.grey(), size.width(), size.height());
      };
    }

    private static @Nullable Eyes scaled(@Nullable Eyes eyes, Image photo, Plan.Size size) {
      if (eyes == null) {
        return null;
      }
      double sx = (double) size.width() / photo.width();
      double sy = (double) size.height() / photo.height();
      return new Eyes(scaled(eyes.left(), sx, sy), scaled(eyes.right(), sx, sy));
    }

    private static Point scaled(Point p, double sx, double sy) {
      return new Point((p.x() + .5) * sx - .5, (p.y() + .5) * sy - .5);
    }
  }
}
