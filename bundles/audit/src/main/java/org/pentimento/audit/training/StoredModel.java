package org.pentimento.audit.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.pentimento.api.generator.Generator;
import org.pentimento.api.generator.Model;
import org.pentimento.casefile.CaseFile;

/** Models as {@link TrainStage} left them in the case. */
public final class StoredModel {
  private StoredModel() {}

  /**
   * Reads one.
   *
   * @param files results of the training, weights included
   */
  public static Model read(CaseFile caseFile, Generator generator, Map<String, String> files)
      throws IOException {
    Path folder = caseFile.workFolder("reading");
    copy(caseFile, files.getOrDefault(TrainStage.DESCRIPTION, ""), folder.resolve("model.json"));
    copy(caseFile, files.getOrDefault(TrainStage.WEIGHTS, ""), folder.resolve("model.safetensors"));
    return generator.read(folder);
  }

  private static void copy(CaseFile caseFile, String sha, Path to) throws IOException {
    Files.write(to, caseFile.blobs().read(sha));
  }
}
