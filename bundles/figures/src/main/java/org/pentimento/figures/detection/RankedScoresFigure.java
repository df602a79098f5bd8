package org.pentimento.figures.detection;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.pentimento.casefile.result.InspectedPair;
import org.pentimento.casefile.result.InspectionResult;
import org.pentimento.chart.ColorRole;
import org.pentimento.chart.Figure;
import org.pentimento.chart.plot.RankedScores;
import org.pentimento.figures.AboutFigure;
import org.pentimento.figures.InspectionFigure;

/** All pairs by their score. */
@Component(property = "service.ranking:Integer=60")
@AboutFigure(
    id = "ranked",
    title = "All pairs by their score",
    help =
        "A mark for each pair, the most suspicious first. From the line on as many honest pairs lie"
            + " as were asked for; flagged pairs are diamonds. Where there are many, only some of"
            + " those that are not suspicious are drawn.",
    marks = true)
public final class RankedScoresFigure implements InspectionFigure {
  /** So many pairs that are not suspicious are drawn, from one end of the order to the other. */
  private static final int DRAWN = 500;

  private enum Group {
    OTHER("not suspicious", ColorRole.HONEST),
    ODD("odd for an honest reason", ColorRole.AMBER),
    MARKED("carries a common mark, not flagged", ColorRole.PURPLE),
    FLAGGED("flagged", ColorRole.HARMED);

    private final String title;
    private final ColorRole role;

    Group(String title, ColorRole role) {
      this.title = title;
      this.role = role;
    }
  }

  @Override
  public Optional<Figure> figure(InspectionResult result) {
    Double threshold = result.threshold();
    if (threshold == null || result.pairs().isEmpty()) {
      return Optional.empty();
    }
    Set<String> marked = new HashSet<>();
    result.patterns().forEach(p -> marked.addAll(p.pairs()));
    int stride = Math.max(1, (result.pairs().size() + DRAWN - 1) / DRAWN);
    Map<Group, List<RankedScores.Point>> points = new EnumMap<>(Group.class);
    int rank = 0;
    for (InspectedPair pair : result.pairs()) {
      rank++;
      Group group = group(pair, marked);
      boolean suspicious = group == Group.FLAGGED || group == Group.MARKED;
      if (Double.isFinite(pair.score()) && (suspicious || rank % stride == 0)) {
        points
            .computeIfAbsent(group, g -> new ArrayList<>())
            .add(new RankedScores.Point(rank, pair.score(), pair.id()));
      }
    }
    List<RankedScores.Group> groups = new ArrayList<>();
    points.forEach((g, p) -> groups.add(new RankedScores.Group(g.title, p, g.role)));
    return Optional.of(new RankedScores(groups, result.pairs().size(), threshold));
  }

  private static Group group(InspectedPair pair, Set<String> marked) {
    if (pair.flagged()) {
      return Group.FLAGGED;
    } else if (marked.contains(pair.id())) {
      return Group.MARKED;
    }
    return pair.qualities().isEmpty() ? Group.OTHER : Group.ODD;
  }
}
