package org.pentimento.report.suspect;

import java.util.List;
import org.pentimento.casefile.result.FindingKind;
import org.pentimento.report.part.Badge;
import org.pentimento.report.part.Fact;
import org.pentimento.report.part.Table;

/**
 * What a report says of a model whose hidden mode was to be removed.
 *
 * @param anchor of the section
 * @param title of the section
 * @param kind that it was made here
 * @param badge what became of it in a few words
 * @param lead what became of it in one sentence
 * @param verdict what that means and what it costs, in sentences
 * @param facts of both models, and how the new one was made
 * @param beforeAndAfter the answers and the measurements, of both models; empty if the case lacks
 *     an inspection
 * @param again how to do it again, in sentences
 * @param environment versions, threads, machine
 * @param hashes of all that has one
 */
public record MitigationSection(
    String anchor,
    String title,
    FindingKind kind,
    Badge badge,
    String lead,
    List<String> verdict,
    List<Fact> facts,
    List<Table> beforeAndAfter,
    List<String> again,
    Table environment,
    Table hashes) {}
