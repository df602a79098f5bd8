package org.pentimento.workbench.selection;

import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.ui.PlatformUI;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.event.Note;
import org.pentimento.casefile.event.Note.Kind;
import org.pentimento.workbench.cases.OpenCase;
import org.pentimento.workbench.cases.OpenCases;
import org.pentimento.workbench.input.CaseInput;

/**
 * Something that notes and bookmarks can be about. Selected objects of all parts adapt to it.
 *
 * @param caseFolder of the case
 * @param what it is in that case
 * @param words for a person, such as "run first look"
 */
public record NoteTarget(Path caseFolder, Note.Subject what, String words) {
  /** The subject that a selected object or the input of an editor stands for. */
  public static Optional<NoteTarget> of(@Nullable Object object) {
    if (object instanceof Node.CaseNode n) {
      return Optional.of(subject(n.caseFolder(), Kind.CASE, "", "the case " + n.content().name()));
    } else if (object instanceof Node.RunNode n) {
      return Optional.of(run(n.caseFolder(), n.run().id(), n.run().name()));
    } else if (object instanceof Node.InspectionNode n) {
      return Optional.of(
          inspection(n.caseFolder(), n.inspection().run().id(), n.inspection().run().name()));
    } else if (object instanceof Node.FindingNode n) {
      return Optional.of(
          finding(n.caseFolder(), n.finding().run(), n.finding().comparison(), n.finding().text()));
    } else if (object instanceof Node.ReportNode n) {
      String number = Long.toString(n.entry().number());
      return Optional.of(
          subject(n.caseFolder(), Kind.REPORT, number, "the report of entry " + number));
    } else if (object instanceof PairRef pair) {
      return Optional.of(pair(pair));
    } else if (object instanceof CaseInput input && input.kind() == CaseInput.Kind.RUN) {
      return Optional.of(run(input.caseFolder(), input.id(), input.name()));
    } else if (object instanceof CaseInput input
        && (input.kind() == CaseInput.Kind.INSPECTION
            || input.kind() == CaseInput.Kind.MODEL_INSPECTION
            || input.kind() == CaseInput.Kind.PHOTO_INSPECTION
            || input.kind() == CaseInput.Kind.MITIGATION
            || input.kind() == CaseInput.Kind.SELF_TEST)) {
      return Optional.of(inspection(input.caseFolder(), input.id(), input.name()));
    }
    return Optional.ofNullable(Adapters.adapt(object, NoteTarget.class));
  }

  /** Whether it has a bookmark, as far as its case was read. */
  public boolean isBookmarked() {
    return PlatformUI.getWorkbench().getService(OpenCases.class).all().stream()
        .anyMatch(
            one ->
                one instanceof OpenCase.Read read
                    && one.folder().equals(caseFolder)
                    && read.notes().bookmarks().contains(what));
  }

  /** A pair. */
  public static NoteTarget pair(PairRef pair) {
    return subject(
        pair.caseFolder(),
        Kind.PAIR,
        pair.dataset() + "/" + pair.pair(),
        "pair " + pair.pair() + " of " + pair.dataset());
  }

  /** A run. */
  public static NoteTarget run(Path caseFolder, String id, String name) {
    return subject(caseFolder, Kind.RUN, id, "run " + name);
  }

  /** An inspection or a self-test, which the case counts among its runs. */
  private static NoteTarget inspection(Path caseFolder, String id, String name) {
    return subject(caseFolder, Kind.RUN, id, name);
  }

  /**
   * What a run claims.
   *
   * @param comparison id of the comparison with the evidence, may be empty
   * @param sentence that claims it
   */
  public static NoteTarget finding(
      Path caseFolder, String run, String comparison, String sentence) {
    return subject(caseFolder, Kind.FINDING, run + "|" + comparison + "|" + sentence, sentence);
  }

  private static NoteTarget subject(Path caseFolder, Kind kind, String id, String words) {
    return new NoteTarget(caseFolder, new Note.Subject(kind, id), words);
  }
}
