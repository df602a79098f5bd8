package org.pentimento.engine.compute;

import java.io.IOException;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.pentimento.api.compute.ComputeCapability;
import org.pentimento.api.compute.ComputeEngine;
import org.pentimento.api.compute.GpuNeeds;
import org.pentimento.engine.Engine;

/** ND4J as the engine of the product. */
@Component(service = ComputeEngine.class)
public final class Nd4jEngine implements ComputeEngine {
  /**
   * Its build for CUDA 11.6 has machine code for 3.7 to 8.6 and none that a driver could translate
   * for others; the code for 8.6 runs on 8.9 too. CUDA 11 needs driver 450. The memory is for its
   * own libraries and a small network.
   */
  private static final GpuNeeds NEEDS =
      new GpuNeeds(
          "ND4J " + Engine.VERSION,
          new ComputeCapability(3, 7),
          new ComputeCapability(8, 9),
          450,
          2048);

  @Override
  public String id() {
    return OF_GENERATORS;
  }

  @Override
  public GpuNeeds gpuNeeds() {
    return NEEDS;
  }

  @Override
  public Optional<String> missing() {
    return Engine.hasGpuPart() ? Optional.empty() : Optional.of("./pentimento install-cuda");
  }

  @Override
  public void use(String device) {
    Engine.use(device);
  }

  @Override
  public void tryOut() throws IOException {
    try {
      TrialNetwork.run();
    } catch (ExceptionInInitializerError e) {
      Throwable cause = e.getException(); // of the start, which happens once
      throw new IOException(String.valueOf(cause == null ? e : cause.getMessage()), e);
    }
  }
}
