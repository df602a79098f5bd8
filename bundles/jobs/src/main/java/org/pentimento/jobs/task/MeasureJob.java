package org.pentimento.jobs.task;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.data.FileNames;
import org.pentimento.api.data.Skipped;
import org.pentimento.api.extension.Kind;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.image.Image;
import org.pentimento.api.image.ImageCodec;
import org.pentimento.api.metric.Measurement;
import org.pentimento.api.metric.PairMetric;
import org.pentimento.audit.data.FilesBelow;
import org.pentimento.audit.data.Parallel;
import org.pentimento.casefile.event.SkippedFile;
import org.pentimento.protocol.Job;
import org.pentimento.protocol.JobResult;
import org.pentimento.protocol.JobResult.MeasuredFiles;
import org.pentimento.registry.Extensions;
import org.pentimento.registry.guard.AskedAbout;
import org.pentimento.registry.guard.ExtensionFailedException;

/**
 * Measures files against references, or the files of a folder and of the folders in it against
 * those of the same names in another.
 */
public final class MeasureJob {
  private record FilePair(Path reference, Path candidate) {}

  private static final int BATCH = 64;

  private final Extensions extensions;
  private final ImageCodec codec;

  public MeasureJob(Extensions extensions, ImageCodec codec) {
    this.extensions = extensions;
    this.codec = codec;
  }

  public JobResult.OfMeasure run(Job.Measure job, Progress progress)
      throws IOException, CancelledException {
    List<PairMetric> metrics = new ArrayList<>();
    if (job.metrics().isEmpty()) {
      metrics.addAll(extensions.all(Kind.METRIC, PairMetric.class));
    }
    for (String id : job.metrics()) {
      metrics.add(extensions.get(Kind.METRIC, PairMetric.class, id));
    }
    List<SkippedFile> skipped = new ArrayList<>();
    List<FilePair> files =
        pairs(Path.of(job.reference()), Path.of(job.candidate()), skipped, progress);
    boolean single = files.size() == 1 && !Files.isDirectory(Path.of(job.reference()));
    progress.begin("Measuring", files.size());
    List<MeasuredFiles> results = new ArrayList<>();
    int threads = Runtime.getRuntime().availableProcessors();
    for (int from = 0; from < files.size(); from += BATCH) {
      List<Callable<Object>> tasks = new ArrayList<>();
      for (FilePair pair : files.subList(from, Math.min(files.size(), from + BATCH))) {
        tasks.add(() -> single ? measure(pair, metrics) : measureOrSkip(pair, metrics));
      }
      for (Object result : Parallel.all(tasks, threads, progress)) {
        if (result instanceof MeasuredFiles measured) {
          results.add(measured);
        } else if (result instanceof SkippedFile file) {
          skipped.add(file);
        }
      }
    }
    return new JobResult.OfMeasure(results, skipped);
  }

  private Object measureOrSkip(FilePair pair, List<PairMetric> metrics) throws IOException {
    try {
      return measure(pair, metrics);
    } catch (BadInputException e) {
      return new SkippedFile(pair.candidate().toString(), String.valueOf(e.getMessage()));
    }
  }

  private MeasuredFiles measure(FilePair pair, List<PairMetric> metrics) throws IOException {
    Image reference = codec.read(pair.reference());
    Image candidate = codec.read(pair.candidate());
    try (AskedAbout about = AskedAbout.of(pair.candidate().toString())) {
      return measure(pair, reference, candidate, metrics);
    }
  }

  private static MeasuredFiles measure(
      FilePair pair, Image reference, Image candidate, List<PairMetric> metrics)
      throws BadInputException {
    if (!reference.sameSize(candidate)) {
      throw new BadInputException(
          pair.candidate()
              + " is "
              + candidate.width()
              + "x"
              + candidate.height()
              + ", its reference "
              + pair.reference()
              + " is "
              + reference.width()
              + "x"
              + reference.height()
              + ".",
          "Bring both to one size first.");
    }
    Map<String, @Nullable Double> values = new LinkedHashMap<>();
    Map<String, String> undefined = new TreeMap<>();
    for (PairMetric metric : metrics) {
      Measurement m = measure(metric, reference, candidate);
      values.put(m.name(), m.value());
      if (m.value() == null) {
        undefined.put(m.name(), m.reason());
      }
    }
    return new MeasuredFiles(
        pair.reference().toString(), pair.candidate().toString(), values, undefined);
  }

  /** A metric that fails gives no value, and the others go on. */
  private static Measurement measure(PairMetric metric, Image reference, Image candidate) {
    try {
      return metric.prepare(reference, Settings.defaults(metric.descriptor())).measure(candidate);
    } catch (UncheckedIOException e) {
      return Measurement.undefined(
          metric.descriptor().id(),
          String.valueOf(ExtensionFailedException.behind(e).orElseThrow(() -> e).getMessage()));
    }
  }

  private static List<FilePair> pairs(
      Path reference, Path candidate, List<SkippedFile> skipped, Progress progress)
      throws IOException, CancelledException {
    for (Path path : List.of(reference, candidate)) {
      if (!Files.exists(path)) {
        throw new BadInputException("There is no file or folder " + path + ".", "Check the path.");
      }
    }
    if (Files.isDirectory(reference) != Files.isDirectory(candidate)) {
      throw new BadInputException(
          "One of " + reference + " and " + candidate + " is a folder, the other is not.",
          "Give two files or two folders.");
    }
    if (!Files.isDirectory(reference)) {
      return List.of(new FilePair(reference, candidate));
    }
    Map<String, Path> references = byStem(reference, skipped, progress);
    Map<String, Path> candidates = byStem(candidate, skipped, progress);
    List<FilePair> pairs = new ArrayList<>();
    references.forEach(
        (stem, file) -> {
          Path other = candidates.remove(stem);
          if (other == null) {
            skipped.add(new SkippedFile(file.toString(), "There is no candidate of this name."));
          } else {
            pairs.add(new FilePair(file, other));
          }
        });
    candidates
        .values()
        .forEach(
            f -> skipped.add(new SkippedFile(f.toString(), "There is no reference of this name.")));
    if (pairs.isEmpty()) {
      throw new BadInputException(
          "No file of " + candidate + " has the name of one in " + reference + ".",
          "Files are paired by their names without extension, in folders of the same names.");
    }
    return pairs;
  }

  /** The files in a folder and the folders in it, by their paths without ending. */
  private static Map<String, Path> byStem(Path folder, List<SkippedFile> skipped, Progress progress)
      throws IOException, CancelledException {
    Map<String, Path> files = new TreeMap<>();
    FilesBelow below = FilesBelow.list(folder, progress);
    for (FilesBelow.Found found : below.files()) {
      if (files.putIfAbsent(FileNames.folded(found.stem()), found.file()) != null) {
        skipped.add(
            new SkippedFile(
                found.file().toString(), "Another file has the same name without extension."));
      }
    }
    for (Skipped left : below.skipped()) {
      skipped.add(new SkippedFile(folder.resolve(left.file()).toString(), left.reason()));
    }
    return files;
  }
}
