package org.pentimento.workbench.selection;

import org.eclipse.core.runtime.ListenerList;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.jface.viewers.StructuredSelection;

/** The pairs that a part of the window has selected, as other parts get to know them. */
public final class SelectedPairs implements ISelectionProvider {
  private final ListenerList<ISelectionChangedListener> listeners = new ListenerList<>();
  private ISelection selection = StructuredSelection.EMPTY;

  /** Selects other pairs and tells the other parts. */
  public void set(ISelection pairs) {
    if (!pairs.equals(selection)) {
      selection = pairs;
      SelectionChangedEvent event = new SelectionChangedEvent(this, pairs);
      listeners.forEach(listener -> listener.selectionChanged(event));
    }
  }

  /** Takes over what another part has selected; nobody is told, because all parts know. */
  public void keep(ISelection pairs) {
    selection = pairs;
  }

  @Override
  public ISelection getSelection() {
    return selection;
  }

  @Override
  public void setSelection(ISelection pairs) {
    set(pairs);
  }

  @Override
  public void addSelectionChangedListener(ISelectionChangedListener listener) {
    listeners.add(listener);
  }

  @Override
  public void removeSelectionChangedListener(ISelectionChangedListener listener) {
    listeners.remove(listener);
  }
}
