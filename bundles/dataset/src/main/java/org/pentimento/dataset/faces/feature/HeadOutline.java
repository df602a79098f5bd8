package org.pentimento.dataset.faces.feature;

import org.pentimento.dataset.faces.math.Curve;
import org.pentimento.dataset.faces.person.Person;

/**
 * The outline of the head from crown to chin, as a table of radii by direction: each place has a
 * radius that is 1 on the outline, less inside.
 */
final class HeadOutline {
  private static final float CENTRE_Y = .02f;
  private static final int TABLE = 256;
  private static final int PIECES = 64;

  private final float[] radius = new float[TABLE + 1];
  private final float chin;
  private final float crown;

  HeadOutline(Person.Head head) {
    float w = head.width();
    chin = .885f + head.length();
    crown = -.87f;
    float[][] right = {
      {0f, crown},
      {.31f * w, -.795f},
      {.495f * w, -.55f},
      {.555f * w, -.15f},
      {(.545f + head.cheek()) * w, .16f},
      {(.432f + head.jaw()) * w, .52f + head.length() * .5f},
      {(.212f + head.chin()) * w, .795f + head.length()},
      {0f, chin}
    };
    float[] angles = new float[(right.length - 1) * PIECES + 1];
    float[] radii = new float[angles.length];
    for (int i = 0; i < angles.length; i++) {
      int piece = Math.min(right.length - 2, i / PIECES);
      float t = i / (float) PIECES - piece;
      float x = spline(right, piece, t, 0);
      float y = spline(right, piece, t, 1) - CENTRE_Y;
      float sum = Math.abs(x) + Math.abs(y);
      angles[i] = y / sum;
      radii[i] = sum;
    }
    for (int i = 0, k = 0; i <= TABLE; i++) {
      float angle = 2f * i / TABLE - 1f;
      while (k < angles.length - 2 && angles[k + 1] < angle) {
        k++;
      }
      float span = angles[k + 1] - angles[k];
      float t = span > 1e-6f ? Curve.clamp((angle - angles[k]) / span) : 0f;
      radius[i] = Curve.mix(radii[k], radii[k + 1], t);
    }
  }

  /** Catmull-Rom; beyond the ends the right half is mirrored. */
  private static float spline(float[][] points, int piece, float t, int axis) {
    float before = piece > 0 ? points[piece - 1][axis] : (axis == 0 ? -1 : 1) * points[1][axis];
    float from = points[piece][axis];
    float to = points[piece + 1][axis];
    int last = points.length - 1;
    float after =
        piece + 2 <= last ? points[piece + 2][axis] : (axis == 0 ? -1 : 1) * points[last - 1][axis];
    float a = 2f * from;
    float b = to - before;
    float c = 2f * before - 5f * from + 4f * to - after;
    float d = 3f * from - before - 3f * to + after;
    return .5f * (a + t * (b + t * (c + t * d)));
  }

  /** 1 on the outline, 0 at the centre of the head, growing evenly in each direction. */
  float at(float x, float y) {
    float dy = y - CENTRE_Y;
    float sum = Math.abs(x) + Math.abs(dy);
    if (sum < 1e-6f) {
      return 0f;
    }
    float place = (dy / sum + 1f) * (TABLE / 2f);
    int i = Math.min(TABLE - 1, (int) place);
    return sum / Curve.mix(radius[i], radius[i + 1], place - i);
  }

  /** Half the width of the head at a height, where it has one. */
  float halfWidth(float y) {
    float low = 0f;
    float high = 1f;
    for (int i = 0; i < 16; i++) {
      float middle = (low + high) / 2f;
      if (at(middle, y) < 1f) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  float chin() {
    return chin;
  }

  float crown() {
    return crown;
  }

  float centreY() {
    return CENTRE_Y;
  }
}
