package org.pentimento.jobs.preview.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.extension.Kind;
import org.pentimento.api.generator.ModelFormat;
import org.pentimento.protocol.preview.Answer;
import org.pentimento.protocol.preview.Answerer;
import org.pentimento.registry.Extensions;

/**
 * Answers {@code {"path": FILE}} with {@code {"formats": […]}}: every model format with its
 * descriptor, those that recognise the file first and with {@code layout}, what it seems to be in
 * words. Nothing in the file is run.
 */
@Component(service = Answerer.class)
public final class RecogniseModelAnswerer implements Answerer {
  private final Extensions extensions;

  /** Made by the component framework. */
  @Activate
  public RecogniseModelAnswerer(@Reference Extensions extensions) {
    this.extensions = extensions;
  }

  @Override
  public String kind() {
    return "recognise-model";
  }

  @Override
  public Answer answer(JsonNode question, Progress progress)
      throws IOException, CancelledException {
    Path file = RecogniseAnswerer.root(question);
    List<ObjectNode> recognising = new ArrayList<>();
    List<ObjectNode> others = new ArrayList<>();
    for (ModelFormat format : extensions.all(Kind.MODEL_FORMAT, ModelFormat.class)) {
      progress.checkCancelled();
      ObjectNode node = DescriptorNodes.of(format.descriptor());
      Optional<String> words = format.recognise(file);
      words.ifPresent(w -> node.put("layout", w));
      (words.isPresent() ? recognising : others).add(node);
    }
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    ArrayNode formats = data.putArray("formats");
    recognising.forEach(formats::add);
    others.forEach(formats::add);
    return new Answer(data, List.of());
  }
}
