package org.pentimento.jobs.preview.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.extension.Kind;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.image.Image;
import org.pentimento.api.metric.PairMetric;
import org.pentimento.audit.data.AreaResampling;
import org.pentimento.protocol.preview.Answer;
import org.pentimento.protocol.preview.Answer.Picture;
import org.pentimento.protocol.preview.Answerer;
import org.pentimento.registry.Extensions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What can be laid over two images of a pair (named as for {@link PairAnswerer}, with their roles
 * {@code first} and {@code second}). Without {@code layer}: {@code layers}, each with {@code id},
 * {@code name} and {@code alike}, whether 1 means that the images agree (else it means much of what
 * the layer shows). With it: its picture, one plane, 0 to 1 as 0 to 255. The second image is
 * brought to the size of the first if it has another.
 */
@Component(service = Answerer.class)
public final class LayerAnswerer implements Answerer {
  /** The kind of question. */
  public static final String KIND = "pair-layer";

  private static final Logger LOG = LoggerFactory.getLogger(LayerAnswerer.class);
  private static final String DIFFERENCE = "difference";
  private static final int PROBE = 48;

  private final PairImages images;
  private final Extensions extensions;

  /** Made by the component framework. */
  @Activate
  public LayerAnswerer(@Reference PairImages images, @Reference Extensions extensions) {
    this.images = images;
    this.extensions = extensions;
  }

  private record Layer(String id, String name, boolean alike) {}

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Answer answer(JsonNode question, Progress progress)
      throws IOException, CancelledException {
    if (!question.has("layer")) {
      ObjectNode data = JsonNodeFactory.instance.objectNode();
      ArrayNode layers = data.putArray("layers");
      for (Layer layer : layers(progress)) {
        layers
            .addObject()
            .put("id", layer.id())
            .put("name", layer.name())
            .put("alike", layer.alike());
      }
      return new Answer(data, List.of());
    }
    PairImages.Found found = images.find(question, progress);
    Image first = image(found, question.path("first").asText());
    Image second = image(found, question.path("second").asText());
    progress.checkCancelled();
    Image sized = AreaResampling.resize(second, first.width(), first.height());
    return Answer.of(List.of(Picture.of(layer(question.path("layer").asText(), first, sized))));
  }

  private static Image image(PairImages.Found found, String role) throws IOException {
    for (PairImages.Named image : found.images()) {
      if (image.role().equals(role)) {
        return image.source().decode();
      }
    }
    throw new BadInputException(
        "The pair has no image '" + role + "'.", "Choose another one to compare.");
  }

  /** Asks every metric what it has to show for a small made-up picture. */
  private List<Layer> layers(Progress progress) throws CancelledException {
    List<Layer> layers = new ArrayList<>();
    layers.add(new Layer(DIFFERENCE, "Difference", false));
    Image probe = probe();
    Map<String, String> features = new LinkedHashMap<>();
    List<Layer> maps = new ArrayList<>();
    for (PairMetric metric : metrics()) {
      progress.checkCancelled();
      String id = metric.descriptor().id();
      try {
        Settings settings = Settings.defaults(metric.descriptor());
        metric
            .features(probe, settings)
            .keySet()
            .forEach(name -> features.putIfAbsent(name, id + "/" + name));
        if (metric.prepare(probe, settings).map(probe).isPresent()) {
          maps.add(new Layer("map/" + id, metric.descriptor().name() + " map", true));
        }
      } catch (RuntimeException | LinkageError e) {
        LOG.warn("The metric {} has no map to show", id, e);
      }
    }
    features.forEach(
        (name, id) -> {
          layers.add(new Layer("first/" + id, name + " ①", false));
          layers.add(new Layer("second/" + id, name + " ②", false));
        });
    layers.addAll(maps);
    return layers;
  }

  private List<PairMetric> metrics() {
    return extensions.all(Kind.METRIC, PairMetric.class);
  }

  private static Image probe() {
    float[] values = new float[PROBE * PROBE];
    for (int i = 0; i < values.length; i++) {
      values[i] = (i % PROBE * 7 + i / PROBE * 13) % 97 / 97f;
    }
    return Image.of(PROBE, PROBE, 1, values);
  }

  private Image layer(String layer, Image first, Image second) throws IOException {
    if (layer.equals(DIFFERENCE)) {
      return difference(first.grey(), second.grey());
    }
    String[] parts = layer.split("/", 3);
    if (parts.length < 2) {
      throw unknown(layer);
    }
    PairMetric metric = extensions.get(Kind.METRIC, PairMetric.class, parts[1]);
    Settings settings = Settings.defaults(metric.descriptor());
    if (parts[0].equals("map")) {
      return metric
          .prepare(first, settings)
          .map(second)
          .orElseThrow(
              () ->
                  new BadInputException(
                      metric.descriptor().name() + " has no map of these two images.",
                      "Choose other images, or another layer."));
    }
    Image feature =
        parts.length < 3
            ? null
            : metric.features(parts[0].equals("first") ? first : second, settings).get(parts[2]);
    if (feature == null) {
      throw unknown(layer);
    }
    return feature;
  }

  private static BadInputException unknown(String layer) {
    return new BadInputException("There is no layer '" + layer + "'.", "Choose another layer.");
  }

  private static Image difference(Image a, Image b) {
    float[] values = new float[a.data().length];
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.abs(a.data()[i] - b.data()[i]);
    }
    return Image.of(a.width(), a.height(), 1, values);
  }
}
