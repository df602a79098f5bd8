package org.pentimento.workbench.preferences;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.preference.DirectoryFieldEditor;
import org.eclipse.jface.preference.FieldEditorPreferencePage;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.eclipse.ui.preferences.ScopedPreferenceStore;

/** Folders in which dialogs begin. */
public final class FoldersPage extends FieldEditorPreferencePage
    implements IWorkbenchPreferencePage {
  /** Made by the workbench. */
  public FoldersPage() {
    super(GRID);
  }

  @Override
  public void init(IWorkbench workbench) {
    setDescription("Where dialogs begin when they ask for a folder.");
    ScopedPreferenceStore store = new ScopedPreferenceStore(InstanceScope.INSTANCE, Folders.NODE);
    store.setDefault(Folders.CASES, Folders.standard());
    store.setDefault(Folders.DATASETS, Folders.standard());
    store.setDefault(Folders.EXPORTS, Folders.standard());
    setPreferenceStore(store);
  }

  @Override
  protected void createFieldEditors() {
    field(Folders.CASES, "&Cases:");
    field(Folders.DATASETS, "&Data sets:");
    field(Folders.EXPORTS, "&Exports:");
  }

  private void field(String key, String label) {
    DirectoryFieldEditor field = new DirectoryFieldEditor(key, label, getFieldEditorParent());
    field.setErrorMessage("There is no such folder.");
    addField(field);
  }
}
