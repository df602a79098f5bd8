package org.pentimento.jobs.preview.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.data.DatasetFormat;
import org.pentimento.api.extension.Kind;
import org.pentimento.protocol.preview.Answer;
import org.pentimento.protocol.preview.Answerer;
import org.pentimento.registry.Extensions;

/**
 * Answers {@code {"path": FOLDER}} with {@code {"formats": […]}}: every format that reads from
 * disk, those that recognise the folder first and the surest of them on top, each with its
 * descriptor, {@code confidence} in [0, 1] and {@code layout} in words; of one that does not
 * recognise it, {@code confidence} is missing. Only a glance is taken, however large the folder.
 */
@Component(service = Answerer.class)
public final class RecogniseAnswerer implements Answerer {
  private final Extensions extensions;

  /** Made by the component framework. */
  @Activate
  public RecogniseAnswerer(@Reference Extensions extensions) {
    this.extensions = extensions;
  }

  private record Seen(DatasetFormat format, DatasetFormat.@Nullable Recognition recognition) {
    double confidence() {
      return recognition == null ? -1 : recognition.confidence();
    }
  }

  @Override
  public String kind() {
    return "recognise";
  }

  @Override
  public Answer answer(JsonNode question, Progress progress)
      throws IOException, CancelledException {
    Path root = root(question);
    List<Seen> seen = new ArrayList<>();
    for (DatasetFormat format : extensions.all(Kind.DATASET_FORMAT, DatasetFormat.class)) {
      progress.checkCancelled();
      if (!format.makesItsPairs()) {
        Optional<DatasetFormat.Recognition> recognition = format.recognise(root);
        seen.add(new Seen(format, recognition.orElse(null)));
      }
    }
    seen.sort(Comparator.comparingDouble(Seen::confidence).reversed());
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    ArrayNode formats = data.putArray("formats");
    for (Seen s : seen) {
      ObjectNode node = DescriptorNodes.of(s.format().descriptor());
      DatasetFormat.Recognition recognition = s.recognition();
      if (recognition != null) {
        node.put("confidence", recognition.confidence()).put("layout", recognition.layout());
      }
      formats.add(node);
    }
    return new Answer(data, List.of());
  }

  /** The folder that is asked about. */
  static Path root(JsonNode question) throws BadInputException {
    Path root = Path.of(question.path("path").asText()).toAbsolutePath().normalize();
    if (!Files.exists(root)) {
      throw new BadInputException("There is no file or folder " + root + ".", "Check the path.");
    }
    if (!Files.isReadable(root)) {
      throw new BadInputException(
          root + " must not be read by this user.", "Give yourself permission to read it.");
    }
    return root;
  }
}
