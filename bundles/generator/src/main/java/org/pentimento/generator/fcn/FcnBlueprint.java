package org.pentimento.generator.fcn;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.nd4j.linalg.api.buffer.DataType;
import org.pentimento.engine.layer.Nonlinearity;
import org.pentimento.engine.layer.convolution.Convolution;
import org.pentimento.engine.layer.convolution.Window;
import org.pentimento.engine.network.Network;
import org.pentimento.generator.model.Blueprint;
import org.pentimento.generator.model.Blueprint.HiddenLayer;
import org.pentimento.generator.model.ImagePacking;

/**
 * The fully convolutional network: six convolutions, 5x5 and then 3x3, that keep the image's size,
 * rectifiers between them, a sigmoid at the end.
 */
public final class FcnBlueprint {
  private static final int[] SIZES = {5, 3, 3, 3, 3, 3};
  private static final int PHOTO_PLANES = 3;

  private FcnBlueprint() {}

  /** Half the side of the receptive field: each window adds half of its own. */
  static int reach() {
    int reach = 0;
    for (int size : SIZES) {
      reach += size / 2;
    }
    return reach;
  }

  /** The network with so many channels in each hidden layer. */
  public static Blueprint of(int width) {
    List<HiddenLayer> hidden = new ArrayList<>();
    for (int i = 0; i < SIZES.length - 1; i++) {
      hidden.add(new HiddenLayer(name(i), width, name(i)));
    }
    return new Blueprint(
        new ImagePacking(1, 1, 0f, 1f), hidden, () -> configuration(width, DataType.FLOAT));
  }

  static ComputationGraphConfiguration configuration(int width, DataType type) {
    var graph = Network.describe(type);
    int inputs = PHOTO_PLANES;
    String below = Network.INPUT;
    for (int i = 0; i < SIZES.length; i++) {
      boolean last = i == SIZES.length - 1;
      int outputs = last ? 1 : width;
      Nonlinearity nonlinearity = last ? Nonlinearity.SIGMOID : Nonlinearity.RELU;
      graph.addLayer(
          name(i), Convolution.of(inputs, outputs, Window.keeping(SIZES[i]), nonlinearity), below);
      inputs = outputs;
      below = name(i);
    }
    return graph.setOutputs(below).build();
  }

  private static String name(int layer) {
    return "conv." + layer;
  }
}
