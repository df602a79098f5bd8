package org.pentimento.engine.onednn;

import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.stream;
import org.jspecify.annotations.Nullable;

/**
 * The library oneDNN, loaded once in a process and after ND4J, so that both share the threads of
 * one OpenMP runtime. Results are equal to the bit at a fixed number of threads.
 */
public final class OneDnn {
  /** Name and version, as a run's record tells them. */
  public static final String NAME = "oneDNN 2.5.2";

  private OneDnn() {}

  /** Holder whose class initialisation is the loading. */
  private static final class Loaded {
    static final @Nullable Handles HANDLES;
    static final String OBSTACLE;

    static {
      Handles handles = null;
      String obstacle = "";
      try {
        if (dnnl.dnnl_get_effective_cpu_isa() < dnnl.dnnl_cpu_isa_avx512_core) {
          obstacle = "the processor has no AVX-512";
        } else {
          engine engine = new engine(dnnl.dnnl_cpu, 0);
          handles = new Handles(engine, new stream(engine));
        }
      } catch (LinkageError | RuntimeException e) {
        obstacle = "oneDNN does not load (" + e.getClass().getSimpleName() + ")";
      }
      HANDLES = handles;
      OBSTACLE = obstacle;
    }
  }

  private record Handles(engine engine, stream stream) {}

  /** Why the library is not used here; empty if it is. */
  public static String obstacle() {
    try {
      return Loaded.OBSTACLE;
    } catch (LinkageError e) {
      return "oneDNN is not installed";
    }
  }

  static engine engine() {
    return handles().engine();
  }

  static stream stream() {
    return handles().stream();
  }

  private static Handles handles() {
    Handles handles = Loaded.HANDLES;
    if (handles == null) {
      throw new IllegalStateException(Loaded.OBSTACLE);
    }
    return handles;
  }
}
