package org.pentimento.detector.cells;

import org.pentimento.detector.frame.WorkingPair;

/** Looks for the shift and turn after which a sketch fits its photo best. */
public final class Registration {
  /** Farthest shift that is tried, in pixels of working size. */
  public static final double FARTHEST = 4.5;

  /** Largest turn that is tried, in degrees. */
  public static final double WIDEST = 4.5;

  private static final float MOST_SQUARE = 16;
  private static final double[] STEPS = {1.5, .75};

  private Registration() {}

  /**
   * A movement of a sketch.
   *
   * @param right in pixels of working size
   * @param down in pixels of working size
   * @param turn clockwise, in degrees
   */
  public record Move(double right, double down, double turn) {
    /** No movement. */
    public static final Move NONE = new Move(0, 0, 0);

    /** How far it moves the sketch, about, in pixels of working size. */
    public double size() {
      return Math.hypot(Math.hypot(right, down), .4 * turn);
    }
  }

  /**
   * A movement after which a sketch fits its photo.
   *
   * @param move that the sketch has to make
   * @param gain by how much what is left gets smaller: logarithm of its mean square before less
   *     that after; never negative
   */
  public record Fit(Move move, double gain) {}

  /**
   * Finds the best movement by trying ever smaller steps.
   *
   * @param expected features of the sketch that the photo lets expect
   * @param scale deviations of what is usually left
   */
  public static Fit search(WorkingPair pair, float[] expected, float[] scale) {
    double unmoved = left(pair, Move.NONE, expected, scale);
    Move best = Move.NONE;
    double least = unmoved;
    for (int right = -1; right <= 1; right++) {
      for (int down = -1; down <= 1; down++) {
        Move move = new Move(2.5 * right, 2.5 * down, 0);
        double left = left(pair, move, expected, scale);
        if (left < least) {
          least = left;
          best = move;
        }
      }
    }
    for (double step : STEPS) {
      boolean better = true;
      for (int tries = 0; better && tries < 3; tries++) {
        better = false;
        Move from = best;
        for (int k = 0; k < 6; k++) {
          double by = k % 2 == 0 ? step : -step;
          Move move =
              new Move(
                  from.right + (k / 2 == 0 ? by : 0),
                  from.down + (k / 2 == 1 ? by : 0),
                  from.turn + (k / 2 == 2 ? by : 0));
          if (Math.abs(move.right) > FARTHEST
              || Math.abs(move.down) > FARTHEST
              || Math.abs(move.turn) > WIDEST) {
            continue;
          }
          double left = left(pair, move, expected, scale);
          if (left < least) {
            least = left;
            best = move;
            better = true;
          }
        }
      }
    }
    return new Fit(best, Math.max(0, unmoved - least));
  }

  /**
   * By how much what is left gets smaller when the sketch is mirrored, as in {@link Fit}; negative
   * if it gets larger.
   */
  public static double gainOfMirroring(WorkingPair pair, float[] expected, float[] scale) {
    return left(pair, Move.NONE, expected, scale)
        - left(mirrored(pair), Move.NONE, expected, scale);
  }

  /** The pair with its sketch moved. */
  public static WorkingPair moved(WorkingPair pair, Move move) {
    return pair.withSketch(moved(pair.tone(), move), moved(pair.dark(), move));
  }

  /** The pair with its sketch mirrored. */
  public static WorkingPair mirrored(WorkingPair pair) {
    return pair.withSketch(mirrored(pair.tone()), mirrored(pair.dark()));
  }

  private static double left(WorkingPair pair, Move move, float[] expected, float[] scale) {
    float[] found =
        move.equals(Move.NONE)
            ? CellFeatures.tones(pair.tone(), pair.dark())
            : CellFeatures.tones(moved(pair.tone(), move), moved(pair.dark(), move));
    double sum = 0;
    for (int k = 0; k < found.length; k++) {
      float z = (found[k] - expected[k]) / scale[k];
      sum += Math.min(MOST_SQUARE, z * z);
    }
    return StrictMath.log(sum / found.length + 1e-9);
  }

  private static float[] mirrored(float[] plane) {
    float[] out = new float[plane.length];
    for (int i = 0; i < out.length; i++) {
      int x = i % WorkingPair.WIDTH;
      out[i] = plane[i - x + WorkingPair.WIDTH - 1 - x];
    }
    return out;
  }

  private static float[] moved(float[] plane, Move move) {
    int w = WorkingPair.WIDTH;
    int h = WorkingPair.HEIGHT;
    double angle = Math.toRadians(move.turn);
    double cos = StrictMath.cos(angle);
    double sin = StrictMath.sin(angle);
    double middleX = (w - 1) / 2.;
    double middleY = (h - 1) / 2.;
    float[] out = new float[plane.length];
    for (int y = 0; y < h; y++) {
      for (int x = 0; x < w; x++) {
        double u = x - middleX - move.right;
        double v = y - middleY - move.down;
        double fromX = Math.max(0, Math.min(w - 1.001, middleX + cos * u + sin * v));
        double fromY = Math.max(0, Math.min(h - 1.001, middleY - sin * u + cos * v));
        int left = (int) fromX;
        int top = (int) fromY;
        float f = (float) (fromX - left);
        float g = (float) (fromY - top);
        int at = top * w + left;
        out[y * w + x] =
            (1 - g) * ((1 - f) * plane[at] + f * plane[at + 1])
                + g * ((1 - f) * plane[at + w] + f * plane[at + w + 1]);
      }
    }
    return out;
  }
}
