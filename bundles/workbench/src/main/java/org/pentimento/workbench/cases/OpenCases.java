package org.pentimento.workbench.cases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.prefs.BackingStoreException;
import org.pentimento.api.BadInputException;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.DisplayNames;
import org.pentimento.casefile.event.RunKind;
import org.pentimento.casefile.event.RunRecord;
import org.pentimento.casefile.log.Entry;
import org.pentimento.casefile.store.Layout;
import org.pentimento.workbench.cases.OpenCase.Read;
import org.pentimento.workbench.cases.OpenCase.Reading;
import org.pentimento.workbench.cases.OpenCase.Unreadable;

/**
 * The cases that are open in the window. They are read in the background, and opened again at the
 * next start. Nothing is written to them here.
 */
@Component(service = OpenCases.class)
public final class OpenCases {
  private static final String NODE = "org.pentimento.workbench";
  private static final String KEY = "cases";
  private static final long WATCH_MS = 2000;

  private final Map<Path, OpenCase> cases = new LinkedHashMap<>();
  private final Map<Path, String> stamps = new ConcurrentHashMap<>();
  private final Map<String, RunContent> results = new ConcurrentHashMap<>();
  private final Map<String, CaseInspection> inspections = new ConcurrentHashMap<>();
  private final RecentCases recent = new RecentCases();
  private final Set<Path> counted = ConcurrentHashMap.newKeySet();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final Job watch;

  /** Made by the component framework; opens what was open when the window was closed. */
  @Activate
  public OpenCases() {
    String remembered = preferences().get(KEY, "");
    remembered.lines().filter(line -> !line.isBlank()).map(Path::of).forEach(this::open);
    watch =
        Job.createSystem(
            "Looking for changed cases",
            monitor -> {
              readChanged();
              if (!monitor.isCanceled()) {
                again();
              }
            });
    again();
  }

  private void again() {
    watch.schedule(WATCH_MS);
  }

  /** Called by the component framework. */
  @Deactivate
  public void stop() {
    watch.cancel();
  }

  private static IEclipsePreferences preferences() {
    return InstanceScope.INSTANCE.getNode(NODE);
  }

  /** All of them, in the order in which they were opened. */
  public synchronized List<OpenCase> all() {
    return new ArrayList<>(cases.values());
  }

  /** A case that is open and was read. */
  public Optional<Read> read(Path folder) {
    return all().stream()
        .filter(one -> one.folder().equals(folder))
        .filter(Read.class::isInstance)
        .map(Read.class::cast)
        .findFirst();
  }

  /** The cases that were open last. */
  public RecentCases recent() {
    return recent;
  }

  /** The names that things of a case are shown by, as far as it was read. */
  public DisplayNames names(Path folder) {
    return read(folder).map(one -> one.notes().names()).orElse(DisplayNames.NONE);
  }

  /** Opens a case, or reads it anew if it is open. */
  public void open(Path folder) {
    Path place = folder.toAbsolutePath().normalize();
    synchronized (this) {
      cases.putIfAbsent(place, new Reading(place));
    }
    changed();
    inBackground("Reading " + place.getFileName(), () -> readNow(place));
  }

  private void readNow(Path folder) {
    String stamp = stamp(folder);
    OpenCase read = content(folder);
    replace(read, stamp);
    if (read instanceof Read && counted.add(folder)) {
      recent.opened(folder);
    }
    remember();
  }

  /**
   * Looks at once, in the background, for cases that changed, and reads them anew: another process
   * wrote to the custody log, or it is gone. Without a call this happens every two seconds. The
   * disk is asked, because file systems on a network announce no changes.
   */
  public void lookAgain() {
    watch.wakeUp();
  }

  private void readChanged() {
    for (OpenCase known : all()) {
      Path folder = known.folder();
      // A case that is being read for the first time will be up to date.
      if (!(known instanceof Reading) && !stamp(folder).equals(stamps.get(folder))) {
        readNow(folder);
      }
    }
  }

  /** Size and time of the custody log; empty while there is none. */
  private static String stamp(Path folder) {
    Path log = new Layout(folder).log();
    try {
      return Files.size(log)
          + " "
          + Files.getLastModifiedTime(log)
          + " "
          + Files.isWritable(folder);
    } catch (IOException e) {
      return "";
    }
  }

  /** Closes a case; nothing happens to it. */
  public void close(Path folder) {
    synchronized (this) {
      cases.remove(folder);
    }
    stamps.remove(folder);
    counted.remove(folder);
    results.keySet().removeIf(key -> key.startsWith(folder + "\n"));
    inspections.keySet().removeIf(key -> key.startsWith(folder + "\n"));
    changed();
    inBackground("Closing " + folder.getFileName(), this::remember);
  }

  /**
   * Two threads may read a case at the same time, and the older content may come last. Its stamp
   * then differs from the file, so that the case is read once more.
   */
  private void replace(OpenCase read, String stamp) {
    synchronized (this) {
      if (cases.replace(read.folder(), read) != null) {
        stamps.put(read.folder(), stamp);
      }
    }
    changed();
  }

  private OpenCase content(Path folder) {
    try (CaseFile file = CaseFile.openForReading(folder)) {
      List<CaseModel> models = new ArrayList<>();
      List<CaseFinding> findings = new ArrayList<>();
      List<RunRecord> runs = file.runs(RunKind.AUDIT);
      for (RunRecord run : runs) {
        if (!run.result().isEmpty()) {
          RunContent content =
              results.computeIfAbsent(key(folder, run), key -> RunContent.read(file, run));
          models.addAll(content.models());
          findings.addAll(content.findings());
        }
      }
      List<CaseInspection> inspected = inspections(file, folder);
      inspected.forEach(i -> i.finding().ifPresent(findings::add));
      List<Entry> entries = file.entries();
      return new Read(
          folder,
          file.info(),
          file.datasets(),
          runs,
          inspected,
          entries,
          List.copyOf(models),
          file.models(),
          List.copyOf(findings),
          CaseNotes.of(entries, CaseFile.waitingNotes(folder)),
          Files.isWritable(folder));
    } catch (BadInputException e) {
      return new Unreadable(folder, String.valueOf(e.getMessage()), e.remedy());
    } catch (IOException | UncheckedIOException e) {
      return new Unreadable(
          folder, "The case cannot be read: " + e.getMessage(), "Check the folder and its rights.");
    }
  }

  /** A result never changes, so that it is read once. */
  private static String key(Path folder, RunRecord run) {
    return folder + "\n" + run.id() + "\n" + run.result();
  }

  private List<CaseInspection> inspections(CaseFile file, Path folder) {
    return file.runs().stream()
        .filter(run -> run.kind() != RunKind.AUDIT)
        .map(
            run ->
                run.result().isEmpty()
                    ? CaseInspection.read(file, run)
                    : inspections.computeIfAbsent(
                        key(folder, run), key -> CaseInspection.read(file, run)))
        .toList();
  }

  private static void inBackground(String name, Runnable work) {
    Job job =
        new Job(name) {
          @Override
          protected IStatus run(IProgressMonitor monitor) {
            work.run();
            return Status.OK_STATUS;
          }
        };
    job.setSystem(true);
    job.schedule();
  }

  private void remember() {
    String open = all().stream().map(c -> c.folder().toString()).collect(Collectors.joining("\n"));
    IEclipsePreferences preferences = preferences();
    preferences.put(KEY, open);
    try {
      preferences.flush();
    } catch (BackingStoreException e) {
      throw new IllegalStateException("The open cases cannot be remembered", e);
    }
  }

  private void changed() {
    listeners.forEach(Runnable::run);
  }

  /** Calls a listener in any thread after each change. */
  public void addListener(Runnable listener) {
    listeners.add(listener);
  }

  /** Undoes {@link #addListener}. */
  public void removeListener(Runnable listener) {
    listeners.remove(listener);
  }
}
