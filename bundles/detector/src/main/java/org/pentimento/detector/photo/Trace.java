package org.pentimento.detector.photo;

import java.util.ArrayList;
import java.util.Arrays;
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
    int[] read = IntStream.range(0, photos.count()).map(photos::pair).toArray();
    List<Candidate> all =
        Mining.all(
            photos,
            Kernels.of(photos, Progress.NONE),
            new SketchSide(set).orders(read, Progress.NONE),
            1,
            Progress.NONE);
    List<String> out = new ArrayList<>();
    for (Candidate.Miner m : Candidate.Miner.values()) {
      all.stream()
          .filter(c -> c.miner() == m)
          .limit(m == Candidate.Miner.STEP || m == Candidate.Miner.DEPENDENCE ? 3 : 2)
          .forEach(
              c ->
                  out.add(
                      "%s %s,%s %s %.1f/%.1f=%.2f k=%d %s"
                          .formatted(
                              c.miner(),
                              c.trait(),
                              c.flattening(),
                              c.order(),
                              c.strength(),
                              c.threshold(),
                              c.excess(),
                              c.members().length,
                              Arrays.toString(
                                  Arrays.copyOf(c.members(), Math.min(8, c.members().length))))));
    }
    return out;
  }
}
