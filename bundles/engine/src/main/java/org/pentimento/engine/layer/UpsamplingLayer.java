package org.pentimento.engine.layer;

import static org.pentimento.engine.layer.NativeOps.arrays;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.AbstractLayer;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** An {@link Upsampling} at work. */
final class UpsamplingLayer extends AbstractLayer<Upsampling> implements Releasable {
  private static final long serialVersionUID = 1L;

  private final transient Buffers buffers = new Buffers();

  UpsamplingLayer(NeuralNetConfiguration configuration, DataType type) {
    super(configuration, type);
  }

  @Override
  public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
    assertInputSet(false);
    INDArray x = buffers.dense("x", input);
    input = x;
    INDArray larger =
        buffers.get("larger", x.dataType(), x.size(0), 2 * x.size(1), 2 * x.size(2), x.size(3));
    // Factors, then 0 for NHWC.
    NativeOps.run("upsampling2d", arrays(x), arrays(larger), 2, 2, 0);
    return larger;
  }

  @Override
  public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
    assertInputSet(true);
    INDArray dx = buffers.like("dx", input);
    // Unlike the forward operation, this one takes nothing but 0 for NHWC.
    NativeOps.run(
        "upsampling2d_bp", arrays(input, buffers.dense("epsilon", epsilon)), arrays(dx), 0);
    return new Pair<>(new DefaultGradient(), dx);
  }

  @Override
  public void release() {
    buffers.close();
  }

  @Override
  public boolean isPretrainLayer() {
    return false;
  }

  @Override
  public void clearNoiseWeightParams() {
    // No parameters.
  }
}
