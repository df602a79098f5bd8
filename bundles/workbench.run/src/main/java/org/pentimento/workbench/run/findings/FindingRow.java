package org.pentimento.workbench.run.findings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.runtime.IAdaptable;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.event.RunRecord;
import org.pentimento.casefile.result.FindingKind;
import org.pentimento.verdict.RunClaim.Severity;
import org.pentimento.workbench.cases.CaseFinding;
import org.pentimento.workbench.cases.CaseInspection;
import org.pentimento.workbench.cases.OpenCase;
import org.pentimento.workbench.input.CaseInput;
import org.pentimento.workbench.integrity.CaseCheck;
import org.pentimento.workbench.selection.Node;
import org.pentimento.workbench.selection.NoteTarget;

/**
 * A row of the findings view: a claim of a run or an inspection, or why a run or a case claims
 * nothing.
 *
 * @param kind whether it is about suspect material, the case itself, or what was planted here
 * @param severity how much it matters
 * @param sentence the claim or the reason
 * @param where what was looked at, and the attack, or empty
 * @param caseFolder of the case
 * @param run the run or inspection that it is about, null if the case itself cannot be read
 * @param comparison id of the comparison that shows the evidence, or empty
 */
record FindingRow(
    FindingKind kind,
    Severity severity,
    String sentence,
    String where,
    Path caseFolder,
    @Nullable CaseInput run,
    String comparison)
    implements IAdaptable {
  @Override
  public <T> @Nullable T getAdapter(Class<T> adapter) {
    if (run == null) {
      return null;
    } else if (adapter == NoteTarget.class) {
      return adapter.cast(NoteTarget.finding(caseFolder, run.id(), comparison, sentence));
    } else if (adapter == Node.class) {
      CaseFinding found = new CaseFinding(kind, severity, run.id(), comparison, where, sentence);
      return adapter.cast(new Node.FindingNode(caseFolder, found, run));
    }
    return null;
  }

  /**
   * Everything that these cases claim.
   *
   * @param alarms about cases that are not as they were written
   */
  static List<FindingRow> of(List<OpenCase> cases, List<CaseCheck> alarms) {
    List<FindingRow> findings = new ArrayList<>();
    for (CaseCheck alarm : alarms) {
      findings.add(
          new FindingRow(
              FindingKind.INTEGRITY,
              Severity.SERIOUS,
              alarm.words(alarm.verification().entries()),
              "",
              alarm.folder(),
              null,
              ""));
    }
    for (OpenCase open : cases) {
      if (open instanceof OpenCase.Unreadable bad) {
        findings.add(
            new FindingRow(
                FindingKind.INTEGRITY,
                Severity.SERIOUS,
                bad.problem() + " " + bad.remedy(),
                "",
                bad.folder(),
                null,
                ""));
      } else if (open instanceof OpenCase.Read read) {
        for (RunRecord run : read.runs()) {
          CaseInput input = new CaseInput(read.folder(), CaseInput.Kind.RUN, run.id(), run.name());
          if (run.result().isEmpty()) {
            findings.add(unfinished(read.folder(), run, input));
          }
          findings.addAll(claims(read, input));
        }
        for (CaseInspection inspection : read.inspections()) {
          findings.addAll(claims(read, new Node.InspectionNode(read.folder(), inspection).input()));
        }
      }
    }
    return findings;
  }

  private static List<FindingRow> claims(OpenCase.Read read, CaseInput of) {
    return read.findings().stream()
        .filter(f -> f.run().equals(of.id()))
        .map(
            f ->
                new FindingRow(
                    f.kind(), f.severity(), f.text(), f.where(), read.folder(), of, f.comparison()))
        .toList();
  }

  private static FindingRow unfinished(Path caseFolder, RunRecord run, CaseInput input) {
    String how =
        switch (run.state()) {
          case FAILED -> "The run failed: " + run.message();
          case CANCELLED -> "The run was cancelled before it was done.";
          case STARTED, INTERRUPTED ->
              "The run is not finished; it is running, or was interrupted.";
          case FINISHED -> "The result of the run is missing.";
        };
    Severity severity =
        run.state() == RunRecord.State.FAILED || run.state() == RunRecord.State.FINISHED
            ? Severity.WARNING
            : Severity.REMARK;
    return new FindingRow(FindingKind.INTEGRITY, severity, how, "", caseFolder, input, "");
  }
}
