package org.pentimento.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.bytedeco.javacpp.Loader;
import org.deeplearning4j.config.DL4JSystemProperties;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.config.ND4JClassLoading;
import org.nd4j.common.config.ND4JSystemProperties;
import org.nd4j.linalg.api.ops.executioner.OpExecutioner;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.NativeOpsHolder;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.pentimento.api.compute.ComputeEngine;
import org.pentimento.engine.onednn.OneDnn;

/**
 * Starts ND4J, once in a process and before anything else touches it. The number of threads is set
 * from outside by {@code OMP_NUM_THREADS}; small networks are much faster with {@code
 * OMP_WAIT_POLICY=PASSIVE}.
 */
public final class Engine {
  /** Property of the framework or the system: the folder that native libraries are unpacked to. */
  public static final String NATIVES_PROPERTY = "pentimento.natives";

  /**
   * Property of the system that sets the device outside a framework, where no component chooses
   * one.
   */
  static final String DEVICE_PROPERTY = "pentimento.device";

  /** Property of the framework or the system: {@code nd4j} for convolutions by ND4J alone. */
  static final String KERNELS_PROPERTY = "pentimento.kernels";

  private static final String ND4J = "nd4j";

  /** Version of ND4J. */
  public static final String VERSION = "1.0.0-M2.1";

  private static @Nullable String device;

  private Engine() {}

  /**
   * Sets the device, before anything is computed.
   *
   * @param wanted {@code cpu} or {@code cuda:N}
   * @throws IllegalStateException if another device is set already
   */
  public static synchronized void use(String wanted) {
    String set = device;
    if (set != null && !set.equals(wanted)) {
      throw new IllegalStateException("this process computes on " + set + ", not on " + wanted);
    }
    device = wanted;
  }

  /** Whether the part that computes on GPUs is installed. Starts nothing. */
  public static boolean hasGpuPart() {
    return Cuda.installed();
  }

  /** The device; from now on it is fixed. */
  private static synchronized String device() {
    String set = device;
    if (set == null) {
      String given = inFramework() ? null : System.getProperty(DEVICE_PROPERTY);
      set = given == null || given.equals("auto") ? ComputeEngine.CPU : given;
      device = set;
    }
    return set;
  }

  /**
   * Starts ND4J if this has not happened yet; takes up to some seconds the first time.
   *
   * @throws IllegalStateException if no backend runs here
   */
  public static EngineFacts start() {
    EngineFacts facts = Started.FACTS;
    if (Cuda.is(facts.device())) {
      Cuda.enter(facts.device());
    }
    return facts;
  }

  /**
   * Lets the JVM collect what ND4J no longer uses. Each native call leaves a few small native
   * objects that are freed only when their Java halves are collected, which a JVM with a large heap
   * puts off for long. Takes some ten milliseconds; worth it every few seconds of training.
   */
  public static void reclaim() {
    System.gc();
  }

  /** Holder whose class initialisation is the start, so that it happens once and is safe. */
  private static final class Started {
    static final EngineFacts FACTS = startBackend();
  }

  private static EngineFacts startBackend() {
    System.setProperty("org.bytedeco.javacpp.cachedir", nativesFolder().toString());
    System.setProperty(ND4JSystemProperties.LOG_INITIALIZATION, "false");
    System.setProperty(DL4JSystemProperties.CRASH_DUMP_ENABLED_PROPERTY, "false");
    String on = device();
    ND4JClassLoading.setNd4jClassloader(
        new BackendLoader(ND4JClassLoading.class.getClassLoader(), Cuda.is(on)));
    if (Cuda.is(on)) {
      Cuda.load();
    }
    OpExecutioner executioner;
    try {
      executioner = Nd4j.getExecutioner();
    } catch (ExceptionInInitializerError | NoClassDefFoundError e) {
      throw new IllegalStateException(
          "The numeric engine does not start with the device "
              + on
              + " on "
              + System.getProperty("os.name")
              + " "
              + System.getProperty("os.arch"),
          e);
    }
    // Arrays here are closed by their owners and the training loop reclaims the rest.
    Nd4j.getMemoryManager().togglePeriodicGc(false);
    NativeOps ops = NativeOpsHolder.getInstance().getDeviceNativeOps();
    Properties environment = executioner.getEnvironmentInformation();
    return new EngineFacts(
        VERSION,
        environment.getProperty("backend", "unknown"),
        on,
        Loader.getPlatform() + extension(),
        ops.buildInfo().strip().replaceAll("\\s+", " "),
        ops.ompGetMaxThreads(),
        kernels(on));
  }

  /** What computes convolutions. ND4J's library is loaded before, for both to share its threads. */
  private static String kernels(String on) {
    String obstacle =
        Cuda.is(on)
            ? "on a GPU"
            : ND4J.equals(property(KERNELS_PROPERTY)) ? "as asked for" : OneDnn.obstacle();
    return obstacle.isEmpty()
        ? OneDnn.NAME + ", AVX-512, Winograd for 3x3"
        : "of ND4J: " + obstacle;
  }

  /** ND4J does not tell the native library's variant, but the path it was loaded from does. */
  private static String extension() {
    String loaded =
        Loader.getLoadedLibraries()
            .getOrDefault(Cuda.is(device()) ? "jnind4jcuda" : "jnind4jcpu", "");
    Path parent = Path.of(loaded.isEmpty() ? "." : loaded).getParent();
    String folder = parent == null ? "" : String.valueOf(parent.getFileName());
    String platform = Loader.getPlatform();
    return folder.startsWith(platform) ? folder.substring(platform.length()) : "";
  }

  /** The folder that native libraries are unpacked to by the first start; made if it is missing. */
  public static Path nativesFolder() {
    String given = property(NATIVES_PROPERTY);
    Path folder =
        given != null
            ? Path.of(given)
            : Path.of(
                System.getProperty("user.home"), ".cache", "pentimento", "natives-" + VERSION);
    try {
      return Files.createDirectories(folder).toAbsolutePath();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot create the folder for native libraries, "
              + folder
              + "; set "
              + NATIVES_PROPERTY
              + " to a folder that can be written",
          e);
    }
  }

  private static @Nullable String property(String name) {
    Bundle bundle = FrameworkUtil.getBundle(Engine.class);
    BundleContext context = bundle == null ? null : bundle.getBundleContext();
    return context == null ? System.getProperty(name) : context.getProperty(name);
  }

  private static boolean inFramework() {
    return FrameworkUtil.getBundle(Engine.class) != null;
  }
}
