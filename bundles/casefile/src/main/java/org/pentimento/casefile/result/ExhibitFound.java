package org.pentimento.casefile.result;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** Evidence on a data set as a whole. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = ExhibitFound.PictureExhibit.class, name = "picture"),
  @JsonSubTypes.Type(value = ExhibitFound.TableExhibit.class, name = "table"),
  @JsonSubTypes.Type(value = ExhibitFound.CurveExhibit.class, name = "curve")
})
public sealed interface ExhibitFound {
  /** Id of the detector that gives it. */
  String detector();

  /** What it shows. */
  String caption();

  /**
   * A picture.
   *
   * @param image SHA-256 of its blob, a PNG
   */
  record PictureExhibit(String detector, String caption, String image) implements ExhibitFound {
    /** Refuses null. */
    public PictureExhibit {
      requireNonNull(detector, "detector");
      requireNonNull(caption, "caption");
      requireNonNull(image, "image");
    }
  }

  /**
   * A table.
   *
   * @param columns headings
   * @param rows each as long as the headings
   */
  record TableExhibit(
      String detector, String caption, List<String> columns, List<List<String>> rows)
      implements ExhibitFound {
    /** Refuses null. */
    public TableExhibit {
      requireNonNull(detector, "detector");
      requireNonNull(caption, "caption");
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
    }
  }

  /**
   * A curve.
   *
   * @param across what lies on the horizontal axis
   * @param up what lies on the vertical axis
   * @param x finite values
   * @param y finite values, as many
   */
  record CurveExhibit(
      String detector, String caption, String across, String up, List<Double> x, List<Double> y)
      implements ExhibitFound {
    /** Refuses null. */
    public CurveExhibit {
      requireNonNull(detector, "detector");
      requireNonNull(caption, "caption");
      requireNonNull(across, "across");
      requireNonNull(up, "up");
      x = List.copyOf(x);
      y = List.copyOf(y);
    }
  }
}
