package org.pentimento.workbench.dataset.pair;

import java.nio.file.Path;
import org.eclipse.ui.IElementFactory;
import org.eclipse.ui.IMemento;
import org.jspecify.annotations.Nullable;

/** Restores the viewers that were open when the window was closed. */
public final class PairInputFactory implements IElementFactory {
  static final String ID = "org.pentimento.workbench.dataset.pairInput";

  @Override
  public @Nullable PairInput createElement(IMemento memento) {
    String folder = memento.getString("case");
    String dataset = memento.getString("dataset");
    String run = memento.getString("run");
    return folder == null || dataset == null
        ? null
        : new PairInput(Path.of(folder), dataset, run == null ? "" : run);
  }
}
