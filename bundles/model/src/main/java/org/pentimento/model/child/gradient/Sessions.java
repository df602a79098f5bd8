package org.pentimento.model.child.gradient;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;

/** Opens networks with the same device, threads and options as the model itself. */
public interface Sessions {
  /**
   * Opens one.
   *
   * @param network an ONNX file
   */
  OrtSession open(byte[] network) throws OrtException, IOException;
}
