package org.pentimento.metric.golden;

import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.image.Image;
import org.pentimento.api.metric.Measurement;
import org.pentimento.api.metric.PairMetric;

/**
 * The golden images, what the code of the metrics' authors gives for them, and measuring by a
 * metric's default settings.
 */
public final class Golden {
  private Golden() {}

  /** A row of a table: the image names and the values by column. */
  public record Row(String reference, String candidate, Map<String, Double> values) {
    @Override
    public String toString() {
      return reference + " - " + candidate;
    }
  }

  public static List<Row> rows(String table) throws IOException {
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(open(table), StandardCharsets.UTF_8))) {
      String[] header = Objects.requireNonNull(in.readLine()).split(",");
      return in.lines().map(line -> row(header, line.split(","))).collect(Collectors.toList());
    }
  }

  private static Row row(String[] header, String[] cells) {
    Map<String, Double> values = new LinkedHashMap<>();
    for (int i = 2; i < cells.length; i++) {
      values.put(header[i], Double.valueOf(cells[i].replace("Inf", "Infinity")));
    }
    return new Row(cells[0], cells[1], values);
  }

  public static Image image(String name) throws IOException {
    BufferedImage png;
    try (InputStream in = open("images/" + name)) {
      png = ImageIO.read(in);
    }
    int bands = png.getRaster().getNumBands();
    int n = png.getWidth() * png.getHeight();
    float[] data = new float[bands * n];
    for (int band = 0; band < bands; band++) {
      int[] samples =
          png.getRaster().getSamples(0, 0, png.getWidth(), png.getHeight(), band, (int[]) null);
      for (int i = 0; i < n; i++) {
        data[band * n + i] = samples[i] / 255f;
      }
    }
    return Image.of(png.getWidth(), png.getHeight(), bands, data);
  }

  /** What a metric with its default settings measures. */
  public static Measurement measure(PairMetric metric, Image reference, Image candidate) {
    return metric.prepare(reference, Settings.defaults(metric.descriptor())).measure(candidate);
  }

  /** The number of a measurement that has one. */
  public static double value(PairMetric metric, Image reference, Image candidate) {
    return measure(metric, reference, candidate).defined().orElseThrow();
  }

  private static InputStream open(String name) {
    return Objects.requireNonNull(Golden.class.getResourceAsStream("/golden/" + name), name);
  }
}
