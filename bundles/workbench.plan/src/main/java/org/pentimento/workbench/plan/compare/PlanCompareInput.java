package org.pentimento.workbench.plan.compare;

import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IPersistableElement;
import org.jspecify.annotations.Nullable;
import org.pentimento.workbench.look.Icons;

/**
 * Plans to be compared. They are gone when the window is closed.
 *
 * @param plans two or more, each the input of an editor of plans
 */
record PlanCompareInput(List<IEditorInput> plans) implements IEditorInput {
  PlanCompareInput {
    plans = List.copyOf(plans);
  }

  @Override
  public boolean exists() {
    return false;
  }

  @Override
  public ImageDescriptor getImageDescriptor() {
    return Icons.PLAN.descriptor();
  }

  @Override
  public String getName() {
    return plans.size() + " plans";
  }

  @Override
  public @Nullable IPersistableElement getPersistable() {
    return null;
  }

  @Override
  public String getToolTipText() {
    return plans.stream().map(IEditorInput::getToolTipText).collect(Collectors.joining("\n"));
  }

  @Override
  public <T> @Nullable T getAdapter(Class<T> adapter) {
    return null;
  }
}
