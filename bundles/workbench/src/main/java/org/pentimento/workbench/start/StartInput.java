package org.pentimento.workbench.start;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IPersistableElement;
import org.jspecify.annotations.Nullable;
import org.pentimento.workbench.look.Icons;

/** What the start page shows: nothing of a case. It is not opened again by itself. */
record StartInput() implements IEditorInput {
  @Override
  public boolean exists() {
    return true;
  }

  @Override
  public ImageDescriptor getImageDescriptor() {
    return Icons.CASE.descriptor();
  }

  @Override
  public String getName() {
    return "Start";
  }

  @Override
  public @Nullable IPersistableElement getPersistable() {
    return null;
  }

  @Override
  public String getToolTipText() {
    return "What to begin with";
  }

  @Override
  public <T> @Nullable T getAdapter(Class<T> adapter) {
    return null;
  }
}
