package org.pentimento.workbench.drafts;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.jobs.Job;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.pentimento.casefile.event.CaseInfo;
import org.pentimento.casefile.store.OwnerOnly;
import org.pentimento.plan.PlanText;
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
  private final List<PlanInput> known = new ArrayList<>();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  /** Made when it is first needed: making it takes a twentieth of the window's start. */
  private static final class Json {
    static final JsonMapper MAPPER = new JsonMapper();
  }

  private record About(String caseFolder, CaseInfo info) {}

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
      PlanInput input =
          new PlanInput(
              file, Path.of(about.caseFolder()), about.info(), name(Files.readString(file)));
      synchronized (this) {
        known.remove(input);
        known.add(input);
      }
    } catch (IOException e) {
      LOG.warn("The draft {} cannot be read", file, e);
    }
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
    return List.copyOf(known);
  }

  /** The drafts for a case. */
  public List<PlanInput> of(Path caseFolder) {
    return all().stream().filter(d -> d.caseFolder().equals(caseFolder)).toList();
  }

  /** Keeps a new draft. Not for the display's thread. */
  public PlanInput create(Path caseFolder, CaseInfo info, String yaml) throws IOException {
    OwnerOnly.createFolders(folder);
    Path file = folder.resolve(UUID.randomUUID() + ".yaml");
    write(about(file), Json.MAPPER.writeValueAsBytes(new About(caseFolder.toString(), info)));
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
      synchronized (this) {
        known.remove(input);
      }
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
