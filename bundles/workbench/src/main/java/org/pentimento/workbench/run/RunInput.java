package org.pentimento.workbench.run;

import java.nio.file.Path;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IPersistableElement;
import org.jspecify.annotations.Nullable;
import org.pentimento.workbench.app.Icons;

/**
 * A run to be shown.
 *
 * @param caseFolder of the case it belongs to
 * @param run its id
 * @param name of its plan
 */
public record RunInput(Path caseFolder, String run, String name)
    implements IEditorInput, IPersistableElement {
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
    return name;
  }

  @Override
  public IPersistableElement getPersistable() {
    return this;
  }

  @Override
  public String getToolTipText() {
    return name + " in " + caseFolder;
  }

  @Override
  public <T> @Nullable T getAdapter(Class<T> adapter) {
    return null;
  }

  @Override
  public String getFactoryId() {
    return RunInputFactory.ID;
  }

  @Override
  public void saveState(IMemento memento) {
    memento.putString("case", caseFolder.toString());
    memento.putString("run", run);
    memento.putString("name", name);
  }
}
