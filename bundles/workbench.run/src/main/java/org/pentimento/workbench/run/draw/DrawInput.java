package org.pentimento.workbench.run.draw;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IPersistableElement;
import org.jspecify.annotations.Nullable;
import org.pentimento.workbench.look.Icons;

/**
 * What is to be drawn by which models of a case. It is gone when the window is closed.
 *
 * @param caseFolder of the case that has the models
 * @param models names of the models that are ticked at first
 * @param photos files or folders to begin with; if there are some, they are drawn at once
 */
record DrawInput(Path caseFolder, List<String> models, List<Path> photos) implements IEditorInput {
  DrawInput {
    models = List.copyOf(models);
    photos = List.copyOf(photos);
  }

  @Override
  public boolean exists() {
    return false;
  }

  @Override
  public ImageDescriptor getImageDescriptor() {
    return Icons.DRAWING.descriptor();
  }

  @Override
  public String getName() {
    return models.size() == 1 ? "Drawing with " + models.get(0) : "Drawing with models";
  }

  @Override
  public @Nullable IPersistableElement getPersistable() {
    return null;
  }

  @Override
  public String getToolTipText() {
    return "Drawing with " + String.join(", ", models) + " of " + caseFolder;
  }

  @Override
  public <T> @Nullable T getAdapter(Class<T> adapter) {
    return null;
  }
}
