package org.pentimento.jobs.task;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Kind;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.generator.Model;
import org.pentimento.api.generator.ModelFormat;
import org.pentimento.audit.inspection.model.ModelInspectionInput.Identity;
import org.pentimento.audit.model.ImportedModels;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.event.ModelRecord;
import org.pentimento.casefile.event.RunKind;
import org.pentimento.casefile.event.RunRecord;
import org.pentimento.casefile.json.CanonicalJson;
import org.pentimento.casefile.result.Comparison;
import org.pentimento.casefile.result.Comparison.TestedModel;
import org.pentimento.casefile.result.ExtensionUse;
import org.pentimento.casefile.result.Results;
import org.pentimento.casefile.result.RunResult;
import org.pentimento.casefile.result.mitigation.MitigationResult;
import org.pentimento.casefile.result.mitigation.Mitigations;
import org.pentimento.casefile.result.model.ModelInspections;
import org.pentimento.casefile.store.Sha256;
import org.pentimento.plan.Plan;
import org.pentimento.platform.Folders;
import org.pentimento.registry.Extensions;
import org.pentimento.registry.guard.OneOfMany;

/**
 * A model that a case holds: one that a finished run has trained, such as {@code
 * run-1/fcn/1/s1/clean}, or one that was imported, by its name.
 */
final class HeldModel implements Closeable {
  private static final String WEIGHTS = "model.safetensors";
  private static final String DESCRIPTION = "model.json";

  private interface Opening {
    Model open() throws IOException;
  }

  private final Identity identity;
  private final ModelFormat format;
  private final Map<String, String> facts;
  private final Plan.@Nullable Size size;
  private final Opening opening;
  private final Closeable leaving;

  private HeldModel(
      Identity identity,
      ModelFormat format,
      Map<String, String> facts,
      Plan.@Nullable Size size,
      Opening opening,
      Closeable leaving) {
    this.identity = identity;
    this.format = format;
    this.facts = facts;
    this.size = size;
    this.opening = opening;
    this.leaving = leaving;
  }

  /**
   * Looks for a model.
   *
   * @throws BadInputException if the case has none of that name, listing those it has
   */
  static HeldModel of(CaseFile caseFile, String name, Extensions extensions) throws IOException {
    if (caseFile.model(name).isPresent()) {
      ImportedModels models = new ImportedModels(caseFile, extensions);
      ModelRecord record = models.record(name);
      ModelFormat format = models.format(record);
      return new HeldModel(
          mended(caseFile, identity(record, format)),
          format,
          Map.of("model", name),
          size(caseFile, record),
          () -> models.open(record),
          () -> {});
    }
    Map<String, Trained> trained = trained(caseFile);
    Trained one = trained.get(name);
    if (one != null) {
      return trained(caseFile, name, one, extensions);
    }
    List<String> names = new ArrayList<>(trained.keySet());
    caseFile.models().stream().map(ModelRecord::name).forEach(names::add);
    throw new BadInputException(
        "The case " + caseFile.folder() + " has no model '" + name + "'.",
        names.isEmpty()
            ? "No finished run of it has trained one, and none was imported."
            : "It has: " + String.join(", ", names) + ".");
  }

  /**
   * The size at which an imported model draws: what was set for it, or that of the photos with
   * which the case has audited it; null if neither is known.
   */
  private static Plan.@Nullable Size size(CaseFile caseFile, ModelRecord record)
      throws IOException {
    if (record.settings().get("width") instanceof Number width
        && record.settings().get("height") instanceof Number height
        && width.intValue() > 0
        && height.intValue() > 0) {
      return new Plan.Size(width.intValue(), height.intValue());
    }
    for (RunRecord run : caseFile.runs(RunKind.AUDIT)) {
      if (run.state() == RunRecord.State.FINISHED) {
        RunResult result = Results.read(caseFile.blobs(), run.result());
        if (result.comparisons().stream()
            .anyMatch(c -> c.isImported() && c.audited().name().equals(record.name()))) {
          return size(result);
        }
      }
    }
    return null;
  }

  private static Plan.Size size(RunResult result) {
    return new Plan.Size(result.data().width(), result.data().height());
  }

  private static Identity identity(ModelRecord record, ModelFormat format) throws IOException {
    Descriptor d = format.descriptor();
    return new Identity(
        record.name(),
        new ExtensionUse(d.id(), d.name(), d.version(), d.citation(), record.settings()),
        false,
        Sha256.of(CanonicalJson.bytes(record.files())));
  }

  /** A model that a mitigation made is as well known as the one that it was made from. */
  private static Identity mended(CaseFile caseFile, Identity imported) throws IOException {
    for (RunRecord run : caseFile.runs(RunKind.MITIGATION)) {
      if (run.state() == RunRecord.State.FINISHED) {
        MitigationResult result = Mitigations.read(caseFile.blobs(), run.result());
        if (result.model().equals(imported.name()) && result.digest().equals(imported.digest())) {
          ExtensionUse generator =
              ModelInspections.read(caseFile.blobs(), result.after()).model().maker();
          return new Identity(imported.name(), generator, true, imported.digest());
        }
      }
    }
    return imported;
  }

  /** A model that a run has trained, how, and with photos of which size. */
  private record Trained(ExtensionUse generator, TestedModel model, Plan.Size size) {}

  /** The trained models of a case by run, comparison and role. */
  private static Map<String, Trained> trained(CaseFile caseFile) throws IOException {
    Map<String, Trained> models = new LinkedHashMap<>();
    for (RunRecord run : caseFile.runs(RunKind.AUDIT)) {
      if (run.state() == RunRecord.State.FINISHED) {
        RunResult result = Results.read(caseFile.blobs(), run.result());
        for (Comparison c : result.comparisons()) {
          if (!c.isImported()) {
            c.models()
                .forEach(
                    (subject, model) ->
                        put(
                            models,
                            run.id() + "/" + c.id() + "/" + subject.word(),
                            new Trained(c.audited().extension(), model, size(result))));
          }
        }
      }
    }
    return models;
  }

  /** A training that diverged has left no weights. */
  private static void put(Map<String, Trained> models, String name, Trained model) {
    if (!model.model().weights().isEmpty()) {
      models.put(name, model);
    }
  }

  private static HeldModel trained(
      CaseFile caseFile, String name, Trained known, Extensions extensions) throws IOException {
    TestedModel trained = known.model();
    Path folder = Files.createTempDirectory("pentimento-model");
    try {
      Files.write(folder.resolve(DESCRIPTION), caseFile.blobs().read(trained.description()));
      Files.write(folder.resolve(WEIGHTS), caseFile.blobs().read(trained.weights()));
      ModelFormat format = format(folder, extensions);
      return new HeldModel(
          new Identity(name, known.generator(), true, trained.weights()),
          format,
          Map.of("model", name, "weights sha256", trained.weights()),
          known.size(),
          () -> format.open(folder, Settings.defaults(format.descriptor())),
          () -> Folders.delete(folder));
    } catch (IOException | RuntimeException e) {
      Folders.delete(folder);
      throw e;
    }
  }

  /**
   * The format of a file or folder.
   *
   * @throws BadInputException if it is none that is known, listing those that are
   */
  static ModelFormat format(Path file, Extensions extensions) throws IOException {
    if (!Files.exists(file)) {
      throw new BadInputException("There is no model " + file + ".", "Check the path.");
    }
    List<String> problems = new ArrayList<>();
    for (ModelFormat format : extensions.all(Kind.MODEL_FORMAT, ModelFormat.class)) {
      if (OneOfMany.ask(() -> format.recognise(file), problems::add).isPresent()) {
        return format;
      }
    }
    throw new BadInputException(
        file + " is no model of a known format.",
        "Known are: "
            + extensions.ids(Kind.MODEL_FORMAT)
            + "."
            + problems.stream().map(" "::concat).collect(Collectors.joining()));
  }

  ModelFormat format() {
    return format;
  }

  /** Which model it is. */
  Identity identity() {
    return identity;
  }

  /** The size of photos that it learned to draw; empty if that is not known. */
  Optional<Plan.Size> size() {
    return Optional.ofNullable(size);
  }

  /** What a file that is made of the model should say of it. */
  Map<String, String> facts() {
    return facts;
  }

  /** Opens the model, which is to be closed before this is. */
  Model open() throws IOException {
    return opening.open();
  }

  @Override
  public void close() throws IOException {
    leaving.close();
  }
}
