package org.pentimento.workbench.integrity;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.pentimento.casefile.verify.Depth;
import org.pentimento.workbench.cases.OpenCase;
import org.pentimento.workbench.cases.OpenCases;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the log and the sizes of each case that is opened, and at everything when asked. What
 * was found wrong holds until the next look; what was found right, until the log has grown.
 */
@Component(service = CaseChecks.class)
public final class CaseChecks {
  private static final Logger LOG = LoggerFactory.getLogger(CaseChecks.class);

  /** The window is to be painted before. */
  private static final long AFTER_OPENING_MS = 1500;

  private final OpenCases cases;
  private final Map<Path, CaseCheck> last = new ConcurrentHashMap<>();
  private final Set<Path> glanced = ConcurrentHashMap.newKeySet();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final Runnable follow = this::follow;

  /** Made by the component framework. */
  @Activate
  public CaseChecks(@Reference OpenCases cases) {
    this.cases = cases;
    cases.addListener(follow);
    follow();
  }

  /** Called by the component framework. */
  @Deactivate
  public void stop() {
    cases.removeListener(follow);
  }

  private void follow() {
    List<OpenCase> open = cases.all();
    Set<Path> folders = open.stream().map(OpenCase::folder).collect(Collectors.toSet());
    last.keySet().retainAll(folders);
    glanced.retainAll(folders);
    for (OpenCase one : open) {
      if (!(one instanceof OpenCase.Reading) && glanced.add(one.folder())) {
        new CheckJob(
                one.folder(),
                Depth.LOG_AND_SIZES,
                Optional.empty(),
                this::keep,
                reason -> LOG.info("{}", reason))
            .schedule(AFTER_OPENING_MS);
      }
    }
  }

  private void keep(CaseCheck check) {
    CaseCheck before = last.get(check.folder());
    boolean lesser =
        before != null
            && !before.verification().intact()
            && before.depth() == Depth.CONTENT
            && check.depth() == Depth.LOG_AND_SIZES;
    if (!lesser) { // a glance does not take back what hashing found
      last.put(check.folder(), check);
    }
    if (check.verification().intact()) {
      LastIntact.remember(check);
    } else {
      LOG.warn("The case {} is not as it was written: {}", check.folder(), check.verification());
    }
    listeners.forEach(Runnable::run);
  }

  /**
   * Looks at all content of a case, with progress that a person sees and can cancel.
   *
   * @param receipt of the case that was kept elsewhere
   * @param done called in any thread with what was found
   * @param failed called in any thread with the reason why nothing can be said
   */
  public void verify(
      Path folder, Optional<Path> receipt, Consumer<CaseCheck> done, Consumer<String> failed) {
    new CheckJob(
            folder,
            Depth.CONTENT,
            receipt,
            check -> {
              keep(check);
              done.accept(check);
            },
            failed)
        .schedule();
  }

  /** What the last look at an open case found; empty if there was none yet. */
  public Optional<CaseCheck> of(Path folder) {
    return Optional.ofNullable(last.get(folder));
  }

  /** Open cases that are not as they were written. */
  public List<CaseCheck> alarms() {
    return cases.all().stream()
        .flatMap(one -> of(one.folder()).stream())
        .filter(check -> !check.verification().intact())
        .toList();
  }

  /** What can be said of a case in a sentence; empty if nothing can. */
  public String words(OpenCase.Read read) {
    return of(read.folder()).map(check -> check.words(read.entries().size())).orElse("");
  }

  /** Calls a listener in any thread after each look. */
  public void addListener(Runnable listener) {
    listeners.add(listener);
  }

  /** Undoes {@link #addListener}. */
  public void removeListener(Runnable listener) {
    listeners.remove(listener);
  }
}
