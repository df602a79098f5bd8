package org.pentimento.workbench.preferences;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.eclipse.core.runtime.preferences.InstanceScope;

/** The folders in which dialogs begin, from the preferences. */
public final class DialogFolders {
  /** The node of the preferences. */
  public static final String NODE = "org.pentimento.workbench.folders";

  /** Key of the folder in which cases are made. */
  public static final String CASES = "cases";

  /** Key of the folder from which data sets come. */
  public static final String DATASETS = "datasets";

  /** Key of the folder to which exports go. */
  public static final String EXPORTS = "exports";

  private DialogFolders() {}

  /** Where cases are made. */
  public static Path cases() {
    return folder(CASES);
  }

  /** Where data sets come from. */
  public static Path datasets() {
    return folder(DATASETS);
  }

  /** Where exports go. */
  public static Path exports() {
    return folder(EXPORTS);
  }

  static String standard() {
    return System.getProperty("user.home", "");
  }

  private static Path folder(String key) {
    String given = InstanceScope.INSTANCE.getNode(NODE).get(key, "");
    try {
      return Path.of(given.isBlank() ? standard() : given);
    } catch (InvalidPathException e) {
      return Path.of(standard());
    }
  }
}
