package org.pentimento.workbench.run.line;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.pentimento.casefile.line.Line;
import org.pentimento.casefile.line.LinePlace;
import org.pentimento.workbench.cases.OpenCase;
import org.pentimento.workbench.run.contents.RunWords;

/**
 * A plan in the line of a case.
 *
 * @param caseFolder the case
 * @param place in its line
 * @param number of its turn among those that wait, from 1; 0 if it is carried out
 * @param paused whether the line is paused
 */
record LineRow(Path caseFolder, LinePlace place, int number, boolean paused) {
  /** The plans in the line of a case, in the order of their turns. */
  static List<LineRow> of(Path caseFolder, Line line) throws IOException {
    List<LineRow> rows = new ArrayList<>();
    int number = 0;
    for (LinePlace place : line.places()) {
      rows.add(new LineRow(caseFolder, place, place.waits() ? ++number : 0, line.paused()));
    }
    return rows;
  }

  String caseName() {
    return OpenCase.name(caseFolder);
  }

  String state() {
    if (!place.waits()) {
      return "Running";
    }
    return (paused ? "Paused, " : "Waits, ") + number + ". in line";
  }

  String since() {
    return RunWords.time(place.since());
  }
}
