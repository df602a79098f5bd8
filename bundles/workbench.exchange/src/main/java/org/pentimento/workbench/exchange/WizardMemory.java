package org.pentimento.workbench.exchange;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.dialogs.IDialogSettings;
import org.eclipse.ui.PlatformUI;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.FrameworkUtil;

/** Remembers what was entered into a wizard the last times. */
public final class WizardMemory {
  private static final int MOST = 10;

  private final IDialogSettings settings;

  /** The memory of a wizard. */
  public WizardMemory(String wizard) {
    IDialogSettings all =
        PlatformUI.getDialogSettingsProvider(FrameworkUtil.getBundle(WizardMemory.class))
            .getDialogSettings();
    IDialogSettings section = all.getSection(wizard);
    settings = section == null ? all.addNewSection(wizard) : section;
  }

  /** Earlier values of a key, the last first. */
  public List<String> all(String key) {
    String[] kept = settings.getArray(key);
    return kept == null ? List.of() : List.of(kept);
  }

  /** The last value of a key, or another one if there is none. */
  public String last(String key, String otherwise) {
    List<String> all = all(key);
    return all.isEmpty() ? otherwise : all.get(0);
  }

  /** Remembers a value; blank ones are not kept. */
  public void keep(String key, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      List<String> values = new ArrayList<>(List.of(value));
      all(key).stream().filter(v -> !v.equals(value)).limit(MOST - 1).forEach(values::add);
      settings.put(key, values.toArray(String[]::new));
    }
  }
}
