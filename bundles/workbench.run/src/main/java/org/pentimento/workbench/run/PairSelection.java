package org.pentimento.workbench.run;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.jface.viewers.StructuredSelection;

/** The pair that is selected in a run's editor, as other parts of the window get to know it. */
final class PairSelection implements ISelectionProvider {
  private final List<ISelectionChangedListener> listeners = new CopyOnWriteArrayList<>();
  private ISelection selection = StructuredSelection.EMPTY;

  @Override
  public void addSelectionChangedListener(ISelectionChangedListener listener) {
    listeners.add(listener);
  }

  @Override
  public void removeSelectionChangedListener(ISelectionChangedListener listener) {
    listeners.remove(listener);
  }

  @Override
  public ISelection getSelection() {
    return selection;
  }

  @Override
  public void setSelection(ISelection other) {
    selection = other;
    SelectionChangedEvent event = new SelectionChangedEvent(this, other);
    listeners.forEach(l -> l.selectionChanged(event));
  }
}
