package org.pentimento.audit.run;

import java.io.IOException;
import org.pentimento.api.generator.Model;

/** Opens a model; whoever asks closes it. */
@FunctionalInterface
interface ModelSource {
  Model open() throws IOException;
}
