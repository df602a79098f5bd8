package org.pentimento.engine;

import org.nd4j.common.config.ND4JClassLoading;
import org.nd4j.linalg.api.concurrency.AffinityManager;
import org.nd4j.linalg.factory.Nd4j;

/** ND4J's backend for GPUs of NVIDIA, which is there only where its fragment is installed. */
final class Cuda {
  /** The package of the backend. */
  static final String PACKAGE = "org.nd4j.linalg.jcublas";

  private static final String PREFIX = "cuda:";

  private Cuda() {}

  /** Whether a device is a GPU. */
  static boolean is(String device) {
    return device.startsWith(PREFIX);
  }

  /** Whether the fragment is installed. Loads nothing. */
  static boolean installed() {
    String backend = PACKAGE.replace('.', '/') + "/JCublasBackend.class";
    return ND4JClassLoading.class.getClassLoader().getResource(backend) != null;
  }

  /**
   * Loads CUDA's libraries before ND4J does. If they cannot be loaded, ND4J prints the reason and
   * only reports that there is no backend; here the reason is in the exception.
   *
   * @throws IllegalStateException saying why
   */
  static void load() {
    try {
      Class.forName(
          "org.bytedeco.cuda.global.cudart", true, ND4JClassLoading.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("the part that computes on GPUs is not installed", e);
    } catch (LinkageError e) {
      Throwable first = e;
      while (first.getCause() != null) { // the last try was only a fallback
        first = first.getCause();
      }
      throw new IllegalStateException(
          "the libraries of CUDA do not load: " + first.getMessage(), e);
    }
  }

  /** Has this thread compute on a GPU; every thread begins on the first one. */
  static void enter(String device) {
    AffinityManager affinity = Nd4j.getAffinityManager();
    int index = Integer.parseInt(device.substring(PREFIX.length()));
    if (affinity.getDeviceForCurrentThread() != index) {
      affinity.unsafeSetDevice(index);
    }
  }
}
