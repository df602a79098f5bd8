package org.pentimento.workbench.preferences;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.preference.DirectoryFieldEditor;
import org.eclipse.jface.preference.FieldEditorPreferencePage;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.eclipse.ui.preferences.ScopedPreferenceStore;

/** The preference page for the folders in which dialogs begin. */
public final class FoldersPage extends FieldEditorPreferencePage
    implements IWorkbenchPreferencePage {
  /** Made by the workbench. */
  public FoldersPage() {
    super(GRID);
  }

  @Override
  public void init(IWorkbench workbench) {
    setDescription("Where dialogs begin when they ask for a folder.");
    ScopedPreferenceStore store =
        new ScopedPreferenceStore(InstanceScope.INSTANCE, DialogFolders.NODE);
    store.setDefault(DialogFolders.CASES, DialogFolders.standard());
    store.setDefault(DialogFolders.DATASETS, DialogFolders.standard());
    store.setDefault(DialogFolders.EXPORTS, DialogFolders.standard());
    setPreferenceStore(store);
  }

  @Override
  protected void createFieldEditors() {
    field(DialogFolders.CASES, "&Cases:");
    field(DialogFolders.DATASETS, "&Data sets:");
    field(DialogFolders.EXPORTS, "&Exports:");
  }

  private void field(String key, String label) {
    DirectoryFieldEditor field = new DirectoryFieldEditor(key, label, getFieldEditorParent());
    field.setErrorMessage("There is no such folder.");
    addField(field);
  }
}
