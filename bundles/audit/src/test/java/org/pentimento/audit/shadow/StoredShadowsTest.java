package org.pentimento.audit.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pentimento.audit.data.Hashes;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.event.CaseInfo;
import org.pentimento.casefile.event.ModelInspectionFinished;
import org.pentimento.casefile.event.ModelRecord;
import org.pentimento.casefile.event.RunKind;
import org.pentimento.casefile.event.RunStarted;
import org.pentimento.casefile.json.CanonicalJson;
import org.pentimento.casefile.result.ExtensionUse;
import org.pentimento.casefile.result.InspectionResult.InspectedData;
import org.pentimento.casefile.result.InspectionResult.Material;
import org.pentimento.casefile.result.model.InspectedModel;
import org.pentimento.casefile.result.model.ModelInspectionResult;
import org.pentimento.casefile.result.model.ModelVerdict;
import org.pentimento.casefile.result.model.ShadowUsed;
import org.pentimento.fixtures.FakeExtensions;

class StoredShadowsTest {
  private static final ModelRecord MODEL =
      new ModelRecord(
          "suspect",
          "onnx",
          "1",
          Map.of(),
          Map.of(),
          "",
          "",
          "m.onnx",
          List.of(new ModelRecord.File("m.onnx", "0".repeat(64), false)),
          "0".repeat(64));

  @TempDir private Path folder = Path.of("");

  private static void inspected(
      CaseFile file, String run, String digest, int side, String generator) throws IOException {
    String blob = file.blobs().putJson(Map.of("of", run));
    ExtensionUse use = new ExtensionUse(generator, generator, "1", "", Map.of());
    ModelInspectionResult result =
        new ModelInspectionResult(
            1,
            "n",
            Map.of(),
            new InspectedModel("suspect", use, false, digest, 0, true, null, Map.of()),
            new InspectedData("d", "f", "", Material.DRAWN, 40, side, side, 40, Map.of()),
            List.of(new ShadowUsed(use, 1, List.of(), blob, blob, .1)),
            1,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            ModelVerdict.INCONCLUSIVE,
            null,
            null,
            null,
            null);
    file.record(new RunStarted(run, "n", blob, RunKind.MODEL_INSPECTION));
    file.record(new ModelInspectionFinished(run, file.blobs().putJson(result)));
  }

  @Test
  void theLastInspectionOfTheSameFilesAndSizeStandsIn() throws Exception {
    System.setProperty("pentimento.config", folder.resolve("config").toString());
    try (CaseFile file =
        CaseFile.create(folder.resolve("a.case"), new CaseInfo("e", "", "", "", "UTC", ""))) {
      assertThat(found(file)).isEmpty();
      String digest = Hashes.sha256(CanonicalJson.bytes(MODEL.files()));
      inspected(file, "inspection-1", digest, 64, "fcn");
      inspected(file, "inspection-2", digest, 64, "fcn");
      inspected(file, "inspection-3", digest, 80, "fcn");
      inspected(file, "inspection-4", "another model", 64, "fcn");
      inspected(file, "inspection-5", digest, 64, "not installed");
      assertThat(found(file)).hasValue("inspection-2");
    }
  }

  private static Optional<String> found(CaseFile file) throws IOException {
    return StoredShadows.of(file, FakeExtensions.some(), MODEL, 64, 64)
        .map(StoredShadows::inspection);
  }
}
