package org.pentimento.workbench.cases;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.osgi.service.prefs.BackingStoreException;
import org.pentimento.casefile.CaseFile;

/** The cases that were open last, the latest first, also those that are gone by now. */
public final class RecentCases {
  /** Most cases that are remembered. */
  static final int MOST = 10;

  private static final String NODE = "org.pentimento.workbench.recent";
  private static final String KEY = "cases";

  private final Job look = Job.createSystem("Looking for cases", (ICoreRunnable) m -> lookNow());
  private volatile Set<Path> gone = Set.of();

  /**
   * A case that was open.
   *
   * @param gone whether there was no case any more when the disk was asked last
   */
  public record Recent(Path folder, boolean gone) {}

  RecentCases() {
    look.schedule();
  }

  /** A case was opened and could be read. */
  synchronized void opened(Path folder) {
    save(first(folder, folders()));
  }

  /** A list with a folder at its head, once, and no longer than is remembered. */
  static List<Path> first(Path folder, List<Path> before) {
    List<Path> all = new ArrayList<>(before);
    all.remove(folder);
    all.add(0, folder);
    return List.copyOf(all.subList(0, Math.min(MOST, all.size())));
  }

  private static IEclipsePreferences preferences() {
    return InstanceScope.INSTANCE.getNode(NODE);
  }

  private static List<Path> folders() {
    return preferences().get(KEY, "").lines().filter(l -> !l.isBlank()).map(Path::of).toList();
  }

  private static void save(List<Path> folders) {
    IEclipsePreferences preferences = preferences();
    preferences.put(KEY, folders.stream().map(Path::toString).collect(Collectors.joining("\n")));
    try {
      preferences.flush();
    } catch (BackingStoreException e) {
      throw new IllegalStateException("The recent cases cannot be remembered", e);
    }
  }

  /** All, the latest first. The disk is not asked here, but soon in the background. */
  public List<Recent> all() {
    look.schedule();
    Set<Path> missing = gone;
    return folders().stream().map(f -> new Recent(f, missing.contains(f))).toList();
  }

  private void lookNow() {
    gone =
        folders().stream().filter(f -> !CaseFile.isCase(f)).collect(Collectors.toUnmodifiableSet());
  }

  /** Forgets one. */
  public synchronized void forget(Path folder) {
    save(folders().stream().filter(f -> !f.equals(folder)).toList());
  }

  /** Forgets all. */
  public synchronized void clear() {
    save(List.of());
  }
}
