package org.pentimento.equinox;

import java.util.Dictionary;
import java.util.Hashtable;
import java.util.function.ToIntFunction;
import org.eclipse.osgi.service.runnable.ApplicationLauncher;
import org.eclipse.osgi.service.runnable.ParameterizedRunnable;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;

/**
 * Takes the Eclipse application that is ready to run and offers it to the product's launcher, which
 * calls it on the main thread: the face {@code window}.
 */
final class WindowFace implements ApplicationLauncher {
  private final BundleContext context;

  WindowFace(BundleContext context) {
    this.context = context;
  }

  @Override
  public void launch(ParameterizedRunnable application, @Nullable Object argument) {
    Dictionary<String, Object> properties = new Hashtable<>();
    properties.put("pentimento.face", "window");
    context.registerService(
        ToIntFunction.class, (ToIntFunction<String[]>) args -> run(application, args), properties);
  }

  private static int run(ParameterizedRunnable application, String[] args) {
    try {
      return application.run(args) instanceof Integer status ? status : 0;
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("The application ended with an error", e);
    }
  }

  @Override
  public void shutdown() {
    // The application ends by itself: the launcher stops the framework when it has returned.
  }
}
