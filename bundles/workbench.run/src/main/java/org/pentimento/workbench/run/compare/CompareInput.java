package org.pentimento.workbench.run.compare;

import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IPersistableElement;
import org.jspecify.annotations.Nullable;
import org.pentimento.workbench.input.CaseInput;
import org.pentimento.workbench.look.Icons;

/**
 * Runs to be compared.
 *
 * @param runs two or more; the others are compared with the first
 */
record CompareInput(List<CaseInput> runs) implements IEditorInput, IPersistableElement {
  CompareInput {
    runs = List.copyOf(runs);
  }

  @Override
  public boolean exists() {
    return false; // keeps it out of the list of recent files, which it is not
  }

  @Override
  public ImageDescriptor getImageDescriptor() {
    return Icons.RUN.descriptor();
  }

  @Override
  public String getName() {
    return runs.size() + " runs";
  }

  @Override
  public IPersistableElement getPersistable() {
    return this;
  }

  @Override
  public String getToolTipText() {
    return runs.stream().map(CaseInput::getToolTipText).collect(Collectors.joining("\n"));
  }

  @Override
  public <T> @Nullable T getAdapter(Class<T> adapter) {
    return null;
  }

  @Override
  public String getFactoryId() {
    return CompareInputFactory.ID;
  }

  @Override
  public void saveState(IMemento memento) {
    runs.forEach(run -> run.saveState(memento.createChild("run")));
  }
}
