package org.pentimento.workbench.cases;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.event.RunKind;
import org.pentimento.casefile.event.RunRecord;
import org.pentimento.casefile.result.DatasetVerdict;
import org.pentimento.casefile.result.FindingKind;
import org.pentimento.casefile.result.InspectionResult;
import org.pentimento.casefile.result.Inspections;
import org.pentimento.casefile.result.SelfTestResult;
import org.pentimento.casefile.result.SelfTests;
import org.pentimento.casefile.result.mitigation.MitigationResult;
import org.pentimento.casefile.result.mitigation.Mitigations;
import org.pentimento.casefile.result.model.ModelInspectionResult;
import org.pentimento.casefile.result.model.ModelInspections;
import org.pentimento.casefile.result.model.ModelVerdict;
import org.pentimento.casefile.result.model.selftest.ModelSelfTestResult;
import org.pentimento.casefile.result.model.selftest.ModelSelfTests;
import org.pentimento.casefile.result.photo.PhotoInspectionResult;
import org.pentimento.casefile.result.photo.PhotoInspections;
import org.pentimento.verdict.InspectionWords;
import org.pentimento.verdict.MitigationWords;
import org.pentimento.verdict.ModelInspectionWords;
import org.pentimento.verdict.ModelSelfTestWords;
import org.pentimento.verdict.PhotoInspectionWords;
import org.pentimento.verdict.RunClaim.Severity;
import org.pentimento.verdict.SelfTestWords;
import org.pentimento.verdict.TrainingWords;

/**
 * An inspection or a self-test of a case.
 *
 * @param run that carries it out
 * @param subject the data set or model that is inspected, or the data set in which attacks are
 *     planted; empty if that is not known
 * @param outcome in a few words; empty while there is none
 * @param sentence the outcome in a sentence; empty while there is none
 * @param kind what the outcome is about
 * @param severity how much the outcome matters; null if it is no evidence of anything
 */
public record CaseInspection(
    RunRecord run,
    String subject,
    String outcome,
    String sentence,
    FindingKind kind,
    @Nullable Severity severity) {
  /** Makes nothing that was planted here an alarm. */
  public CaseInspection {
    severity = severity == null ? null : severity.of(kind);
  }

  /** Reads one; if its result cannot be read, that is its outcome. */
  static CaseInspection read(CaseFile file, RunRecord run) {
    try {
      if (run.result().isEmpty()) {
        JsonNode asked = file.blobs().readJson(run.plan(), JsonNode.class);
        String subject =
            isOfModel(run.kind())
                ? asked.path("model").path("name").asText()
                : asked.path("dataset").asText();
        return new CaseInspection(run, subject, "", "", FindingKind.EVIDENCE, null);
      }
      if (run.kind() == RunKind.SELF_TEST) {
        SelfTestResult result = SelfTests.read(file.blobs(), run.result());
        String sentence = SelfTestWords.verdict(result).lead();
        return new CaseInspection(
            run,
            result.data().dataset(),
            sentence.replaceFirst("[.]$", ""),
            sentence,
            FindingKind.SIMULATION,
            null);
      }
      if (run.kind() == RunKind.MODEL_SELF_TEST) {
        ModelSelfTestResult result = ModelSelfTests.read(file.blobs(), run.result());
        String sentence = ModelSelfTestWords.verdict(result).lead();
        return new CaseInspection(
            run,
            result.data().dataset(),
            sentence.replaceFirst("[.]$", ""),
            sentence,
            FindingKind.SIMULATION,
            null);
      }
      if (run.kind() == RunKind.MODEL_INSPECTION) {
        ModelInspectionResult result = ModelInspections.read(file.blobs(), run.result());
        return new CaseInspection(
            run,
            result.model().name(),
            ModelInspectionWords.name(result.verdict()),
            ModelInspectionWords.verdict(result).lead(),
            result.kind(),
            severity(result.verdict()));
      }
      if (run.kind() == RunKind.PHOTO_INSPECTION) {
        PhotoInspectionResult result = PhotoInspections.read(file.blobs(), run.result());
        return new CaseInspection(
            run,
            result.model().name(),
            PhotoInspectionWords.outcome(result),
            PhotoInspectionWords.verdict(result).lead(),
            result.model().kind(),
            result.flagged() == 0 ? null : Severity.SERIOUS);
      }
      if (run.kind() == RunKind.MITIGATION) {
        MitigationResult result = Mitigations.read(file.blobs(), run.result());
        String sentence = MitigationWords.verdict(result).lead();
        return new CaseInspection(
            run,
            result.model(),
            sentence.replaceFirst("[.]$", ""),
            sentence,
            FindingKind.TREATMENT,
            null);
      }
      InspectionResult result = Inspections.read(file.blobs(), run.result());
      int flagged = result.flagged().size();
      return new CaseInspection(
          run,
          result.data().dataset(),
          InspectionWords.name(result.verdict())
              + (flagged == 0 ? "" : ", " + flagged + " flagged"),
          InspectionWords.verdict(result).lead(),
          FindingKind.EVIDENCE,
          severity(result.verdict()));
    } catch (IOException e) {
      return new CaseInspection(
          run,
          "",
          "cannot be read",
          "It cannot be read: " + e.getMessage() + " Verify the case in the Custody view.",
          FindingKind.INTEGRITY,
          Severity.SERIOUS);
    }
  }

  private static @Nullable Severity severity(DatasetVerdict verdict) {
    return switch (verdict) {
      case POISONED -> Severity.SERIOUS;
      case SPOILT_PAIRS, COMMON_MARK -> Severity.WARNING;
      case NOTHING_FOUND, NO_SCORE -> null;
    };
  }

  private static @Nullable Severity severity(ModelVerdict verdict) {
    return switch (verdict) {
      case BACKDOOR -> Severity.SERIOUS;
      case HIDDEN_MODE, SPOILT_DATA, INCONCLUSIVE -> Severity.WARNING;
      case NOTHING_FOUND, NO_SCORE -> null;
    };
  }

  /** What it found, as a finding of the case; empty if that is nothing. */
  Optional<CaseFinding> finding() {
    return Optional.ofNullable(severity)
        .map(
            s ->
                new CaseFinding(
                    kind,
                    s,
                    run.id(),
                    "",
                    "inspection of " + TrainingWords.inWords(subject),
                    sentence));
  }

  /** Whether it measures inspections, instead of being one. */
  public boolean isSelfTest() {
    return run.kind() == RunKind.SELF_TEST || run.kind() == RunKind.MODEL_SELF_TEST;
  }

  /** Whether it looks into a model, instead of a data set. */
  public boolean isOfModel() {
    return isOfModel(run.kind());
  }

  private static boolean isOfModel(RunKind kind) {
    return switch (kind) {
      case MODEL_INSPECTION, PHOTO_INSPECTION, MITIGATION -> true;
      case AUDIT, INSPECTION, SELF_TEST, MODEL_SELF_TEST -> false;
    };
  }

  /** What kind of thing it is, in one word for a title. */
  public String title() {
    return isSelfTest()
        ? "Self-test"
        : run.kind() == RunKind.MITIGATION ? "Mitigation" : "Inspection";
  }
}
