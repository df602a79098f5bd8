package org.pentimento.workbench.explorer;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.core.commands.Command;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.pentimento.api.data.FileNames;
import org.pentimento.workbench.selection.Node;

/** Photos that are dropped on a model, which is to draw them. */
final class PhotoDrop {
  private static final String DRAW = "org.pentimento.workbench.run.draw";

  private PhotoDrop() {}

  /** Whether a model was hit, and by images alone. */
  static boolean isOfPhotos(Node hit, String[] paths) {
    return Node.drawing(hit).isPresent()
        && Arrays.stream(paths)
            .map(path -> String.valueOf(Path.of(path).getFileName()))
            .allMatch(FileNames::looksLikeImage);
  }

  /** Has the photos drawn; returns what a person should know, empty if it is being done. */
  static String on(Node hit, String[] paths) {
    Command command = PlatformUI.getWorkbench().getService(ICommandService.class).getCommand(DRAW);
    if (!command.isDefined()) {
      return "This product cannot draw.";
    }
    Map<String, String> parameters = new HashMap<>();
    parameters.put(DRAW + ".case", hit.caseFolder().toString());
    parameters.put(DRAW + ".model", Node.drawing(hit).orElse(""));
    parameters.put(DRAW + ".photos", String.join("\n", paths));
    try {
      PlatformUI.getWorkbench()
          .getService(IHandlerService.class)
          .executeCommand(ParameterizedCommand.generateCommand(command, parameters), null);
      return "";
    } catch (CommandException e) {
      return "The drawing cannot begin: " + e.getMessage();
    }
  }
}
