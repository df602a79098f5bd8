package org.pentimento.workbench.dataset.pair;

import java.nio.file.Path;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IPersistableElement;
import org.jspecify.annotations.Nullable;
import org.pentimento.workbench.input.CaseInput;

/**
 * What the viewer of pairs is opened on: all pairs of a data set, with the sketches of a run.
 *
 * @param caseFolder of the case
 * @param dataset the data set's name in the case, or the id of the format that makes it
 * @param run id of the run whose sketches are shown; empty for the latest that has some
 */
record PairInput(Path caseFolder, String dataset, String run)
    implements IEditorInput, IPersistableElement {
  @Override
  public boolean exists() {
    return false; // keeps it out of the list of recent files, which it is not
  }

  @Override
  public ImageDescriptor getImageDescriptor() {
    return ResourceLocator.imageDescriptorFromBundle(PairInput.class, "icons/pair.svg")
        .orElseThrow(() -> new IllegalStateException("icons/pair.svg is missing"));
  }

  @Override
  public String getName() {
    return "Pair of " + dataset;
  }

  @Override
  public IPersistableElement getPersistable() {
    return this;
  }

  @Override
  public String getToolTipText() {
    return "Pairs of " + dataset + " in " + caseFolder;
  }

  @Override
  public <T> @Nullable T getAdapter(Class<T> adapter) {
    return adapter == CaseInput.class
        ? adapter.cast(new CaseInput(caseFolder, CaseInput.Kind.DATASET, dataset, dataset))
        : null;
  }

  @Override
  public String getFactoryId() {
    return PairInputFactory.ID;
  }

  @Override
  public void saveState(IMemento memento) {
    memento.putString("case", caseFolder.toString());
    memento.putString("dataset", dataset);
    memento.putString("run", run);
  }
}
