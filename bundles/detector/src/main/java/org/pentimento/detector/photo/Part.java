package org.pentimento.detector.photo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
  private static final int MOST_TRIED = 5;
  private static final int MOST_ACCEPTED = 3;

  private final PhotoStack photos;
  private final List<Shared> accepted = new ArrayList<>();
  private @Nullable Carriers nearest;

  private Part(PhotoStack photos) {
    this.photos = photos;
  }

  /** Compares and mines. */
  static Part of(PhotoStack photos, List<SketchOrder> orders, long seed, Progress progress)
      throws CancelledException {
    Part part = new Part(photos);
    List<Kernel> kernels = Kernels.of(photos, progress);
    List<Candidate> candidates = Mining.all(photos, kernels, orders, seed, progress);
    part.accept(candidates, kernels, progress);
    if (part.accepted.isEmpty() && !candidates.isEmpty()) {
      Candidate best = candidates.get(0);
      part.nearest =
          Carriers.of(photos, best.trait().banks(), best.members(), Shared.most(best), progress);
    }
    return part;
  }

  /** The photos. */
  PhotoStack photos() {
    return photos;
  }

  /** What was accepted, the surest first. */
  List<Shared> accepted() {
    return accepted;
  }

  /** Who carries the proposal that came nearest to its threshold, if none reached it. */
  Optional<Carriers> nearest() {
    return Optional.ofNullable(nearest);
  }

  /**
   * Accepts the clearest of what exceeds its threshold, then what shares hardly any photo with it.
   */
  private void accept(List<Candidate> candidates, List<Kernel> kernels, Progress progress)
      throws CancelledException {
    List<Shared> clear = new ArrayList<>();
    for (Candidate candidate : distinct(candidates)) {
      Shared shared = told(candidate, kernels, progress);
      boolean[] in = new boolean[photos.count()];
      for (int m : shared.carriers().members()) {
        in[m] = true;
      }
      if (share(candidate.members(), in) >= .5
          && shared.carriers().members().length >= 4
          && shared.carriers().gap() > leastGap(candidate)) {
        clear.add(shared);
      }
    }
    clear.sort(Comparator.comparingDouble(s -> -s.clearness()));
    boolean[] taken = new boolean[photos.count()];
    for (Shared shared : clear) {
      if (accepted.size() < MOST_ACCEPTED
          && share(shared.carriers().members(), taken) <= .2
          && (accepted.isEmpty() || shared.carriers().gap() > 1)) {
        accepted.add(shared);
        for (int m : shared.carriers().members()) {
          taken[m] = true;
        }
      }
    }
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
        boolean[] in = new boolean[photos.count()];
        for (int m : other.members()) {
          in[m] = true;
        }
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
