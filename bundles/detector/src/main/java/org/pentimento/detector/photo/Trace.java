package org.pentimento.detector.photo;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.pentimento.api.Progress;
import org.pentimento.api.detector.SuspectSet;
import org.pentimento.detector.group.Candidate;
import org.pentimento.detector.group.Kernels;
import org.pentimento.detector.group.Mining;
import org.pentimento.detector.residual.PhotoStack;

/** For measuring only. */
public final class Trace {
  public static List<String> lines(SuspectSet set) throws Exception {
    int[] which = IntStream.range(0, set.pairs().size()).toArray();
    var typical = PhotoStack.typical(set.pairs(), which, 10);
    PhotoStack photos =
        PhotoStack.read(
            set.pairs(), which, set.trusted(), typical.width(), typical.height(), Progress.NONE);
    List<Candidate> all =
        Mining.all(
            photos,
            Kernels.of(photos, Progress.NONE),
            new SketchSide(set).orders(photos, Progress.NONE),
            1,
            Progress.NONE);
    List<String> out = new ArrayList<>();
    StringBuilder sb = new StringBuilder();
    for (Candidate.Miner m : List.of(Candidate.Miner.STEP, Candidate.Miner.DEPENDENCE)) {
      for (Candidate.OrderKind o : Candidate.OrderKind.values()) {
        for (org.pentimento.detector.group.Trait t : org.pentimento.detector.group.Trait.values()) {
          all.stream()
              .filter(c -> c.miner() == m && c.order() == o && c.trait() == t)
              .max(java.util.Comparator.comparingDouble(Candidate::strength))
              .ifPresent(
                  c ->
                      sb.append(
                          "%s %s %s %.1f; "
                              .formatted(
                                  m.name().substring(0, 3),
                                  o.name(),
                                  t.name().substring(0, 3),
                                  c.strength())));
        }
      }
    }
    out.add(sb.toString());
    return out;
  }
}
