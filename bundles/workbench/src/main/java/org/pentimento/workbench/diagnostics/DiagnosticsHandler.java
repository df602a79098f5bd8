package org.pentimento.workbench.diagnostics;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Monitor;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.HandlerUtil;
import org.jspecify.annotations.Nullable;
import org.pentimento.workbench.cases.OpenCases;
import org.pentimento.workbench.descriptors.Descriptors;
import org.pentimento.workbench.form.PlainDialog;
import org.pentimento.workbench.help.Versions;
import org.pentimento.workbench.preferences.DialogFolders;

/** Gathers what somebody who helps needs, shows it, and saves it if the person wants that. */
public final class DiagnosticsHandler extends AbstractHandler {
  private static final String TITLE = "Collect Diagnostics";

  @Override
  public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
    Shell shell = HandlerUtil.getActiveShellChecked(event);
    Display display = shell.getDisplay();
    String screens = screens(display);
    Job gather =
        Job.create(
            "Collecting diagnostics",
            monitor -> {
              try {
                Diagnostics gathered = gather(screens);
                display.asyncExec(() -> ask(shell, gathered));
                return Status.OK_STATUS;
              } catch (IOException e) {
                return new Status(
                    IStatus.ERROR,
                    "org.pentimento.workbench",
                    "The logs cannot be read: " + e.getMessage(),
                    e);
              }
            });
    gather.setUser(true);
    gather.schedule();
    return null;
  }

  private static Diagnostics gather(String screens) throws IOException {
    Path log = Path.of(System.getProperty("pentimento.log", "pentimento.log")).toAbsolutePath();
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("versions", Diagnostics.lines(Versions.all()));
    facts.put("platform", Diagnostics.lines(platform(screens)));
    facts.put("extensions", extensions());
    Set<String> names =
        PrivateNames.of(
            PlatformUI.getWorkbench().getService(OpenCases.class).all(), installedWords());
    Path logs = log.getParent();
    return Diagnostics.gather(
        facts,
        logs == null ? Path.of("") : logs,
        Platform.getLogFileLocation().toFile().toPath(),
        names);
  }

  private static Map<String, String> platform(String screens) {
    Map<String, String> platform = new LinkedHashMap<>();
    for (String property : new String[] {"os.name", "os.version", "os.arch", "java.vm.name"}) {
      platform.put(property, System.getProperty(property, ""));
    }
    Runtime runtime = Runtime.getRuntime();
    platform.put("processors", String.valueOf(runtime.availableProcessors()));
    platform.put("most memory of the window, MiB", String.valueOf(runtime.maxMemory() >> 20));
    platform.put("language", Locale.getDefault().toLanguageTag());
    platform.put("displays", screens);
    for (String variable : new String[] {"XDG_SESSION_TYPE", "XDG_CURRENT_DESKTOP", "GDK_SCALE"}) {
      platform.put(variable, String.valueOf(System.getenv(variable)));
    }
    return platform;
  }

  private static String screens(Display display) {
    StringBuilder screens = new StringBuilder();
    for (Monitor monitor : display.getMonitors()) {
      Rectangle bounds = monitor.getBounds();
      screens.append(
          "%d x %d at %d %%  ".formatted(bounds.width, bounds.height, monitor.getZoom()));
    }
    return screens.toString();
  }

  private static String extensions() {
    return PlatformUI.getWorkbench().getService(Descriptors.class).known().extensions().stream()
        .map(e -> e.kind().word() + " " + e.id() + " " + e.descriptor().version())
        .collect(Collectors.joining("\n"));
  }

  /** Ids, names and versions of what is installed. */
  private static Set<String> installedWords() {
    Set<String> words = new HashSet<>(Versions.all().values());
    PlatformUI.getWorkbench().getService(Descriptors.class).known().extensions().stream()
        .forEach(e -> words.addAll(List.of(e.id(), e.name(), e.descriptor().version())));
    return words;
  }

  private static void ask(Shell shell, Diagnostics gathered) {
    if (shell.isDisposed() || new DiagnosticsDialog(shell, gathered).open() != Window.OK) {
      return;
    }
    FileDialog dialog = new FileDialog(shell, SWT.SAVE);
    dialog.setText(TITLE);
    dialog.setFilterPath(DialogFolders.exports().toString());
    dialog.setFilterExtensions(new String[] {"*.zip"});
    dialog.setFileName("pentimento-diagnostics.zip");
    dialog.setOverwrite(true);
    String chosen = dialog.open();
    if (chosen == null) {
      return;
    }
    try {
      gathered.write(Path.of(chosen));
    } catch (IOException e) {
      PlainDialog.openError(
          shell,
          TITLE,
          "Nothing could be written to "
              + chosen
              + ": "
              + e.getMessage()
              + ".\n\nChoose another folder, or make room on the disk.");
    }
  }
}
