package org.pentimento.engine.onednn;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bytedeco.dnnl.dnnl_convolution_desc_t;
import org.bytedeco.dnnl.dnnl_memory_desc_t;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.primitive_attr;
import org.jspecify.annotations.Nullable;

/**
 * The kernels of one convolution of images, chosen by its shape and the processor alone. Layouts
 * are those that the kernels like best.
 */
public final class Convolving {
  /** Those found so far: finding takes milliseconds, and networks are laid out often. */
  private static final Map<Wanted, Convolving> FOUND = new ConcurrentHashMap<>();

  private final ConvolutionShape shape;
  private final Recipe forward;
  private final boolean fused;
  private @Nullable Data data;
  private @Nullable Weights weights;

  private record Wanted(ConvolutionShape shape, PointwiseCurve curve) {}

  /** Layouts of what goes in, of weights, and of what comes out; or of their gradients. */
  public record Layouts(BlockLayout input, BlockLayout weights, BlockLayout output) {}

  /**
   * The kernels.
   *
   * @param curve done to what comes out, if the kernel can
   * @throws NoKernelException if there is no fast one
   */
  public static Convolving of(ConvolutionShape shape, PointwiseCurve curve) {
    return FOUND.computeIfAbsent(
        new Wanted(shape, curve), wanted -> new Convolving(wanted.shape(), wanted.curve()));
  }

  private Convolving(ConvolutionShape shape, PointwiseCurve curve) {
    this.shape = shape;
    Recipe plain = best(null, this::forward);
    Recipe curved = curve == PointwiseCurve.NONE ? null : find(curve.attributes(), this::forward);
    // Some kernels cannot do the curve; it then takes a pass of its own.
    fused = curved != null && curved.name().equals(plain.name());
    forward = fused && curved != null ? curved : plain;
  }

  /** An operation by its algorithm. */
  private interface Operation {
    dnnl_convolution_desc_t of(int algorithm);
  }

  private Recipe best(@Nullable primitive_attr attributes, Operation operation) {
    Recipe found = find(attributes, operation);
    if (found == null || found.isSlow()) {
      throw new NoKernelException("no fast kernel of oneDNN for " + shape);
    }
    return found;
  }

  private @Nullable Recipe find(@Nullable primitive_attr attributes, Operation operation) {
    if (shape.isForWinograd()) {
      Recipe winograd = find(dnnl.dnnl_convolution_winograd, attributes, operation);
      if (winograd != null && !ConvolutionShape.isGreedy(winograd)) {
        return winograd;
      }
    }
    int direct = shape.transposed() ? dnnl.dnnl_deconvolution_direct : dnnl.dnnl_convolution_direct;
    return find(direct, attributes, operation);
  }

  private @Nullable Recipe find(
      int algorithm, @Nullable primitive_attr attributes, Operation operation) {
    dnnl_convolution_desc_t wanted = operation.of(algorithm);
    Recipe hint =
        wanted.prop_kind() == dnnl.dnnl_forward_training
            ? null
            : Recipe.find(forward(algorithm), null, null);
    return Recipe.find(wanted, attributes, hint);
  }

  private dnnl_convolution_desc_t forward(int algorithm) {
    ConvolutionShape by = by(algorithm);
    dnnl_convolution_desc_t operation = new dnnl_convolution_desc_t();
    dnnl_memory_desc_t x = by.inputLayout().data();
    dnnl_memory_desc_t w = by.weightsLayout().data();
    dnnl_memory_desc_t b = biases(by);
    dnnl_memory_desc_t y = by.outputLayout().data();
    int kind = dnnl.dnnl_forward_training;
    NativeKernel.check(
        shape.transposed()
            ? dnnl.dnnl_deconvolution_forward_desc_init(
                operation, kind, algorithm, x, w, b, y, strides(), before(), after())
            : dnnl.dnnl_convolution_forward_desc_init(
                operation, kind, algorithm, x, w, b, y, strides(), before(), after()));
    return operation;
  }

  private dnnl_convolution_desc_t dataOperation(int algorithm) {
    ConvolutionShape by = by(algorithm);
    dnnl_convolution_desc_t operation = new dnnl_convolution_desc_t();
    dnnl_memory_desc_t dx = by.inputLayout().data();
    dnnl_memory_desc_t w = by.weightsLayout().data();
    dnnl_memory_desc_t dy = by.outputLayout().data();
    NativeKernel.check(
        shape.transposed()
            ? dnnl.dnnl_deconvolution_backward_data_desc_init(
                operation, algorithm, dx, w, dy, strides(), before(), after())
            : dnnl.dnnl_convolution_backward_data_desc_init(
                operation, algorithm, dx, w, dy, strides(), before(), after()));
    return operation;
  }

  private dnnl_convolution_desc_t weightsOperation(int algorithm) {
    ConvolutionShape by = by(algorithm);
    dnnl_convolution_desc_t operation = new dnnl_convolution_desc_t();
    dnnl_memory_desc_t x = by.inputLayout().data();
    dnnl_memory_desc_t dw = by.weightsLayout().data();
    dnnl_memory_desc_t db = biases(by);
    dnnl_memory_desc_t dy = by.outputLayout().data();
    NativeKernel.check(
        shape.transposed()
            ? dnnl.dnnl_deconvolution_backward_weights_desc_init(
                operation, algorithm, x, dw, db, dy, strides(), before(), after())
            : dnnl.dnnl_convolution_backward_weights_desc_init(
                operation, algorithm, x, dw, db, dy, strides(), before(), after()));
    return operation;
  }

  private ConvolutionShape by(int algorithm) {
    return algorithm == dnnl.dnnl_convolution_winograd ? shape.inGroups() : shape;
  }

  private static @Nullable dnnl_memory_desc_t biases(ConvolutionShape by) {
    return by.bias() ? BlockLayout.vector(by.output().channels()).data() : null;
  }

  /** Layouts without the channels that a kernel fills up. */
  private Layouts layouts(Recipe recipe, int input, int weights, int output) {
    long out = shape.output().channels();
    long in = shape.input().channels();
    return new Layouts(
        recipe.layout(input).trimmed(shape.input().array()),
        recipe.layout(weights).trimmed(out, in, shape.size(), shape.size()),
        recipe.layout(output).trimmed(shape.output().array()));
  }

  private long[] strides() {
    return new long[] {shape.stride(), shape.stride()};
  }

  private long[] before() {
    return new long[] {shape.before(), shape.before()};
  }

  private long[] after() {
    return new long[] {shape.after(), shape.after()};
  }

  /** Whether the curve is part of the forward kernel. */
  public boolean isFused() {
    return fused;
  }

  /** Layouts of the forward kernel. */
  public Layouts layouts() {
    return layouts(
        forward, dnnl.dnnl_query_src_md, dnnl.dnnl_query_weights_md, dnnl.dnnl_query_dst_md);
  }

  /** The forward kernel. */
  public NativeKernel kernel(Block x, Block w, @Nullable Block bias, Block y) {
    return forward.kernel(
        dnnl.DNNL_ARG_SRC,
        x,
        dnnl.DNNL_ARG_WEIGHTS,
        w,
        dnnl.DNNL_ARG_BIAS,
        bias,
        dnnl.DNNL_ARG_DST,
        y);
  }

  /**
   * The gradient for the input.
   *
   * @throws NoKernelException if there is no fast kernel for it
   */
  public synchronized Data data() {
    Data found = data;
    if (found == null) {
      found = new Data();
      data = found;
    }
    return found;
  }

  /**
   * The gradients for weights and biases.
   *
   * @throws NoKernelException if there is no fast kernel for them
   */
  public synchronized Weights weights() {
    Weights found = weights;
    if (found == null) {
      found = new Weights();
      weights = found;
    }
    return found;
  }

  /** The gradient for the input. */
  public final class Data {
    private final Recipe recipe = best(null, Convolving.this::dataOperation);

    private Data() {}

    /** Layouts of the gradient for the input, the weights, the gradient for the output. */
    public Layouts layouts() {
      return Convolving.this.layouts(
          recipe,
          dnnl.dnnl_query_diff_src_md,
          dnnl.dnnl_query_weights_md,
          dnnl.dnnl_query_diff_dst_md);
    }

    /** The kernel. */
    public NativeKernel kernel(Block dy, Block w, Block dx) {
      return recipe.kernel(
          dnnl.DNNL_ARG_DIFF_DST, dy, dnnl.DNNL_ARG_WEIGHTS, w, dnnl.DNNL_ARG_DIFF_SRC, dx);
    }

    @Override
    public String toString() {
      return recipe.name();
    }
  }

  /** The gradients for weights and biases. */
  public final class Weights {
    private final Recipe recipe = best(null, Convolving.this::weightsOperation);

    private Weights() {}

    /** Layouts of the input, the gradient for the weights, the gradient for the output. */
    public Layouts layouts() {
      return Convolving.this.layouts(
          recipe,
          dnnl.dnnl_query_src_md,
          dnnl.dnnl_query_diff_weights_md,
          dnnl.dnnl_query_diff_dst_md);
    }

    /** The kernel. */
    public NativeKernel kernel(Block x, Block dy, Block dw, @Nullable Block biasGradient) {
      return recipe.kernel(
          dnnl.DNNL_ARG_SRC,
          x,
          dnnl.DNNL_ARG_DIFF_DST,
          dy,
          dnnl.DNNL_ARG_DIFF_WEIGHTS,
          dw,
          dnnl.DNNL_ARG_DIFF_BIAS,
          biasGradient);
    }

    @Override
    public String toString() {
      return recipe.name();
    }
  }

  @Override
  public String toString() {
    return forward.name() + (fused ? " with its curve" : "");
  }
}
