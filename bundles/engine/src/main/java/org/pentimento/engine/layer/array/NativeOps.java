package org.pentimento.engine.layer.array;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

/** Calls of ND4J's native operations on arrays that exist already. */
public final class NativeOps {
  private NativeOps() {}

  /** Lists arrays, for readable calls. */
  public static INDArray[] arrays(INDArray... arrays) {
    return arrays;
  }

  /** Runs an operation with whole-number arguments. */
  public static void run(
      String operation, INDArray[] inputs, INDArray[] outputs, int... arguments) {
    Nd4j.exec(prepare(operation, inputs, outputs, arguments).build());
  }

  /** Runs an operation with whole-number arguments and real ones. */
  public static void runWith(
      double[] reals, String operation, INDArray[] inputs, INDArray[] outputs, int... arguments) {
    Nd4j.exec(
        prepare(operation, inputs, outputs, arguments)
            .addFloatingPointArguments(boxed(reals))
            .build());
  }

  private static Double[] boxed(double[] values) {
    return Arrays.stream(values).boxed().toArray(Double[]::new);
  }

  private static DynamicCustomOp.DynamicCustomOpsBuilder prepare(
      String operation, INDArray[] inputs, INDArray[] outputs, int... arguments) {
    DynamicCustomOp.DynamicCustomOpsBuilder builder =
        DynamicCustomOp.builder(operation).addInputs(inputs).addOutputs(outputs);
    return arguments.length == 0 ? builder : builder.addIntegerArguments(arguments);
  }
}
