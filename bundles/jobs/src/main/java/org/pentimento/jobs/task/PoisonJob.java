package org.pentimento.jobs.task;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.data.Pair;
import org.pentimento.api.data.Split;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Extension;
import org.pentimento.api.extension.Kind;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.image.ImageCodec;
import org.pentimento.api.poisoning.PoisoningStrategy;
import org.pentimento.api.trigger.Trigger;
import org.pentimento.audit.attack.Manifest;
import org.pentimento.audit.attack.PreparedAttack;
import org.pentimento.audit.data.DatasetOpener;
import org.pentimento.audit.data.Hashes;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.event.Exported;
import org.pentimento.casefile.json.CanonicalJson;
import org.pentimento.casefile.store.OwnerOnly;
import org.pentimento.plan.Plan;
import org.pentimento.plan.Use;
import org.pentimento.platform.Folders;
import org.pentimento.protocol.Job;
import org.pentimento.protocol.JobResult;
import org.pentimento.registry.Extensions;

/**
 * Writes a poisoned copy of a data set of a case: photos, sketches, a CSV that pairs them, and a
 * manifest of what was changed. The originals are only read.
 */
public final class PoisonJob {
  private final Extensions extensions;
  private final ImageCodec codec;

  public PoisonJob(Extensions extensions, ImageCodec codec) {
    this.extensions = extensions;
    this.codec = codec;
  }

  public JobResult.OfPoison run(Job.Poison job, Progress progress)
      throws IOException, CancelledException {
    Path out = Path.of(job.out()).toAbsolutePath().normalize();
    if (Files.exists(out)) {
      throw new BadInputException(
          out + " exists already.", "Give a folder with --out that does not exist yet.");
    }
    Plan.Attack plan =
        new Plan.Attack(
            use(Kind.TRIGGER, Trigger.class, job.trigger(), job.triggerSettings()),
            use(
                Kind.POISONING_STRATEGY,
                PoisoningStrategy.class,
                job.strategy(),
                job.strategySettings()),
            job.rate(),
            null,
            Plan.Select.RANDOM,
            job.seed());
    JobResult.OfPoison made = make(job, plan, out, progress);
    Exported event = new Exported(Exported.Kind.POISONED_COPY, job.dataset(), job.out());
    Exports.log(Path.of(job.caseFolder()), event, progress);
    return made;
  }

  private JobResult.OfPoison make(Job.Poison job, Plan.Attack plan, Path out, Progress progress)
      throws IOException, CancelledException {
    try (CaseFile caseFile = CaseFile.openForReading(Path.of(job.caseFolder()))) {
      List<Pair> pairs =
          new DatasetOpener(extensions).open(caseFile, job.dataset(), progress).pairs();
      List<Pair> train = pairs.stream().filter(p -> p.split() == Split.TRAIN).toList();
      List<Pair> candidates = train.isEmpty() ? pairs : train;
      PreparedAttack attack = PreparedAttack.prepare(plan, candidates, extensions, progress);
      Path part = unfinished(out);
      try {
        progress.begin("Writing " + out, pairs.size());
        PairFolder folder = new PairFolder(codec, progress);
        folder.write(pairs.stream().map(attack::applied).toList(), part);
        Manifest manifest =
            Manifest.of(attack, candidates, image -> Hashes.sha256(folder.png(image)));
        Files.write(part.resolve("manifest.json"), CanonicalJson.bytes(manifest));
        Files.move(part, out);
      } finally {
        Folders.delete(part); // what an error or a cancel leaves is of no use
      }
      return new JobResult.OfPoison(
          out.toString(),
          pairs.size(),
          attack.poisoned(candidates),
          out.resolve("manifest.json").toString());
    }
  }

  /** A new folder beside the one to be made: what a killed copy left is never taken up into it. */
  private static Path unfinished(Path out) throws IOException {
    Path part = out.resolveSibling(out.getFileName() + ".part");
    for (int i = 2; Files.exists(part); i++) {
      part = out.resolveSibling(out.getFileName() + "-" + i + ".part");
    }
    OwnerOnly.createFolders(part);
    return part;
  }

  private <T extends Extension> Use use(
      Kind kind, Class<T> type, String id, Map<String, String> settings) throws BadInputException {
    Descriptor descriptor = extensions.get(kind, type, id).descriptor();
    try {
      return new Use(id, Settings.of(descriptor, settings));
    } catch (Settings.InvalidSettingException e) {
      throw new BadInputException(
          "--param " + id + "." + e.key() + ": " + e.getMessage() + ".",
          "See pentimento extensions for what is allowed.",
          e);
    }
  }
}
