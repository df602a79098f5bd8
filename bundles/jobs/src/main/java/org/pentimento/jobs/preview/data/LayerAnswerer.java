package org.pentimento.jobs.preview.data;

import java.io.IOException;
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
import org.pentimento.casefile.result.ImageRole;
import org.pentimento.protocol.preview.Answerer;
import org.pentimento.protocol.question.PairQuestion.DrawLayer;
import org.pentimento.protocol.question.PairQuestion.DrawnLayer;
import org.pentimento.protocol.question.Picture;
import org.pentimento.registry.Extensions;

/** Draws layers over two images of a pair. */
@Component(service = Answerer.class)
public final class LayerAnswerer implements Answerer<DrawLayer, DrawnLayer> {
  private final PairImages images;
  private final Extensions extensions;

  /** Made by the component framework. */
  @Activate
  public LayerAnswerer(@Reference PairImages images, @Reference Extensions extensions) {
    this.images = images;
    this.extensions = extensions;
  }

  @Override
  public Class<DrawLayer> question() {
    return DrawLayer.class;
  }

  @Override
  public DrawnLayer answer(DrawLayer question, Progress progress)
      throws IOException, CancelledException {
    LayerId layer = LayerId.parse(question.layer());
    PairImages.Found found = images.find(question.of(), progress);
    Image first = image(found, question.first());
    Image second = image(found, question.second());
    progress.checkCancelled();
    Image sized = AreaResampling.resize(second, first.width(), first.height());
    return new DrawnLayer(Picture.of(draw(layer, first, sized)));
  }

  private static Image image(PairImages.Found found, ImageRole role) throws IOException {
    for (PairImages.Named image : found.images()) {
      if (image.role().equals(role)) {
        return image.source().decode();
      }
    }
    throw new BadInputException(
        "The pair has no image '" + role + "'.", "Choose another one to compare.");
  }

  private Image draw(LayerId layer, Image first, Image second) throws IOException {
    return switch (layer.content()) {
      case DIFFERENCE -> difference(first.grey(), second.grey());
      case MAP -> map(metric(layer), first, second);
      case FIRST -> feature(layer, first);
      case SECOND -> feature(layer, second);
    };
  }

  private PairMetric metric(LayerId layer) throws BadInputException {
    return extensions.get(Kind.METRIC, PairMetric.class, layer.metric());
  }

  private static Image map(PairMetric metric, Image first, Image second) throws BadInputException {
    return metric
        .prepare(first, Settings.defaults(metric.descriptor()))
        .map(second)
        .orElseThrow(
            () ->
                new BadInputException(
                    metric.descriptor().name() + " has no map of these two images.",
                    "Choose other images, or another layer."));
  }

  private Image feature(LayerId layer, Image image) throws BadInputException {
    PairMetric metric = metric(layer);
    Image feature =
        metric.features(image, Settings.defaults(metric.descriptor())).get(layer.feature());
    if (feature == null) {
      throw new BadInputException(
          "There is no layer '" + layer.text() + "'.", "Choose another layer.");
    }
    return feature;
  }

  private static Image difference(Image a, Image b) {
    float[] values = new float[a.data().length];
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.abs(a.data()[i] - b.data()[i]);
    }
    return Image.of(a.width(), a.height(), 1, values);
  }
}
