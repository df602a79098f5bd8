package org.pentimento.workbench.preferences;

import java.time.ZoneId;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.preference.FieldEditorPreferencePage;
import org.eclipse.jface.preference.StringFieldEditor;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.eclipse.ui.preferences.ScopedPreferenceStore;

/** The preference page of who examines. */
public final class IdentityPage extends FieldEditorPreferencePage
    implements IWorkbenchPreferencePage {
  /** Made by the workbench. */
  public IdentityPage() {
    super(GRID);
  }

  @Override
  public void init(IWorkbench workbench) {
    setDescription("Who examines. It is proposed for new cases and reviews; a case keeps its own.");
    ScopedPreferenceStore store = new ScopedPreferenceStore(InstanceScope.INSTANCE, Identity.NODE);
    store.setDefault(Identity.EXAMINER, Identity.current().examiner());
    store.setDefault(Identity.TIME_ZONE, ZoneId.systemDefault().getId());
    setPreferenceStore(store);
  }

  @Override
  protected void createFieldEditors() {
    addField(new StringFieldEditor(Identity.EXAMINER, "&Examiner:", getFieldEditorParent()));
    addField(new StringFieldEditor(Identity.AGENCY, "&Agency:", getFieldEditorParent()));
    StringFieldEditor zone =
        new StringFieldEditor(Identity.TIME_ZONE, "&Time zone:", getFieldEditorParent()) {
          @Override
          protected boolean doCheckState() {
            String given = getStringValue().strip();
            return given.isEmpty() || Identity.zone(given).equals(given);
          }
        };
    zone.setErrorMessage("There is no such time zone; name it like Europe/Berlin.");
    addField(zone);
  }
}
