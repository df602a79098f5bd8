package org.pentimento.workbench.drafts;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.jobs.Job;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.pentimento.casefile.event.CaseInfo;
import org.pentimento.casefile.event.RunRecord;
import org.pentimento.casefile.store.OwnerOnly;
import org.pentimento.casefile.store.Sha256;
import org.pentimento.plan.PlanText;
import org.pentimento.workbench.cases.OpenCase;
import org.pentimento.workbench.input.PlanInput;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The plans that are being written. Each has a YAML file in the workspace, and a JSON file beside
 * it that names its case. The case itself is not touched before the plan is carried out.
 */
@Component(service = Drafts.class)
public final class Drafts {
  private static final Logger LOG = LoggerFactory.getLogger(Drafts.class);

  private final Path folder;
  private final List<Draft> known = new ArrayList<>();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  /** Made when it is first needed: making it takes a twentieth of the window's start. */
  private static final class Json {
    static final JsonMapper MAPPER = new JsonMapper();
  }

  /**
   * What stands beside a draft.
   *
   * @param started when its audit was started; null if it never was
   */
  private record About(String caseFolder, CaseInfo info, @Nullable Started started) {}

  /**
   * An audit that was started with a draft.
   *
   * @param plan SHA-256 of the text that it carries out
   * @param run name of its run
   * @param at when it was started for the first time, as text
   */
  private record Started(String plan, String run, String at) {
    /** Whether a run is the one that carries out the plan. */
    boolean is(RunRecord record) {
      return record.name().equals(run) && !record.started().isBefore(Instant.parse(at));
    }
  }

  /**
   * A draft as it was read.
   *
   * @param plan SHA-256 of its text
   */
  private record Draft(PlanInput input, String plan, @Nullable Started started) {
    /**
     * Whether a case has the plan as it is written here, because a run carries it out or did. Once
     * it is changed, it is a draft again.
     */
    boolean isRecorded(OpenCase.Read read) {
      Started begun = started;
      return begun != null && begun.plan().equals(plan) && read.runs().stream().anyMatch(begun::is);
    }
  }

  /** Made by the component framework; reads in the background what there is. */
  @Activate
  public Drafts(BundleContext context) {
    folder = Path.of(Platform.getStateLocation(context.getBundle()).toOSString()).resolve("drafts");
    Job job = Job.createSystem("Reading drafts of plans", (ICoreRunnable) monitor -> readAll());
    job.schedule();
  }

  private void readAll() {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
        read(file);
      }
    } catch (IOException e) {
      LOG.warn("The drafts in {} cannot be listed", folder, e);
    }
    changed();
  }

  private void read(Path file) {
    try {
      About about = Json.MAPPER.readValue(Files.readAllBytes(about(file)), About.class);
      String yaml = Files.readString(file);
      PlanInput input = new PlanInput(file, Path.of(about.caseFolder()), about.info(), name(yaml));
      synchronized (this) {
        forget(input);
        known.add(new Draft(input, sha(yaml), about.started()));
      }
    } catch (IOException e) {
      LOG.warn("The draft {} cannot be read", file, e);
    }
  }

  private synchronized void forget(PlanInput input) {
    known.removeIf(draft -> draft.input().equals(input));
  }

  private static String sha(String yaml) {
    return Sha256.of(yaml.getBytes(StandardCharsets.UTF_8));
  }

  private static Path about(Path file) {
    return Path.of(file.toString().replaceFirst("\\.yaml$", ".json"));
  }

  /** The name that a plan gives itself. */
  public static String name(String yaml) {
    String name = PlanText.of(yaml).value("name").strip();
    return name.isEmpty() ? "plan without a name" : name;
  }

  /** All drafts, oldest first. */
  public synchronized List<PlanInput> all() {
    return known.stream().map(Draft::input).toList();
  }

  /** The drafts for a case, without those whose plan the case has recorded as it is. */
  public synchronized List<PlanInput> of(OpenCase of) {
    return known.stream()
        .filter(draft -> draft.input().caseFolder().equals(of.folder()))
        .filter(draft -> !(of instanceof OpenCase.Read read && draft.isRecorded(read)))
        .map(Draft::input)
        .toList();
  }

  /**
   * Notes that an audit is being started, so that its draft is none any more as soon as the case
   * has the plan. Writes in the background.
   */
  public void started(Path caseFolder, String yaml) {
    Instant now = Instant.now();
    Job job =
        Job.createSystem(
            "Noting that a plan is carried out", (ICoreRunnable) m -> note(caseFolder, yaml, now));
    job.schedule();
  }

  private void note(Path caseFolder, String yaml, Instant now) {
    String plan = sha(yaml);
    List<Draft> begun;
    synchronized (this) {
      begun =
          known.stream()
              .filter(draft -> draft.input().caseFolder().equals(caseFolder))
              .filter(draft -> draft.plan().equals(plan))
              .filter(draft -> draft.started() == null || !draft.started().plan().equals(plan))
              .toList();
    }
    for (Draft draft : begun) {
      PlanInput input = draft.input();
      Started started = new Started(plan, PlanText.of(yaml).runName(), now.toString());
      try {
        describe(input.file(), new About(caseFolder.toString(), input.info(), started));
        read(input.file());
      } catch (IOException e) {
        LOG.warn("It cannot be noted that the plan {} is carried out", input.file(), e);
      }
    }
    changed();
  }

  private static void describe(Path file, About about) throws IOException {
    write(about(file), Json.MAPPER.writeValueAsBytes(about));
  }

  /** Keeps a new draft. Not for the display's thread. */
  public PlanInput create(Path caseFolder, CaseInfo info, String yaml) throws IOException {
    OwnerOnly.createFolders(folder);
    Path file = folder.resolve(UUID.randomUUID() + ".yaml");
    describe(file, new About(caseFolder.toString(), info, null));
    write(file, yaml.getBytes(StandardCharsets.UTF_8));
    read(file);
    changed();
    return new PlanInput(file, caseFolder, info, name(yaml));
  }

  /** Writes the text of a plan, a draft or not. Not for the display's thread. */
  public void save(PlanInput input, String yaml) throws IOException {
    write(input.file(), yaml.getBytes(StandardCharsets.UTF_8));
    if (Files.exists(about(input.file())) && input.file().startsWith(folder)) {
      read(input.file());
      changed();
    }
  }

  /** Removes a draft. Not for the display's thread. */
  public void discard(PlanInput input) throws IOException {
    if (input.file().startsWith(folder)) {
      Files.deleteIfExists(input.file());
      Files.deleteIfExists(about(input.file()));
      forget(input);
      changed();
    }
  }

  /** Writes all or nothing: after a full disk or a crash the file is as it was before. */
  private static void write(Path file, byte[] content) throws IOException {
    Path part = Files.createTempFile(file.toAbsolutePath().getParent(), ".plan", ".part");
    try {
      Files.write(part, content);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
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
