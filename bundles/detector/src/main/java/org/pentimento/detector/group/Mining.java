package org.pentimento.detector.group;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.detector.group.Candidate.Miner;
import org.pentimento.detector.group.Candidate.OrderKind;
import org.pentimento.detector.residual.PhotoStack;
import org.pentimento.detector.residual.Workers;

/**
 * All miners over all kernels. The thresholds are above what clean sets of photographs and of drawn
 * faces reach.
 */
public final class Mining {
  private static final int LEAST = 4;
  private static final double MOST = .45;
  private static final double[] SHARES = {.03, .06, .12, .3};

  /** How much one standard deviation of agreement with the sketches weighs against one of a gap. */
  private static final double AGREEMENT = 3;

  private static final double LEAST_GAP = 1;
  private static final double AGREED = 24;

  /** The strongest of clean sets lie at 6.4: the orders of up to three parts are looked at. */
  private static final double DEPENDENT = 7;

  private Mining() {}

  /**
   * Proposals, the strongest first, whether they exceed their thresholds or not.
   *
   * @param kernels of these photos
   * @param orders of these pairs by their sketches
   * @param seed of the groups that stand for chance
   */
  public static List<Candidate> all(
      PhotoStack photos,
      List<Kernel> kernels,
      List<SketchOrder> orders,
      long seed,
      Progress progress)
      throws CancelledException {
    int n = kernels.get(0).n();
    List<Candidate> found = new ArrayList<>();
    for (Kernel kernel : kernels) {
      progress.checkCancelled();
      gap(kernel).ifPresent(found::add);
      middle(kernel).ifPresent(found::add);
    }
    progress.advance(n / 8);
    progress.checkCancelled();
    for (BlockMiner.Found block : BlockMiner.best(photos, n, 3)) {
      if (block.within() > .6) {
        found.add(
            new Candidate(
                Miner.BLOCK, Trait.DETAIL, 0, null, block.strength(), 55, block.members()));
      }
    }
    progress.advance(n / 8);
    progress.checkCancelled();
    found.addAll(steps(kernels, orders));
    progress.checkCancelled();
    found.addAll(dependences(kernels, orders, seed));
    progress.advance(n / 8);
    found.sort(Comparator.comparingDouble(c -> -c.excess()));
    return found;
  }

  private static Optional<Candidate> gap(Kernel kernel) {
    double threshold = gapThreshold(kernel);
    if (Double.isInfinite(threshold)) {
      return Optional.empty();
    }
    GapMiner.Found found = GapMiner.best(kernel.values(), kernel.n());
    return candidate(Miner.GAP, kernel, null, found.gap(), threshold, found.members());
  }

  /** What the gap miner must reach. */
  private static double gapThreshold(Kernel kernel) {
    double none = Double.POSITIVE_INFINITY;
    boolean plain = kernel.flattening() == 0;
    if (!plain && kernel.flattening() != 10) {
      return none;
    }
    return switch (kernel.trait()) {
      case DETAIL -> plain ? 6 : 7;
      case MIDDLE -> plain ? 5 : 8;
      case EYES -> plain ? 12 : 14;
      default -> none;
    };
  }

  private static Optional<Candidate> middle(Kernel kernel) {
    boolean detail = kernel.trait() == Trait.DETAIL;
    if (kernel.flattening() != 0 || !(detail || kernel.trait() == Trait.MIDDLE)) {
      return Optional.empty();
    }
    GapMiner.Found found = MiddleMiner.best(kernel.values(), kernel.n());
    return candidate(Miner.MIDDLE, kernel, null, found.gap(), detail ? 5.5 : 4.5, found.members());
  }

  private static Optional<Candidate> candidate(
      Miner miner,
      Kernel kernel,
      @Nullable OrderKind order,
      double strength,
      double limit,
      int[] members) {
    if (members.length < LEAST || members.length > MOST * kernel.n()) {
      return Optional.empty();
    }
    return Optional.of(
        new Candidate(miner, kernel.trait(), kernel.flattening(), order, strength, limit, members));
  }

  private static List<Candidate> steps(List<Kernel> all, List<SketchOrder> orders) {
    List<Kernel> kernels = all.stream().filter(k -> k.trait() != Trait.GLOW).toList();
    int tasks = kernels.size() * orders.size();
    Candidate[][] found = new Candidate[tasks][];
    Workers.each(
        tasks,
        t -> {
          Kernel kernel = kernels.get(t % kernels.size());
          SketchOrder order = orders.get(t / kernels.size());
          found[t] = step(kernel, order).stream().toArray(Candidate[]::new);
        });
    return together(found);
  }

  private static Optional<Candidate> step(Kernel kernel, SketchOrder sketches) {
    int n = kernel.n();
    int[] order = Ranking.descending(sketches.scores());
    StepMiner.Step step = StepMiner.best(kernel.values(), n, order);
    GapMiner.Found found =
        MiddleMiner.refined(
            kernel.values(), kernel.sums(), n, Arrays.copyOf(order, step.size()), 2, 6);
    int size = found.members().length;
    if (size < Math.max(LEAST, .6 * step.size())
        || size >= 1.5 * step.size() + 2
        || found.gap() <= -.5) {
      return Optional.empty();
    }
    double threshold = stepThreshold(kernel.trait(), sketches.kind());
    return candidate(Miner.STEP, kernel, sketches.kind(), step.t(), threshold, found.members());
  }

  /**
   * What a step must reach. Sketches of some kinds of faces are predicted worse than others, so
   * that suspicion follows faces a little; that shows where faces differ most.
   */
  private static double stepThreshold(Trait trait, OrderKind order) {
    boolean faces = trait == Trait.MIDDLE || trait == Trait.LIGHT;
    return switch (order) {
      case SUSPICION -> faces ? 12 : 9;
      case UNEXPLAINED -> faces ? 8.5 : 7;
      default -> faces ? 11 : 9;
    };
  }

  private static List<Candidate> dependences(List<Kernel> all, List<SketchOrder> known, long seed) {
    List<Kernel> kernels =
        all.stream().filter(k -> k.flattening() > 0 && k.flattening() <= 3).toList();
    if (kernels.isEmpty()) {
      return List.of();
    }
    int n = kernels.get(0).n();
    Dependence[] chance = new Dependence[SHARES.length];
    for (int s = 0; s < SHARES.length; s++) {
      chance[s] = new Dependence(n, size(SHARES[s], n), seed);
    }
    List<SketchOrder> orders =
        known.stream()
            .filter(
                o -> o.kind() == OrderKind.UNEXPLAINED || o.kind() == OrderKind.UNEXPLAINED_PARTS)
            .toList();
    Candidate[][] found = new Candidate[kernels.size() * orders.size()][];
    Workers.each(
        kernels.size(),
        k -> {
          Kernel kernel = kernels.get(k);
          float[] centred = Dependence.centred(kernel.values(), n);
          for (int o = 0; o < orders.size(); o++) {
            SketchOrder order = orders.get(o);
            found[k * orders.size() + o] =
                dependence(kernel, centred, order, chance).stream().toArray(Candidate[]::new);
          }
        });
    return together(found);
  }

  private static List<Candidate> together(Candidate[][] found) {
    List<Candidate> out = new ArrayList<>();
    for (Candidate[] some : found) {
      out.addAll(Arrays.asList(some));
    }
    return out;
  }

  private static int size(double share, int n) {
    return Math.max(3, (int) Math.rint(share * n));
  }

  private static Optional<Candidate> dependence(
      Kernel kernel, float[] centred, SketchOrder sketches, Dependence[] chance) {
    if (kernel.trait() == Trait.GLOW) {
      return glow(kernel, centred, sketches);
    }
    int[] order = Ranking.descending(sketches.scores());
    double best = -9;
    int[] start = {};
    for (int s = 0; s < SHARES.length; s++) {
      int[] first = Arrays.copyOf(order, size(SHARES[s], kernel.n()));
      double z = chance[s].z(centred, first);
      if (z > best) {
        best = z;
        start = first;
      }
    }
    int[] grown = grown(centred, sketches, start);
    if (grown.length < LEAST || grown.length > MOST * kernel.n()) {
      return Optional.empty();
    }
    double threshold = kernel.trait() == Trait.SPECTRUM ? DEPENDENT : 99;
    int[] members = refined(kernel, grown).members();
    return candidate(Miner.DEPENDENCE, kernel, sketches.kind(), best, threshold, members);
  }

  /**
   * Faces differ in light, and sketches of some kinds of faces are predicted worse: dependence
   * alone says little. That a group stands apart and is odd in its sketches as well does.
   */
  private static Optional<Candidate> glow(Kernel kernel, float[] centred, SketchOrder sketches) {
    int n = kernel.n();
    int[] order = Ranking.descending(sketches.scores());
    double best = -9;
    int[] members = {};
    for (double share : SHARES) {
      int[] grown = grown(centred, sketches, Arrays.copyOf(order, size(share, n)));
      if (grown.length < LEAST || grown.length > MOST * n) {
        continue;
      }
      double gap = Contrast.gap(Contrast.z(kernel.values(), kernel.sums(), n, grown), grown);
      for (GapMiner.Found found : List.of(new GapMiner.Found(gap, grown), refined(kernel, grown))) {
        double strength = found.gap() + AGREEMENT * Dependence.agreement(order, found.members());
        if (found.gap() >= LEAST_GAP && strength > best) {
          best = strength;
          members = found.members();
        }
      }
    }
    return candidate(Miner.DEPENDENCE, kernel, sketches.kind(), best, AGREED, members);
  }

  /** The photos that both sides agree on, beginning with some. */
  private static int[] grown(float[] centred, SketchOrder sketches, int[] start) {
    int n = sketches.scores().length;
    double[] like = Dependence.trainedTogether(centred, n, sketches.scores(), start);
    boolean[] above = new boolean[n];
    for (int i = 0; i < n; i++) {
      above[i] = like[i] > 3;
    }
    return Ranking.indices(above);
  }

  private static GapMiner.Found refined(Kernel kernel, int[] group) {
    return MiddleMiner.refined(kernel.values(), kernel.sums(), kernel.n(), group, LEAST, 6);
  }
}
