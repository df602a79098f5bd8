package org.pentimento.jobs.task;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.compute.ComputeEngine;
import org.pentimento.api.data.Pair;
import org.pentimento.api.generator.DivergedException;
import org.pentimento.api.generator.Model;
import org.pentimento.api.generator.TrainingMonitor;
import org.pentimento.api.image.Image;
import org.pentimento.api.image.ImageCodec;
import org.pentimento.audit.attack.PreparedAttack;
import org.pentimento.audit.attack.TrainingExamples;
import org.pentimento.audit.device.Devices;
import org.pentimento.audit.proficiency.PlannedExhibits;
import org.pentimento.audit.selftest.Quiet;
import org.pentimento.audit.selftest.model.HeldOutMeasure;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.proficiency.ExhibitTruth;
import org.pentimento.casefile.proficiency.Proficiency;
import org.pentimento.casefile.proficiency.SealedTruth;
import org.pentimento.plan.DeviceChoice;
import org.pentimento.plan.PlanReader;
import org.pentimento.plan.SelfTestPlan;
import org.pentimento.platform.Folders;
import org.pentimento.protocol.Job;
import org.pentimento.protocol.JobResult;
import org.pentimento.protocol.listing.DatasetCache;
import org.pentimento.registry.Extensions;

/**
 * Makes a case for a proficiency test: data sets and models in which something may be planted,
 * honest pairs to examine them with, and the sealed truth. Data sets and models come into the case
 * as any others do, so that nothing in it tells them apart.
 */
public final class ProficiencyJob {
  /** Name of the data set with honest pairs. */
  static final String TRUSTED = "trusted";

  private static final String EXHIBIT = "exhibit-";
  private static final int TRUSTED_PAIRS = 60;

  /** How often another attack is drawn when one does not take. */
  private static final int DRAWS = 6;

  private final Extensions extensions;
  private final ImageCodec codec;
  private final Devices devices;
  private final DatasetCache cache;

  public ProficiencyJob(
      Extensions extensions, ImageCodec codec, Devices devices, DatasetCache cache) {
    this.extensions = extensions;
    this.codec = codec;
    this.devices = devices;
    this.cache = cache;
  }

  public JobResult.OfProficiency run(Job.Proficiency job, Progress progress)
      throws IOException, CancelledException {
    Path folder = Path.of(job.caseFolder()).toAbsolutePath().normalize();
    if (Files.exists(folder)) {
      throw new BadInputException(
          folder + " exists already.", "Give a folder that does not exist yet for the new case.");
    }
    ComputeFacts.requireThreads(job.threads(), System.getenv());
    if (job.models() > 0) {
      new JobDevices(devices, DeviceChoice.preferred(), progress)
          .choose(ComputeEngine.OF_GENERATORS);
    }
    // How often a training begins anew, and how long it is, would tell the truth.
    Progress quiet = new Quiet(progress);
    // Whoever knew the seed would know the truth.
    SplittableRandom random = new SplittableRandom(new SecureRandom().nextLong());
    PlannedExhibits planned =
        new PlannedExhibits(
            extensions,
            new PlanReader(extensions)
                .modelSelfTest(SelfTestPlan.FILE_OF_MODELS, SelfTestPlan.standardOfModels()),
            quiet);
    Path work = Files.createTempDirectory("pentimento-exhibits");
    try {
      List<SealedTruth.Exhibit> truth = new ArrayList<>();
      take(
          job,
          TRUSTED,
          planned.trusted(random.nextInt(Integer.MAX_VALUE), TRUSTED_PAIRS),
          work,
          progress);
      for (int i = 0; i < job.datasets(); i++) {
        String name = EXHIBIT + (truth.size() + 1);
        progress.begin("Making " + name, 0);
        PlannedExhibits.OfPairs made = planned.dataset(random.nextInt(Integer.MAX_VALUE));
        take(job, name, made.pairs(), work, progress);
        truth.add(new SealedTruth.Exhibit(name, made.truth(), made.recipe()));
      }
      progress.begin("Making models", job.models());
      for (int i = 0; i < job.models(); i++) {
        truth.add(model(job, EXHIBIT + (truth.size() + 1), planned, random, work, quiet));
        progress.advance(1);
      }
      SealedTruth sealed = SealedTruth.of(truth);
      try (CaseFile file = CaseFile.openForWriting(folder)) {
        Proficiency.seal(file, sealed);
      }
      return new JobResult.OfProficiency(
          folder.toString(), truth.stream().map(SealedTruth.Exhibit::name).toList());
    } finally {
      Folders.delete(work);
    }
  }

  /** Takes pairs into the case as a data set that came from elsewhere. */
  private void take(
      Job.Proficiency job, String name, List<Pair> pairs, Path work, Progress progress)
      throws IOException, CancelledException {
    Path folder = work.resolve(name);
    new PairFolder(codec, progress).write(pairs, folder);
    new ImportJob(extensions, cache)
        .run(
            new Job.Import(
                Job.PROTOCOL,
                job.caseFolder(),
                job.info(),
                folder.toString(),
                name,
                null,
                Map.of(),
                true,
                null),
            progress);
  }

  private SealedTruth.Exhibit model(
      Job.Proficiency job,
      String name,
      PlannedExhibits planned,
      SplittableRandom random,
      Path work,
      Progress progress)
      throws IOException, CancelledException {
    for (int draw = 0; draw < DRAWS; draw++) {
      PlannedExhibits.OfModel one = planned.model(random.nextInt(Integer.MAX_VALUE));
      Path folder = Files.createDirectories(work.resolve(name + "-" + draw).resolve(name));
      if (trained(planned, one, folder, progress)) {
        new ImportModelJob(extensions, codec)
            .run(
                new Job.ImportModel(
                    Job.PROTOCOL,
                    job.caseFolder(),
                    job.info(),
                    folder.toString(),
                    name,
                    null,
                    Map.of(),
                    TRUSTED),
                progress);
        return new SealedTruth.Exhibit(name, one.truth(), one.recipe());
      }
    }
    throw new BadInputException(
        "None of " + DRAWS + " attacks on a model took.", "Try again, or ask for --models 0.");
  }

  /** Whether the model came out as its truth says: an attack that does not take is no backdoor. */
  private static boolean trained(
      PlannedExhibits planned, PlannedExhibits.OfModel one, Path folder, Progress progress)
      throws IOException, CancelledException {
    Path scratch = Files.createDirectories(folder.resolveSibling("checkpoints"));
    try (Model model =
        planned
            .generator(one)
            .train(
                new TrainingExamples(one.training(), null),
                one.generator().settings(),
                one.seed(),
                new Unwatched(scratch),
                progress)) {
      model.write(folder);
      PreparedAttack attack = one.attack();
      return one.truth() == ExhibitTruth.HONEST
          || (attack != null
              && new HeldOutMeasure(one.heldOut(), progress).progress(model, attack)
                  >= HeldOutMeasure.TOOK);
    } catch (DivergedException e) {
      return false;
    }
  }

  /** Nobody looks at such a training: its losses would tell the truth. */
  private record Unwatched(Path checkpoints) implements TrainingMonitor {
    @Override
    public void loss(long step, long total, Map<String, Double> losses) {
      // told to nobody
    }

    @Override
    public List<Image> previewPhotos() {
      return List.of();
    }

    @Override
    public void preview(long step, List<Image> sketches) {
      // there are none
    }
  }
}
