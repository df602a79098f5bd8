package org.pentimento.jobs.task;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.compute.ComputeEngine;
import org.pentimento.api.generator.ModelFormat;
import org.pentimento.api.image.Image;
import org.pentimento.api.image.ImageCodec;
import org.pentimento.audit.device.Devices;
import org.pentimento.audit.estimate.Outlook;
import org.pentimento.audit.estimate.Trials;
import org.pentimento.audit.model.ImportedModels;
import org.pentimento.audit.run.AuditRun;
import org.pentimento.audit.training.RunListener;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.RunTime;
import org.pentimento.casefile.TrainingCosts;
import org.pentimento.casefile.event.RunKind;
import org.pentimento.casefile.result.AttackInspection;
import org.pentimento.casefile.result.Comparison;
import org.pentimento.casefile.result.InspectionResult;
import org.pentimento.casefile.result.InspectionResult.Truth;
import org.pentimento.casefile.result.Inspections;
import org.pentimento.casefile.result.ModelAnswer;
import org.pentimento.casefile.result.RunResult;
import org.pentimento.casefile.result.Subject;
import org.pentimento.casefile.result.model.ModelInspectionResult;
import org.pentimento.casefile.result.model.ModelInspections;
import org.pentimento.casefile.result.model.ModelTruth;
import org.pentimento.plan.Plan;
import org.pentimento.plan.PlanReader;
import org.pentimento.plan.PlanText;
import org.pentimento.plan.Use;
import org.pentimento.platform.Platform;
import org.pentimento.protocol.Job;
import org.pentimento.protocol.JobEvent;
import org.pentimento.protocol.JobResult;
import org.pentimento.protocol.JobResult.InspectionRow;
import org.pentimento.protocol.JobResult.ModelRow;
import org.pentimento.protocol.JobResult.PanelRow;
import org.pentimento.protocol.JobResult.RunRow;
import org.pentimento.protocol.JobResult.TrainingTaken;
import org.pentimento.registry.Extensions;
import org.pentimento.verdict.LostWords;
import org.pentimento.verdict.ModelTruthWords;
import org.pentimento.verdict.RunClaims;
import org.pentimento.verdict.SeedWords;
import org.pentimento.verdict.Verdicts;

/** Carries out a plan over a case. */
public final class RunJob {
  private final Extensions extensions;
  private final ImageCodec codec;
  private final Devices devices;
  private final Trials trials;
  private final Platform platform;
  private final Consumer<JobEvent> events;

  public RunJob(
      Extensions extensions,
      ImageCodec codec,
      Devices devices,
      Trials trials,
      Platform platform,
      Consumer<JobEvent> events) {
    this.extensions = extensions;
    this.codec = codec;
    this.devices = devices;
    this.trials = trials;
    this.platform = platform;
    this.events = events;
  }

  public JobResult.OfRun run(Job.Run job, Progress progress)
      throws IOException, CancelledException {
    Plan plan = new PlanReader(extensions).read(job.source(), job.plan(), job.overrides());
    ComputeFacts.requireThreads(plan.threads(), System.getenv());
    tellOfPanel(job, plan, progress);
    return new PlanTurn(job, plan.name(), platform, events, progress)
        .carryOut(turn -> carryOut(plan, turn, progress));
  }

  /** Says which metrics are measured that the plan does not name. */
  private static void tellOfPanel(Job.Run job, Plan plan, Progress progress) {
    PlanText text = PlanText.of(job.plan());
    Set<String> others =
        plan.metrics().stream().map(Use::id).collect(Collectors.toCollection(TreeSet::new));
    int named = text.problem().isEmpty() ? text.size("metrics") : 0;
    for (int i = 0; i < named; i++) {
      String item = "metrics[" + i + "]";
      others.remove(text.value(text.isMap(item) ? item + ".id" : item));
    }
    if (named > 0 && !others.isEmpty() && job.overrides().isEmpty()) {
      progress.note(
          "Beside the metrics that the plan names, those of the panel are measured: "
              + String.join(", ", others)
              + ". They show which metric sees a backdoor and which does not.");
    }
  }

  private JobResult.OfRun carryOut(Plan plan, PlanTurn turn, Progress progress)
      throws IOException, CancelledException {
    JobDevices device = new JobDevices(devices, plan.device(), progress);
    if (!plan.generators().isEmpty()) {
      device.choose(ComputeEngine.OF_GENERATORS);
    }
    return Cases.write(
        turn.open(),
        progress,
        caseFile -> {
          if (mayUseShadows(plan, caseFile)) {
            device.choose(ComputeEngine.OF_GENERATORS);
          }
          device.choose(formats(plan, new ImportedModels(caseFile, extensions)));
          Path previews = caseFile.workFolder("previews");
          Outlook outlook = new Outlook(caseFile, trials, left -> events.accept(whole(left)));
          AuditRun.Outcome outcome =
              new AuditRun(
                      caseFile,
                      extensions,
                      codec,
                      platform,
                      ComputeFacts.facts(platform, device.facts(), plan.threads()),
                      new Listener(previews, outlook),
                      outlook,
                      progress)
                  .run(plan);
          TrainingCosts costs = TrainingCosts.of(caseFile);
          List<RunRow> table = new ArrayList<>();
          for (Comparison c : outcome.result().comparisons()) {
            Map<Subject, TrainingTaken> trainings = new EnumMap<>(Subject.class);
            for (Subject subject : c.models().keySet()) {
              costs
                  .of(outcome.id(), c, subject)
                  .ifPresent(cost -> trainings.put(subject, new TrainingTaken(cost, cost.words())));
            }
            table.add(
                new RunRow(
                    c.id(),
                    RunClaims.kind(c),
                    Verdicts.conclusions(c),
                    trainings,
                    panel(c),
                    c.summaries()));
          }
          return new JobResult.OfRun(
              caseFile.folder().toString(),
              outcome.id(),
              outcome.resultSha(),
              table,
              inspections(caseFile, outcome.result()),
              modelInspections(caseFile, outcome.result()),
              SeedWords.of(outcome.result()),
              LostWords.of(outcome.result()),
              RunTime.of(caseFile.entries(), outcome.id()));
        });
  }

  private static JobEvent whole(Outlook.Remaining left) {
    return new JobEvent.Whole(
        left.done(),
        left.total(),
        Double.isFinite(left.seconds()) ? left.seconds() : null,
        left.atLeast());
  }

  private static List<PanelRow> panel(Comparison c) {
    return c.showsHarm()
        ? c.blindness().stream()
            .map(b -> new PanelRow(b.sight(), b, Verdicts.blindness(c, b).text()))
            .toList()
        : List.of();
  }

  private static List<InspectionRow> inspections(CaseFile caseFile, RunResult result)
      throws IOException {
    List<InspectionRow> rows = new ArrayList<>();
    for (AttackInspection inspection : result.inspections()) {
      InspectionResult found = Inspections.read(caseFile.blobs(), inspection.inspection());
      Truth truth = found.truth() == null ? new Truth(List.of(), 0, 0, null) : found.truth();
      rows.add(
          new InspectionRow(
              inspection.attack(),
              inspection.seed(),
              found.verdict(),
              truth.poisoned().size(),
              truth.found(),
              truth.falselyFlagged(),
              truth.auc()));
    }
    return rows;
  }

  private static List<ModelRow> modelInspections(CaseFile caseFile, RunResult result)
      throws IOException {
    List<ModelRow> rows = new ArrayList<>();
    for (ModelAnswer answer : result.modelInspections()) {
      ModelInspectionResult found =
          ModelInspections.read(caseFile.blobs(), answer.modelInspection());
      ModelTruth truth = found.truth() == null ? new ModelTruth(null) : found.truth();
      rows.add(
          new ModelRow(
              answer.model(),
              found.verdict(),
              found.score(),
              ModelTruthWords.brief(truth),
              truth.backdoored()));
    }
    return rows;
  }

  /** Whether shadow models of an inspection may draw in place of a clean twin. */
  private static boolean mayUseShadows(Plan plan, CaseFile caseFile) {
    return !plan.models().isEmpty()
        && !plan.attacks().isEmpty()
        && !caseFile.runs(RunKind.MODEL_INSPECTION).isEmpty();
  }

  private static List<ModelFormat> formats(Plan plan, ImportedModels models)
      throws BadInputException {
    List<ModelFormat> formats = new ArrayList<>();
    for (String model : plan.models()) {
      formats.add(models.format(models.record(model)));
    }
    return formats;
  }

  private final class Listener implements RunListener {
    private final Path folder;
    private final Outlook outlook;

    Listener(Path folder, Outlook outlook) {
      this.folder = folder;
      this.outlook = outlook;
    }

    @Override
    public void loss(String training, long step, long total, Map<String, Double> losses) {
      events.accept(new JobEvent.Loss(training, step, total, losses));
      outlook.reached((double) step / total);
    }

    @Override
    public void preview(String training, long step, List<Image> sketches) {
      List<String> files = new ArrayList<>();
      try {
        for (Image sketch : sketches) {
          Path file = folder.resolve(training.replace('/', '-') + "-" + files.size() + ".png");
          ByteArrayOutputStream png = new ByteArrayOutputStream();
          codec.writePng(sketch, png);
          Path part = folder.resolve(file.getFileName() + ".part");
          Files.write(part, png.toByteArray());
          Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
          files.add(file.toString());
        }
      } catch (IOException e) {
        throw new UncheckedIOException("A preview could not be written to " + folder, e);
      }
      events.accept(new JobEvent.Preview(training, step, files));
    }
  }
}
