package org.pentimento.detector.photo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.detector.group.Candidate;
import org.pentimento.detector.group.Carriers;
import org.pentimento.detector.group.Kernel;
import org.pentimento.detector.group.Kernels;
import org.pentimento.detector.group.Mining;
import org.pentimento.detector.group.SketchOrder;
import org.pentimento.detector.residual.Bank;
import org.pentimento.detector.residual.PhotoStack;

/** Photos that are compared all with all, and the groups that are accepted among them. */
final class Part {
  /** The least number of photos that can be compared. */
  static final int LEAST = 40;

  private static final int MOST_TRIED = 5;
  private static final int MOST_ACCEPTED = 3;

  private final PhotoStack photos;
  private final List<SketchOrder> orders;
  private final long seed;
  private final Progress progress;
  private final List<Shared> accepted = new ArrayList<>();
  private @Nullable Carriers nearest;

  private Part(PhotoStack photos, List<SketchOrder> orders, long seed, Progress progress) {
    this.photos = photos;
    this.orders = orders;
    this.seed = seed;
    this.progress = progress;
  }

  /** Compares and mines. */
  static Part of(PhotoStack photos, List<SketchOrder> orders, long seed, Progress progress)
      throws CancelledException {
    return of(photos, orders, MOST_ACCEPTED, seed, progress);
  }

  private static Part of(
      PhotoStack photos, List<SketchOrder> orders, int most, long seed, Progress progress)
      throws CancelledException {
    Part part = new Part(photos, orders, seed, progress);
    List<Kernel> kernels = Kernels.of(photos, progress);
    List<Candidate> candidates = Mining.all(photos, kernels, orders, seed, progress);
    part.accept(part.clear(candidates, kernels), most);
    if (part.accepted.isEmpty() && !candidates.isEmpty()) {
      Candidate best = candidates.get(0);
      part.nearest =
          Carriers.of(photos, best.trait().banks(), best.members(), Shared.most(best), progress);
    }
    return part;
  }

  /** What was accepted, the surest first. */
  List<Shared> accepted() {
    return accepted;
  }

  /** Who carries the proposal that came nearest to its threshold, if none reached it. */
  Optional<Carriers> nearest() {
    return Optional.ofNullable(nearest);
  }

  /** What exceeds its threshold, the clearest first. */
  private List<Shared> clear(List<Candidate> candidates, List<Kernel> kernels)
      throws CancelledException {
    List<Shared> clear = new ArrayList<>();
    for (Candidate candidate : distinct(candidates)) {
      Shared shared = told(candidate, kernels, progress);
      boolean[] in = flags(shared.carriers().members());
      if (share(candidate.members(), in) >= .5
          && shared.carriers().members().length >= 4
          && shared.carriers().gap() > leastGap(candidate)) {
        clear.add(shared);
      }
    }
    clear.sort(Comparator.comparingDouble(s -> -s.clearness()));
    return clear;
  }

  /**
   * Accepts the clearest, then what shares hardly any photo with it and is found among the other
   * photos as well: a clear pattern makes those without it look alike.
   */
  private void accept(List<Shared> clear, int most) throws CancelledException {
    if (clear.isEmpty()) {
      return;
    }
    accepted.add(clear.get(0));
    boolean[] taken = flags(clear.get(0).carriers().members());
    List<Shared> more = new ArrayList<>();
    for (Shared shared : clear) {
      if (share(shared.carriers().members(), taken) <= .2 && shared.carriers().gap() > 1) {
        more.add(shared);
      }
    }
    if (most > 1 && !more.isEmpty()) {
      for (int[] group : amongOthers(taken, most - 1)) {
        boolean[] found = flags(group);
        more.stream()
            .filter(shared -> share(shared.carriers().members(), found) >= .5)
            .filter(shared -> !accepted.contains(shared))
            .findFirst()
            .ifPresent(accepted::add);
      }
    }
  }

  /** The groups that are accepted where some photos are left out. */
  private List<int[]> amongOthers(boolean[] out, int most) throws CancelledException {
    int[] left = IntStream.range(0, out.length).filter(i -> !out[i]).toArray();
    if (left.length < LEAST) {
      return List.of();
    }
    List<SketchOrder> some = new ArrayList<>();
    for (SketchOrder order : orders) {
      some.add(
          new SketchOrder(
              order.kind(), Arrays.stream(left).mapToDouble(i -> order.scores()[i]).toArray()));
    }
    List<int[]> groups = new ArrayList<>();
    for (Shared shared : of(photos.some(left), some, most, seed, progress).accepted) {
      groups.add(Arrays.stream(shared.carriers().members()).map(i -> left[i]).toArray());
    }
    return groups;
  }

  private boolean[] flags(int[] members) {
    boolean[] in = new boolean[photos.count()];
    for (int m : members) {
      in[m] = true;
    }
    return in;
  }

  private static double leastGap(Candidate candidate) {
    return switch (candidate.miner()) {
      case DEPENDENCE -> 1;
      case STEP -> -.5;
      default -> 0;
    };
  }

  /** The strongest proposals beyond their thresholds that are not much the same group. */
  private List<Candidate> distinct(List<Candidate> candidates) {
    List<Candidate> out = new ArrayList<>();
    for (Candidate candidate : candidates) {
      boolean same = false;
      for (Candidate other : out) {
        boolean[] in = flags(other.members());
        double common = share(candidate.members(), in) * candidate.members().length;
        double either = candidate.members().length + other.members().length - common;
        same |= common / either > .6;
      }
      if (!same && candidate.excess() >= 1 && out.size() < MOST_TRIED) {
        out.add(candidate);
      }
    }
    return out;
  }

  private static double share(int[] members, boolean[] in) {
    int count = 0;
    for (int m : members) {
      count += in[m] ? 1 : 0;
    }
    return (double) count / members.length;
  }

  /**
   * Tells carriers by likeness, in the banks of the proposal, and in the finest detail; the
   * clearest counts.
   */
  private Shared told(Candidate candidate, List<Kernel> kernels, Progress progress)
      throws CancelledException {
    List<Bank> own = candidate.trait().banks();
    int most = Shared.most(candidate);
    Shared best =
        new Shared(candidate, own, Carriers.of(photos, own, candidate.members(), most, progress));
    for (Kernel kernel : kernels) {
      if (kernel.trait() == candidate.trait()
          && kernel.flattening() == candidate.flattening()
          && candidate.miner() != Candidate.Miner.BLOCK) {
        best =
            clearer(
                best, new Shared(candidate, own, Carriers.of(kernel, candidate.members(), most)));
      }
    }
    List<Bank> finest = List.of(Bank.HIGH_PASS);
    if (!own.equals(finest)) {
      best =
          clearer(
              best,
              new Shared(
                  candidate,
                  finest,
                  Carriers.of(photos, finest, candidate.members(), most, progress)));
    }
    return best;
  }

  private static Shared clearer(Shared a, Shared b) {
    return b.clearness() > a.clearness() ? b : a;
  }
}
