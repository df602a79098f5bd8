package org.pentimento.api.generator;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.data.Pair;
import org.pentimento.api.extension.Extension;
import org.pentimento.api.extension.Settings;

/** Extension kind: a way in which trained models are stored. Stateless. */
@ConsumerType
public interface ModelFormat extends Extension {
  /**
   * Looks whether a file or folder is of this format, without running anything in it.
   *
   * @return what it seems to be, in words for a person; empty if it is something else
   */
  Optional<String> recognise(Path file) throws IOException;

  /**
   * Id of the {@link org.pentimento.api.compute.ComputeEngine} that its models are computed by, on
   * the device in use there; empty if they know none but the CPU.
   */
  default Optional<String> engine() {
    return Optional.empty();
  }

  /**
   * Opens the model. Treats the file as hostile.
   *
   * @throws org.pentimento.api.BadInputException if it cannot be used
   */
  Model open(Path file, Settings settings) throws IOException;

  /**
   * Finds out how the model wants its photos and gives its sketches: asks the model, and tries on
   * known pairs what it does not say. Treats the file as hostile.
   *
   * @param given what a person has set, by parameter id; it is never changed
   * @param known pairs to try the model on, not empty; a few are enough
   * @return settings that {@link #open} can be called with, and how each came about
   * @throws org.pentimento.api.BadInputException if the model cannot be used in any way tried
   */
  default Fit fit(Path file, Map<String, String> given, List<Pair> known, Progress progress)
      throws IOException, CancelledException {
    return new Fit(Settings.of(descriptor(), given), List.of());
  }

  /**
   * How a model is used.
   *
   * @param settings all of them
   * @param assumptions what nobody has set, in the order of the parameters
   */
  record Fit(Settings settings, List<Assumption> assumptions) {}

  /**
   * One setting that was found out.
   *
   * @param parameter its id
   * @param value what was assumed
   * @param reason why, one sentence for a person
   * @param sure whether nothing else came near; if not, a person should look at the sketches
   */
  record Assumption(String parameter, String value, String reason, boolean sure) {}
}
