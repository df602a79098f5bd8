package org.pentimento.jobs.preview.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.extension.Kind;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.image.Image;
import org.pentimento.api.metric.PairMetric;
import org.pentimento.protocol.preview.Answerer;
import org.pentimento.protocol.question.PairQuestion.ListLayers;
import org.pentimento.protocol.question.PairQuestion.PairLayer;
import org.pentimento.protocol.question.PairQuestion.PairLayers;
import org.pentimento.registry.Extensions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds out which layers the metrics have, by asking each about a small made-up picture. */
@Component(service = Answerer.class)
public final class LayerListAnswerer implements Answerer<ListLayers, PairLayers> {
  private static final Logger LOG = LoggerFactory.getLogger(LayerListAnswerer.class);
  private static final int PROBE = 48;

  private final Extensions extensions;

  /** Made by the component framework. */
  @Activate
  public LayerListAnswerer(@Reference Extensions extensions) {
    this.extensions = extensions;
  }

  @Override
  public Class<ListLayers> question() {
    return ListLayers.class;
  }

  @Override
  public PairLayers answer(ListLayers question, Progress progress) throws CancelledException {
    List<PairLayer> layers = new ArrayList<>();
    layers.add(new PairLayer(LayerId.DIFFERENCE.text(), "Difference", false));
    Image probe = probe();
    Map<String, String> features = new LinkedHashMap<>();
    List<PairLayer> maps = new ArrayList<>();
    for (PairMetric metric : extensions.all(Kind.METRIC, PairMetric.class)) {
      progress.checkCancelled();
      String id = metric.descriptor().id();
      try {
        Settings settings = Settings.defaults(metric.descriptor());
        metric.features(probe, settings).keySet().forEach(name -> features.putIfAbsent(name, id));
        if (metric.prepare(probe, settings).map(probe).isPresent()) {
          String name = metric.descriptor().name() + " map";
          maps.add(new PairLayer(LayerId.map(id).text(), name, true));
        }
      } catch (RuntimeException | LinkageError e) {
        LOG.warn("The metric {} has no map to show", id, e);
      }
    }
    features.forEach(
        (name, metric) -> {
          layers.add(new PairLayer(LayerId.first(metric, name).text(), name + " ①", false));
          layers.add(new PairLayer(LayerId.second(metric, name).text(), name + " ②", false));
        });
    layers.addAll(maps);
    return new PairLayers(layers);
  }

  private static Image probe() {
    float[] values = new float[PROBE * PROBE];
    for (int i = 0; i < values.length; i++) {
      values[i] = (i % PROBE * 7 + i / PROBE * 13) % 97 / 97f;
    }
    return Image.of(PROBE, PROBE, 1, values);
  }
}
