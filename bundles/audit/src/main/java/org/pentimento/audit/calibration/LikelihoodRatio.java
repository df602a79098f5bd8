package org.pentimento.audit.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.pentimento.casefile.result.model.Strength;

/**
 * How strongly a score supports that a model has a trigger over that it has none, from the scores
 * of models of which that is known.
 *
 * <p>Scores become ratios by pool adjacent violators (Brümmer and du Preez, Computer Speech and
 * Language 20, 2006): the ratio never falls as the score rises, and nothing else is assumed of it.
 * One model more of each kind, placed where it speaks most against the others, keeps the ratio
 * between what so few models can show (the rule of succession). The interval is that of 1,000
 * resamples of the models, by a fixed seed.
 */
public final class LikelihoodRatio {
  private static final int RESAMPLES = 1000;
  private static final long SEED = 20150101;

  private LikelihoodRatio() {}

  /** Models with neighbouring scores, told by the last of these; pooled ones are of both kinds. */
  private record Block(double upTo, int triggered, int others) {
    double ratio(int allTriggered, int allOthers) {
      return ((double) triggered / allTriggered) / ((double) others / allOthers);
    }
  }

  /**
   * The strength of a score.
   *
   * @param triggered scores of models with a trigger, at least 1
   * @param others scores of models without one, at least 1
   */
  public static Strength of(double score, double[] triggered, double[] others) {
    double ratio = ratio(score, triggered, others);
    SplittableRandom random = new SplittableRandom(SEED);
    double[] ratios = new double[RESAMPLES];
    for (int i = 0; i < RESAMPLES; i++) {
      ratios[i] = ratio(score, drawn(triggered, random), drawn(others, random));
    }
    Arrays.sort(ratios);
    return new Strength(
        ratio,
        Math.min(ratio, ratios[RESAMPLES / 40]),
        Math.max(ratio, ratios[RESAMPLES - 1 - RESAMPLES / 40]),
        ratio(Double.NEGATIVE_INFINITY, triggered, others),
        ratio(Double.POSITIVE_INFINITY, triggered, others),
        Strength.Scale.of(ratio));
  }

  private static double[] drawn(double[] values, SplittableRandom random) {
    double[] drawn = new double[values.length];
    for (int i = 0; i < drawn.length; i++) {
      drawn[i] = values[random.nextInt(values.length)];
    }
    return drawn;
  }

  private static double ratio(double score, double[] triggered, double[] others) {
    List<Block> blocks = pooled(triggered, others);
    for (Block block : blocks) {
      if (score <= block.upTo()) {
        return block.ratio(triggered.length + 1, others.length + 1);
      }
    }
    return blocks.get(blocks.size() - 1).ratio(triggered.length + 1, others.length + 1);
  }

  /** Blocks of rising ratio, one trigger more at the lower end and one less at the upper end. */
  private static List<Block> pooled(double[] triggered, double[] others) {
    double[] scores = new double[triggered.length + others.length];
    System.arraycopy(triggered, 0, scores, 0, triggered.length);
    System.arraycopy(others, 0, scores, triggered.length, others.length);
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block(Double.NEGATIVE_INFINITY, 1, 0));
    for (double score : Arrays.stream(scores).sorted().distinct().toArray()) {
      add(blocks, new Block(score, count(triggered, score), count(others, score)));
    }
    add(blocks, new Block(Double.POSITIVE_INFINITY, 0, 1));
    return blocks;
  }

  private static void add(List<Block> blocks, Block block) {
    Block last = block;
    while (!blocks.isEmpty()) {
      Block before = blocks.get(blocks.size() - 1);
      // before has no smaller share of triggers than the one above it
      if ((long) before.triggered() * last.others() < (long) last.triggered() * before.others()) {
        break;
      }
      blocks.remove(blocks.size() - 1);
      last =
          new Block(
              last.upTo(), before.triggered() + last.triggered(), before.others() + last.others());
    }
    blocks.add(last);
  }

  private static int count(double[] values, double value) {
    int n = 0;
    for (double one : values) {
      n += one == value ? 1 : 0;
    }
    return n;
  }
}
