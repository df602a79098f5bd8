package org.pentimento.workbench.input;

import java.nio.file.Path;
import java.util.Objects;
import org.eclipse.ui.IElementFactory;
import org.eclipse.ui.IMemento;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.event.CaseInfo;

/** Restores plans that were open when the window was closed. */
public final class PlanInputFactory implements IElementFactory {
  static final String ID = "org.pentimento.workbench.planInput";

  @Override
  public @Nullable PlanInput createElement(IMemento memento) {
    String file = memento.getString("file");
    String folder = memento.getString("case");
    if (file == null || folder == null) {
      return null;
    }
    CaseInfo info =
        new CaseInfo(
            text(memento, "examiner"),
            text(memento, "agency"),
            text(memento, "number"),
            text(memento, "item"),
            text(memento, "zone"),
            text(memento, "notes"));
    return new PlanInput(Path.of(file), Path.of(folder), info, text(memento, "name"));
  }

  private static String text(IMemento memento, String key) {
    return Objects.requireNonNullElse(memento.getString(key), "");
  }
}
