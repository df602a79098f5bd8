package org.pentimento.audit.shadow;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.pentimento.api.extension.Kind;
import org.pentimento.api.generator.Generator;
import org.pentimento.audit.data.Hashes;
import org.pentimento.audit.model.ModelSource;
import org.pentimento.audit.training.StoredModel;
import org.pentimento.audit.training.TrainStage;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.event.ModelRecord;
import org.pentimento.casefile.event.RunKind;
import org.pentimento.casefile.event.RunRecord;
import org.pentimento.casefile.json.CanonicalJson;
import org.pentimento.casefile.result.model.ModelInspectionResult;
import org.pentimento.casefile.result.model.ModelInspections;
import org.pentimento.casefile.result.model.ShadowUsed;
import org.pentimento.registry.Extensions;

/**
 * The shadow models that an inspection of an imported model left in the case.
 *
 * @param inspection id of the run of the inspection
 * @param result what it found, shadows included
 */
public record StoredShadows(String inspection, ModelInspectionResult result) {
  /**
   * Those of the last finished inspection of a model whose trusted pairs have a size. Shadows of
   * generators that are not installed do not count.
   *
   * @param width of the images that shall be drawn
   * @param height of the images that shall be drawn
   */
  public static Optional<StoredShadows> of(
      CaseFile caseFile, Extensions extensions, ModelRecord model, int width, int height)
      throws IOException {
    Set<String> generators =
        extensions.all(Kind.GENERATOR, Generator.class).stream()
            .map(generator -> generator.descriptor().id())
            .collect(Collectors.toSet());
    String digest = Hashes.sha256(CanonicalJson.bytes(model.files()));
    List<RunRecord> last = new ArrayList<>(caseFile.runs(RunKind.MODEL_INSPECTION));
    Collections.reverse(last);
    for (RunRecord run : last) {
      if (run.state() == RunRecord.State.FINISHED) {
        ModelInspectionResult result = ModelInspections.read(caseFile.blobs(), run.result());
        if (result.model().digest().equals(digest)
            && result.trusted().width() == width
            && result.trusted().height() == height
            && !result.shadows().isEmpty()
            && result.shadows().stream().allMatch(s -> generators.contains(s.generator().id()))) {
          return Optional.of(new StoredShadows(run.id(), result));
        }
      }
    }
    return Optional.empty();
  }

  /** Opens a shadow. */
  public static ModelSource source(CaseFile caseFile, Extensions extensions, ShadowUsed shadow) {
    return () ->
        StoredModel.read(
            caseFile,
            extensions.get(Kind.GENERATOR, Generator.class, shadow.generator().id()),
            Map.of(
                TrainStage.DESCRIPTION, shadow.description(),
                TrainStage.WEIGHTS, shadow.weights()));
  }
}
