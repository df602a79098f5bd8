package org.pentimento.workbench.cases;

import org.pentimento.casefile.result.FindingKind;
import org.pentimento.verdict.RunClaim.Severity;

/**
 * Something that a run or an inspection of a case found. Notes refer to it by run, comparison and
 * text.
 *
 * @param kind whether it is about suspect material, the case itself, or what was planted here
 * @param severity how much it matters
 * @param run id of the run
 * @param comparison id of the comparison, empty if it is about the run as a whole
 * @param where what was compared, in words
 * @param text a sentence for a person
 */
public record CaseFinding(
    FindingKind kind,
    Severity severity,
    String run,
    String comparison,
    String where,
    String text) {}
