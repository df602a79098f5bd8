package org.pentimento.report.detection;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.pentimento.casefile.result.InspectedPair;
import org.pentimento.casefile.result.InspectedPair.PictureFound;
import org.pentimento.casefile.result.InspectedPair.ReasonFound;
import org.pentimento.casefile.result.InspectionResult;
import org.pentimento.report.detection.InspectionSection.Ranking;
import org.pentimento.report.detection.InspectionSection.Suspect;
import org.pentimento.report.part.ReportPicture;
import org.pentimento.report.part.Table;
import org.pentimento.report.part.Table.Cell;
import org.pentimento.report.part.ValueText;
import org.pentimento.verdict.NumberWords;
import org.pentimento.verdict.PairWords;

/** Shows the pairs of an inspection, most suspicious first. */
final class RankingBuilder {
  /** So many flagged pairs are listed. */
  private static final int LISTED = 200;

  /** So many pairs are listed that are not flagged. */
  private static final int BELOW = 10;

  /** So many pictures of a pair are shown. */
  private static final int PICTURES = 12;

  private final StoredPictures pictures;
  private final InspectionResult result;
  private final Set<String> poisoned;

  RankingBuilder(StoredPictures pictures, InspectionResult result) {
    this.pictures = pictures;
    this.result = result;
    this.poisoned = result.truth() == null ? Set.of() : new HashSet<>(result.truth().poisoned());
  }

  /**
   * Shows them.
   *
   * @param most so many are shown with pictures
   */
  Ranking ranking(int most) throws IOException {
    List<Suspect> suspects = new ArrayList<>();
    List<List<Cell>> rows = new ArrayList<>();
    int place = 0;
    int listed = 0;
    int below = 0;
    for (InspectedPair pair : result.pairs()) {
      place++;
      boolean convincing = pair.flagged() && !pair.pictures().isEmpty();
      if (convincing && suspects.size() < most) {
        suspects.add(suspect(pair, place));
      } else if (pair.flagged() ? listed < LISTED : below < BELOW) {
        listed += pair.flagged() ? 1 : 0;
        below += pair.flagged() ? 0 : 1;
        rows.add(row(pair, place));
      }
    }
    return new Ranking(text(suspects.size(), listed, below), suspects, table(rows));
  }

  private String text(int shown, int listed, int below) {
    int flagged = result.flagged().size();
    int left = flagged - shown - listed;
    String score =
        "A score of 1 is the threshold: "
            + NumberWords.fine(result.falseAlarms())
            + " of honest pairs lie above it. ";
    boolean marked = result.pairs().stream().anyMatch(pair -> !pair.flagged() && pair.score() > 1);
    return (result.threshold() == null ? "" : score)
        + (marked && result.threshold() != null
            ? "Pairs above it that are not flagged carry a common mark and nothing else. "
            : "")
        + (flagged == 0
            ? "No pair is flagged; the table has the first pairs of the order."
            : ValueText.count(shown, "flagged pair is", "flagged pairs are")
                + " shown with pictures; "
                + (listed == 0
                    ? "the table has the first "
                    : ValueText.count(listed, "more is", "more are")
                        + " in the table, with the first ")
                + below
                + " that are not flagged."
                + (left > 0 ? " " + left + " others stand in inspected-pairs.csv." : ""));
  }

  private Suspect suspect(InspectedPair pair, int place) throws IOException {
    List<String> said = new ArrayList<>(PairWords.reasons(pair));
    pair.qualities().forEach(q -> said.add("Quality: " + PairWords.quality(q)));
    List<ReportPicture> shown = new ArrayList<>();
    for (PictureFound p : pair.pictures().stream().limit(PICTURES).toList()) {
      shown.add(pictures.picture(p.caption(), p.caption() + ", pair " + pair.id(), p.image()));
    }
    return new Suspect(
        place
            + ". "
            + pair.id()
            + " – score "
            + score(pair)
            + ", reached by "
            + NumberWords.ofHonest(pair.p())
            + (poisoned.contains(pair.id()) ? "; poisoned here" : "")
            + (poisoned.isEmpty() || poisoned.contains(pair.id()) ? "" : "; not poisoned here"),
        said,
        shown);
  }

  private List<Cell> row(InspectedPair pair, int place) {
    return List.of(
        new Cell(Integer.toString(place), ""),
        new Cell(pair.id(), poisoned.contains(pair.id()) ? "poisoned here" : ""),
        new Cell(score(pair), ""),
        new Cell(NumberWords.chance(pair.p()), ""),
        new Cell(pair.flagged() ? "flagged" : "–", ""),
        new Cell(
            String.join(" ", pair.reasons().stream().map(RankingBuilder::brief).toList()),
            String.join(" ", pair.qualities().stream().map(PairWords::quality).toList())));
  }

  /** A reason with its strength as a bare number, which the head of the column explains. */
  private static String brief(ReasonFound reason) {
    String times = PairWords.times(reason.score());
    return PairWords.reason(reason) + (times.isEmpty() ? "" : " (" + times + ")");
  }

  private static String score(InspectedPair pair) {
    return Double.isFinite(pair.score())
        ? String.format(Locale.ROOT, "%.2f", pair.score())
        : ValueText.NONE;
  }

  private static Optional<Table> table(List<List<Cell>> rows) {
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Table(
                "Pairs in the order of their scores",
                List.of(
                    Table.number("place", .45),
                    Table.text("pair", 1.1),
                    Table.number("score", .5),
                    Table.number("reached by honest pairs", .9),
                    Table.text("flagged", .6),
                    Table.text("why (times the spread of honest pairs)", 2.6)),
                rows));
  }
}
