package org.pentimento.audit.estimate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.pentimento.api.BadInputException;
import org.pentimento.audit.data.Hashes;
import org.pentimento.casefile.json.CanonicalJson;
import org.pentimento.casefile.store.OwnerOnly;
import org.pentimento.plan.Use;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was tried on this machine, kept in the user's state folder: a file for each generator with
 * its settings, one for each choice of metrics and one for each choice of detectors, by size of the
 * images, processor, device and threads.
 */
@Component(service = Trials.class)
public final class Trials {
  private static final Logger LOG = LoggerFactory.getLogger(Trials.class);
  private static final String TRAINING = "training-";
  private static final String REST = "rest-";
  private static final String INSPECTING = "inspecting-";

  private final Path folder;

  /** Made by the component framework. */
  @Activate
  public Trials(BundleContext context) {
    this(Path.of(String.valueOf(context.getProperty("pentimento.state"))).resolve("trials"));
  }

  Trials(Path folder) {
    this.folder = folder;
  }

  /** All that was tried for work of this kind. */
  public History of(Work work) throws IOException {
    List<History.Training> trainings = new ArrayList<>();
    List<History.Rest> rests = new ArrayList<>();
    List<History.Inspecting> inspecting = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      List<Path> files;
      try (Stream<Path> all = Files.list(folder)) {
        files = all.filter(f -> name(f).startsWith(TRAINING)).sorted().toList();
      }
      for (Path file : files) {
        read(file, History.Training.class, trainings);
      }
      read(restFile(work), History.Rest.class, rests);
      read(inspectingFile(work), History.Inspecting.class, inspecting);
    }
    return new History(trainings, rests, inspecting);
  }

  /** Keeps a training in place of an earlier trial of the same. */
  void keep(History.Training training) throws IOException {
    Map<String, Object> key = new TreeMap<>();
    key.put("generator", training.generator().id());
    key.put("settings", Estimate.settings(training.generator().settings()));
    key.put("pixels", training.pixels());
    key.put("machine", training.machine());
    write(file(TRAINING, key), training);
  }

  /** Keeps what measuring and storing take for work of this kind. */
  void keep(Work work, History.Rest rest) throws IOException {
    write(restFile(work), rest);
  }

  /** Keeps what an inspection takes for work of this kind. */
  void keep(Work work, History.Inspecting inspecting) throws IOException {
    write(inspectingFile(work), inspecting);
  }

  private Path inspectingFile(Work work) {
    Map<String, Object> detectors = new TreeMap<>();
    for (Use use : work.plan().detectors()) {
      detectors.put(use.id(), use.settings().values());
    }
    return file(
        INSPECTING,
        Map.of("detectors", detectors, "pixels", work.pixels(), "machine", work.machine()));
  }

  private Path restFile(Work work) {
    Map<String, Object> metrics = new TreeMap<>();
    for (Use use : work.plan().metrics()) {
      metrics.put(use.id(), use.settings().values());
    }
    return file(
        REST,
        Map.of(
            "metrics", metrics,
            "attacked", !work.plan().attacks().isEmpty(),
            "pixels", work.pixels(),
            "machine", work.machine()));
  }

  private Path file(String kind, Map<String, ?> key) {
    return folder.resolve(
        kind + Hashes.sha256(CanonicalJson.bytes(key)).substring(0, 16) + ".json");
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  private static <T> void read(Path file, Class<T> type, List<T> into) throws IOException {
    if (Files.exists(file)) {
      try {
        into.add(CanonicalJson.read(Files.readAllBytes(file), type));
      } catch (BadInputException e) {
        LOG.info("The trial {} is of another version; it counts for nothing", file, e);
      }
    }
  }

  private void write(Path file, Object value) throws IOException {
    OwnerOnly.createFolders(folder);
    Path part = Files.createTempFile(folder, "new-", ".part");
    Files.write(part, CanonicalJson.bytes(value));
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
