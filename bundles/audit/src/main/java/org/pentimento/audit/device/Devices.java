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
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.pentimento.api.BadInputException;
import org.pentimento.api.compute.ComputeEngine;
import org.pentimento.api.compute.GpuNeeds;

/**
 * Chooses where a job computes: {@code auto} takes the first GPU that serves or else the CPU,
 * {@code cuda:N} that GPU or nothing. Whether one serves is seen from what its driver says of it,
 * and then by a trial.
 */
@Component(service = Devices.class)
public final class Devices {
  /** What plans and commands say to leave the choice open. */
  public static final String AUTO = "auto";

  /** How devices are written, as a regular expression. */
  public static final String WRITTEN = "auto|cpu|cuda:\\d{1,3}";

  private static final String DEVICE = "device";
  private static final Duration ANSWER = Duration.ofSeconds(20);

  /** The first trial unpacks the native libraries, which are large. */
  private static final Duration TRIAL = Duration.ofMinutes(5);

  private final @Nullable ComputeEngine engine;
  private final NvidiaSmi driver;
  private final GpuTrial trial;

  /** Made by the component framework. */
  @Activate
  public Devices(
      BundleContext context,
      @Reference(
              cardinality = ReferenceCardinality.OPTIONAL,
              policyOption = ReferencePolicyOption.GREEDY)
          @Nullable ComputeEngine engine) {
    this(
        engine,
        new NvidiaSmi("nvidia-smi", ANSWER),
        new TrialProcess(
            List.of(String.valueOf(context.getProperty("pentimento.job.command")).split("\n")),
            TRIAL));
  }

  Devices(@Nullable ComputeEngine engine, NvidiaSmi driver, GpuTrial trial) {
    this.engine = engine;
    this.driver = driver;
    this.trial = trial;
  }

  /** What a person has set for everything that names no device of its own. */
  public static String preferred() {
    return System.getProperty("pentimento.device", AUTO);
  }

  /**
   * Chooses a device; takes some seconds where there is a GPU that might serve.
   *
   * @param wanted {@code auto}, {@code cpu} or {@code cuda:N}
   * @throws BadInputException if a GPU is wanted that does not serve, saying why and what to do
   */
  public ChosenDevice choose(String wanted) throws BadInputException {
    if (wanted.equals(ComputeEngine.CPU)) {
      return cpu(List.of());
    }
    boolean auto = wanted.equals(AUTO);
    GpuNeeds needs = needs();
    if (needs == null) {
      if (auto) {
        return cpu(List.of());
      }
      throw unusable(
          wanted,
          "the part that computes on GPUs is not installed",
          "Install it (./pentimento install-cuda, from a checkout), or set the device to auto or"
              + " cpu.");
    }
    NvidiaSmi.Seen seen = driver.look();
    if (seen.gpus().isEmpty()) {
      if (auto) {
        return cpu(List.of("No GPU is used: " + seen.trouble() + "."));
      }
      throw unusable(
          wanted,
          seen.trouble(),
          "Install the driver and see what 'nvidia-smi' says, or set the device to auto or cpu.");
    }
    return auto ? first(seen.gpus(), needs) : one(wanted, seen.gpus(), needs);
  }

  /**
   * The device that is likely to be chosen, at once: nothing is tried.
   *
   * @param wanted {@code auto}, {@code cpu} or {@code cuda:N}
   */
  public String expected(String wanted) {
    GpuNeeds needs = needs();
    if (!wanted.equals(AUTO)) {
      return wanted;
    }
    return needs == null
        ? ComputeEngine.CPU
        : driver.look().gpus().stream()
            .filter(g -> g.unmet(needs).isEmpty())
            .findFirst()
            .map(Gpu::device)
            .orElse(ComputeEngine.CPU);
  }

  /** Has everything computed on a device from now on. */
  public void use(ChosenDevice chosen) {
    if (engine != null) {
      engine.use(chosen.device());
    }
  }

  /**
   * Tries a device in this process, which may not survive it.
   *
   * @throws IOException if something else came out than must
   */
  public ChosenDevice tryOut(String device) throws IOException {
    if (engine == null) {
      throw new IOException("there is nothing that computes");
    }
    engine.use(device);
    engine.tryOut();
    return new ChosenDevice(device, Map.of(DEVICE, device), List.of());
  }

  private @Nullable GpuNeeds needs() {
    return engine == null ? null : engine.gpuNeeds().orElse(null);
  }

  private ChosenDevice first(List<Gpu> gpus, GpuNeeds needs) {
    List<String> notes = new ArrayList<>();
    for (Gpu gpu : gpus) {
      Optional<String> failure = failure(gpu, needs);
      if (failure.isEmpty()) {
        return on(gpu, notes);
      }
      notes.add(sentence(gpu.words() + ", is not used: " + failure.get()));
    }
    notes.add("Everything is computed on the CPU.");
    return cpu(notes);
  }

  private ChosenDevice one(String wanted, List<Gpu> gpus, GpuNeeds needs) throws BadInputException {
    for (Gpu gpu : gpus) {
      if (gpu.device().equals(wanted)) {
        Optional<String> failure = failure(gpu, needs);
        if (failure.isEmpty()) {
          return on(gpu, List.of());
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

  private Optional<String> failure(Gpu gpu, GpuNeeds needs) {
    Optional<String> unmet = gpu.unmet(needs);
    return unmet.isPresent() ? unmet : trial.failure(gpu.device());
  }

  private static String sentence(String text) {
    return text.endsWith(".") ? text : text + ".";
  }

  private static ChosenDevice cpu(List<String> notes) {
    return new ChosenDevice(ComputeEngine.CPU, Map.of(DEVICE, ComputeEngine.CPU), notes);
  }

  private static ChosenDevice on(Gpu gpu, List<String> notes) {
    Map<String, String> facts = new TreeMap<>();
    facts.put(DEVICE, gpu.device());
    facts.put("gpu", gpu.name());
    facts.put("compute capability", String.valueOf(gpu.capability()));
    facts.put("driver", gpu.driver());
    List<String> all = new ArrayList<>(notes);
    all.add(gpu.words() + ", is used.");
    return new ChosenDevice(gpu.device(), facts, all);
  }

  private static BadInputException unusable(String device, String why, String remedy) {
    return new BadInputException(
        sentence("The device " + device + " cannot be used: " + why), remedy);
  }
}
