package org.pentimento.workbench.cases;

import org.pentimento.verdict.RunClaim.Severity;

/**
 * Something that a run or an inspection of a case found. Notes refer to it by run, comparison and
 * text.
 *
 * @param severity how much it matters
 * @param run id of the run
 * @param comparison id of the comparison, empty if it is about the run as a whole
 * @param where what was compared, in words
 * @param text a sentence for a person
 */
public record CaseFinding(
    Severity severity, String run, String comparison, String where, String text) {}
