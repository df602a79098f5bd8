package org.pentimento.workbench.app;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.eclipse.core.runtime.Platform;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.osgi.service.datalocation.Location;
import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTError;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.MessageBox;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.pentimento.equinox.ModelProcessors;
import org.pentimento.workbench.look.Icons;
import org.pentimento.workbench.preferences.ThemeChoice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The window as an Eclipse application: locks the workspace, opens the display, runs the workbench.
 */
public final class PentimentoApplication implements IApplication {
  private static final Logger LOG = LoggerFactory.getLogger(PentimentoApplication.class);
  private static final Integer CANNOT_START = 3;
  private static final long ORDER_SECONDS = 10;

  @Override
  public Object start(IApplicationContext context) throws IOException, InterruptedException {
    Icons.makeReady();
    Display display;
    try {
      display = PlatformUI.createDisplay();
      ThemeChoice.askToolkit(display);
    } catch (LinkageError e) {
      return refuse(
          "The window needs GTK 3, which is not installed.",
          "Type: sudo apt-get install libgtk-3-0");
    } catch (SWTError e) {
      return refuse(
          "The display " + display() + " cannot be opened.",
          "Check DISPLAY; 'pentimento --help' lists the commands that do without one.");
    }
    try {
      Location workspace = Platform.getInstanceLocation();
      if (!workspace.lock()) {
        return refuse(display, "Pentimento is open already" + holder(workspace) + ".");
      }
      return run(display, workspace);
    } finally {
      display.dispose();
    }
  }

  private static Object run(Display display, Location workspace)
      throws IOException, InterruptedException {
    putModelProcessorsInOrder();
    WindowAdvice advice = new WindowAdvice();
    // A signal to end the process, such as when a desktop session ends, closes the window properly.
    Thread signalled = new Thread(() -> close(display, advice), "signal to end");
    Runtime.getRuntime().addShutdownHook(signalled);
    SecondStartSocket socket = openSocket(display);
    try {
      int result = PlatformUI.createAndRunWorkbench(display, advice);
      return result == PlatformUI.RETURN_OK ? EXIT_OK : CANNOT_START;
    } finally {
      if (socket != null) {
        socket.close();
      }
      workspace.release();
      forget(signalled);
    }
  }

  private static void close(Display display, WindowAdvice advice) {
    advice.askNothing();
    try {
      display.syncExec(() -> PlatformUI.getWorkbench().close());
    } catch (SWTException e) {
      LOG.debug("The window was being closed already", e);
    }
    try {
      // The launcher ends the process once the window is closed; until then this keeps it alive.
      TimeUnit.SECONDS.sleep(ORDER_SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      LOG.debug("The process is being ended by a signal", e);
    }
  }

  /** Null if the socket cannot be opened: a second start then only says who holds the workspace. */
  private static @Nullable SecondStartSocket openSocket(Display display) {
    String address =
        FrameworkUtil.getBundle(PentimentoApplication.class)
            .getBundleContext()
            .getProperty("pentimento.window.address");
    if (address == null) {
      return null;
    }
    try {
      return SecondStartSocket.open(
          Path.of(address), () -> display.syncExec(WindowAdvice::toFront));
    } catch (IOException e) {
      LOG.warn("A second start will not find this window: {}", address, e);
      return null;
    }
  }

  private static void putModelProcessorsInOrder() throws InterruptedException {
    BundleContext bundle = FrameworkUtil.getBundle(PentimentoApplication.class).getBundleContext();
    ServiceReference<ModelProcessors> reference = bundle.getServiceReference(ModelProcessors.class);
    if (reference == null) {
      throw new IllegalStateException("The service " + ModelProcessors.class + " is missing");
    }
    bundle.getService(reference).putInOrder();
    bundle.ungetService(reference);
  }

  /** The display that the window was to open on, for a person. */
  private static String display() {
    BundleContext bundle = FrameworkUtil.getBundle(PentimentoApplication.class).getBundleContext();
    ServiceReference<org.pentimento.platform.Platform> reference =
        bundle.getServiceReference(org.pentimento.platform.Platform.class);
    return reference == null ? "" : bundle.getService(reference).display();
  }

  private static Object refuse(String problem, String remedy) {
    System.err.println("Error: " + problem + "\n       " + remedy);
    return CANNOT_START;
  }

  private static Object refuse(Display display, String problem) {
    String remedy = "Go to that window, or close it first.";
    Shell shell = new Shell(display);
    MessageBox box = new MessageBox(shell, SWT.ICON_INFORMATION | SWT.OK);
    box.setText("Pentimento");
    box.setMessage(problem + " " + remedy);
    box.open();
    return refuse(problem, remedy);
  }

  /** The process that holds the workspace, as far as its lock file tells. */
  private static String holder(Location workspace) throws IOException {
    Path lock = Path.of(URI.create(workspace.getURL().toString())).resolve(".metadata/.lock");
    String process = Files.exists(lock) ? Files.readString(lock).strip() : "";
    return process.matches("[0-9]{1,10}") ? " (process " + process + ")" : "";
  }

  @Override
  public void stop() {
    Display display = Display.getDefault();
    display.syncExec(() -> PlatformUI.getWorkbench().close());
  }
}
