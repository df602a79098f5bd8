package org.pentimento.audit.device;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.pentimento.api.BadInputException;
import org.pentimento.api.compute.ComputeEngine;
import org.pentimento.api.compute.GpuNeeds;
import org.pentimento.plan.DeviceChoice;

/**
 * Chooses where the engines of a job compute: {@code auto} takes the first GPU that serves or else
 * the CPU, {@code cuda:N} that GPU or nothing. Whether one serves is seen from what its driver says
 * of it, and then by a trial.
 */
@Component(service = Devices.class)
public final class Devices {
  private static final String DEVICE = "device";
  private static final String WITHOUT = "Set the device to auto or cpu.";
  private static final Duration ANSWER = Duration.ofSeconds(20);

  private final List<ComputeEngine> engines;
  private final NvidiaSmi driver;
  private final GpuTrial trial;

  /** Made by the component framework. */
  @Activate
  public Devices(
      @Reference(
              cardinality = ReferenceCardinality.MULTIPLE,
              policyOption = ReferencePolicyOption.GREEDY)
          List<ComputeEngine> engines,
      @Reference GpuTrial trial) {
    this(engines, new NvidiaSmi("nvidia-smi", ANSWER), trial);
  }

  Devices(List<ComputeEngine> engines, NvidiaSmi driver, GpuTrial trial) {
    this.engines = List.copyOf(engines);
    this.driver = driver;
    this.trial = trial;
  }

  /**
   * Chooses where an engine computes; takes some seconds where there is a GPU that might serve.
   *
   * @param wanted {@code auto}, {@code cpu} or {@code cuda:N}
   * @param id of the engine
   * @throws BadInputException if a GPU is wanted that does not serve, saying why and what to do
   */
  public ChosenDevice choose(String wanted, String id) throws BadInputException {
    boolean auto = wanted.equals(DeviceChoice.AUTO);
    ComputeEngine engine = engine(id);
    if (wanted.equals(ComputeEngine.CPU) || auto && engine == null) {
      return cpu(id, List.of());
    }
    if (engine == null) {
      throw unusable(wanted, "nothing that computes on GPUs is installed", WITHOUT);
    }
    GpuNeeds needs = engine.gpuNeeds();
    Optional<String> missing = engine.missing();
    if (missing.isPresent()) {
      String why = "the part of " + needs.engine() + " that computes on GPUs is not installed";
      String remedy =
          "Install it (" + missing.get() + ", from a checkout), or set the device to auto or cpu.";
      if (auto) {
        return cpu(
            id,
            driver.look().gpus().stream()
                .filter(g -> g.unmet(needs).isEmpty())
                .limit(1)
                .map(
                    g -> sentence(g.words() + ", is not used: " + why + " (" + missing.get() + ")"))
                .toList());
      }
      throw unusable(wanted, why, remedy);
    }
    NvidiaSmi.Seen seen = driver.look();
    if (seen.gpus().isEmpty()) {
      if (auto) {
        return cpu(id, List.of("No GPU is used: " + seen.trouble() + "."));
      }
      throw unusable(
          wanted,
          seen.trouble(),
          "Install the driver and see what 'nvidia-smi' says, or set the device to auto or cpu.");
    }
    return auto ? first(seen.gpus(), engine) : one(wanted, seen.gpus(), engine);
  }

  /**
   * The device that generators are likely to compute on, at once: nothing is tried.
   *
   * @param wanted {@code auto}, {@code cpu} or {@code cuda:N}
   */
  public String expected(String wanted) {
    if (!wanted.equals(DeviceChoice.AUTO)) {
      return wanted;
    }
    ComputeEngine engine = engine(ComputeEngine.OF_GENERATORS);
    return engine == null || engine.missing().isPresent()
        ? ComputeEngine.CPU
        : driver.look().gpus().stream()
            .filter(g -> g.unmet(engine.gpuNeeds()).isEmpty())
            .findFirst()
            .map(Gpu::device)
            .orElse(ComputeEngine.CPU);
  }

  /** Has an engine compute everything on its device from now on. */
  public void use(ChosenDevice chosen) {
    ComputeEngine engine = engine(chosen.engine());
    if (engine != null) {
      engine.use(chosen.device());
    }
  }

  /**
   * Tries a device in this process, which may not survive it.
   *
   * @throws BadInputException if something else came out than must
   */
  public ChosenDevice tryOut(String id, String device) throws BadInputException {
    ComputeEngine engine = engine(id);
    if (engine == null) {
      throw new BadInputException("there is nothing that computes", WITHOUT);
    }
    engine.use(device);
    try {
      engine.tryOut();
    } catch (IOException e) {
      throw new BadInputException(String.valueOf(e.getMessage()), WITHOUT, e);
    }
    return new ChosenDevice(id, device, Map.of(DEVICE, device), List.of());
  }

  private @Nullable ComputeEngine engine(String id) {
    return engines.stream().filter(e -> e.id().equals(id)).findFirst().orElse(null);
  }

  private ChosenDevice first(List<Gpu> gpus, ComputeEngine engine) {
    List<String> notes = new ArrayList<>();
    for (Gpu gpu : gpus) {
      Optional<String> failure = failure(gpu, engine);
      if (failure.isEmpty()) {
        return on(gpu, engine, notes);
      }
      notes.add(sentence(gpu.words() + ", is not used: " + failure.get()));
    }
    notes.add(engine.gpuNeeds().engine() + " computes on the CPU.");
    return cpu(engine.id(), notes);
  }

  private ChosenDevice one(String wanted, List<Gpu> gpus, ComputeEngine engine)
      throws BadInputException {
    for (Gpu gpu : gpus) {
      if (gpu.device().equals(wanted)) {
        Optional<String> failure = failure(gpu, engine);
        if (failure.isEmpty()) {
          return on(gpu, engine, List.of());
        }
        throw new BadInputException(
            sentence(gpu.words() + ", cannot be used: " + failure.get()),
            "Set the device to auto or cpu, or name another GPU.");
      }
    }
    throw unusable(
        wanted,
        "this machine has no such GPU",
        "It has: " + gpus.stream().map(Gpu::words).collect(Collectors.joining("; ")) + ".");
  }

  private Optional<String> failure(Gpu gpu, ComputeEngine engine) {
    Optional<String> unmet = gpu.unmet(engine.gpuNeeds());
    return unmet.isPresent() ? unmet : trial.failure(engine.id(), gpu.device());
  }

  private static String sentence(String text) {
    return text.endsWith(".") ? text : text + ".";
  }

  private static ChosenDevice cpu(String engine, List<String> notes) {
    return new ChosenDevice(engine, ComputeEngine.CPU, Map.of(DEVICE, ComputeEngine.CPU), notes);
  }

  private static ChosenDevice on(Gpu gpu, ComputeEngine engine, List<String> notes) {
    Map<String, String> facts = new TreeMap<>();
    facts.put(DEVICE, gpu.device());
    facts.put("gpu", gpu.name());
    facts.put("compute capability", String.valueOf(gpu.capability()));
    facts.put("driver", gpu.driver());
    List<String> all = new ArrayList<>(notes);
    all.add(gpu.words() + ", is used by " + engine.gpuNeeds().engine() + ".");
    return new ChosenDevice(engine.id(), gpu.device(), facts, all);
  }

  private static BadInputException unusable(String device, String why, String remedy) {
    return new BadInputException(
        sentence("The device " + device + " cannot be used: " + why), remedy);
  }
}
