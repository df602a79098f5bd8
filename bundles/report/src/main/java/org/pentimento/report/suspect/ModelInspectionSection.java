package org.pentimento.report.suspect;

import java.util.List;
import java.util.Optional;
import org.pentimento.casefile.result.FindingKind;
import org.pentimento.report.detection.InspectionSection.Unknown;
import org.pentimento.report.part.Badge;
import org.pentimento.report.part.Chart;
import org.pentimento.report.part.Fact;
import org.pentimento.report.part.ReportPicture;
import org.pentimento.report.part.Table;
import org.pentimento.verdict.Statement;

/**
 * What a report says of an inspection of a model.
 *
 * @param anchor of the section
 * @param title of the section
 * @param kind evidence of a model that was handed in, simulation for one that a run poisoned
 * @param origin what follows from the kind, in sentences
 * @param badge the verdict in a few words
 * @param lead the verdict in one sentence
 * @param verdict what it means, in sentences
 * @param facts what was looked at, and how
 * @param unknown the three kinds of “I do not know”, and what would deceive the inspection
 * @param answers to the three questions
 * @param looks what was measured
 * @param charts of every kind that is installed, and curves that detectors gave
 * @param triggers that can be shown
 * @param explanations innocent ones, and whether they were tested
 * @param exhibits pictures that belong to no question
 * @param tables that detectors show
 * @param shadows clean models that it was compared with
 * @param detectors that were asked, and their settings
 * @param making what the model says of its making; none if it says nothing
 * @param again how to do it again, in sentences
 * @param environment versions, threads, machine
 * @param hashes of all that has one
 */
public record ModelInspectionSection(
    String anchor,
    String title,
    FindingKind kind,
    String origin,
    Badge badge,
    String lead,
    List<String> verdict,
    List<Fact> facts,
    Unknown unknown,
    List<Answer> answers,
    Table looks,
    List<Chart> charts,
    List<Shown> triggers,
    List<Statement> explanations,
    List<ReportPicture> exhibits,
    List<Table> tables,
    Table shadows,
    List<Table> detectors,
    Optional<Table> making,
    List<String> again,
    Table environment,
    Table hashes) {
  /**
   * The answer to a question.
   *
   * @param question in words
   * @param badge the answer in a few words
   * @param sentences about it
   * @param pictures sheets of photos and sketches that show it
   */
  public record Answer(
      String question, Badge badge, List<String> sentences, List<ReportPicture> pictures) {}

  /**
   * A trigger that can be shown.
   *
   * @param title what it looks like and where it is
   * @param sentences about it
   * @param pictures of it alone
   * @param sketches photos and sketches with and without it
   * @param settings with which installed triggers make it; none if no installed one does
   */
  public record Shown(
      String title,
      List<String> sentences,
      List<ReportPicture> pictures,
      List<ReportPicture> sketches,
      Optional<Table> settings) {}
}
