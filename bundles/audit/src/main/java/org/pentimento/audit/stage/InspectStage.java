package org.pentimento.audit.stage;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.data.Pair;
import org.pentimento.api.detector.Detector;
import org.pentimento.api.detector.Finding;
import org.pentimento.api.generator.Model;
import org.pentimento.audit.attack.PreparedAttack;
import org.pentimento.audit.image.Pngs;
import org.pentimento.audit.model.ModelSource;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.result.Detection;
import org.pentimento.casefile.result.Detection.Evidence;
import org.pentimento.casefile.result.Detection.Found;
import org.pentimento.casefile.result.ExtensionUse;
import org.pentimento.casefile.result.Subject;
import org.pentimento.plan.Use;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The step in which a detector looks at a model and at the pairs that it was trained on, the
 * poisoned ones as the training saw them: what an auditor would be handed.
 */
public final class InspectStage {
  static final String DETECTION = "detection";
  private static final Logger LOG = LoggerFactory.getLogger(InspectStage.class);

  private final CaseFile caseFile;
  private final Pngs pngs;
  private final Progress progress;

  InspectStage(CaseFile caseFile, Pngs pngs, Progress progress) {
    this.caseFile = caseFile;
    this.pngs = pngs;
    this.progress = progress;
  }

  /**
   * Lets a detector look. One that fails is recorded with its reason, and the run goes on.
   *
   * @param source of the model, null if there is none
   * @return SHA-256 of the {@link Detection}, by name
   */
  Map<String, String> inspect(
      String comparison,
      Subject subject,
      Detector detector,
      Use use,
      ExtensionUse asUsed,
      @Nullable ModelSource source,
      List<Pair> train,
      @Nullable PreparedAttack attack,
      long seed)
      throws IOException, CancelledException {
    progress.begin("Detecting: " + comparison + ", " + subject.word() + ", " + asUsed.name(), 0);
    List<Pair> pairs = attack == null ? train : train.stream().map(p -> seen(p, attack)).toList();
    List<Found> found = new ArrayList<>();
    String problem = "";
    try {
      for (Finding finding : look(detector, use, source, pairs, seed)) {
        found.add(keep(finding));
      }
    } catch (RuntimeException | LinkageError e) {
      LOG.error("The detector {} failed", asUsed.id(), e);
      found.clear();
      problem = "The detector failed: " + e;
    }
    Detection detection = new Detection(comparison, subject, asUsed, found, problem);
    return Map.of(DETECTION, caseFile.blobs().putJson(detection));
  }

  private List<Finding> look(
      Detector detector, Use use, @Nullable ModelSource source, List<Pair> pairs, long seed)
      throws IOException, CancelledException {
    if (source == null) {
      return detector.detect(pairs, Optional.empty(), use.settings(), seed, progress);
    }
    try (Model model = source.open()) {
      return detector.detect(pairs, Optional.of(model), use.settings(), seed, progress);
    }
  }

  private static Pair seen(Pair pair, PreparedAttack attack) {
    return attack.poisons(pair)
        ? new Pair(
            pair.id(),
            pair.identity(),
            pair.split(),
            pair.attributes(),
            pair.eyePoints(),
            () -> attack.triggered(pair),
            () -> attack.trainingSketch(pair))
        : pair;
  }

  private Found keep(Finding finding) throws IOException {
    List<Evidence> pictures = new ArrayList<>();
    for (Finding.Picture picture : finding.pictures()) {
      pictures.add(new Evidence(picture.caption(), pngs.put(picture.image())));
    }
    return new Found(
        finding.title(),
        finding.severity().name().toLowerCase(Locale.ROOT),
        finding.subjects(),
        Double.isFinite(finding.score()) ? finding.score() : null,
        finding.explanation(),
        pictures);
  }
}
