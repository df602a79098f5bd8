package org.pentimento.audit.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.data.Pair;
import org.pentimento.api.extension.Kind;
import org.pentimento.api.image.ImageCodec;
import org.pentimento.api.metric.Metric;
import org.pentimento.audit.attack.PreparedAttack;
import org.pentimento.audit.data.AuditData;
import org.pentimento.audit.data.DatasetOpener;
import org.pentimento.audit.estimate.History;
import org.pentimento.audit.estimate.Outlook;
import org.pentimento.audit.estimate.Work;
import org.pentimento.audit.image.Pngs;
import org.pentimento.audit.stage.ComparisonStages;
import org.pentimento.audit.stage.RunContext;
import org.pentimento.audit.step.ExtensionCode;
import org.pentimento.audit.step.RecordedRun;
import org.pentimento.audit.step.Steps;
import org.pentimento.audit.training.RunListener;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.UsedExtension;
import org.pentimento.casefile.event.RunFinished;
import org.pentimento.casefile.event.RunKind;
import org.pentimento.casefile.result.AttackInspection;
import org.pentimento.casefile.result.Comparison;
import org.pentimento.casefile.result.ModelAnswer;
import org.pentimento.casefile.result.RunResult;
import org.pentimento.plan.Plan;
import org.pentimento.plan.PlanWriter;
import org.pentimento.plan.Use;
import org.pentimento.platform.Platform;
import org.pentimento.registry.Extensions;

/**
 * A run of a plan over a case: data, trainings, drawings, measurements, comparisons, inspections of
 * what was trained on and of what was trained. Each finished step is durable; running the same plan
 * again goes on where an earlier run of it was cancelled or killed and ends with the same bytes.
 */
public final class AuditRun {
  /**
   * What a run left in the case.
   *
   * @param id of the run
   * @param resultSha SHA-256 of the result's blob
   * @param result what it found
   */
  public record Outcome(String id, String resultSha, RunResult result) {}

  private final CaseFile caseFile;
  private final Extensions extensions;
  private final Platform platform;
  private final Pngs pngs;
  private final Map<String, String> environment;
  private final RunListener listener;
  private final Outlook outlook;
  private final Progress progress;

  /**
   * Makes a run over an open case.
   *
   * @param environment what results may depend on beside the plan: versions, machine, threads
   * @param outlook says what is left to do
   */
  public AuditRun(
      CaseFile caseFile,
      Extensions extensions,
      ImageCodec codec,
      Platform platform,
      Map<String, String> environment,
      RunListener listener,
      Outlook outlook,
      Progress progress) {
    this.outlook = outlook;
    this.caseFile = caseFile;
    this.extensions = extensions;
    this.platform = platform;
    this.pngs = new Pngs(caseFile.blobs(), codec);
    this.environment = new TreeMap<>(environment);
    this.listener = listener;
    this.progress = progress;
  }

  /**
   * Carries out a plan, or goes on with it. What happens to the run, good or bad, is in the case's
   * log.
   */
  public Outcome run(Plan plan) throws IOException, CancelledException {
    String planSha = caseFile.blobs().put(PlanWriter.yaml(plan).getBytes(StandardCharsets.UTF_8));
    return RecordedRun.begin(caseFile, RunKind.AUDIT, plan.name(), planSha)
        .carryOut(
            id -> {
              RunResult found = carryOut(plan, planSha, id);
              RunResult result =
                  found.with(
                      ExtensionCode.beside(
                          found.environment(), UsedExtension.of(found), extensions));
              String sha = caseFile.blobs().putJson(result);
              caseFile.record(new RunFinished(id, sha));
              return new Outcome(id, sha, result);
            });
  }

  private RunResult carryOut(Plan plan, String planSha, String id)
      throws IOException, CancelledException {
    DatasetOpener.Opened opened =
        new DatasetOpener(extensions).open(caseFile, plan.data(), progress);
    AuditData data = AuditData.prepare(opened, plan.data(), plan.threads(), progress);
    outlook.begin(
        new Work(
            plan,
            data.train().size(),
            data.test().size(),
            (long) data.width() * data.height(),
            History.machine(environment)));
    Losses losses = new Losses(progress);
    Map<Integer, PreparedAttack> attacks = new TreeMap<>();
    for (int i = 1; i <= plan.attacks().size(); i++) {
      Plan.Attack attack = plan.attacks().get(i - 1);
      PreparedAttack prepared =
          losses
              .orLost(
                  "attack " + i,
                  () -> PreparedAttack.prepare(attack, data.train(), extensions, progress))
              .orElse(null);
      if (prepared != null) {
        attacks.put(i, prepared);
      }
    }
    RunContext context =
        new RunContext(
            caseFile,
            extensions,
            platform,
            plan,
            data,
            pngs,
            new Steps(caseFile, id, outlook),
            environment,
            listener,
            progress);
    Map<String, String> facts = new TreeMap<>(environment);
    List<Comparison> comparisons = new ArrayList<>();
    List<TrainedModelInspections.Trained> trained = new ArrayList<>();
    for (Planned planned : comparisons(context, attacks)) {
      Comparison comparison =
          losses
              .orLost(planned.stages().id(), () -> planned.stages().compare(facts, losses::add))
              .orElse(null);
      if (comparison != null) {
        comparisons.add(comparison);
        trained.add(
            new TrainedModelInspections.Trained(comparison, planned.attack(), planned.number()));
      }
    }
    losses.refuseNothing(comparisons.size());
    List<AttackInspection> inspections = new AttackInspections(context).of(attacks, losses);
    List<ModelAnswer> answers =
        losses
            .orLost(
                "inspections of the trained models",
                () -> new TrainedModelInspections(context).of(trained))
            .orElse(List.of());
    return new RunResult(
        RunResult.SCHEMA,
        plan.name(),
        planSha,
        facts,
        new RunResult.DataUsed(
            data.name(),
            data.format(),
            data.digest(),
            data.train().stream().map(Pair::id).toList(),
            data.test().stream().map(Pair::id).toList(),
            data.width(),
            data.height(),
            data.skipped()),
        plan.metrics().stream().map(m -> context.use(Kind.METRIC, Metric.class, m)).toList(),
        comparisons,
        inspections,
        answers,
        losses.parts());
  }

  /** A comparison to be made, with its attack and that one's number in the plan, from 1. */
  private record Planned(ComparisonStages stages, @Nullable PreparedAttack attack, int number) {}

  /** Generators first, each with every attack and seed, then imported models. */
  private static List<Planned> comparisons(RunContext context, Map<Integer, PreparedAttack> attacks)
      throws IOException {
    Plan plan = context.plan();
    Set<Integer> numbers = plan.attacks().isEmpty() ? Set.of(1) : attacks.keySet();
    List<Planned> all = new ArrayList<>();
    for (Use generator : plan.generators()) {
      for (int number : numbers) {
        for (long seed : plan.seeds()) {
          PreparedAttack attack = attacks.get(number);
          all.add(
              new Planned(
                  ComparisonStages.training(context, generator, seed, attack, number),
                  attack,
                  number));
        }
      }
    }
    for (String model : plan.models()) {
      for (int number : numbers) {
        PreparedAttack attack = attacks.get(number);
        all.add(
            new Planned(ComparisonStages.loading(context, model, attack, number), attack, number));
      }
    }
    return all;
  }
}
