package org.pentimento.tests.window;

import java.nio.file.Files;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.pentimento.workbench.cases.OpenCase;
import org.pentimento.workbench.cases.OpenCases;

/**
 * One window for all classes of tests, opened by the first and closed after the last. Each class
 * begins with no case and no editor open.
 */
final class OpenWindow implements BeforeAllCallback, ParameterResolver {
  private static final ExtensionContext.Namespace WINDOW =
      ExtensionContext.Namespace.create(OpenWindow.class);

  /** Closes the window, which must end well. */
  private record Opened(Driver driver) implements ExtensionContext.Store.CloseableResource {
    @Override
    public void close() throws InterruptedException {
      int status = driver.close();
      if (status != 0) {
        throw new AssertionError("the window ended with status " + status);
      }
    }
  }

  private static Driver driver(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(WINDOW)
        .getOrComputeIfAbsent(Opened.class, key -> open(), Opened.class)
        .driver();
  }

  private static Opened open() {
    try {
      System.setProperty(
          "pentimento.config", Files.createTempDirectory("pentimento-config").toString());
      return new Opened(Driver.open());
    } catch (Exception e) {
      throw new AssertionError("the window does not open", e);
    }
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    Driver driver = driver(context);
    // Tests may run as a user whose login is nobody's name.
    InstanceScope.INSTANCE
        .getNode("org.pentimento.workbench.identity")
        .put("examiner", "T. Tester");
    driver.ui(() -> Driver.page().closeAllEditors(false));
    OpenCases cases = driver.ui(() -> PlatformUI.getWorkbench().getService(OpenCases.class));
    cases.all().stream().map(OpenCase::folder).forEach(cases::close);
    Driver.await("no case", () -> cases.all().isEmpty());
    driver.settle();
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Driver.class;
  }

  @Override
  public Driver resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return driver(context);
  }
}
