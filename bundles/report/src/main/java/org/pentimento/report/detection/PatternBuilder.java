package org.pentimento.report.detection;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pentimento.api.detector.SharedPattern.Place;
import org.pentimento.casefile.result.ExtensionUse;
import org.pentimento.casefile.result.InspectionResult;
import org.pentimento.casefile.result.PatternFound;
import org.pentimento.casefile.result.PatternFound.RecoveredTrigger;
import org.pentimento.report.detection.InspectionSection.Pattern;
import org.pentimento.report.part.ReportPicture;
import org.pentimento.report.part.Table;
import org.pentimento.report.part.Table.Cell;
import org.pentimento.report.part.ValueText;
import org.pentimento.verdict.PatternWords;

/** Shows what a group of photos shares. */
final class PatternBuilder {
  /** So many members are named. */
  private static final int NAMED = 60;

  private final StoredPictures pictures;
  private final InspectionResult result;

  PatternBuilder(StoredPictures pictures, InspectionResult result) {
    this.pictures = pictures;
    this.result = result;
  }

  Pattern pattern(PatternFound p) throws IOException {
    return new Pattern(
        PatternWords.title(p),
        PatternWords.sentences(p, result),
        shown(p),
        triggers(p.triggers()),
        members(p.pairs()));
  }

  private List<ReportPicture> shown(PatternFound p) throws IOException {
    String what = PatternWords.title(p);
    List<ReportPicture> shown = new ArrayList<>();
    shown.add(
        pictures.picture(
            "the pattern: its changes times " + ValueText.brief(p.gain()) + ", grey is no change",
            what + ": mean of these photos less the mean of the others",
            p.image()));
    Place place = p.place();
    if (place != null) {
      shown.add(
          pictures.framed("its place", what + ": " + PatternWords.place(p), p.image(), place));
    }
    shown.add(
        pictures.picture("mask: white where it changes photos", what + ": its mask", p.mask()));
    for (RecoveredTrigger t : p.triggers()) {
      if (t.image() != null) {
        shown.add(
            pictures.picture(
                "recovered image for “" + t.extension().name() + "”",
                "image that trigger " + t.extension().name() + " would use",
                t.image()));
      }
    }
    return shown;
  }

  private static Optional<Table> triggers(List<RecoveredTrigger> triggers) {
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

  private static String members(List<String> pairs) {
    int more = pairs.size() - NAMED;
    return "Pairs: "
        + String.join(", ", pairs.subList(0, Math.min(NAMED, pairs.size())))
        + (more > 0 ? " and " + more + " more; inspected-pairs.csv has all." : ".");
  }
}
