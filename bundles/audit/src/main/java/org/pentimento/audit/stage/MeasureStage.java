package org.pentimento.audit.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.data.Pair;
import org.pentimento.api.extension.Kind;
import org.pentimento.api.image.Image;
import org.pentimento.api.image.ImageSource;
import org.pentimento.api.metric.Measurement;
import org.pentimento.api.metric.Metric;
import org.pentimento.api.metric.PairMetric;
import org.pentimento.api.metric.SetMetric;
import org.pentimento.audit.data.Parallel;
import org.pentimento.audit.image.Pngs;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.result.Comparison.ImageRow;
import org.pentimento.casefile.result.Comparison.MeasurementRow;
import org.pentimento.casefile.result.ImageRole;
import org.pentimento.casefile.result.LostPart;
import org.pentimento.casefile.result.PhotoKind;
import org.pentimento.casefile.result.ReferenceSketch;
import org.pentimento.casefile.result.Subject;
import org.pentimento.plan.Use;
import org.pentimento.registry.Extensions;
import org.pentimento.registry.guard.AskedAbout;
import org.pentimento.registry.guard.ExtensionFailedException;

/** The step that measures every sketch against the truth and against the target, on all cores. */
public final class MeasureStage {
  static final String MEASUREMENTS = "measurements";

  /** The list of metrics that failed, as {@link LostPart}; missing if none did. */
  static final String LOST = "lost";

  private final CaseFile caseFile;
  private final Extensions extensions;
  private final Pngs pngs;
  private final int threads;
  private final Progress progress;
  private final Map<String, LostPart> lost = new ConcurrentHashMap<>();

  MeasureStage(
      CaseFile caseFile, Extensions extensions, Pngs pngs, int threads, Progress progress) {
    this.caseFile = caseFile;
    this.extensions = extensions;
    this.pngs = pngs;
    this.threads = threads;
    this.progress = progress;
  }

  /**
   * Measures. Values of a metric that fails are undefined.
   *
   * @return SHA-256 of the list of {@link MeasurementRow}, by name, and of that of lost metrics
   */
  Map<String, String> measure(
      String title, List<ImageRow> images, List<Pair> test, List<Use> metrics)
      throws IOException, CancelledException {
    progress.begin("Measuring: " + title, images.size());
    List<Callable<Map<String, List<MeasurementRow>>>> tasks = new ArrayList<>();
    for (ImageRow row : images) {
      tasks.add(() -> pair(row, metrics));
    }
    List<Map<String, List<MeasurementRow>>> byPair = Parallel.all(tasks, threads, progress);
    List<MeasurementRow> rows = new ArrayList<>();
    for (Use use : metrics) {
      for (Map<String, List<MeasurementRow>> one : byPair) {
        rows.addAll(one.getOrDefault(use.id(), List.of()));
      }
      Metric metric = extensions.get(Kind.METRIC, Metric.class, use.id());
      if (metric instanceof SetMetric set) {
        rows.addAll(set(set, use, images, test));
      }
    }
    Map<String, String> results = new TreeMap<>();
    results.put(MEASUREMENTS, caseFile.blobs().putJson(rows));
    if (!lost.isEmpty()) {
      results.put(LOST, caseFile.blobs().putJson(new TreeMap<>(lost).values()));
    }
    return results;
  }

  private Map<String, List<MeasurementRow>> pair(ImageRow row, List<Use> metrics)
      throws IOException, CancelledException {
    try (AskedAbout about = AskedAbout.of("pair " + row.pair())) {
      return measured(row, metrics);
    }
  }

  private Map<String, List<MeasurementRow>> measured(ImageRow row, List<Use> metrics)
      throws IOException, CancelledException {
    Map<ImageRole.Sketch, Image> sketches = new LinkedHashMap<>();
    for (Map.Entry<ImageRole, String> e : row.blobs().entrySet()) {
      if (e.getKey() instanceof ImageRole.Sketch sketch) {
        sketches.put(sketch, pngs.get(e.getValue()));
      }
    }
    Map<String, List<MeasurementRow>> rows = new LinkedHashMap<>();
    for (ReferenceSketch against : ReferenceSketch.values()) {
      progress.checkCancelled();
      String sha = row.blob(new ImageRole.OfReference(against)).orElse(null);
      if (sha == null) {
        continue;
      }
      Image reference = pngs.get(sha);
      for (Use use : metrics) {
        Metric metric = extensions.get(Kind.METRIC, Metric.class, use.id());
        if (metric instanceof PairMetric pairMetric) {
          List<MeasurementRow> of = rows.computeIfAbsent(use.id(), k -> new ArrayList<>());
          measure(pairMetric, use, reference, sketches)
              .forEach((sketch, m) -> of.add(row(row.pair(), sketch, against, use.id(), m)));
        }
      }
    }
    return rows;
  }

  /** Measures sketches; those of a metric that fails have no value, and say why. */
  private Map<ImageRole.Sketch, Measurement> measure(
      PairMetric metric, Use use, Image reference, Map<ImageRole.Sketch, Image> sketches) {
    Map<ImageRole.Sketch, Measurement> measured = new LinkedHashMap<>();
    PairMetric.Reference prepared = null;
    for (Map.Entry<ImageRole.Sketch, Image> sketch : sketches.entrySet()) {
      Measurement m;
      try {
        if (prepared == null) {
          prepared = metric.prepare(reference, use.settings());
        }
        m = prepared.measure(sketch.getValue());
      } catch (UncheckedIOException e) {
        m = lost(use, e);
      }
      measured.put(sketch.getKey(), m);
    }
    return measured;
  }

  private Measurement lost(Use use, UncheckedIOException e) {
    return lost(use, ExtensionFailedException.behind(e).orElseThrow(() -> e));
  }

  private Measurement lost(Use use, ExtensionFailedException failed) {
    LostPart part =
        new LostPart(
            "metric " + use.id(),
            failed.called().kind(),
            failed.called().id(),
            failed.called().call(),
            failed.subject(),
            failed.problem());
    if (lost.putIfAbsent(use.id(), part) == null) {
      progress.note(failed.getMessage() + " The run goes on without its values.");
    }
    return Measurement.undefined(use.id(), String.valueOf(failed.getMessage()));
  }

  private List<MeasurementRow> set(
      SetMetric metric, Use use, List<ImageRow> images, List<Pair> test)
      throws IOException, CancelledException {
    List<MeasurementRow> rows = new ArrayList<>();
    for (Subject subject : Subject.values()) {
      for (PhotoKind photo : PhotoKind.values()) {
        ImageRole.Sketch sketch = new ImageRole.Sketch(subject, photo);
        if (!images.stream().allMatch(i -> i.blobs().containsKey(sketch))) {
          continue;
        }
        List<SetMetric.Item> items = new ArrayList<>();
        for (int i = 0; i < images.size(); i++) {
          ImageRow row = images.get(i);
          items.add(
              new SetMetric.Item(
                  test.get(i).id(),
                  test.get(i).identity(),
                  source(row, new ImageRole.Photo(PhotoKind.CLEAN)),
                  source(row, new ImageRole.OfReference(ReferenceSketch.TRUTH)),
                  source(row, sketch)));
        }
        List<Measurement> measured = measure(metric, use, items);
        for (int i = 0; i < measured.size(); i++) {
          rows.add(row(test.get(i).id(), sketch, ReferenceSketch.TRUTH, use.id(), measured.get(i)));
        }
      }
    }
    return rows;
  }

  private List<Measurement> measure(SetMetric metric, Use use, List<SetMetric.Item> items)
      throws IOException, CancelledException {
    try {
      return metric.measure(items, use.settings(), progress);
    } catch (ExtensionFailedException e) {
      progress.checkCancelled();
      return Collections.nCopies(items.size(), lost(use, e));
    }
  }

  private ImageSource source(ImageRow row, ImageRole role) {
    String sha = row.blob(role).orElse("");
    return () -> pngs.get(sha);
  }

  private static MeasurementRow row(
      String pair, ImageRole.Sketch sketch, ReferenceSketch against, String metric, Measurement m) {
    return new MeasurementRow(
        pair, sketch.subject(), sketch.photo(), against, metric, m.name(), m.value(), m.reason());
  }
}
