package org.pentimento.generator.fcn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pentimento.api.Progress;
import org.pentimento.api.generator.DivergedException;
import org.pentimento.engine.network.Adam;
import org.pentimento.engine.network.Initialisation;
import org.pentimento.engine.network.Network;
import org.pentimento.engine.tensor.Tensor;
import org.pentimento.engine.training.Augmentation;
import org.pentimento.engine.training.Losses;
import org.pentimento.engine.training.Schedule;
import org.pentimento.engine.training.TrainingLoop;
import org.pentimento.engine.training.TrainingPlan;
import org.pentimento.generator.RecordingMonitor;
import org.pentimento.generator.SyntheticFaces;
import org.pentimento.generator.model.Blueprint;
import org.pentimento.generator.model.Drawing;
import org.pentimento.generator.model.Learner;

/** Networks whose weights ran away. */
class DivergenceTest {
  private final SyntheticFaces faces = new SyntheticFaces(4, 16, 3);
  private final Blueprint blueprint = FcnBlueprint.of(2);
  private final Path folder;

  DivergenceTest(@TempDir Path folder) {
    this.folder = folder;
  }

  /** A network whose last layer has one value for all weights. */
  private Network network(float value) {
    Network network = blueprint.random(Initialisation.HE, 1);
    Tensor weight = network.tensor("conv.5.weight");
    float[] values = new float[weight.values().length];
    Arrays.fill(values, value);
    network.assign("conv.5.weight", Tensor.of(weight.shape(), values));
    return network;
  }

  @Test
  void aGradientThatIsLostEndsTheTraining() {
    RecordingMonitor monitor = new RecordingMonitor(folder, faces.photo(0));
    TrainingPlan plan =
        new TrainingPlan(Map.of(), 1, 2, 2, Schedule.CONSTANT, Augmentation.NONE, 0, 1);
    try (Network network = network(Float.NaN);
        Adam adam = new Adam(network, 1e-3, 0.9)) {
      Learner learner = new Learner("generator", network, adam);
      SupervisedTrainee trainee =
          new SupervisedTrainee(learner, blueprint.packing(), new Losses.Ink(1, 0, 1), 0);
      assertThatThrownBy(() -> new TrainingLoop(plan, faces, monitor, Progress.NONE).run(trainee))
          .isInstanceOf(DivergedException.class)
          .hasMessageContaining("step 1");
      assertThat(monitor.losses).isEmpty();
    }
  }

  @Test
  void aSketchThatIsNoNumbersIsRefused() {
    try (Network network = network(Float.NaN)) {
      Drawing drawing = new Drawing(network, blueprint.packing());
      assertThatThrownBy(() -> drawing.sketch(List.of(faces.photo(0))))
          .isInstanceOf(ArithmeticException.class);
    }
  }
}
