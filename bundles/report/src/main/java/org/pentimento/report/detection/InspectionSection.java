package org.pentimento.report.detection;

import java.util.List;
import java.util.Optional;
import org.pentimento.casefile.result.FindingKind;
import org.pentimento.report.part.Badge;
import org.pentimento.report.part.Chart;
import org.pentimento.report.part.Fact;
import org.pentimento.report.part.ReportPicture;
import org.pentimento.report.part.Table;

/**
 * What a report says of an inspection of a data set.
 *
 * @param anchor of the section
 * @param title of the section
 * @param kind whether it is evidence
 * @param badge the verdict in a few words
 * @param lead the verdict in one sentence
 * @param verdict its numbers and what it is evidence of, in sentences
 * @param truth what was really poisoned, where it was done here; empty otherwise
 * @param cleaned what the data set without the flagged pairs is; empty if there is none
 * @param facts what was looked at, and how
 * @param unknown the three kinds of “I do not know”, and what would deceive the inspection
 * @param patterns what groups of photos share
 * @param ranking the pairs, most suspicious first
 * @param qualities what is odd for an honest reason; none if nothing is
 * @param exhibits pictures that show the set as a whole
 * @param tables that show the set as a whole
 * @param charts of every kind that is installed, and curves that detectors gave
 * @param power what a self-test found of each attack; none if no self-test can be quoted
 * @param detectors that were asked, and their settings
 * @param again how to do it again, in sentences
 * @param environment versions, threads, machine
 * @param hashes of all that has one
 */
public record InspectionSection(
    String anchor,
    String title,
    FindingKind kind,
    Badge badge,
    String lead,
    List<String> verdict,
    String truth,
    String cleaned,
    List<Fact> facts,
    Unknown unknown,
    List<Pattern> patterns,
    Ranking ranking,
    Optional<Table> qualities,
    List<ReportPicture> exhibits,
    List<Table> tables,
    List<Chart> charts,
    Optional<Table> power,
    List<Table> detectors,
    List<String> again,
    Table environment,
    Table hashes) {
  /**
   * What is not known, each kind in sentences.
   *
   * @param notLookedAt what was not looked at
   * @param blindTo what the detectors cannot find
   * @param worth how much it is worth that nothing, or no more, was found
   * @param limits what would deceive the inspection
   */
  public record Unknown(
      List<String> notLookedAt, List<String> blindTo, List<String> worth, List<String> limits) {}

  /**
   * What a group of photos shares.
   *
   * @param title such as {@code A stamp shared by 10 photos}
   * @param sentences about it
   * @param pictures of it
   * @param triggers that make it; none if no installed one does
   * @param pairs whose photos carry it, in one sentence
   */
  public record Pattern(
      String title,
      List<String> sentences,
      List<ReportPicture> pictures,
      Optional<Table> triggers,
      String pairs) {}

  /**
   * The pairs by their score.
   *
   * @param text which of them are shown
   * @param suspects with their pictures
   * @param others as a table; none if all are shown with pictures
   */
  public record Ranking(String text, List<Suspect> suspects, Optional<Table> others) {}

  /**
   * A pair.
   *
   * @param title its place, its id and its score
   * @param reasons in sentences
   * @param pictures that convince a person
   */
  public record Suspect(String title, List<String> reasons, List<ReportPicture> pictures) {}
}
