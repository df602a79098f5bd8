package org.pentimento.workbench.selection;

import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.ui.PlatformUI;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.event.Named;
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
  /** Stands between run, comparison and sentence in the id of a finding. */
  private static final String BETWEEN = "|";

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

  /** What a note in a case is about, for a person; names are those that things are shown by. */
  public static String about(OpenCase.Read read, Note.Subject subject) {
    String id = subject.id();
    return switch (subject.kind()) {
      case CASE -> "The case";
      case PAIR -> {
        PairRef pair = pair(read.folder(), subject);
        yield "Pair " + pair.pair() + " of " + pair.dataset();
      }
      case RUN ->
          "Run "
              + read.runs().stream()
                  .filter(run -> run.id().equals(id))
                  .map(run -> read.notes().names().shown(Named.Kind.RUN, id, run.name()))
                  .findFirst()
                  .orElse(id);
      case FINDING -> id.substring(id.indexOf(BETWEEN, id.indexOf(BETWEEN) + 1) + 1);
      case REPORT -> "Report of entry " + id;
    };
  }

  /** The pair that a note of the kind {@link Kind#PAIR} is about. */
  public static PairRef pair(Path caseFolder, Note.Subject subject) {
    int slash = Math.max(0, subject.id().indexOf('/'));
    return new PairRef(
        caseFolder, subject.id().substring(0, slash), subject.id().substring(slash + 1));
  }

  /** The id of the run that claims the finding that a note is about. */
  public static String runOfFinding(Note.Subject subject) {
    return subject.id().substring(0, Math.max(0, subject.id().indexOf(BETWEEN)));
  }

  /** Whether it has a bookmark, as far as its case was read. */
  public boolean isBookmarked() {
    return PlatformUI.getWorkbench()
        .getService(OpenCases.class)
        .read(caseFolder)
        .filter(read -> read.notes().bookmarks().contains(what))
        .isPresent();
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
    return subject(
        caseFolder, Kind.FINDING, run + BETWEEN + comparison + BETWEEN + sentence, sentence);
  }

  private static NoteTarget subject(Path caseFolder, Kind kind, String id, String words) {
    return new NoteTarget(caseFolder, new Note.Subject(kind, id), words);
  }
}
