package org.pentimento.report.detection;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pentimento.api.detector.SharedPattern.Place;
import org.pentimento.casefile.result.ExtensionUse;
import org.pentimento.casefile.result.PatternFound;
import org.pentimento.casefile.result.PatternFound.RecoveredTrigger;
import org.pentimento.report.part.ReportPicture;
import org.pentimento.report.part.Table;
import org.pentimento.report.part.Table.Cell;
import org.pentimento.report.part.ValueText;
import org.pentimento.verdict.PatternWords;

/** Pictures of a pattern, and the triggers that make it. */
public final class PatternParts {
  private final StoredPictures stored;

  /** Shows nothing yet. */
  public PatternParts(StoredPictures stored) {
    this.stored = stored;
  }

  /**
   * What it looks like, where it is, and the images that recovered triggers use.
   *
   * @param what it is called
   */
  public List<ReportPicture> pictures(PatternFound p, String what) throws IOException {
    List<ReportPicture> shown = new ArrayList<>();
    shown.add(
        stored.picture(
            "the pattern: its changes times " + ValueText.brief(p.gain()) + ", grey is no change",
            what + ": what it changes in photos",
            p.image()));
    Place place = p.place();
    if (place != null) {
      shown.add(stored.framed("its place", what + ": " + PatternWords.place(p), p.image(), place));
    }
    shown.add(stored.picture("mask: white where it changes photos", what + ": its mask", p.mask()));
    for (RecoveredTrigger t : p.triggers()) {
      if (t.image() != null) {
        shown.add(
            stored.picture(
                "recovered image for “" + t.extension().name() + "”",
                "image that trigger " + t.extension().name() + " would use",
                t.image()));
      }
    }
    return shown;
  }

  /** The triggers that make it with their settings; none if no installed one does. */
  public static Optional<Table> triggers(List<RecoveredTrigger> triggers) {
    List<List<Cell>> rows = new ArrayList<>();
    for (RecoveredTrigger t : triggers) {
      ExtensionUse use = t.extension();
      String settings = ValueText.settings(use.settings());
      rows.add(
          List.of(
              new Cell(use.name(), use.id()),
              new Cell(use.version(), ""),
              new Cell(ValueText.percent(t.fit()), ""),
              new Cell(
                  settings.isEmpty() ? "its defaults" : settings,
                  t.imageParameter() == null
                      ? ""
                      : t.imageParameter() + " is to name the recovered image")));
    }
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Table(
                "Triggers that make such a pattern with these settings; a plan can try them",
                List.of(
                    Table.text("trigger", 1.1),
                    Table.text("version", .5),
                    Table.number("explains", .6),
                    Table.text("recovered settings", 2.4)),
                rows));
  }
}
