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
 * A file with the state of a training after a step. It is an ordinary safetensors file: nothing in
 * it can run.
 */
final class Checkpoint {
  /** Name of the file that a training goes on from, in the folder for checkpoints. */
  static final String FILE = "checkpoint.safetensors";

  private static final String STEP = "step";
  private static final String MEMORY = "memory.";
  private static final String REMEDY = "Move the file elsewhere to train from the beginning.";

  /**
   * What is known beside the trainee's state.
   *
   * @param step after which it was stored; 0 if there is none
   * @param memory figures that early stopping and the divergence watch go on from, by name
   */
  record Found(long step, Map<String, Double> memory) {}

  private final Path file;
  private final Map<String, String> identity;

  Checkpoint(Path file, Map<String, String> identity) {
    this.file = file;
    this.identity = identity;
  }

  /** Stores the state after a step. */
  void write(long step, Map<String, Double> memory, Trainee trainee) throws IOException {
    Map<String, String> metadata = new HashMap<>(identity);
    metadata.put(STEP, Long.toString(step));
    memory.forEach((name, value) -> metadata.put(MEMORY + name, value.toString()));
    TensorWriter.write(file, metadata, trainee.state());
  }

  /**
   * Looks whether this training has left a checkpoint.
   *
   * @param last number of steps of the whole training
   * @throws BadInputException if the file is damaged
   */
  Found find(long last) throws IOException {
    if (!Files.exists(file)) {
      return new Found(0, Map.of());
    }
    try (TensorFile tensors = TensorFile.open(file)) {
      return found(tensors, last);
    }
  }

  private Found found(TensorFile tensors, long last) throws BadInputException {
    Map<String, String> metadata = new HashMap<>(tensors.metadata());
    Map<String, Double> memory = memory(metadata);
    String step = metadata.remove(STEP);
    if (step == null || !metadata.equals(identity)) {
      throw new BadInputException(file + " is of another training.", REMEDY);
    }
    return new Found(parse(step, last), memory);
  }

  /**
   * Restores the state of a checkpoint that was found.
   *
   * @throws BadInputException if the file is damaged; the trainee is then unchanged
   */
  Found restore(long last, Trainee trainee) throws IOException {
    try (TensorFile tensors = TensorFile.open(file)) {
      Found found = found(tensors, last);
      Map<String, Tensor> state = new LinkedHashMap<>();
      for (Map.Entry<String, List<Integer>> wanted : trainee.shapes().entrySet()) {
        state.put(wanted.getKey(), tensors.read(wanted.getKey(), wanted.getValue()));
      }
      trainee.restore(state);
      return found;
    }
  }

  /** Takes the memory out of the metadata. */
  private Map<String, Double> memory(Map<String, String> metadata) throws BadInputException {
    Map<String, Double> memory = new HashMap<>();
    for (String key : List.copyOf(metadata.keySet())) {
      if (key.startsWith(MEMORY)) {
        String value = String.valueOf(metadata.remove(key));
        try {
          memory.put(key.substring(MEMORY.length()), Double.valueOf(value));
        } catch (NumberFormatException e) {
          throw new BadInputException(file + " says " + key + " '" + value + "'.", REMEDY, e);
        }
      }
    }
    return memory;
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

  @Override
  public String toString() {
    return file.toString();
  }
}
