package org.pentimento.audit.training;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.json.CanonicalJson;
import org.pentimento.casefile.result.Comparison.LossPoint;

/**
 * The losses of a training, step by step, in a file beside its checkpoint, so that a training that
 * was killed and resumed ends with the same losses as an undisturbed one.
 */
final class LossLog implements AutoCloseable {
  private static final int POINTS = 100;

  private final Path file;
  private @Nullable BufferedWriter writer;

  LossLog(Path folder) {
    this.file = folder.resolve("losses.jsonl");
  }

  /**
   * Writes a step down. What an earlier, killed process wrote from this step on is dropped first.
   */
  void add(long step, Map<String, Double> losses) throws IOException {
    BufferedWriter out = writer;
    if (out == null) {
      keepBefore(step);
      out =
          Files.newBufferedWriter(
              file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      writer = out;
    }
    out.write(CanonicalJson.text(new LossPoint(step, losses)));
    out.newLine();
    out.flush();
  }

  private void keepBefore(long step) throws IOException {
    List<String> kept = new ArrayList<>();
    for (LossPoint point : read()) {
      if (point.step() < step) {
        kept.add(CanonicalJson.text(point));
      }
    }
    Files.write(file, kept, StandardCharsets.UTF_8);
  }

  /** Means over equal stretches of the training, at most a hundred. */
  List<LossPoint> stretches() throws IOException {
    List<LossPoint> all = read();
    int length = Math.max(1, (all.size() + POINTS - 1) / POINTS);
    List<LossPoint> stretches = new ArrayList<>();
    for (int from = 0; from < all.size(); from += length) {
      List<LossPoint> stretch = all.subList(from, Math.min(all.size(), from + length));
      Map<String, Double> means = new LinkedHashMap<>();
      for (String name : stretch.get(0).losses().keySet()) {
        means.put(
            name,
            stretch.stream().mapToDouble(p -> p.losses().getOrDefault(name, 0.0)).sum()
                / stretch.size());
      }
      stretches.add(new LossPoint(stretch.get(stretch.size() - 1).step(), means));
    }
    return stretches;
  }

  private List<LossPoint> read() throws IOException {
    List<LossPoint> points = new ArrayList<>();
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
        if (line.endsWith("}")) { // the last line of a killed process may be cut off
          points.add(CanonicalJson.read(line.getBytes(StandardCharsets.UTF_8), LossPoint.class));
        }
      }
    }
    return points;
  }

  @Override
  public void close() throws IOException {
    BufferedWriter out = writer;
    if (out != null) {
      out.close();
    }
  }
}
