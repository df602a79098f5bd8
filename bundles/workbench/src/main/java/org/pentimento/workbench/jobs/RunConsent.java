package org.pentimento.workbench.jobs;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
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
import org.pentimento.api.extension.Kind;
import org.pentimento.api.extension.Parameter;
import org.pentimento.casefile.event.ModelImported;
import org.pentimento.casefile.event.ModelRecord;
import org.pentimento.casefile.log.Entry;
import org.pentimento.plan.PlanText;
import org.pentimento.protocol.catalogue.ExtensionCatalogue;
import org.pentimento.workbench.cases.OpenCase;
import org.pentimento.workbench.cases.OpenCases;
import org.pentimento.workbench.descriptors.Descriptors;
import org.pentimento.workbench.form.PlainDialog;

/**
 * Asks a person before a program of a case is run for the first time: a case may come from somebody
 * else, and hold models that are programs. The answer counts for the same files and command.
 */
public final class RunConsent {
  private static final String NODE = "org.pentimento.workbench.consent";

  private static final int RUN = 1;

  /**
   * A model that runs something.
   *
   * @param command what it runs, for a person
   */
  private record Program(ModelRecord model, String command) {}

  private RunConsent() {}

  /** Whether a plan may be carried out; asks if need be. In the display's thread. */
  public static boolean given(Path caseFolder, String plan) {
    IEclipsePreferences agreed = InstanceScope.INSTANCE.getNode(NODE);
    List<Program> open =
        programs(caseFolder, plan).stream().filter(m -> !agreed.getBoolean(key(m), false)).toList();
    if (open.isEmpty()) {
      return true;
    }
    String lines =
        open.stream()
            .map(p -> "•  " + p.model().name() + ":  " + p.command())
            .collect(Collectors.joining("\n"));
    int answer =
        PlainDialog.open(
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

  private static List<Program> programs(Path caseFolder, String plan) {
    ExtensionCatalogue known = PlatformUI.getWorkbench().getService(Descriptors.class).known();
    Set<String> used = used(plan);
    List<Program> programs = new ArrayList<>();
    for (OpenCase c : PlatformUI.getWorkbench().getService(OpenCases.class).all()) {
      if (c instanceof OpenCase.Read read && read.folder().equals(caseFolder)) {
        for (Entry entry : read.entries()) {
          entry
              .as(ModelImported.class)
              .map(ModelImported::model)
              .filter(m -> used.contains(m.name()))
              .flatMap(m -> command(m, known).map(command -> new Program(m, command)))
              .ifPresent(programs::add);
        }
      }
    }
    return programs;
  }

  /**
   * What a model runs; of a format that is not known it is not known either, and nothing is safe.
   */
  private static Optional<String> command(ModelRecord model, ExtensionCatalogue known) {
    return known
        .find(Kind.MODEL_FORMAT, model.format())
        .map(
            format ->
                format.parameters().stream()
                    .filter(p -> p.type() == Parameter.Type.COMMAND)
                    .map(p -> String.valueOf(model.settings().get(p.id())))
                    .reduce((first, second) -> first + "; " + second))
        .orElse(Optional.of("whatever the format '" + model.format() + "' runs"));
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

  private static String key(Program program) {
    String what =
        program.command()
            + "\n"
            + program.model().files().stream()
                .map(f -> f.path() + " " + f.sha256())
                .collect(Collectors.joining("\n"));
    return UUID.nameUUIDFromBytes(what.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
