package org.pentimento.audit.estimate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.image.ImageCodec;
import org.pentimento.audit.data.AuditData;
import org.pentimento.audit.data.DatasetOpener;
import org.pentimento.audit.data.DividedPairs;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.store.Layout;
import org.pentimento.plan.Plan;
import org.pentimento.plan.Use;
import org.pentimento.platform.Platform;
import org.pentimento.registry.Extensions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says what plans will take, by the runs of cases and by trials. Safe for use from threads. */
public final class Estimator {
  private static final Logger LOG = LoggerFactory.getLogger(Estimator.class);

  /**
   * What work will take.
   *
   * @param estimate the figures
   * @param wantsTrial whether a trial would tell more
   * @param free bytes that are free where the case lies, NaN if that is not known
   * @param memory bytes that the machine has
   */
  public record Outcome(Estimate estimate, boolean wantsTrial, double free, long memory) {
    /** All of it in sentences for a person. */
    public String words() {
      return Amounts.words(estimate, free, memory);
    }
  }

  private record Kept(FileTime time, History history) {}

  private final Trials trials;
  private final Platform platform;
  private final Map<Path, Kept> histories = new ConcurrentHashMap<>();

  /** Makes one that knows what was tried. */
  public Estimator(Trials trials, Platform platform) {
    this.trials = trials;
    this.platform = platform;
  }

  /**
   * Says what work will take, by what is known.
   *
   * @param known folders of cases whose runs to learn from
   * @param caseFolder where the results will lie, null if that is not known
   */
  public Outcome estimate(Work work, List<Path> known, @Nullable Path caseFolder, Progress progress)
      throws IOException, CancelledException {
    History runs = runs(known, progress);
    History tried = trials.of(work);
    Estimate estimate = Estimate.of(work, runs, tried);
    double free = caseFolder == null ? Double.NaN : free(caseFolder);
    boolean wantsTrial =
        work.plan().generators().stream().anyMatch(g -> Estimate.wantsTrial(g, work, runs, tried))
            || Estimate.wantsInspecting(work, runs, tried);
    return new Outcome(estimate, wantsTrial, free, platform.memory());
  }

  /**
   * Tries what no run with the same settings tells, and keeps what came out.
   *
   * @param known folders of cases whose runs to learn from
   * @param opened the plan's data
   * @param machine that this is, as in {@link Work}
   * @return the work of which an estimate can be made now
   * @throws BadInputException if something cannot be tried
   */
  public Work tryOut(
      Plan plan,
      List<Path> known,
      DatasetOpener.Opened opened,
      String machine,
      Extensions extensions,
      ImageCodec codec,
      Progress progress)
      throws IOException, CancelledException {
    DividedPairs division = DividedPairs.of(opened, plan.data().split());
    AuditData data = TimedSteps.some(opened, division, plan.data());
    Work work =
        new Work(
            plan,
            division.train().size(),
            division.test().size(),
            (long) data.width() * data.height(),
            machine);
    TimedSteps trial = new TimedSteps(extensions, codec, platform, progress);
    History runs = runs(known, progress);
    Set<Use> wanted = new LinkedHashSet<>();
    for (Use generator : plan.generators()) {
      if (Estimate.wantsTrial(generator, work, runs, trials.of(work))) {
        wanted.add(generator);
      }
    }
    for (Use generator : wanted) {
      trials.keep(trial.training(generator, data, plan.seeds().get(0), machine));
    }
    if (trials.of(work).rests().isEmpty()) {
      trials.keep(work, trial.rest(plan, data));
    }
    if (Estimate.wantsInspecting(work, runs, trials.of(work))) {
      trials.keep(work, trial.inspecting(plan, data, machine));
    }
    return work;
  }

  private History runs(List<Path> known, Progress progress) throws CancelledException {
    History history = History.NONE;
    for (Path folder : known) {
      progress.checkCancelled();
      history = history.and(history(folder));
    }
    return history;
  }

  /** Read anew when the log has grown. A case that cannot be read teaches nothing. */
  private History history(Path folder) {
    try {
      FileTime time = Files.getLastModifiedTime(new Layout(folder).log());
      Kept kept = histories.get(folder);
      if (kept == null || !kept.time().equals(time)) {
        try (CaseFile file = CaseFile.openForReading(folder)) {
          kept = new Kept(time, History.of(file));
        }
        histories.put(folder, kept);
      }
      return kept.history();
    } catch (IOException e) {
      LOG.debug("Nothing is learnt from {}", folder, e);
      return History.NONE;
    }
  }

  private static double free(Path folder) throws IOException {
    Path there = folder.toAbsolutePath();
    while (there != null && !Files.isDirectory(there)) {
      there = there.getParent();
    }
    if (there == null) {
      throw new BadInputException("There is no disk for " + folder + ".", "Choose another folder.");
    }
    return Files.getFileStore(there).getUsableSpace();
  }
}
