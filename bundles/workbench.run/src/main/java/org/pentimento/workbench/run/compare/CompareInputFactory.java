package org.pentimento.workbench.run.compare;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.ui.IElementFactory;
import org.eclipse.ui.IMemento;
import org.jspecify.annotations.Nullable;
import org.pentimento.workbench.input.CaseInput;
import org.pentimento.workbench.input.CaseInputFactory;

/** Restores the comparisons that were open when the window was closed. */
public final class CompareInputFactory implements IElementFactory {
  static final String ID = "org.pentimento.workbench.run.compare.input";

  @Override
  public @Nullable CompareInput createElement(IMemento memento) {
    List<CaseInput> runs = new ArrayList<>();
    for (IMemento child : memento.getChildren("run")) {
      CaseInput run = new CaseInputFactory().createElement(child);
      if (run != null) {
        runs.add(run);
      }
    }
    return runs.size() < 2 ? null : new CompareInput(runs);
  }
}
