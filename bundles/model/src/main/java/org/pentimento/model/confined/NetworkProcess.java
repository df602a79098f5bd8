package org.pentimento.model.confined;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.api.compute.ComputeEngine;
import org.pentimento.engine.Engine;
import org.pentimento.engine.tensor.Tensor;
import org.pentimento.model.child.NetworkServer;
import org.pentimento.model.child.Ports;
import org.pentimento.model.child.Wire;
import org.pentimento.platform.Confinement;
import org.pentimento.platform.Folders;
import org.pentimento.platform.Permissions;
import org.pentimento.platform.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A network in a confined Java process of its own. If that process ends, hangs or sends nonsense,
 * the caller gets an exception that says so in plain words. For use from one thread at a time.
 */
public final class NetworkProcess implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(NetworkProcess.class);
  private static final String REMEDY =
      "Nothing of it reached the product. If you trust the model, a higher memory-limit or"
          + " time-limit may help; otherwise treat the file as damaged or hostile.";

  /**
   * What opens a format in the process.
   *
   * @param natives whether it needs the native libraries of the engine
   * @param gpu what it computes on, null for the CPU
   */
  public record Runtime(
      String format, String name, List<String> bundles, boolean natives, @Nullable Gpu gpu) {
    /** On the CPU. */
    public Runtime(String format, String name, List<String> bundles, boolean natives) {
      this(format, name, bundles, natives, null);
    }

    /** The device, {@code cpu} or {@code cuda:N}. */
    public String device() {
      return gpu == null ? ComputeEngine.CPU : gpu.device();
    }
  }

  /**
   * A GPU and what computes on it.
   *
   * @param device {@code cuda:N}
   * @param libraries folder with the runtime's native libraries for GPUs
   */
  public record Gpu(String device, Path libraries) {}

  private final Runtime runtime;
  private final Path file;
  private final ModelLimits limits;
  private final Process process;
  private final Path scratch;
  private final DataInputStream in;
  private final DataOutputStream out;
  private final LastWords lastWords;
  private final ScheduledThreadPoolExecutor clock;
  private volatile boolean late;
  private Ports ports = new Ports(List.of(), List.of(), 0, "");

  private NetworkProcess(
      Runtime runtime, Path file, ModelLimits limits, Process process, Path scratch) {
    this.runtime = runtime;
    this.file = file;
    this.limits = limits;
    this.process = process;
    this.scratch = scratch;
    this.in = new DataInputStream(new BufferedInputStream(process.getInputStream()));
    this.out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
    this.lastWords = new LastWords(process.getErrorStream());
    this.clock =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(task, "model time limit");
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Opens a file.
   *
   * @throws BadInputException if the system cannot lock the process in as the limits ask, or the
   *     file cannot be used
   */
  public static NetworkProcess open(
      Platform platform, Runtime runtime, Path file, ModelLimits limits) throws IOException {
    Confinement confinement = platform.confinement();
    limits.check(confinement);
    Path real = file.toRealPath();
    List<Path> jars = Jars.of(runtime.bundles());
    List<Path> readable = new ArrayList<>(jars);
    readable.add(real);
    readable.addAll(confinement.javaRuntime());
    List<Path> unpacked = runtime.natives() ? unpacked() : List.of();
    readable.addAll(unpacked);
    Gpu gpu = runtime.gpu();
    String libraryPath = platform.libraryPathVariable();
    List<Path> libraries = gpu == null ? List.of() : libraries(gpu, System.getenv(libraryPath));
    readable.addAll(libraries);
    int threads = threads();
    List<String> command = new ArrayList<>();
    command.add(
        Path.of(System.getProperty("java.home")).toRealPath().resolve("bin/java").toString());
    command.addAll(flags(limits));
    if (!unpacked.isEmpty()) {
      command.add("-Dorg.bytedeco.javacpp.pathsFirst=true");
      command.add("-Djava.library.path=" + joined(unpacked));
    }
    if (gpu != null) {
      command.add("-Donnxruntime.native.path=" + libraries.get(0));
    }
    command.add("-cp");
    command.add(joined(jars));
    command.add(NetworkServer.class.getName());
    command.addAll(
        List.of(runtime.format(), real.toString(), Integer.toString(threads), runtime.device()));
    Map<String, String> environment = environment(threads);
    if (gpu != null) {
      environment.put(libraryPath, joined(libraries));
      environment.put("CUDA_DEVICE_ORDER", "PCI_BUS_ID");
    }
    Path scratch = Files.createTempDirectory("pentimento-model");
    Permissions permissions =
        new Permissions(readable, null, environment, limits.memory(), gpu != null);
    ProcessBuilder builder = confinement.process(command, permissions).directory(scratch.toFile());
    NetworkProcess opened;
    try {
      opened = new NetworkProcess(runtime, file, limits, builder.start(), scratch);
    } catch (IOException e) {
      Folders.delete(scratch);
      throw e;
    }
    try {
      opened.greet();
      return opened;
    } catch (IOException | RuntimeException e) {
      opened.close();
      throw e;
    }
  }

  private static Map<String, String> environment(int threads) {
    Map<String, String> environment = new TreeMap<>();
    environment.put("PATH", "/usr/bin:/bin");
    environment.put("LANG", "C.UTF-8");
    environment.put("MALLOC_ARENA_MAX", "2");
    environment.put("OMP_NUM_THREADS", Integer.toString(threads));
    environment.put("OMP_WAIT_POLICY", "PASSIVE");
    environment.put("GOMP_SPINCOUNT", "0");
    // HDF5 loads filters that a file names from a folder of the system; none are needed.
    environment.put("HDF5_PLUGIN_PRELOAD", "::");
    environment.put("HDF5_USE_FILE_LOCKING", "FALSE");
    return environment;
  }

  /**
   * Folders with libraries for a GPU: the runtime's own, then those that a person named for CUDA
   * and cuDNN, where they are not among the system's.
   *
   * @param given folders joined by {@link File#pathSeparator}, null for none
   */
  static List<Path> libraries(Gpu gpu, @Nullable String given) throws IOException {
    List<Path> folders = new ArrayList<>(List.of(gpu.libraries().toRealPath()));
    for (String one : given == null ? new String[0] : given.split(File.pathSeparator)) {
      Path folder = Path.of(one);
      if (folder.isAbsolute() && Files.isDirectory(folder)) {
        folders.add(folder.toRealPath());
      }
    }
    return folders;
  }

  private static String joined(List<Path> paths) {
    return String.join(File.pathSeparator, paths.stream().map(Path::toString).toList());
  }

  /**
   * Folders with the native libraries of the engine, if it has been started before; otherwise the
   * process unpacks them itself, which takes seconds.
   */
  private static List<Path> unpacked() throws IOException {
    try (Stream<Path> all = Files.walk(Engine.nativesFolder())) {
      return all.filter(Files::isDirectory).filter(NetworkProcess::hasLibraries).sorted().toList();
    }
  }

  private static boolean hasLibraries(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.anyMatch(f -> String.valueOf(f.getFileName()).contains(".so"));
    } catch (IOException e) {
      return false; // then they are unpacked anew
    }
  }

  private static int threads() {
    try {
      return Math.max(1, Integer.parseInt(System.getenv().getOrDefault("OMP_NUM_THREADS", "")));
    } catch (NumberFormatException e) {
      return java.lang.Runtime.getRuntime().availableProcessors();
    }
  }

  private static List<String> flags(ModelLimits limits) {
    List<String> flags = new ArrayList<>();
    int heap = Math.max(128, Math.min(2048, limits.memory() / 4));
    flags.add("-Xmx" + heap + "m");
    flags.add("-XX:MaxDirectMemorySize=" + heap + "m");
    flags.add("-XX:+UseSerialGC");
    flags.add("-XX:CompressedClassSpaceSize=64m");
    flags.add("-XX:ReservedCodeCacheSize=48m");
    flags.add("-XX:-UsePerfData");
    flags.add("-XX:+ExitOnOutOfMemoryError");
    flags.add("-XX:-CreateCoredumpOnCrash");
    flags.add("-XX:ErrorFile=crash.log"); // in the folder that goes with the process
    flags.add("-Djava.awt.headless=true");
    flags.add("-XX:TieredStopAtLevel=1"); // the slow part is native code
    // In the folder it starts in, which is its own and goes with it.
    flags.add("-D" + Engine.NATIVES_PROPERTY + "=natives");
    flags.add("-Djava.io.tmpdir=.");
    // Serialised objects in a model file could run code when they are read; none is read.
    flags.add("-Djdk.serialFilter=!*");
    if (java.lang.Runtime.version().feature() >= 24) {
      flags.add("--enable-native-access=ALL-UNNAMED");
      flags.add("--sun-misc-unsafe-memory-access=allow");
    }
    return flags;
  }

  private void greet() throws IOException {
    ports =
        within(
            () -> {
              byte said = in.readByte();
              if (said == Wire.REFUSED) {
                throw new BadInputException(
                    "The model " + file + " cannot be used: " + refusal() + ".",
                    "Export the model anew, or ask where it comes from.");
              } else if (said != Wire.READY) {
                throw new IOException("it answered with " + said);
              }
              return Wire.ports(in);
            });
  }

  /** Why it refuses, in a line; the rest of what it says goes to the log. */
  private String refusal() throws IOException {
    String said = Wire.text(in);
    LOG.info("The process of the model {} says: {}", file, said);
    return said.lines().findFirst().orElse("it does not say why");
  }

  /** What the network says it takes and gives. */
  public Ports ports() {
    return ports;
  }

  /** What opened it. */
  public Runtime runtime() {
    return runtime;
  }

  /** The file it was opened from. */
  public Path file() {
    return file;
  }

  /**
   * Runs the network.
   *
   * @throws RefusedException if it cannot run on that photo; another photo may succeed
   * @throws BadInputException if its process ended or hung; it cannot be used any more
   */
  public Tensor run(Tensor photo, String output) throws IOException {
    return within(
        () -> {
          out.writeByte(Wire.RUN);
          Wire.text(out, output);
          Wire.tensor(out, photo);
          return answer(Wire.DRAWN);
        });
  }

  /**
   * Runs the network so that gradients can go back.
   *
   * @param first whether what was traced before can be forgotten
   * @throws RefusedException if the network tells no gradients
   * @throws BadInputException if its process ended or hung; it cannot be used any more
   */
  public Tensor trace(Tensor photo, String output, boolean first) throws IOException {
    return within(
        () -> {
          out.writeByte(Wire.TRACE);
          Wire.text(out, output);
          out.writeBoolean(first);
          Wire.tensor(out, photo);
          return answer(Wire.DRAWN);
        });
  }

  /**
   * Carries a gradient for an output back, in the order in which photos were traced.
   *
   * @return the gradient for what was traced, as the network's process tells it
   * @throws BadInputException as {@link #trace}
   */
  public Tensor back(Tensor gradient) throws IOException {
    return within(
        () -> {
          out.writeByte(Wire.BACK);
          Wire.tensor(out, gradient);
          return answer(Wire.TOLD);
        });
  }

  private Tensor answer(byte wanted) throws IOException {
    byte said = in.readByte();
    if (said == Wire.REFUSED) {
      String reason = refusal();
      throw new RefusedException(
          reason,
          "The model " + file + " cannot draw: " + reason + ".",
          "Check size, channels and layout in its settings.");
    } else if (said != wanted) {
      throw new IOException("it answered with " + said);
    }
    return Wire.tensor(in);
  }

  /** Says that a network is open but cannot run on what it was given. */
  public static final class RefusedException extends BadInputException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    RefusedException(String reason, String message, String remedy) {
      super(message, remedy);
      this.reason = reason;
    }

    /** Why, the end of a sentence. */
    public String reason() {
      return reason;
    }
  }

  private interface Talk<T> {
    T talk() throws IOException;
  }

  private <T> T within(Talk<T> talk) throws IOException {
    ScheduledFuture<?> alarm =
        clock.schedule(
            () -> {
              late = true;
              process.destroyForcibly();
            },
            limits.seconds(),
            TimeUnit.SECONDS);
    try {
      return talk.talk();
    } catch (BadInputException e) {
      throw e;
    } catch (IOException e) {
      String how = end(e);
      LOG.warn("The process of the model {} {}: {}", file, how, lastWords.text());
      throw new BadInputException(
          "The model " + file + " was not used: its process " + how + ".", REMEDY, e);
    } finally {
      alarm.cancel(false);
    }
  }

  /** Ends the process if it still runs, and says how it ended. */
  private String end(IOException e) {
    int status;
    try {
      if (!process.waitFor(2, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        process.waitFor();
        return late ? tooLate() : "sent what makes no sense (" + e.getMessage() + ")";
      }
      status = process.exitValue();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
      return "was ended";
    }
    if (late) {
      return tooLate();
    }
    String words = lastWords.text();
    if (words.contains("OutOfMemoryError")
        || words.contains("insufficient memory")
        || words.contains("bad_alloc")
        || words.contains("Could not reserve enough space")) {
      return "needed more than the " + limits.memory() + " MiB it may have";
    }
    if (status > 128) {
      int signal = status - 128;
      return (signal == 6 || signal == 11 || signal == 7 || signal == 4 ? "crashed" : "was ended")
          + " (signal "
          + signal
          + ")";
    }
    String first = words.lines().findFirst().orElse("");
    return "ended with status " + status + (first.isEmpty() ? "" : " (" + first + ")");
  }

  private String tooLate() {
    return "gave no answer within " + limits.seconds() + " seconds and was ended";
  }

  @Override
  public void close() {
    clock.shutdownNow();
    process.destroyForcibly();
    try {
      process.waitFor();
      Folders.delete(scratch);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      LOG.warn("The temporary folder {} could not be deleted", scratch, e);
    }
  }

  /** The beginning of what a process says on its error stream; the rest is thrown away. */
  private static final class LastWords {
    private static final int MOST = 8192;
    private final StringBuilder text = new StringBuilder();
    private final Thread reader;

    LastWords(InputStream stream) {
      reader = new Thread(() -> read(stream), "model's error stream");
      reader.setDaemon(true);
      reader.start();
    }

    private void read(InputStream stream) {
      byte[] buffer = new byte[1024];
      try {
        for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
          synchronized (text) {
            if (text.length() < MOST) {
              text.append(new String(buffer, 0, n, StandardCharsets.UTF_8));
            }
          }
        }
      } catch (IOException e) {
        LOG.debug("The stream of a model's process ended", e);
      }
    }

    String text() {
      try {
        reader.join(1000);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      synchronized (text) {
        return text.toString();
      }
    }
  }
}
