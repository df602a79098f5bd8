package org.pentimento.casefile.proficiency;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.event.ProficiencyEvent;
import org.pentimento.casefile.log.Entry;

/** The proficiency test of a case: exhibits, a sealed truth, answers, and the seal's opening. */
public final class Proficiency {
  private final CaseFile caseFile;
  private ProficiencyEvent.@Nullable Sealed sealed;
  private ProficiencyEvent.@Nullable Opened opened;
  private final Map<String, ExhibitTruth> answers = new LinkedHashMap<>();

  private Proficiency(CaseFile caseFile) {
    this.caseFile = caseFile;
  }

  /**
   * Seals the truth about the exhibits of a case.
   *
   * @throws BadInputException if the case has a proficiency test already
   */
  public static void seal(CaseFile caseFile, SealedTruth truth) throws IOException {
    if (read(caseFile).sealed != null) {
      throw new BadInputException(
          "The case " + caseFile.folder() + " has a proficiency test already.",
          "Make another one in a new case.");
    }
    String seal = caseFile.blobs().put(truth.sealed());
    caseFile.record(
        new ProficiencyEvent.Sealed(
            truth.exhibits().stream().map(SealedTruth.Exhibit::name).toList(), seal));
  }

  /**
   * The proficiency test of a case.
   *
   * @throws BadInputException if it has none
   */
  public static Proficiency of(CaseFile caseFile) throws IOException {
    Proficiency test = read(caseFile);
    if (test.sealed == null) {
      throw new BadInputException(
          "The case " + caseFile.folder() + " holds no proficiency test.",
          "Make one in a new case: pentimento proficiency create CASE");
    }
    return test;
  }

  private static Proficiency read(CaseFile caseFile) throws IOException {
    Proficiency test = new Proficiency(caseFile);
    for (Entry entry : caseFile.entries()) {
      entry.as(ProficiencyEvent.Sealed.class).ifPresent(event -> test.sealed = event);
      entry.as(ProficiencyEvent.Opened.class).ifPresent(event -> test.opened = event);
      Optional<ProficiencyEvent.Answered> said = entry.as(ProficiencyEvent.Answered.class);
      if (said.isPresent() && test.opened == null) {
        test.answers.put(said.get().exhibit(), ExhibitTruth.answer(said.get().answer()));
      }
    }
    return test;
  }

  /** Names of the exhibits. */
  public List<String> exhibits() {
    return sealed == null ? List.of() : sealed.exhibits();
  }

  /** Names of the exhibits that nothing was said of yet. */
  public List<String> unanswered() {
    List<String> names = new ArrayList<>(exhibits());
    names.removeAll(answers.keySet());
    return names;
  }

  /**
   * Says what an exhibit is; another answer takes the place of an earlier one.
   *
   * @throws BadInputException if there is no such exhibit, or the seal is open
   */
  public void answer(String exhibit, ExhibitTruth answer) throws IOException {
    if (opened != null) {
      throw new BadInputException(
          "The seal is open, so that nothing more can be answered.",
          "Make another test in a new case: pentimento proficiency create CASE");
    }
    if (!exhibits().contains(exhibit)) {
      throw new BadInputException(
          "There is no exhibit '" + exhibit + "'.",
          "There are: " + String.join(", ", exhibits()) + ".");
    }
    caseFile.record(new ProficiencyEvent.Answered(exhibit, answer.word()));
    answers.put(exhibit, answer);
  }

  /**
   * Opens the seal and compares; what was compared before is given again.
   *
   * @throws BadInputException if an exhibit has no answer yet, or the sealed truth was changed
   */
  public ProficiencyResult open() throws IOException {
    if (opened != null) {
      return caseFile.blobs().readJson(opened.result(), ProficiencyResult.class);
    }
    if (!unanswered().isEmpty()) {
      throw new BadInputException(
          "Nothing was said yet of " + String.join(", ", unanswered()) + ".",
          "Answer first; undecided is an answer. Nothing can be answered once the seal is open.");
    }
    String seal = sealed == null ? "" : sealed.seal();
    SealedTruth truth = SealedTruth.open(caseFile.blobs().read(seal));
    ProficiencyResult result = ProficiencyResult.of(seal, truth, answers);
    ProficiencyEvent.Opened event = new ProficiencyEvent.Opened(caseFile.blobs().putJson(result));
    caseFile.record(event);
    opened = event;
    return result;
  }
}
