package org.pentimento.report.detection;

import java.util.List;
import org.pentimento.casefile.result.FindingKind;
import org.pentimento.report.part.Badge;
import org.pentimento.report.part.Chart;
import org.pentimento.report.part.Fact;
import org.pentimento.report.part.Table;

/**
 * What a report says of a self-test of detectors.
 *
 * @param anchor of the section
 * @param title of the section
 * @param badge what kind of statement it makes
 * @param lead what was found, in one sentence
 * @param conclusions the most important first
 * @param limits how far the figures reach
 * @param facts what was tried, and in what
 * @param tables of kinds of attacks and oddities
 * @param charts of every kind that is installed
 * @param detectors that were tried, and their settings
 * @param environment versions, threads, machine
 * @param hashes of all that has one
 */
public record SelfTestSection(
    String anchor,
    String title,
    Badge badge,
    String lead,
    List<String> conclusions,
    List<String> limits,
    List<Fact> facts,
    List<Table> tables,
    List<Chart> charts,
    List<Table> detectors,
    Table environment,
    Table hashes) {
  /** Where what was found comes from. */
  public FindingKind kind() {
    return FindingKind.SIMULATION;
  }
}
