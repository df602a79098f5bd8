package org.pentimento.engine.layer;

import static org.pentimento.engine.layer.NativeOps.arrays;

import java.util.Objects;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.BaseLayer;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.pentimento.engine.tensor.NativeArrays;
import org.pentimento.engine.tensor.Tensor;

/** A {@link Convolution} at work. Its weights outside are [oC, iC, kH, kW] as in PyTorch. */
public final class ConvolutionLayer extends BaseLayer<Convolution>
    implements NamedTensors, Releasable {
  private static final long serialVersionUID = 1L;

  private final transient Buffers buffers = new Buffers();
  private transient @Nullable INDArray output;
  private transient @Nullable INDArray inputGradient;

  ConvolutionLayer(NeuralNetConfiguration configuration, DataType type) {
    super(configuration, type);
  }

  @Override
  public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
    assertInputSet(false);
    Convolution convolution = layerConf();
    INDArray x = buffers.dense("x", input);
    input = x;
    INDArray z =
        buffers.get(
            "z",
            x.dataType(),
            x.size(0),
            convolution.outputSide(x.size(1)),
            convolution.outputSide(x.size(2)),
            convolution.getNOut());
    NativeOps.run(
        convolution.isTransposed() ? "deconv2d" : "conv2d",
        convolution.hasBias() ? arrays(x, weight(), bias()) : arrays(x, weight()),
        arrays(z),
        convolution.window().arguments());
    convolution.nonlinearity().apply(z);
    output = z;
    return z;
  }

  @Override
  public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
    assertInputSet(true);
    if (output == null) {
      throw new IllegalStateException("backward pass without a forward pass");
    }
    Convolution convolution = layerConf();
    INDArray dz =
        convolution.nonlinearity().gradient(output, buffers.dense("epsilon", epsilon), buffers);
    INDArray dx = buffers.like("dx", input);
    INDArray dw = Objects.requireNonNull(gradientViews.get(ConvolutionParameters.WEIGHT));
    Gradient gradient = new DefaultGradient();
    String operation = convolution.isTransposed() ? "deconv2d_bp" : "conv2d_bp";
    if (convolution.hasBias()) {
      INDArray db = Objects.requireNonNull(gradientViews.get(ConvolutionParameters.BIAS));
      NativeOps.run(
          operation,
          arrays(input, weight(), bias(), dz),
          arrays(dx, dw, db),
          convolution.window().arguments());
      gradient.setGradientFor(ConvolutionParameters.BIAS, db);
    } else {
      NativeOps.run(
          operation, arrays(input, weight(), dz), arrays(dx, dw), convolution.window().arguments());
    }
    gradient.setGradientFor(ConvolutionParameters.WEIGHT, dw, 'c');
    inputGradient = dx;
    return new Pair<>(gradient, dx);
  }

  /**
   * The gradient for this layer's input that the last backward pass gave; overwritten by the next.
   * DL4J drops it for the first layer of a network.
   */
  public INDArray inputGradient() {
    if (inputGradient == null) {
      throw new IllegalStateException("no backward pass yet");
    }
    return inputGradient;
  }

  private INDArray weight() {
    return getParam(ConvolutionParameters.WEIGHT);
  }

  private INDArray bias() {
    return getParam(ConvolutionParameters.BIAS);
  }

  @Override
  public Tensor tensor(String name) {
    return switch (name) {
      case Convolution.WEIGHT -> NativeArrays.copyOf(weight().permute(3, 2, 0, 1));
      case Convolution.BIAS -> NativeArrays.copyOf(bias());
      default -> throw new IllegalArgumentException("a convolution has no " + name);
    };
  }

  @Override
  public void assign(String name, Tensor tensor) {
    if (!tensor.shape().equals(layerConf().tensorShapes().get(name))) {
      throw new IllegalArgumentException(name + " has not the shape " + tensor.shape());
    }
    if (name.equals(Convolution.WEIGHT)) {
      NativeArrays.assign(weight().permute(3, 2, 0, 1), tensor);
    } else {
      NativeArrays.assign(bias(), tensor);
    }
  }

  @Override
  public void release() {
    buffers.close();
    output = null;
    inputGradient = null;
  }

  @Override
  public Type type() {
    return Type.CONVOLUTIONAL;
  }

  @Override
  public boolean isPretrainLayer() {
    return false;
  }

  @Override
  public void clearNoiseWeightParams() {
    // No weight noise.
  }
}
