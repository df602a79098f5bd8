package org.pentimento.jobs.task;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.pentimento.api.BadInputException;
import org.pentimento.api.Progress;
import org.pentimento.api.extension.Kind;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.generator.Capability;
import org.pentimento.api.generator.Model;
import org.pentimento.api.generator.ModelFormat;
import org.pentimento.audit.data.Folders;
import org.pentimento.audit.model.ImportedModels;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.event.RunKind;
import org.pentimento.casefile.event.RunRecord;
import org.pentimento.casefile.result.Comparison;
import org.pentimento.casefile.result.Comparison.TestedModel;
import org.pentimento.casefile.result.Results;
import org.pentimento.casefile.result.RunResult;
import org.pentimento.casefile.store.OwnerOnly;
import org.pentimento.protocol.Job;
import org.pentimento.protocol.JobResult;
import org.pentimento.registry.Extensions;

/** Writes a model as an ONNX file. */
public final class ExportModelJob {
  private static final String WEIGHTS = "model.safetensors";
  private static final String DESCRIPTION = "model.json";

  private final Extensions extensions;

  public ExportModelJob(Extensions extensions) {
    this.extensions = extensions;
  }

  public JobResult.OfExportModel run(Job.ExportModel job, Progress progress) throws IOException {
    progress.begin("Writing the model", 0);
    String caseFolder = job.caseFolder();
    if (caseFolder == null) {
      Path file = Path.of(job.model());
      if (!Files.exists(file)) {
        throw new BadInputException("There is no model " + file + ".", "Check the path.");
      }
      try (Model model = open(file)) {
        return write(model, job, Map.of());
      }
    }
    try (CaseFile caseFile = CaseFile.openForReading(Path.of(caseFolder))) {
      Map<String, TestedModel> trained = trained(caseFile);
      TestedModel one = trained.get(job.model());
      if (one != null) {
        return write(caseFile, one, job);
      }
      if (caseFile.model(job.model()).isPresent()) {
        ImportedModels models = new ImportedModels(caseFile, extensions);
        try (Model model = models.open(models.record(job.model()))) {
          return write(model, job, Map.of("model", job.model()));
        }
      }
      throw new BadInputException(
          "The case " + caseFile.folder() + " has no model '" + job.model() + "'.",
          trained.isEmpty()
              ? "No finished run of it has trained one."
              : "It has: " + String.join(", ", trained.keySet()) + ".");
    }
  }

  /** The trained models of a case by run, comparison and role. */
  private static Map<String, TestedModel> trained(CaseFile caseFile) throws IOException {
    Map<String, TestedModel> models = new LinkedHashMap<>();
    for (RunRecord run : caseFile.runs(RunKind.AUDIT)) {
      if (run.state() == RunRecord.State.FINISHED) {
        RunResult result = Results.read(caseFile.blobs(), run.result());
        for (Comparison c : result.comparisons()) {
          if (!c.isImported()) {
            c.models()
                .forEach(
                    (subject, model) ->
                        put(models, run.id() + "/" + c.id() + "/" + subject.word(), model));
          }
        }
      }
    }
    return models;
  }

  /** A training that diverged has left no weights. */
  private static void put(Map<String, TestedModel> models, String name, TestedModel model) {
    if (!model.weights().isEmpty()) {
      models.put(name, model);
    }
  }

  private JobResult.OfExportModel write(CaseFile caseFile, TestedModel trained, Job.ExportModel job)
      throws IOException {
    Path folder = Files.createTempDirectory("pentimento-model");
    try {
      Files.write(folder.resolve(DESCRIPTION), caseFile.blobs().read(trained.description()));
      Files.write(folder.resolve(WEIGHTS), caseFile.blobs().read(trained.weights()));
      try (Model model = open(folder)) {
        return write(model, job, Map.of("model", job.model(), "weights sha256", trained.weights()));
      }
    } finally {
      Folders.delete(folder);
    }
  }

  private Model open(Path file) throws IOException {
    for (ModelFormat format : extensions.all(Kind.MODEL_FORMAT, ModelFormat.class)) {
      if (format.recognise(file).isPresent()) {
        return format.open(file, Settings.defaults(format.descriptor()));
      }
    }
    throw new BadInputException(
        file + " is no model of a known format.",
        "Known are: " + extensions.ids(Kind.MODEL_FORMAT) + ".");
  }

  private static JobResult.OfExportModel write(
      Model model, Job.ExportModel job, Map<String, String> facts) throws IOException {
    Capability.OnnxExport export =
        model
            .capability(Capability.OnnxExport.class)
            .orElseThrow(
                () ->
                    new BadInputException(
                        "The model '" + job.model() + "' cannot be written as ONNX.",
                        "Only models that Pentimento trained can; of others keep the file they"
                            + " came in."));
    Path out = Path.of(job.out()).toAbsolutePath();
    Path folder = out.getParent();
    if (folder == null || Files.isDirectory(out)) {
      throw new BadInputException(out + " is a folder.", "Name a file.");
    }
    OwnerOnly.createFolders(folder);
    Path part = folder.resolve(out.getFileName() + ".part");
    try {
      OwnerOnly.createFileIfMissing(part);
      export.writeOnnx(part, new TreeMap<>(facts));
      Files.move(part, out, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
    return new JobResult.OfExportModel(job.model(), out.toString(), Files.size(out));
  }
}
