package org.pentimento.engine;

import org.nd4j.common.config.ND4JClassLoading;
import org.nd4j.linalg.api.concurrency.AffinityManager;
import org.nd4j.linalg.factory.Nd4j;

/** ND4J's backend for GPUs of NVIDIA, which is there only where its fragment is installed. */
final class Cuda {
  /** Where its backend lies. */
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

  /** Has this thread compute on a GPU; every thread begins on the first one. */
  static void enter(String device) {
    AffinityManager affinity = Nd4j.getAffinityManager();
    int index = Integer.parseInt(device.substring(PREFIX.length()));
    if (affinity.getDeviceForCurrentThread() != index) {
      affinity.unsafeSetDevice(index);
    }
  }
}
