package org.pentimento.jobs.preview.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.protocol.preview.Answer;
import org.pentimento.protocol.preview.Answer.Picture;
import org.pentimento.protocol.preview.Answerer;

/**
 * The images of a pair, see {@link PairImages#find}: {@code images} has role and name of each
 * picture; {@code sources} has {@code run}, {@code runName}, {@code comparison} and {@code name} of
 * each comparison with images of the pair, {@code chosen} is the place in it of the one shown, or
 * -1. {@code place} has {@code position}, {@code count} and the ids {@code first}, {@code
 * previous}, {@code next} and {@code last} among the pairs that the images come with.
 */
@Component(service = Answerer.class)
public final class PairAnswerer implements Answerer {
  /** The kind of question. */
  public static final String KIND = "pair";

  private final PairImages images;

  /** Made by the component framework. */
  @Activate
  public PairAnswerer(@Reference PairImages images) {
    this.images = images;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Answer answer(JsonNode question, Progress progress)
      throws IOException, CancelledException {
    PairImages.Found found = images.find(question, progress);
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    ArrayNode sources = data.putArray("sources");
    for (PairImages.Source source : found.sources()) {
      sources
          .addObject()
          .put("run", source.run())
          .put("runName", source.runName())
          .put("comparison", source.comparison())
          .put("name", source.name());
    }
    data.put("chosen", found.chosen() == null ? -1 : found.sources().indexOf(found.chosen()));
    Place place = found.place();
    data.putObject("place")
        .put("position", place.position())
        .put("count", place.count())
        .put("first", place.first())
        .put("previous", place.previous())
        .put("next", place.next())
        .put("last", place.last());
    List<Picture> pictures = new ArrayList<>();
    ArrayNode named = data.putArray("images");
    for (PairImages.Named image : found.images()) {
      progress.checkCancelled();
      pictures.add(Picture.of(image.source().decode()));
      named.addObject().put("role", image.role()).put("name", image.name());
    }
    return new Answer(data, pictures);
  }
}
