package org.pentimento.jobs.task;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.pentimento.api.BadInputException;
import org.pentimento.api.Progress;
import org.pentimento.api.compute.ComputeEngine;
import org.pentimento.api.generator.ModelFormat;
import org.pentimento.audit.device.ChosenDevice;
import org.pentimento.audit.device.Devices;
import org.pentimento.plan.DeviceChoice;

/** The devices of one job, chosen and taken for each engine that it needs and for no other. */
final class JobDevices {
  private final Devices devices;
  private final String wanted;
  private final Progress progress;
  private final Map<String, ChosenDevice> chosen = new TreeMap<>();
  private final Set<String> told = new HashSet<>();

  /**
   * Chooses nothing yet.
   *
   * @param wanted {@code auto}, {@code cpu} or {@code cuda:N}
   * @param progress is told what a person should know, each thing once
   */
  JobDevices(Devices devices, String wanted, Progress progress) {
    this.devices = devices;
    this.wanted = wanted;
    this.progress = progress;
  }

  /** Chooses for an engine; see {@link Devices#choose}. */
  void choose(String engine) throws BadInputException {
    if (chosen.containsKey(engine)) {
      return;
    }
    ChosenDevice one = devices.choose(wanted, engine);
    one.notes().stream().filter(told::add).forEach(progress::note);
    devices.use(one);
    chosen.put(engine, one);
  }

  /**
   * Chooses for models of some formats.
   *
   * @throws BadInputException also if a GPU is wanted and nothing of the job is computed on any
   */
  void choose(List<ModelFormat> formats) throws BadInputException {
    for (ModelFormat format : formats) {
      Optional<String> engine = format.engine();
      if (engine.isPresent()) {
        choose(engine.get());
      }
    }
    boolean gpu = !wanted.equals(DeviceChoice.AUTO) && !wanted.equals(ComputeEngine.CPU);
    if (gpu && chosen.isEmpty() && !formats.isEmpty()) {
      throw new BadInputException(
          "The device "
              + wanted
              + " cannot be used: models of the format "
              + formats.get(0).descriptor().id()
              + " are computed on the CPU.",
          "Set the device to auto or cpu.");
    }
  }

  /**
   * Devices and what else results may depend on, by name. Names of what imported models depend on
   * begin with {@code model}.
   */
  Map<String, String> facts() {
    Map<String, String> facts = new TreeMap<>(Map.of("device", ComputeEngine.CPU));
    chosen.forEach(
        (engine, device) ->
            device
                .facts()
                .forEach(
                    (name, value) ->
                        facts.put(
                            engine.equals(ComputeEngine.OF_GENERATORS) ? name : "model " + name,
                            value)));
    return facts;
  }
}
