package org.pentimento.audit.selftest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.detector.DatasetDetector;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Extension;
import org.pentimento.api.extension.Kind;
import org.pentimento.api.poisoning.PoisoningStrategy;
import org.pentimento.api.trigger.Trigger;
import org.pentimento.audit.inspection.FindingStore;
import org.pentimento.audit.inspection.InspectionInput;
import org.pentimento.audit.inspection.Inspector;
import org.pentimento.audit.inspection.SuspectData;
import org.pentimento.audit.selftest.grid.Grid;
import org.pentimento.audit.selftest.grid.PlannedSet;
import org.pentimento.audit.selftest.grid.PlantedSet;
import org.pentimento.audit.selftest.grid.Planting;
import org.pentimento.audit.selftest.statistics.KindSummaries;
import org.pentimento.audit.selftest.statistics.MeasuredTrial;
import org.pentimento.audit.step.ExtensionCode;
import org.pentimento.audit.step.RecordedRun;
import org.pentimento.audit.step.Steps;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.UsedExtension;
import org.pentimento.casefile.event.RunKind;
import org.pentimento.casefile.event.SelfTestFinished;
import org.pentimento.casefile.result.DatasetVerdict;
import org.pentimento.casefile.result.ExtensionUse;
import org.pentimento.casefile.result.InspectionResult;
import org.pentimento.casefile.result.InspectionResult.InspectedData;
import org.pentimento.casefile.result.SelfTestResult;
import org.pentimento.plan.Plan;
import org.pentimento.plan.Use;
import org.pentimento.registry.Extensions;

/**
 * A self-test of detectors over a case: sets are made one after another and inspected, and what was
 * found is measured against what was planted. Each set is a step; a self-test that was cancelled or
 * killed goes on after its last one and ends with the same bytes.
 */
public final class SelfTest {
  private static final String TRIAL = "trial";

  /**
   * What a self-test left in the case.
   *
   * @param id of the run
   * @param resultSha SHA-256 of the result's blob
   * @param result what was measured
   * @param seconds that an inspection took in the mean; 0 if all of them were done before
   */
  public record Outcome(String id, String resultSha, SelfTestResult result, double seconds) {}

  private final CaseFile caseFile;
  private final Extensions extensions;
  private final Map<String, String> environment;
  private final Progress progress;

  /**
   * Makes a self-test over an open case.
   *
   * @param environment product version, Java, processor and the like, by name
   */
  public SelfTest(
      CaseFile caseFile,
      Extensions extensions,
      Map<String, String> environment,
      Progress progress) {
    this.caseFile = caseFile;
    this.extensions = extensions;
    this.environment = new TreeMap<>(environment);
    this.progress = progress;
  }

  /**
   * Carries out a self-test, or goes on with it. What happens to it, good or bad, is in the case's
   * log.
   *
   * @throws BadInputException if the detectors cannot inspect sets of these data at all
   */
  public Outcome run(SelfTestRequest request, HonestData data)
      throws IOException, CancelledException {
    String asked = caseFile.blobs().putJson(request.asked(data.facts().dataset()));
    return RecordedRun.begin(caseFile, RunKind.SELF_TEST, request.name(), asked)
        .carryOut(
            id -> {
              Course course = new Course(request, data, id);
              SelfTestResult found = course.all();
              SelfTestResult result =
                  found.with(
                      ExtensionCode.beside(
                          found.environment(), UsedExtension.of(found), extensions));
              String sha = caseFile.blobs().putJson(result);
              caseFile.record(new SelfTestFinished(id, sha));
              return new Outcome(id, sha, result, course.seconds());
            });
  }

  /** The trials of one run. */
  private final class Course {
    private final SelfTestRequest request;
    private final HonestData data;
    private final Steps steps;
    private final Progress quiet = new Quiet(progress);
    private final List<ExtensionUse> detectors;
    private final Map<String, String> leftOut = new TreeMap<>();
    private long nanoseconds;
    private int inspected;

    Course(SelfTestRequest request, HonestData data, String run) throws IOException {
      List<ExtensionUse> uses = new ArrayList<>();
      for (Use use : request.detectors()) {
        uses.add(detector(use));
      }
      this.detectors = uses;
      this.request = request;
      this.data = data;
      this.steps = new Steps(caseFile, run);
    }

    SelfTestResult all() throws IOException, CancelledException {
      Grid grid = Grid.of(request.plan(), extensions, data.eyes(), request.seed());
      leftOut.putAll(grid.leftOut());
      List<PlannedSet> part = grid.inTurn(request.limit(), request.seed());
      int done = 0;
      for (PlannedSet set : part) {
        done += caseFile.step(Steps.key(TRIAL, inputs(set))).isPresent() ? 1 : 0;
      }
      progress.begin(
          done == 0
              ? "Inspecting planted sets"
              : "Inspecting planted sets, " + done + " of " + part.size() + " done before",
          part.size() - done);
      Map<PlannedSet, MeasuredTrial> made = new HashMap<>();
      for (PlannedSet set : part) {
        progress.checkCancelled();
        try {
          String sha = Steps.result(steps.once(TRIAL, inputs(set), () -> trial(set)), TRIAL);
          MeasuredTrial one = caseFile.blobs().readJson(sha, MeasuredTrial.class);
          made.put(set, one);
          boolean silent =
              one.trial().verdict() == DatasetVerdict.NO_SCORE && !one.problems().isEmpty();
          if (made.size() == 1 && silent) {
            throw new BadInputException(
                "No detector can say anything of such sets. " + first(one.problems()),
                "Take data with more pairs, or other detectors.");
          }
        } catch (UnplantableException e) {
          leftOut.putIfAbsent(name(set), e.getMessage());
          progress.advance(1);
        }
      }
      if (made.isEmpty()) {
        throw new BadInputException(
            "Nothing can be planted in '" + data.facts().dataset() + "'. " + first(leftOut),
            "Take data with more pairs, or another plan with --grid.");
      }
      List<MeasuredTrial> measured =
          grid.sets().stream().filter(made::containsKey).map(made::get).toList();
      silent(measured);
      KindSummaries summaries = new KindSummaries(measured);
      return new SelfTestResult(
          SelfTestResult.SCHEMA,
          request.name(),
          environment,
          data.facts(),
          request.falseAlarms(),
          request.seed(),
          detectors,
          grid.sets().size(),
          leftOut,
          measured.stream().map(MeasuredTrial::trial).toList(),
          summaries.all(),
          summaries.total());
    }

    /** Says which detectors could say nothing of some sets. */
    private void silent(List<MeasuredTrial> measured) {
      for (ExtensionUse detector : detectors) {
        List<String> problems =
            measured.stream().flatMap(t -> t.problem(detector.id()).stream()).toList();
        if (!problems.isEmpty()) {
          leftOut.put(
              detector.id(),
              "It said nothing of "
                  + problems.size()
                  + " of "
                  + measured.size()
                  + " sets. "
                  + problems.get(0));
        }
      }
    }

    private Map<String, String> trial(PlannedSet planned) throws IOException, CancelledException {
      PlantedSet set;
      try {
        set = new Planting(extensions).plant(planned, data.pairs(planned.seed(), quiet), quiet);
      } catch (BadInputException e) {
        throw new UnplantableException(e);
      }
      long began = System.nanoTime();
      MeasuredTrial measured = MeasuredTrial.of(set, inspect(set));
      nanoseconds += System.nanoTime() - began;
      inspected++;
      Map<String, String> results = Map.of(TRIAL, caseFile.blobs().putJson(measured));
      progress.advance(1);
      return results;
    }

    /** Inspects as an analyst would: no detector is told the truth, and no picture is kept. */
    private InspectionResult inspect(PlantedSet set) throws IOException, CancelledException {
      InspectedData facts = data.facts();
      SuspectData suspect =
          SuspectData.read(
              facts.dataset(),
              facts.format(),
              facts.digest(),
              facts.material(),
              set.pairs(),
              quiet);
      return new Inspector(extensions, FindingStore.NONE, Inspector.PATIENCE, quiet)
          .inspect(
              new InspectionInput(
                  request.name(),
                  environment,
                  suspect,
                  null,
                  request.detectors(),
                  request.falseAlarms(),
                  set.seed()));
    }

    private ExtensionUse detector(Use use) throws IOException {
      Descriptor d =
          extensions.get(Kind.DATASET_DETECTOR, DatasetDetector.class, use.id()).descriptor();
      return new ExtensionUse(d.id(), d.name(), d.version(), d.citation(), use.settings().values());
    }

    double seconds() {
      return inspected == 0 ? 0 : nanoseconds / 1e9 / inspected;
    }

    /** What a trial's numbers depend on. */
    private Map<String, Object> inputs(PlannedSet set) throws IOException {
      Map<String, Object> inputs = new TreeMap<>();
      inputs.put("product", environment.getOrDefault("pentimento", ""));
      inputs.put("data", data.facts());
      inputs.put("detectors", detectors);
      inputs.put("falseAlarms", request.falseAlarms());
      inputs.put("seed", set.seed());
      if (set instanceof PlannedSet.Odd odd) {
        inputs.put("oddity", odd.oddity().word());
        inputs.put("rate", odd.rate());
      } else if (set instanceof PlannedSet.Drawn drawn) {
        inputs.put("trigger", version(Kind.TRIGGER, Trigger.class, drawn.trigger()));
        inputs.put(
            "strategy",
            version(Kind.POISONING_STRATEGY, PoisoningStrategy.class, drawn.strategy()));
        inputs.put("rate", drawn.rate());
      } else if (set instanceof PlannedSet.Given given) {
        Plan.Attack attack = given.attack();
        inputs.put("trigger", used(Kind.TRIGGER, Trigger.class, attack.trigger()));
        inputs.put(
            "strategy", used(Kind.POISONING_STRATEGY, PoisoningStrategy.class, attack.strategy()));
        inputs.put("select", attack.select());
        Double rate = attack.rate();
        inputs.put("rate", rate == null ? String.valueOf(attack.count()) : rate);
      }
      return inputs;
    }

    private <T extends Extension> Map<String, Object> used(Kind kind, Class<T> type, Use use)
        throws IOException {
      Map<String, Object> used = new TreeMap<>(version(kind, type, use.id()));
      used.put("settings", use.settings().values());
      return used;
    }

    private <T extends Extension> Map<String, Object> version(Kind kind, Class<T> type, String id)
        throws IOException {
      return Map.of("id", id, "version", extensions.get(kind, type, id).descriptor().version());
    }
  }

  private static String first(Map<String, String> reasons) {
    return reasons.values().stream().findFirst().orElse("");
  }

  private static String name(PlannedSet set) {
    if (set instanceof PlannedSet.Drawn drawn) {
      return drawn.trigger() + ", " + drawn.strategy() + ", " + drawn.rate();
    } else if (set instanceof PlannedSet.Given given) {
      return given.attack().trigger().id() + ", " + given.attack().strategy().id();
    } else if (set instanceof PlannedSet.Odd odd) {
      return odd.oddity().word() + ", " + odd.rate();
    }
    return set.word();
  }
}
