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
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.jobs.preview.Thumbnail;
import org.pentimento.protocol.preview.Answer;
import org.pentimento.protocol.preview.Answer.Picture;
import org.pentimento.protocol.preview.Answerer;

/**
 * Small pictures of {@code pairs} (ids) of {@code case}, {@code dataset}, {@code digest}, whose
 * longer side is at most {@code side}; none is made larger. {@code problems} has, for each pair,
 * why it cannot be shown, or nothing; the pictures are the photo and the sketch of each pair that
 * can.
 */
@Component(service = Answerer.class)
public final class ThumbnailsAnswerer implements Answerer {
  /** The kind of question. */
  public static final String KIND = "thumbnails";

  private static final int LARGEST = 512;

  private final DataSets sets;

  /** Made by the component framework. */
  @Activate
  public ThumbnailsAnswerer(@Reference DataSets sets) {
    this.sets = sets;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Answer answer(JsonNode question, Progress progress)
      throws IOException, CancelledException {
    DataSets.Known set = sets.of(question);
    int side = Math.max(8, Math.min(LARGEST, question.path("side").asInt()));
    List<Picture> pictures = new ArrayList<>();
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    ArrayNode problems = data.putArray("problems");
    for (JsonNode id : question.path("pairs")) {
      progress.checkCancelled();
      try {
        DataSets.Images images = set.images(id.asText(), progress);
        Picture photo = Thumbnail.of(images.photo().decode(), side);
        Picture sketch = Thumbnail.of(images.sketch().decode(), side);
        pictures.add(photo);
        pictures.add(sketch);
        problems.add("");
      } catch (BadInputException e) {
        problems.add(e.getMessage() + " " + e.remedy());
      } catch (IOException e) {
        problems.add("It cannot be read: " + e.getMessage() + ".");
      }
    }
    return new Answer(data, pictures);
  }
}
