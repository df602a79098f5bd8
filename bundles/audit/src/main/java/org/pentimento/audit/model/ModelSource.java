package org.pentimento.audit.model;

import java.io.IOException;
import org.pentimento.api.generator.Model;

/** Opens a model; whoever asks closes it. */
@FunctionalInterface
public interface ModelSource {
  Model open() throws IOException;
}
