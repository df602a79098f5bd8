package org.pentimento.report.detection;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.pentimento.casefile.result.ExhibitFound;
import org.pentimento.casefile.result.ExhibitFound.CurveExhibit;
import org.pentimento.casefile.result.ExhibitFound.PictureExhibit;
import org.pentimento.casefile.result.ExhibitFound.TableExhibit;
import org.pentimento.chart.plot.SingleCurve;
import org.pentimento.figures.FigureTopic;
import org.pentimento.report.part.Chart;
import org.pentimento.report.part.ReportPicture;
import org.pentimento.report.part.Table;
import org.pentimento.report.part.Table.Cell;
import org.pentimento.report.part.ValueText;

/** Shows what detectors exhibit: pictures, tables and curves. */
public final class ExhibitParts {
  /** So many rows of a detector's own table are shown. */
  private static final int ROWS = 60;

  private static final Pattern SETTINGS =
      Pattern.compile("\\{[\\w-]+=[^=,{}]*(, [\\w-]+=[^=,{}]*)*}");
  private static final Pattern SETTING = Pattern.compile(", ");
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}(\\.\\d+)?(E-?\\d{1,3})?");

  private final StoredPictures stored;
  private final String anchor;
  private final List<ReportPicture> pictures = new ArrayList<>();
  private final List<Table> tables = new ArrayList<>();
  private final List<Chart> charts = new ArrayList<>();

  /**
   * Shows nothing yet.
   *
   * @param anchor begins the ids of charts
   */
  public ExhibitParts(StoredPictures stored, String anchor) {
    this.stored = stored;
    this.anchor = anchor;
  }

  /** Adds an exhibit. */
  public void add(ExhibitFound exhibit) throws IOException {
    if (exhibit instanceof PictureExhibit picture) {
      pictures.add(stored.picture(picture.caption(), picture.caption(), picture.image()));
    } else if (exhibit instanceof TableExhibit table) {
      tables.add(table(table));
    } else if (exhibit instanceof CurveExhibit curve) {
      charts.add(chart(curve, anchor + "-curve-" + (charts.size() + 1)));
    }
  }

  /** The pictures so far. */
  public List<ReportPicture> pictures() {
    return List.copyOf(pictures);
  }

  /** The tables so far. */
  public List<Table> tables() {
    return List.copyOf(tables);
  }

  /** The curves so far. */
  public List<Chart> charts() {
    return List.copyOf(charts);
  }

  private static Table table(TableExhibit table) {
    int columns = table.columns().size();
    List<List<Cell>> rows = new ArrayList<>();
    for (List<String> row : table.rows().stream().limit(ROWS).toList()) {
      List<Cell> cells = new ArrayList<>();
      row.stream().limit(columns).forEach(text -> cells.add(new Cell(readable(text), "")));
      cells.addAll(Collections.nCopies(columns - cells.size(), new Cell("–", "")));
      rows.add(cells);
    }
    return new Table(
        table.caption()
            + (table.rows().size() > ROWS
                ? " (" + ROWS + " of " + table.rows().size() + " rows)"
                : ""),
        table.columns().stream().map(name -> Table.text(name, 1)).toList(),
        rows);
  }

  /** A cell as a person reads it; earlier versions kept settings as {@code {name=value, …}}. */
  private static String readable(String text) {
    if (text.isBlank()) {
      return "–";
    }
    if (!SETTINGS.matcher(text).matches()) {
      return text;
    }
    return SETTING
        .splitAsStream(text.substring(1, text.length() - 1))
        .map(
            one -> {
              int at = one.indexOf('=');
              String value = one.substring(at + 1);
              return one.substring(0, at)
                  + " "
                  + (NUMBER.matcher(value).matches()
                      ? ValueText.brief(Double.parseDouble(value))
                      : value);
            })
        .collect(Collectors.joining(", "));
  }

  private static Chart chart(CurveExhibit curve, String id) {
    List<SingleCurve.Point> points = new ArrayList<>();
    for (int i = 0; i < Math.min(curve.x().size(), curve.y().size()); i++) {
      points.add(new SingleCurve.Point(curve.x().get(i), curve.y().get(i)));
    }
    return new Chart(
        id,
        FigureTopic.DETECTION,
        Optional.of(new SingleCurve(curve.across(), curve.up(), points)),
        curve.caption());
  }
}
