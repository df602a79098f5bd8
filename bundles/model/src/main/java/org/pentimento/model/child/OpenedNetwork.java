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

  /**
   * Runs it so that gradients can go back.
   *
   * @param photo for its one input
   * @param output name of the output to return
   * @throws IOException if it tells no gradients, saying why
   */
  Trace trace(Tensor photo, String output) throws IOException;

  /** A photo that was drawn. */
  interface Trace extends AutoCloseable {
    /** The output. */
    Tensor drawn() throws IOException;

    /**
     * Carries a gradient back.
     *
     * @param gradient for the output
     * @return the gradient for the photo
     */
    Tensor back(Tensor gradient) throws IOException;

    @Override
    void close();
  }

  @Override
  void close();
}
