package org.pentimento.cli.dropin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pentimento.protocol.catalogue.Fate;

/** Decides between files that hold the same bundle: the newest version wins, then the first. */
final class Rivals {
  private static final Comparator<LookedAt> NEWEST =
      Comparator.comparing(LookedAt::version).reversed();

  private Rivals() {}

  /**
   * The files in the same order, with the fate of those that others win over or that are disabled.
   *
   * @param disabled symbolic names of bundles
   */
  static List<LookedAt> decide(List<LookedAt> files, Set<String> disabled) {
    Map<String, LookedAt> winners = new HashMap<>();
    files.stream()
        .filter(f -> f.isBundle() && f.fate().isLoaded())
        .sorted(NEWEST)
        .forEach(f -> winners.putIfAbsent(f.bundle(), f));
    List<LookedAt> decided = new ArrayList<>();
    for (LookedAt file : files) {
      LookedAt winner = winners.get(file.bundle());
      if (winner == null || !file.fate().isLoaded()) {
        decided.add(file);
      } else if (!winner.file().equals(file.file())) {
        decided.add(beaten(file, winner));
      } else {
        decided.add(disabled.contains(file.bundle()) ? file.with(Fate.DISABLED, "") : file);
      }
    }
    return decided;
  }

  private static LookedAt beaten(LookedAt file, LookedAt winner) {
    if (!file.version().equals(winner.version())) {
      return file.with(Fate.REPLACED, "version " + winner.version() + " lies in " + winner.file());
    }
    return file.with(
        Fate.DUPLICATE,
        (file.sha256().equals(winner.sha256())
                ? "the same file lies in "
                : "another file with the same name and version of the bundle comes first: ")
            + winner.file());
  }
}
