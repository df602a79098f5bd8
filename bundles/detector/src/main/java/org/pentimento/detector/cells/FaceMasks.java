package org.pentimento.detector.cells;

import java.util.List;
import org.pentimento.detector.frame.Placement;

/**
 * Parts of a face as soft masks over the cells. Places are in units of the distance of the eyes,
 * from the middle between them, by the usual proportions of a frontal face.
 */
public enum FaceMasks {
  /** Both eyes. */
  EYES("eyes", List.of(new Oval(-.5, 0, .34, .18), new Oval(.5, 0, .34, .18))),
  /** Both brows. */
  BROWS("brows", List.of(new Oval(-.5, -.35, .42, .15), new Oval(.5, -.35, .42, .15))),
  /** The nose. */
  NOSE("nose", List.of(new Oval(0, .45, .32, .4))),
  /** The mouth. */
  MOUTH("mouth", List.of(new Oval(0, 1.08, .47, .21))),
  /** The chin. */
  CHIN("chin", List.of(new Oval(0, 1.6, .6, .3))),
  /** The eye at the left in the image. */
  LEFT_EYE("left eye", List.of(new Oval(-.5, 0, .34, .18))),
  /** The eye at the right in the image. */
  RIGHT_EYE("right eye", List.of(new Oval(.5, 0, .34, .18))),
  /** What surrounds the face down to the jaw. */
  HAIR("hair", List.of());

  private record Oval(double x, double y, double across, double down) {}

  private static final double SOFT = .1;
  private static final double JAW = 1.4;

  private final String word;
  private final List<Oval> ovals;

  FaceMasks(String word, List<Oval> ovals) {
    this.word = word;
    this.ovals = ovals;
  }

  /** What it is called. */
  public String word() {
    return word;
  }

  /** How much each cell belongs to the part, adding up to 1. */
  public float[] over(Placement placement) {
    float[] mask = new float[CellGrid.CELLS];
    double sum = 0;
    for (int c = 0; c < mask.length; c++) {
      double x = (CellGrid.middleX(c) - placement.x()) / placement.distance();
      double y = (CellGrid.middleY(c) - placement.y()) / placement.distance();
      mask[c] = (float) weight(x, y);
      sum += mask[c];
    }
    for (int c = 0; c < mask.length && sum > 0; c++) {
      mask[c] /= (float) sum;
    }
    return mask;
  }

  private double weight(double x, double y) {
    if (this == HAIR) {
      return y < JAW ? Math.max(0, Math.min(.3, Math.hypot(x / 1.05, (y - .5) / 1.2) - 1)) : 0;
    }
    double most = 0;
    for (Oval o : ovals) {
      double away = Math.hypot((x - o.x) / (o.across + SOFT), (y - o.y) / (o.down + SOFT));
      most = Math.max(most, Math.min(1, 1.5 - away));
    }
    return Math.max(0, most);
  }
}
