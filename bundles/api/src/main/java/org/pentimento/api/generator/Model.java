package org.pentimento.api.generator;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import org.pentimento.api.image.Image;

/** A trained generator. Holds native memory until closed. For use from one thread at a time. */
@ConsumerType
public interface Model extends AutoCloseable {
  /**
   * Draws sketches. Photos may have any size and 1 or 3 planes; what the network wants larger is
   * padded at the edge and cropped back.
   *
   * @return one plane each, as large as its photo, in order
   */
  List<Image> sketch(List<Image> photos);

  /**
   * Stores the model as {@code model.json} and {@code model.safetensors} in an existing folder, the
   * same bytes every time.
   */
  void write(Path folder) throws IOException;

  /** Number of trained parameters. */
  long parameters();

  /**
   * What is known about its making for the record, such as the native build; stable for one machine
   * and build. {@code ended} says in a sentence how the training ended, where it did not simply do
   * all its steps.
   */
  Map<String, String> provenance();

  /**
   * Something that not every model can do.
   *
   * @param type an interface of {@link Capability}
   */
  default <C extends Capability> Optional<C> capability(Class<C> type) {
    return Optional.empty();
  }

  /**
   * Why the model cannot do something that other models can, the end of a sentence without a full
   * stop; empty if it can, or if there is nothing to say.
   *
   * @param type an interface of {@link Capability}
   */
  default String lacks(Class<? extends Capability> type) {
    return "";
  }

  @Override
  void close();
}
