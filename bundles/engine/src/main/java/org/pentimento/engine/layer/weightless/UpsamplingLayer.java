package org.pentimento.engine.layer.weightless;

import static org.pentimento.engine.layer.array.NativeOps.arrays;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.AbstractLayer;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.pentimento.engine.layer.Releasable;
import org.pentimento.engine.layer.array.Buffers;
import org.pentimento.engine.layer.array.NativeOps;

/**
 * Runs an {@link Upsampling}. Copying whole pixels and then whole lines is three times as fast as
 * the native upsampling2d, and average pooling three times as fast as upsampling2d_bp.
 */
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
    long rows = x.size(0) * x.size(1);
    long columns = x.size(2);
    long channels = x.size(3);
    INDArray pixels = x.reshape('c', rows * columns, 1, channels);
    INDArray wider = buffers.get("wider", x.dataType(), rows * columns, 2, channels);
    NativeOps.run("concat", arrays(pixels, pixels), arrays(wider), 1);
    INDArray lines = wider.reshape('c', rows, 1, 2 * columns * channels);
    INDArray larger =
        buffers.get("larger", x.dataType(), x.size(0), 2 * x.size(1), 2 * columns, channels);
    NativeOps.run(
        "concat",
        arrays(lines, lines),
        arrays(larger.reshape('c', rows, 2, 2 * columns * channels)),
        1);
    return larger;
  }

  /** Each pixel gets the sum over its four copies: four times their mean. */
  @Override
  public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
    assertInputSet(true);
    INDArray dx = buffers.like("dx", input);
    // Window, stride, padding, dilation, explicit padding, divided by all of the window, NHWC.
    NativeOps.run(
        "avgpool2d",
        arrays(buffers.dense("epsilon", epsilon)),
        arrays(dx),
        2,
        2,
        2,
        2,
        0,
        0,
        1,
        1,
        0,
        1,
        1);
    dx.muli(4);
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
