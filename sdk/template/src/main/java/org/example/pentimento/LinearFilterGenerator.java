package org.example.pentimento;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Parameter;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.generator.DivergedException;
import org.pentimento.api.generator.Examples;
import org.pentimento.api.generator.Generator;
import org.pentimento.api.generator.Model;
import org.pentimento.api.generator.ModelFolder;
import org.pentimento.api.generator.ModelFolder.Weights;
import org.pentimento.api.generator.TrainingMonitor;
import org.pentimento.api.image.Image;

/**
 * The sketch as a linear filter of the photo's luminance: the best one in the sense of least
 * squares. A base line, trained in seconds, that every network has to beat.
 */
@Component(service = Generator.class)
public final class LinearFilterGenerator implements Generator {
  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
          "linear-filter",
          "Linear filter",
          "1.0.0",
          "Draws each pixel as a weighted sum of the luminance around it; a base line.",
          "A sample of the guide for authors of extensions; least squares with a ridge.",
          Parameter.integer("radius", "Radius", "How far around a pixel it looks.", "px", 2, 0, 4),
          Parameter.number(
              "ridge", "Ridge", "How strongly weights are kept small.", "", .01, .000001, 10));

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public int reach(Settings settings, int width, int height) {
    return settings.integer("radius");
  }

  @Override
  public Model train(
      Examples examples, Settings settings, long seed, TrainingMonitor monitor, Progress progress)
      throws IOException, CancelledException, DivergedException {
    int radius = settings.integer("radius");
    int side = 2 * radius + 1;
    int n = side * side + 1; // and a constant
    double[][] products = new double[n][n + 1];
    double[] around = new double[n];
    progress.begin("Fitting", 2L * examples.size());
    for (int i = 0; i < examples.size(); i++) {
      progress.checkCancelled();
      Image photo = padded(examples.photo(i), radius);
      Image sketch = examples.sketch(i);
      for (int y = 0; y < sketch.height(); y++) {
        for (int x = 0; x < sketch.width(); x++) {
          look(photo, x, y, side, around);
          double wanted = sketch.get(0, x, y);
          for (int a = 0; a < n; a++) {
            for (int b = 0; b <= a; b++) {
              products[a][b] += around[a] * around[b];
            }
            products[a][n] += around[a] * wanted;
          }
        }
      }
      progress.advance(1);
    }
    double ridge = settings.number("ridge") * examples.size();
    for (int a = 0; a < n - 1; a++) {
      products[a][a] += ridge;
    }
    Model model =
        new LinearFilter(
            new ModelFolder(
                settings,
                examples.width(),
                examples.height(),
                Map.of(),
                Map.of("filter", new Weights(List.of(n), solved(products)))));
    for (int i = 0; i < examples.size(); i++) {
      progress.checkCancelled();
      Image drawn = model.sketch(List.of(examples.photo(i))).get(0);
      monitor.loss(i + 1, examples.size(), Map.of("l1", difference(drawn, examples.sketch(i))));
      progress.advance(1);
    }
    return model;
  }

  @Override
  public Model read(Path folder) throws IOException {
    ModelFolder stored = ModelFolder.read(folder, DESCRIPTOR);
    int side = 2 * stored.settings().integer("radius") + 1;
    var unused = stored.weights("filter", List.of(side * side + 1)); // says so if it does not fit
    return new LinearFilter(stored);
  }

  /** The luminance, with the edge repeated around it. */
  private static Image padded(Image photo, int radius) {
    return photo
        .grey()
        .window(-radius, -radius, photo.width() + 2 * radius, photo.height() + 2 * radius);
  }

  private static void look(Image padded, int x, int y, int side, double[] around) {
    int to = 0;
    for (int v = 0; v < side; v++) {
      for (int u = 0; u < side; u++) {
        around[to++] = padded.get(0, x + u, y + v);
      }
    }
    around[to] = 1;
  }

  /** Solves a symmetric, positive system of which the lower half and the right side are given. */
  private static float[] solved(double[][] m) {
    int n = m.length;
    for (int a = 0; a < n; a++) { // m = L L', in place
      for (int b = 0; b <= a; b++) {
        double sum = m[a][b];
        for (int k = 0; k < b; k++) {
          sum -= m[a][k] * m[b][k];
        }
        m[a][b] = a == b ? StrictMath.sqrt(Math.max(sum, 1e-12)) : sum / m[b][b];
      }
    }
    for (int a = 0; a < n; a++) {
      for (int k = 0; k < a; k++) {
        m[a][n] -= m[a][k] * m[k][n];
      }
      m[a][n] /= m[a][a];
    }
    float[] solution = new float[n];
    for (int a = n - 1; a >= 0; a--) {
      for (int k = a + 1; k < n; k++) {
        m[a][n] -= m[k][a] * m[k][n];
      }
      m[a][n] /= m[a][a];
      solution[a] = (float) m[a][n];
    }
    return solution;
  }

  private static double difference(Image one, Image other) {
    double sum = 0;
    for (int i = 0; i < one.data().length; i++) {
      sum += Math.abs(one.data()[i] - other.data()[i]);
    }
    return sum / one.data().length;
  }

  private record LinearFilter(ModelFolder stored) implements Model {
    @Override
    public List<Image> sketch(List<Image> photos) {
      return photos.stream().map(this::drawn).toList();
    }

    private Image drawn(Image photo) {
      float[] filter = stored.weights().get("filter").values();
      int radius = stored.settings().integer("radius");
      Image padded = padded(photo, radius);
      double[] around = new double[filter.length];
      float[] data = new float[photo.width() * photo.height()];
      for (int y = 0; y < photo.height(); y++) {
        for (int x = 0; x < photo.width(); x++) {
          look(padded, x, y, 2 * radius + 1, around);
          double sum = 0;
          for (int a = 0; a < filter.length; a++) {
            sum += filter[a] * around[a];
          }
          data[y * photo.width() + x] = (float) sum;
        }
      }
      return Image.of(photo.width(), photo.height(), 1, data);
    }

    @Override
    public void write(Path folder) throws IOException {
      stored.write(folder, DESCRIPTOR);
    }

    @Override
    public long parameters() {
      return stored.parameters();
    }

    @Override
    public Map<String, String> provenance() {
      return stored.provenance();
    }

    @Override
    public void close() {
      // holds no native memory
    }
  }
}
