package org.pentimento.engine.layer;

import static org.pentimento.engine.layer.NativeOps.arrays;

import java.util.List;
import java.util.Locale;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.scalar.Step;
import org.nd4j.linalg.factory.Nd4j;
import org.pentimento.engine.onnx.OnnxGraph;
import org.pentimento.engine.onnx.OnnxGraph.Attribute;

/**
 * What a layer does to its weighted sums. All are applied in place; the gradient is computed from
 * the output alone, which all of them allow.
 */
public enum Nonlinearity {
  /** Nothing. */
  IDENTITY {
    @Override
    double slopeBelow() {
      return 1;
    }

    @Override
    void apply(INDArray values, Buffers buffers) {}

    @Override
    INDArray gradient(INDArray output, INDArray epsilon, Buffers buffers) {
      return epsilon;
    }
  },
  /** max(0, z). */
  RELU {
    @Override
    double slopeBelow() {
      return 0;
    }

    @Override
    void apply(INDArray values, Buffers buffers) {
      NativeOps.runWith(new double[] {0}, "relu", arrays(values), arrays(values));
    }

    @Override
    INDArray gradient(INDArray output, INDArray epsilon, Buffers buffers) {
      return positive(output, buffers.like("dz", epsilon)).muli(epsilon);
    }
  },
  /** z for z above 0, else 0.2 z. The output has the sign of z. */
  LEAKY_RELU {
    @Override
    double slopeBelow() {
      return SLOPE;
    }

    @Override
    void apply(INDArray values, Buffers buffers) {
      // The larger of both. The native lrelu branches at every value, which takes three times as
      // long.
      INDArray below = values.mul(SLOPE, buffers.like("below", values));
      NativeOps.run("maximum", arrays(values, below), arrays(values));
    }

    @Override
    INDArray gradient(INDArray output, INDArray epsilon, Buffers buffers) {
      INDArray factors = positive(output, buffers.like("dz", epsilon));
      return factors.muli(1 - SLOPE).addi(SLOPE).muli(epsilon);
    }
  },
  /** 1 / (1 + exp(-z)); its derivative is y (1 - y). */
  SIGMOID {
    @Override
    void apply(INDArray values, Buffers buffers) {
      NativeOps.run("sigmoid", arrays(values), arrays(values));
    }

    @Override
    INDArray gradient(INDArray output, INDArray epsilon, Buffers buffers) {
      return buffers.like("dz", output).assign(output).rsubi(1).muli(output).muli(epsilon);
    }
  },
  /** The hyperbolic tangent; its derivative is 1 - y². */
  TANH {
    @Override
    void apply(INDArray values, Buffers buffers) {
      NativeOps.run("tanh", arrays(values), arrays(values));
    }

    @Override
    INDArray gradient(INDArray output, INDArray epsilon, Buffers buffers) {
      return buffers.like("dz", output).assign(output).muli(output).rsubi(1).muli(epsilon);
    }
  };

  /** The slope of {@link #LEAKY_RELU} below 0. */
  static final double SLOPE = 0.2;

  /**
   * 1 where values are above 0, else 0. A product with it is several times faster than the native
   * relu_bp, which runs on one thread.
   */
  private static INDArray positive(INDArray values, INDArray result) {
    return Nd4j.exec(new Step(values, result));
  }

  /**
   * Slope below 0 of a nonlinearity that is straight there and has the slope 1 above.
   *
   * @throws IllegalArgumentException if it is curved
   */
  double slopeBelow() {
    throw new IllegalArgumentException(this + " is curved");
  }

  /** Adds it to a graph; returns the name of the output. */
  String addTo(OnnxGraph graph, String z) {
    List<String> inputs = List.of(z);
    String name = z + "." + name().toLowerCase(Locale.ROOT);
    return switch (this) {
      case IDENTITY -> z;
      case RELU -> graph.add("Relu", name, inputs);
      case LEAKY_RELU -> graph.add("LeakyRelu", name, inputs, Attribute.of("alpha", (float) SLOPE));
      case SIGMOID -> graph.add("Sigmoid", name, inputs);
      case TANH -> graph.add("Tanh", name, inputs);
    };
  }

  /** Replaces z by the output. */
  abstract void apply(INDArray values, Buffers buffers);

  /**
   * The gradient for z.
   *
   * @param output what {@link #apply} left
   * @param epsilon the gradient for the output; not written to
   */
  abstract INDArray gradient(INDArray output, INDArray epsilon, Buffers buffers);
}
