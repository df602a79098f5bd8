package org.pentimento.jobs.task;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.image.ImageCodec;
import org.pentimento.audit.model.KnownPairs;
import org.pentimento.audit.model.ModelTrial;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.event.ModelImported;
import org.pentimento.casefile.event.ModelRecord;
import org.pentimento.protocol.Job;
import org.pentimento.protocol.JobResult;
import org.pentimento.registry.Extensions;

/** Takes a model that was made elsewhere into a case, after it has been tried on known pairs. */
public final class ImportModelJob {
  private static final int MOST_FILES = 10_000;

  private final Extensions extensions;
  private final ImageCodec codec;

  public ImportModelJob(Extensions extensions, ImageCodec codec) {
    this.extensions = extensions;
    this.codec = codec;
  }

  public JobResult.OfImportModel run(Job.ImportModel job, Progress progress)
      throws IOException, CancelledException {
    Path origin = Path.of(job.path()).toAbsolutePath().normalize();
    String name = job.name() == null ? stem(origin) : job.name();
    if (!Files.exists(origin)) {
      throw new BadInputException("There is no model " + origin + ".", "Check the path.");
    }
    return Cases.write(
        job.caseFolder(),
        job.info(),
        progress,
        caseFile -> {
          if (caseFile.model(name).isPresent()) {
            throw new BadInputException(
                "The case already has a model '" + name + "'.", "Give another name with --name.");
          }
          KnownPairs known = KnownPairs.of(caseFile, job.dataset(), extensions, progress);
          ModelTrial trial =
              ModelTrial.of(
                  origin, job.format(), job.settings(), known.pairs(), extensions, progress);
          ByteArrayOutputStream png = new ByteArrayOutputStream();
          codec.writePng(trial.strip().picture(), png);
          Map<String, String> assumptions = new TreeMap<>();
          trial.fit().assumptions().forEach(a -> assumptions.put(a.parameter(), a.reason()));
          ModelRecord record =
              new ModelRecord(
                  name,
                  trial.format().descriptor().id(),
                  trial.format().descriptor().version(),
                  trial.fit().settings().values(),
                  assumptions,
                  trial.confinement(),
                  origin.toString(),
                  Files.isDirectory(origin) ? "" : String.valueOf(origin.getFileName()),
                  store(origin, caseFile, progress),
                  caseFile.blobs().put(png.toByteArray()));
          caseFile.record(new ModelImported(record));
          return new JobResult.OfImportModel(
              name,
              record.format(),
              trial.recognised(),
              record.settings(),
              trial.fit().assumptions(),
              record.confinement(),
              known.dataset(),
              caseFile.blobs().path(record.strip()).toString());
        });
  }

  private static String stem(Path origin) {
    String name = String.valueOf(origin.getFileName());
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  private static List<ModelRecord.File> store(Path origin, CaseFile caseFile, Progress progress)
      throws IOException, CancelledException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(origin)) {
      files = walk.filter(Files::isRegularFile).sorted().limit(MOST_FILES + 1).toList();
    }
    if (files.size() > MOST_FILES) {
      throw new BadInputException(
          origin + " holds more than " + MOST_FILES + " files.",
          "Give the model's own file or folder.");
    }
    Path base = Files.isDirectory(origin) ? origin : origin.resolveSibling("");
    progress.begin("Storing the model", files.size());
    List<ModelRecord.File> stored = new ArrayList<>();
    for (Path file : files) {
      progress.checkCancelled();
      stored.add(
          new ModelRecord.File(
              base.relativize(file).toString(),
              caseFile.blobs().put(file),
              Files.isExecutable(file)));
      progress.advance(1);
    }
    return stored;
  }
}
