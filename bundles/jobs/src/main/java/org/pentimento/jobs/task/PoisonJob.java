package org.pentimento.jobs.task;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.data.Pair;
import org.pentimento.api.data.Split;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Extension;
import org.pentimento.api.extension.Kind;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.image.Eyes;
import org.pentimento.api.image.Image;
import org.pentimento.api.image.ImageCodec;
import org.pentimento.api.poisoning.PoisoningStrategy;
import org.pentimento.api.trigger.Trigger;
import org.pentimento.audit.attack.Manifest;
import org.pentimento.audit.attack.PreparedAttack;
import org.pentimento.audit.data.DatasetOpener;
import org.pentimento.audit.data.EightBit;
import org.pentimento.audit.data.Folders;
import org.pentimento.audit.data.Hashes;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.event.Exported;
import org.pentimento.casefile.json.CanonicalJson;
import org.pentimento.casefile.store.OwnerOnly;
import org.pentimento.plan.Plan;
import org.pentimento.plan.Use;
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
        write(pairs, attack, part, progress);
        Manifest manifest = Manifest.of(attack, candidates, image -> Hashes.sha256(png(image)));
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
    OwnerOnly.createFolders(part.resolve("photos"));
    OwnerOnly.createFolders(part.resolve("sketches"));
    return part;
  }

  private void write(List<Pair> pairs, PreparedAttack attack, Path folder, Progress progress)
      throws IOException, CancelledException {
    Set<String> attributes = new TreeSet<>();
    pairs.forEach(p -> attributes.addAll(p.attributes().keySet()));
    StringBuilder csv = new StringBuilder("photo,sketch,identity,split,lx,ly,rx,ry");
    attributes.forEach(a -> csv.append(',').append(field(a)));
    csv.append('\n');
    Set<String> names = new HashSet<>();
    String shared = sharedFolder(pairs);
    for (Pair pair : pairs) {
      progress.checkCancelled();
      boolean poisoned = attack.poisons(pair);
      String name = name(pair.id().substring(shared.length()), names);
      Files.write(
          folder.resolve("photos").resolve(name),
          png(poisoned ? attack.triggered(pair) : EightBit.round(pair.photo().decode())));
      Files.write(
          folder.resolve("sketches").resolve(name),
          png(
              poisoned
                  ? attack.trainingSketch(pair)
                  : EightBit.round(pair.sketch().decode().grey())));
      csv.append(row(pair, name, attributes)).append('\n');
      progress.advance(1);
    }
    Files.writeString(folder.resolve("pairs.csv"), csv, StandardCharsets.UTF_8);
  }

  private static String row(Pair pair, String name, Set<String> attributes) {
    List<String> fields = new ArrayList<>();
    fields.add("photos/" + name);
    fields.add("sketches/" + name);
    fields.add(pair.identity());
    fields.add(
        switch (pair.split()) {
          case TRAIN -> "train";
          case TEST -> "test";
          case NONE -> "";
        });
    Optional<Eyes> eyes = pair.eyes();
    fields.add(eyes.map(e -> Double.toString(e.left().x())).orElse(""));
    fields.add(eyes.map(e -> Double.toString(e.left().y())).orElse(""));
    fields.add(eyes.map(e -> Double.toString(e.right().x())).orElse(""));
    fields.add(eyes.map(e -> Double.toString(e.right().y())).orElse(""));
    attributes.forEach(a -> fields.add(pair.attributes().getOrDefault(a, "")));
    return String.join(",", fields.stream().map(PoisonJob::field).toList());
  }

  private static String field(String text) {
    return text.matches("[^,\"\r\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  /**
   * The folder that all ids begin with, such as {@code photos/}, or nothing. Without it files keep
   * the names that they had, by which others can pair them with theirs.
   */
  private static String sharedFolder(List<Pair> pairs) {
    String first = pairs.isEmpty() ? "" : pairs.get(0).id();
    String shared = first.substring(0, first.lastIndexOf('/') + 1);
    for (Pair pair : pairs) {
      while (!pair.id().startsWith(shared)) {
        shared = shared.substring(0, shared.lastIndexOf('/', shared.length() - 2) + 1);
      }
    }
    return shared;
  }

  /** A file name of an id, which may hold anything. */
  private static String name(String id, Set<String> names) {
    String safe = id.replaceAll("[^\\p{L}\\p{N}._-]", "_").replaceAll("^\\.+", "_");
    String name = safe + ".png";
    for (int i = 2; !names.add(name); i++) {
      name = safe + "-" + i + ".png";
    }
    return name;
  }

  private byte[] png(Image image) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    codec.writePng(image, out);
    return out.toByteArray();
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
