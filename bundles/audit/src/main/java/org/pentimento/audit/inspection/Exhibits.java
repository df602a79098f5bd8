package org.pentimento.audit.inspection;

import java.io.IOException;
import java.util.List;
import org.pentimento.api.detector.Exhibit;
import org.pentimento.casefile.result.ExhibitFound;

/** What detectors show, checked, and put into results. */
public final class Exhibits {
  private Exhibits() {}

  /** An exhibit for a result, its image kept. */
  public static ExhibitFound found(String detector, Exhibit exhibit, ImageKeeper images)
      throws IOException {
    if (exhibit instanceof Exhibit.Picture picture) {
      return new ExhibitFound.PictureExhibit(
          detector, picture.caption(), images.put(picture.image()));
    } else if (exhibit instanceof Exhibit.Table table) {
      return new ExhibitFound.TableExhibit(
          detector, table.caption(), table.columns(), table.rows());
    } else if (exhibit instanceof Exhibit.Curve curve) {
      return new ExhibitFound.CurveExhibit(
          detector, curve.caption(), curve.across(), curve.up(), curve.x(), curve.y());
    }
    throw new IllegalArgumentException("no such exhibit: " + exhibit);
  }

  /** What is wrong with exhibits, in words; empty if nothing is. */
  public static String problem(List<Exhibit> exhibits) {
    for (Exhibit exhibit : exhibits) {
      if (exhibit instanceof Exhibit.Table table
          && table.rows().stream().anyMatch(row -> row.size() != table.columns().size())) {
        return "A row of its table does not fit the headings.";
      }
      if (exhibit instanceof Exhibit.Curve curve
          && (curve.x().size() != curve.y().size()
              || !curve.x().stream().allMatch(Double::isFinite)
              || !curve.y().stream().allMatch(Double::isFinite))) {
        return "A curve of its has values that are no numbers.";
      }
    }
    return "";
  }
}
