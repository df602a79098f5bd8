package org.pentimento.launcher;

import java.util.Arrays;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/**
 * The toolkit of the window. It connects to the display on the main thread, which otherwise only
 * waits while the framework starts its bundles on another; that saves 200 ms of a start.
 */
final class Toolkit {
  private static final String BUNDLE = "org.eclipse.swt";
  private static final String DISPLAY = "org.eclipse.swt.widgets.Display";

  private Toolkit() {}

  /**
   * Opens the display for this thread, where the application will find it. If that fails, the
   * application tries again and says why.
   *
   * @param context of the framework with its bundles, started or not
   * @param name of the windows for the desktop
   */
  static void open(BundleContext context, String name) {
    Optional<Bundle> bundle =
        Arrays.stream(context.getBundles())
            .filter(b -> BUNDLE.equals(b.getSymbolicName()))
            .findFirst();
    if (bundle.isPresent()) {
      try {
        Class<?> display = bundle.get().loadClass(DISPLAY);
        display.getMethod("setAppName", String.class).invoke(null, name);
        display.getConstructor().newInstance();
      } catch (ReflectiveOperationException | LinkageError e) {
        // See above.
      }
    }
  }
}
