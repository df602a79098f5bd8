package org.pentimento.workbench.integrity;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.osgi.service.prefs.BackingStoreException;
import org.pentimento.casefile.verify.Depth;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * When this window last found cases as they were written. Of a case that is not, this bounds since
 * when; it is no evidence, because it lies in the user's own preferences.
 */
final class LastIntact {
  private static final Logger LOG = LoggerFactory.getLogger(LastIntact.class);
  private static final String NODE = "org.pentimento.workbench/intact";

  /**
   * A look that found nothing wrong.
   *
   * @param entries that the log had then
   */
  record Look(Instant time, long entries) {}

  private LastIntact() {}

  private static IEclipsePreferences preferences() {
    return InstanceScope.INSTANCE.getNode(NODE);
  }

  private static String key(Path folder, Depth depth) {
    return depth.name() + " " + folder.toString().replace('/', '|');
  }

  static void remember(CaseCheck check) {
    IEclipsePreferences preferences = preferences();
    preferences.put(
        key(check.folder(), check.depth()), check.time() + " " + check.verification().entries());
    try {
      preferences.flush();
    } catch (BackingStoreException e) {
      LOG.warn("It cannot be remembered that {} is intact", check.folder(), e);
    }
  }

  /** The last such look at a case. */
  static Optional<Look> of(Path folder, Depth depth) {
    String[] kept = preferences().get(key(folder, depth), "").split(" ");
    try {
      return kept.length == 2
          ? Optional.of(new Look(Instant.parse(kept[0]), Long.parseLong(kept[1])))
          : Optional.empty();
    } catch (DateTimeException | NumberFormatException e) {
      return Optional.empty(); // somebody edited it: then nothing is known
    }
  }
}
