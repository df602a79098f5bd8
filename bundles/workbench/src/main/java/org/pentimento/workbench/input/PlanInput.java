package org.pentimento.workbench.input;

import java.nio.file.Path;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IPersistableElement;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.event.CaseInfo;
import org.pentimento.workbench.look.Icons;

/**
 * A draft of a plan: its file, and the case that it is for.
 *
 * @param file with its text
 * @param caseFolder of the case that it is for, which may not exist yet
 * @param info for the case, should it have to be made
 * @param name for people
 */
public record PlanInput(Path file, Path caseFolder, CaseInfo info, String name)
    implements IEditorInput, IPersistableElement {
  /** The id of its editor. */
  public static final String EDITOR = CaseInput.Kind.PLAN.editor();

  @Override
  public boolean exists() {
    return false; // keeps it out of the list of recent files
  }

  @Override
  public ImageDescriptor getImageDescriptor() {
    return Icons.PLAN.descriptor();
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
    return "Plan for " + caseFolder;
  }

  @Override
  public <T> @Nullable T getAdapter(Class<T> adapter) {
    return null;
  }

  @Override
  public String getFactoryId() {
    return PlanInputFactory.ID;
  }

  @Override
  public void saveState(IMemento memento) {
    memento.putString("file", file.toString());
    memento.putString("case", caseFolder.toString());
    memento.putString("name", name);
    memento.putString("examiner", info.examiner());
    memento.putString("agency", info.agency());
    memento.putString("number", info.caseNumber());
    memento.putString("item", info.itemNumber());
    memento.putString("zone", info.timeZone());
    memento.putString("notes", info.notes());
  }

  /** By the file alone, as a plan may be renamed. */
  @Override
  public boolean equals(Object other) {
    return other instanceof PlanInput input && input.file.equals(file);
  }

  @Override
  public int hashCode() {
    return file.hashCode();
  }
}
