package org.pentimento.workbench.jobs;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.ui.PlatformUI;
import org.osgi.service.prefs.BackingStoreException;
import org.pentimento.casefile.event.ModelImported;
import org.pentimento.casefile.event.ModelRecord;
import org.pentimento.casefile.log.Entry;
import org.pentimento.plan.PlanText;
import org.pentimento.workbench.cases.OpenCase;
import org.pentimento.workbench.cases.OpenCases;

/**
 * Asks a person before a program of a case is run for the first time: a case may come from somebody
 * else, and hold models that are programs. The answer counts for the same files and command.
 */
public final class RunConsent {
  private static final String NODE = "org.pentimento.workbench.consent";

  /** The setting of a model format that holds a command line. */
  private static final String COMMAND = "command";

  private static final int RUN = 1;

  private RunConsent() {}

  /** Whether a plan may be carried out; asks if need be. In the display's thread. */
  public static boolean given(Path caseFolder, String plan) {
    IEclipsePreferences agreed = InstanceScope.INSTANCE.getNode(NODE);
    List<ModelRecord> open =
        programs(caseFolder, plan).stream().filter(m -> !agreed.getBoolean(key(m), false)).toList();
    if (open.isEmpty()) {
      return true;
    }
    String lines =
        open.stream()
            .map(m -> "•  " + m.name() + ":  " + m.settings().get(COMMAND))
            .collect(Collectors.joining("\n"));
    int answer =
        MessageDialog.open(
            MessageDialog.WARNING,
            PlatformUI.getWorkbench().getModalDialogShellProvider().getShell(),
            "Run a Program of the Case",
            "The plan runs what is kept in the case "
                + caseFolder.getFileName()
                + ":\n\n"
                + lines
                + "\n\nIt is locked in while it runs, as far as this system can. Run it only if you"
                + " know where the case comes from. You are not asked again for the same files and"
                + " command.",
            SWT.NONE,
            "Do Not Run", // the default button
            "Run It");
    if (answer != RUN) {
      return false;
    }
    open.forEach(m -> agreed.putBoolean(key(m), true));
    try {
      agreed.flush();
    } catch (BackingStoreException e) {
      ILog.of(RunConsent.class).warn("The answer cannot be kept; it will be asked again", e);
    }
    return true;
  }

  private static List<ModelRecord> programs(Path caseFolder, String plan) {
    Set<String> used = used(plan);
    List<ModelRecord> programs = new ArrayList<>();
    for (OpenCase c : PlatformUI.getWorkbench().getService(OpenCases.class).all()) {
      if (c instanceof OpenCase.Read read && read.folder().equals(caseFolder)) {
        for (Entry entry : read.entries()) {
          entry
              .as(ModelImported.class)
              .map(ModelImported::model)
              .filter(m -> m.settings().containsKey(COMMAND) && used.contains(m.name()))
              .ifPresent(programs::add);
        }
      }
    }
    return programs;
  }

  private static Set<String> used(String plan) {
    Set<String> names = new HashSet<>();
    PlanText text = PlanText.of(plan);
    if (text.problem().isEmpty()) { // otherwise the plan is refused
      for (int i = 0; i < text.size("models"); i++) {
        String item = "models[" + i + "]";
        names.add(text.value(text.isMap(item) ? item + ".model" : item));
      }
    }
    return names;
  }

  private static String key(ModelRecord model) {
    String what =
        model.settings().get(COMMAND)
            + "\n"
            + model.files().stream()
                .map(f -> f.path() + " " + f.sha256())
                .collect(Collectors.joining("\n"));
    return UUID.nameUUIDFromBytes(what.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
