package org.pentimento.jobs.preview.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pentimento.api.BadInputException;
import org.pentimento.api.Progress;
import org.pentimento.api.extension.Extension;
import org.pentimento.api.extension.Kind;
import org.pentimento.protocol.preview.Answer;
import org.pentimento.protocol.preview.Answerer;
import org.pentimento.registry.Extensions;

/**
 * Answers {@code {"kind": "TRIGGER"}} with {@code {"extensions": […]}}, the descriptors of that
 * kind.
 */
@Component(service = Answerer.class)
public final class DescribeAnswerer implements Answerer {
  private final Extensions extensions;

  /** Made by the component framework. */
  @Activate
  public DescribeAnswerer(@Reference Extensions extensions) {
    this.extensions = extensions;
  }

  @Override
  public String kind() {
    return "describe";
  }

  @Override
  public Answer answer(JsonNode question, Progress progress) throws BadInputException {
    Kind kind;
    try {
      kind = Kind.valueOf(question.path("kind").asText());
    } catch (IllegalArgumentException e) {
      throw new BadInputException(
          "There is no kind of extension '" + question.path("kind").asText() + "'.",
          "Use the same version on both sides.",
          e);
    }
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    ArrayNode all = data.putArray("extensions");
    for (Extension extension : extensions.all(kind, Extension.class)) {
      all.add(DescriptorNodes.of(extension.descriptor()));
    }
    return new Answer(data, List.of());
  }
}
