package org.pentimento.jobs.task;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;
import org.pentimento.api.BadInputException;
import org.pentimento.api.Progress;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.generator.Capability;
import org.pentimento.api.generator.Model;
import org.pentimento.api.generator.ModelFormat;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.event.Exported;
import org.pentimento.casefile.store.OwnerOnly;
import org.pentimento.protocol.Job;
import org.pentimento.protocol.JobResult;
import org.pentimento.registry.Extensions;

/** Writes a model as an ONNX file. */
public final class ExportModelJob {
  private final Extensions extensions;

  public ExportModelJob(Extensions extensions) {
    this.extensions = extensions;
  }

  public JobResult.OfExportModel run(Job.ExportModel job, Progress progress) throws IOException {
    progress.begin("Writing the model", 0);
    String caseFolder = job.caseFolder();
    if (caseFolder == null) {
      Path file = Path.of(job.model());
      ModelFormat format = HeldModel.format(file, extensions);
      try (Model model = format.open(file, Settings.defaults(format.descriptor()))) {
        return write(model, job, Map.of());
      }
    }
    JobResult.OfExportModel written;
    try (CaseFile caseFile = CaseFile.openForReading(Path.of(caseFolder));
        HeldModel held = HeldModel.of(caseFile, job.model(), extensions);
        Model model = held.open()) {
      written = write(model, job, held.facts());
    }
    Exported event = new Exported(Exported.Kind.MODEL, job.model(), job.out());
    Exports.log(Path.of(caseFolder), event, progress);
    return written;
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
