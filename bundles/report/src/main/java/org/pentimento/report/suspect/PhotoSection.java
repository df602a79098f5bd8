package org.pentimento.report.suspect;

import java.util.List;
import org.pentimento.casefile.result.FindingKind;
import org.pentimento.report.part.Badge;
import org.pentimento.report.part.Fact;
import org.pentimento.report.part.ReportPicture;
import org.pentimento.report.part.Table;

/**
 * What a report says of an inspection of photos.
 *
 * @param anchor of the section
 * @param title of the section
 * @param kind evidence of a model that was handed in, simulation for one that a run poisoned
 * @param origin what follows from the kind, in sentences
 * @param badge how many photos are triggered, in a few words
 * @param lead the verdict in one sentence
 * @param verdict what it means, in sentences
 * @param facts what was looked at, and how
 * @param photos all of them
 * @param triggered those that are called so, with their pictures
 * @param limits how much the answers are worth, in sentences
 * @param shadows clean models that the model was compared with, and their settings
 * @param again how to do it again, in sentences
 * @param environment versions, threads, machine
 * @param hashes of all that has one
 */
public record PhotoSection(
    String anchor,
    String title,
    FindingKind kind,
    String origin,
    Badge badge,
    String lead,
    List<String> verdict,
    List<Fact> facts,
    Table photos,
    List<TriggeredPhoto> triggered,
    List<String> limits,
    List<Table> shadows,
    List<String> again,
    Table environment,
    Table hashes) {
  /**
   * A photo that is called triggered.
   *
   * @param file as it was given
   * @param sentences about it
   * @param pictures of it and of the sketches of it
   * @param sheet what it has for itself on other photos
   */
  public record TriggeredPhoto(
      String file,
      List<String> sentences,
      List<ReportPicture> pictures,
      List<ReportPicture> sheet) {}
}
