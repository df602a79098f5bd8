package org.pentimento.tests.window;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.eclipse.core.commands.Command;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/** Opens the window in a thread of its own, finds widgets by role and words, and takes pictures. */
final class Driver {
  private static final long PATIENCE_MS = 30_000;

  private final Thread thread;
  private final AtomicReference<Integer> status = new AtomicReference<>();

  private Driver(ToIntFunction<String[]> face) {
    thread = new Thread(() -> status.set(face.applyAsInt(new String[0])), "window");
    thread.start();
  }

  private Driver() {
    thread = new Thread("the launcher's"); // never started, so that nobody waits for it
  }

  static BundleContext context() {
    return FrameworkUtil.getBundle(Driver.class).getBundleContext();
  }

  /** Starts the face {@code window} and waits until its shell is there. */
  @SuppressWarnings("unchecked")
  static Driver open() throws InvalidSyntaxException {
    AtomicReference<ServiceReference<?>> face = new AtomicReference<>();
    await(
        "the face of the window",
        () -> {
          ServiceReference<?>[] found =
              context()
                  .getServiceReferences(ToIntFunction.class.getName(), "(pentimento.face=window)");
          face.set(found == null ? null : found[0]);
          return found != null;
        });
    Driver driver = new Driver((ToIntFunction<String[]>) context().getService(face.get()));
    awaitWindow();
    return driver;
  }

  /** A driver of the window that the launcher opens. */
  static Driver ofOpen() {
    return new Driver();
  }

  /** Waits until the window is there. */
  static void awaitWindow() {
    await("the workbench", PlatformUI::isWorkbenchRunning);
    await(
        "the window",
        () ->
            ofOpen()
                .ui(
                    () ->
                        PlatformUI.getWorkbench().getWorkbenchWindowCount() > 0
                            && window().isVisible()));
  }

  /** Closes the window; gives the exit status. */
  int close() throws InterruptedException {
    ui(() -> PlatformUI.getWorkbench().close());
    thread.join(PATIENCE_MS);
    return Optional.ofNullable(status.get()).orElse(-1);
  }

  /** Waits until a condition holds; while it cannot be told, it does not hold yet. */
  static void await(String what, Callable<Boolean> condition) {
    await(what, PATIENCE_MS, condition);
  }

  static void await(String what, long patienceMs, Callable<Boolean> condition) {
    long end = System.currentTimeMillis() + patienceMs;
    Throwable last = null;
    while (System.currentTimeMillis() < end) {
      try {
        if (condition.call()) {
          return;
        }
        Thread.sleep(20);
      } catch (AssertionError e) {
        last = e;
      } catch (Exception e) {
        throw new AssertionError("while waiting for " + what, e);
      }
    }
    throw new AssertionError("waited in vain for " + what, last);
  }

  /** Carries something out in the display's thread. */
  <T> T ui(Callable<T> work) {
    AtomicReference<T> result = new AtomicReference<>();
    AtomicReference<Throwable> failure = new AtomicReference<>();
    display()
        .syncExec(
            () -> {
              try {
                result.set(work.call());
              } catch (Exception | Error e) {
                failure.set(e);
              }
            });
    if (failure.get() != null) {
      throw new AssertionError("in the display's thread", failure.get());
    }
    return result.get();
  }

  static Display display() {
    return PlatformUI.getWorkbench().getDisplay();
  }

  static Shell window() {
    return PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell();
  }

  static IWorkbenchPage page() {
    return PlatformUI.getWorkbench().getWorkbenchWindows()[0].getActivePage();
  }

  /** Carries out a command as a menu would; its dialogs stay open when this returns. */
  void command(String id, String... parameter) {
    ICommandService commands = PlatformUI.getWorkbench().getService(ICommandService.class);
    Command command = commands.getCommand(id);
    java.util.Map<String, Object> parameters = new java.util.HashMap<>();
    for (int i = 0; i < parameter.length; i += 2) {
      parameters.put(parameter[i], parameter[i + 1]);
    }
    ParameterizedCommand call = ParameterizedCommand.generateCommand(command, parameters);
    display()
        .asyncExec(
            () -> {
              try {
                PlatformUI.getWorkbench()
                    .getService(IHandlerService.class)
                    .executeCommand(call, null);
              } catch (Exception e) {
                throw new AssertionError(id + " cannot be carried out", e);
              }
            });
  }

  /** Opens a case, and does not wait until it is there. */
  void openCase(Path folder) {
    command(
        "org.pentimento.workbench.openCase",
        "org.pentimento.workbench.openCase.folder",
        folder.toString());
  }

  /** All controls of a type below another that fit. */
  <T extends Control> List<T> controls(Control root, Class<T> type, Predicate<T> fits) {
    List<T> found = new ArrayList<>();
    if (type.isInstance(root) && fits.test(type.cast(root))) {
      found.add(type.cast(root));
    }
    if (root instanceof Composite composite) {
      for (Control child : composite.getChildren()) {
        found.addAll(controls(child, type, fits));
      }
    }
    return found;
  }

  <T extends Control> T control(Control root, Class<T> type, Predicate<T> fits) {
    List<T> found = controls(root, type, fits);
    if (found.size() != 1) {
      throw new AssertionError(found.size() + " of " + type.getSimpleName() + " fit");
    }
    return found.get(0);
  }

  /** The control in the window whose tooltip begins with these words. */
  <T extends Control> T named(Class<T> type, String tip) {
    return ui(
        () ->
            control(
                window(),
                type,
                c -> c.isVisible() && String.valueOf(c.getToolTipText()).startsWith(tip)));
  }

  /** Whether a label in the window has these words. */
  boolean says(String words) {
    return ui(
        () ->
            !controls(window(), Label.class, l -> l.isVisible() && l.getText().contains(words))
                .isEmpty());
  }

  void awaitWords(String words) {
    await("'" + words + "'", () -> says(words));
  }

  /** The shell with a title, once it is there. */
  Shell dialog(String title) {
    AtomicReference<Shell> found = new AtomicReference<>();
    await(
        "the dialog '" + title + "'",
        () ->
            ui(
                () -> {
                  Stream.of(display().getShells())
                      .filter(s -> s.isVisible() && s.getText().equals(title))
                      .findFirst()
                      .ifPresent(found::set);
                  return found.get() != null;
                }));
    return found.get();
  }

  /** The field behind a label, ampersands aside. */
  Text field(Shell dialog, String label) {
    return ui(
        () -> {
          Label before =
              control(dialog, Label.class, l -> l.getText().replace("&", "").equals(label));
          Control[] siblings = before.getParent().getChildren();
          return (Text) siblings[List.of(siblings).indexOf(before) + 1];
        });
  }

  void press(Shell dialog, String button) {
    Button found =
        ui(() -> control(dialog, Button.class, b -> b.getText().replace("&", "").equals(button)));
    display()
        .asyncExec(() -> found.notifyListeners(SWT.Selection, new org.eclipse.swt.widgets.Event()));
  }

  /** Takes a picture of a shell as it is on the screen; gives how many colours it has. */
  long picture(Shell shell, String name) {
    ui(
        () -> {
          shell.forceActive();
          return true;
        });
    settle();
    return ui(
        () -> {
          Point size = shell.getSize();
          Point at = shell.getLocation();
          Image image = new Image(display(), size.x, size.y);
          GC gc = new GC(display());
          gc.copyArea(image, at.x, at.y);
          gc.dispose();
          ImageData data = image.getImageData(100);
          image.dispose();
          ImageLoader loader = new ImageLoader();
          loader.data = new ImageData[] {data};
          Path folder = Path.of(context().getProperty("pentimento.screenshots"));
          try {
            Files.createDirectories(folder);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
          loader.save(folder.resolve(name + ".png").toString(), SWT.IMAGE_PNG);
          java.util.Set<Integer> colours = new java.util.HashSet<>();
          for (int y = 0; y < data.height; y += 3) {
            for (int x = 0; x < data.width; x += 3) {
              colours.add(data.getPixel(x, y));
            }
          }
          return (long) colours.size();
        });
  }

  /** Lets drawing and background work come to rest. */
  void settle() {
    try {
      Thread.sleep(700);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    ui(
        () -> {
          while (display().readAndDispatch()) {
            // until nothing is left to do
          }
          return true;
        });
  }
}
