package org.pentimento.report.detection;

import java.io.IOException;
import java.util.List;
import org.pentimento.casefile.result.InspectionResult;
import org.pentimento.casefile.result.PatternFound;
import org.pentimento.report.detection.InspectionSection.Pattern;
import org.pentimento.verdict.PatternWords;

/** Shows what a group of photos shares. */
final class PatternBuilder {
  /** So many members are named. */
  private static final int NAMED = 60;

  private final PatternParts parts;
  private final InspectionResult result;

  PatternBuilder(StoredPictures pictures, InspectionResult result) {
    this.parts = new PatternParts(pictures);
    this.result = result;
  }

  Pattern pattern(PatternFound p) throws IOException {
    return new Pattern(
        PatternWords.title(p),
        PatternWords.sentences(p, result),
        parts.pictures(p, PatternWords.title(p)),
        PatternParts.triggers(p.triggers()),
        members(p.pairs()));
  }

  private static String members(List<String> pairs) {
    int more = pairs.size() - NAMED;
    return "Pairs: "
        + String.join(", ", pairs.subList(0, Math.min(NAMED, pairs.size())))
        + (more > 0 ? " and " + more + " more; inspected-pairs.csv has all." : ".");
  }
}
