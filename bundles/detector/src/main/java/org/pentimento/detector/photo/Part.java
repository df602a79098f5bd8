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
  private static final int MOST_TRIED = 4;
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
    kernels.clear();
    part.accept(candidates, progress);
    if (part.accepted.isEmpty() && !candidates.isEmpty()) {
      Candidate best = candidates.get(0);
      part.nearest = Carriers.of(photos, best.trait().banks(), best.members(), progress);
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

  private void accept(List<Candidate> candidates, Progress progress) throws CancelledException {
    List<Candidate> sure = new ArrayList<>(candidates);
    sure.removeIf(c -> c.excess() < 1);
    sure.sort(
        Comparator.comparing((Candidate c) -> !c.twoSided()).thenComparingDouble(c -> -c.excess()));
    boolean[] taken = new boolean[photos.count()];
    int tried = 0;
    for (Candidate candidate : sure) {
      if (accepted.size() == MOST_ACCEPTED || tried == MOST_TRIED + accepted.size()) {
        return;
      }
      if (share(candidate.members(), taken) > .2) {
        continue;
      }
      tried++;
      Shared shared = told(candidate, progress);
      boolean[] in = new boolean[taken.length];
      for (int m : shared.carriers().members()) {
        in[m] = true;
      }
      boolean kept = share(candidate.members(), in) >= .5;
      boolean clear = shared.carriers().gap() > (accepted.isEmpty() ? 0 : .5);
      if (kept && clear && shared.carriers().members().length >= 4) {
        accepted.add(shared);
        for (int m : shared.carriers().members()) {
          taken[m] = true;
        }
      }
    }
  }

  private static double share(int[] members, boolean[] in) {
    int count = 0;
    for (int m : members) {
      count += in[m] ? 1 : 0;
    }
    return (double) count / members.length;
  }

  /** Tells carriers in the banks of the proposal and in the finest detail; the clearer counts. */
  private Shared told(Candidate candidate, Progress progress) throws CancelledException {
    List<Bank> own = candidate.trait().banks();
    Shared best =
        new Shared(candidate, own, Carriers.of(photos, own, candidate.members(), progress));
    List<Bank> finest = List.of(Bank.HIGH_PASS);
    if (!own.equals(finest)) {
      Carriers fine = Carriers.of(photos, finest, candidate.members(), progress);
      if (fine.gap() > best.carriers().gap()) {
        best = new Shared(candidate, finest, fine);
      }
    }
    return best;
  }
}
