package org.pentimento.launcher;

import java.nio.charset.StandardCharsets;
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
  private static final String SYSTEM = "org.eclipse.swt.internal.gtk.OS";

  private final Bundle bundle;

  private Toolkit(Bundle bundle) {
    this.bundle = bundle;
  }

  /**
   * The toolkit among a framework's bundles, which need not be started.
   *
   * @param context of the framework
   */
  static Optional<Toolkit> of(BundleContext context) {
    return Arrays.stream(context.getBundles())
        .filter(b -> BUNDLE.equals(b.getSymbolicName()))
        .findFirst()
        .map(Toolkit::new);
  }

  /**
   * Opens the display for this thread, where the application will find it. If that fails, the
   * application tries again and says why.
   *
   * @param name of the windows for the desktop
   */
  void open(String name) {
    try {
      Class<?> display = bundle.loadClass(DISPLAY);
      display.getMethod("setAppName", String.class).invoke(null, name);
      display.getConstructor().newInstance();
    } catch (ReflectiveOperationException | LinkageError e) {
      // See above.
    }
  }

  /**
   * Takes a variable out of the environment of the programs that the toolkit will start, such as
   * the one that shows a report. Where it cannot, they get it.
   */
  void unset(String variable) {
    try {
      bundle
          .loadClass(SYSTEM)
          .getMethod("g_unsetenv", byte[].class)
          .invoke(null, (Object) (variable + "\0").getBytes(StandardCharsets.US_ASCII));
    } catch (ReflectiveOperationException | LinkageError e) {
      // See above.
    }
  }
}
