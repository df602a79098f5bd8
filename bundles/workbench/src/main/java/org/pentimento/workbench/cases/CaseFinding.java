package org.pentimento.workbench.cases;

/**
 * Something that a run of a case found.
 *
 * @param run id of the run
 * @param comparison id of the comparison, empty if it is about the run as a whole
 * @param attack what was compared, in words
 * @param text a sentence for a person
 */
public record CaseFinding(String run, String comparison, String attack, String text) {}
