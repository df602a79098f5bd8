package org.pentimento.model.child;

import java.io.IOException;
import org.pentimento.engine.tensor.Tensor;

/** A network that was opened in this process. */
interface OpenedNetwork extends AutoCloseable {
  /** What it takes and gives. */
  Ports ports();

  /**
   * Runs it.
   *
   * @param photo for its one input
   * @param output name of the output to return
   * @throws IOException if it cannot be run on that, saying why
   */
  Tensor run(Tensor photo, String output) throws IOException;

  @Override
  void close();
}
