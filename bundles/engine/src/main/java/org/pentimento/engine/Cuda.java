package org.pentimento.engine;

import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.config.ND4JClassLoading;

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

  /**
   * Keeps ND4J, which would spread threads over all GPUs, to one. By name, as its classes cannot be
   * compiled against without being installed.
   */
  static void single(String device) {
    try {
      Class<?> environment =
          Class.forName(
              "org.nd4j.jita.conf.CudaEnvironment", true, ND4JClassLoading.class.getClassLoader());
      Object configuration = call(call(environment, null, "getInstance"), "getConfiguration");
      configuration
          .getClass()
          .getMethod("allowMultiGPU", boolean.class)
          .invoke(configuration, false);
      Method useDevice = configuration.getClass().getMethod("useDevice", Integer.class);
      useDevice.invoke(configuration, Integer.valueOf(device.substring(PREFIX.length())));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("The part that computes on GPUs is not of this version", e);
    }
  }

  private static Object call(Object target, String method) throws ReflectiveOperationException {
    return call(target.getClass(), target, method);
  }

  private static Object call(Class<?> type, @Nullable Object target, String method)
      throws ReflectiveOperationException {
    return type.getMethod(method).invoke(target);
  }
}
