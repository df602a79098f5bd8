package org.pentimento.api.generator;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
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
   * Opens the model. Treats the file as hostile.
   *
   * @throws org.pentimento.api.BadInputException if it cannot be used
   */
  Model open(Path file, Settings settings) throws IOException;
}
