package org.pentimento.workbench.run;

import java.nio.file.Path;
import org.eclipse.ui.IElementFactory;
import org.eclipse.ui.IMemento;
import org.jspecify.annotations.Nullable;

/** Brings back the runs that were open when the window was closed. */
public final class RunInputFactory implements IElementFactory {
  static final String ID = "org.pentimento.workbench.run.factory";

  @Override
  public @Nullable RunInput createElement(IMemento memento) {
    String folder = memento.getString("case");
    String run = memento.getString("run");
    String name = memento.getString("name");
    return folder == null || run == null || name == null
        ? null
        : new RunInput(Path.of(folder), run, name);
  }
}
