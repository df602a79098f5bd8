package org.pentimento.engine.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pentimento.api.BadInputException;
import org.pentimento.engine.tensor.Tensor;
import org.pentimento.engine.tensor.TensorFile;
import org.pentimento.engine.tensor.TensorWriter;

/**
 * The file that a training goes on from. It is an ordinary safetensors file: nothing in it can run.
 */
final class Checkpoint {
  /** Name of the file in the folder for checkpoints. */
  static final String FILE = "checkpoint.safetensors";

  private static final String STEP = "step";
  private static final String REMEDY = "Delete the file to train from the beginning.";

  private final Path file;
  private final Map<String, String> identity;

  Checkpoint(Path folder, Map<String, String> identity) {
    this.file = folder.resolve(FILE);
    this.identity = identity;
  }

  /** Stores the state after a step. */
  void write(long step, Trainee trainee) throws IOException {
    Map<String, String> metadata = new HashMap<>(identity);
    metadata.put(STEP, Long.toString(step));
    TensorWriter.write(file, metadata, trainee.state());
  }

  /**
   * Restores the state if there is one of the same training.
   *
   * @param last number of steps of the whole training
   * @return the step after which it was stored; 0 if there is none
   * @throws BadInputException if the file is damaged; the trainee is then as it was
   */
  long restore(long last, Trainee trainee) throws IOException {
    if (!Files.exists(file)) {
      return 0;
    }
    try (TensorFile tensors = TensorFile.open(file)) {
      Map<String, String> metadata = new HashMap<>(tensors.metadata());
      String step = metadata.remove(STEP);
      if (step == null || !metadata.equals(identity)) {
        throw new BadInputException(file + " is of another training.", REMEDY);
      }
      Map<String, Tensor> state = new LinkedHashMap<>();
      for (Map.Entry<String, List<Integer>> wanted : trainee.shapes().entrySet()) {
        state.put(wanted.getKey(), tensors.read(wanted.getKey(), wanted.getValue()));
      }
      long done = parse(step, last);
      trainee.restore(state);
      return done;
    }
  }

  private long parse(String step, long last) throws BadInputException {
    try {
      long done = Long.parseLong(step);
      if (done >= 1 && done <= last) {
        return done;
      }
    } catch (NumberFormatException e) {
      throw new BadInputException(file + " says step '" + step + "'.", REMEDY, e);
    }
    throw new BadInputException(file + " says step " + step + " of " + last + ".", REMEDY);
  }
}
