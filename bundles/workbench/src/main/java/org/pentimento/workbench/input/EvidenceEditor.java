package org.pentimento.workbench.input;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.ui.part.EditorPart;

/** An editor that shows evidence. Nothing in it can be changed, so nothing is ever saved. */
public abstract class EvidenceEditor extends EditorPart {
  @Override
  public final void doSave(IProgressMonitor monitor) {
    // never dirty
  }

  @Override
  public final void doSaveAs() {
    // not allowed
  }

  @Override
  public final boolean isDirty() {
    return false;
  }

  @Override
  public final boolean isSaveAsAllowed() {
    return false;
  }
}
