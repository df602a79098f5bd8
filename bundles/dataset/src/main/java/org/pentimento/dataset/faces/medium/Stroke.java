package org.pentimento.dataset.faces.medium;

import org.pentimento.dataset.faces.math.Curve;

/**
 * A line along a quadratic Bezier curve, thin at both ends.
 *
 * @param weight cover where it is thickest
 * @param thick half its thickness in the middle, in face units
 * @param ends thickness at the ends as a part of that in the middle
 */
public record Stroke(
    float x0,
    float y0,
    float x1,
    float y1,
    float x2,
    float y2,
    float thick,
    float ends,
    float weight) {
  private static final int PIECES = 8;

  /** Draws the line; no line is thinner than a pencil can be at this size, only fainter. */
  public void draw(SampleGrid grid, DrawingMedium medium, Material material, float light) {
    float[] px = new float[PIECES + 1];
    float[] py = new float[PIECES + 1];
    for (int i = 0; i <= PIECES; i++) {
      float t = i / (float) PIECES;
      px[i] = (1 - t) * (1 - t) * x0 + 2 * t * (1 - t) * x1 + t * t * x2;
      py[i] = (1 - t) * (1 - t) * y0 + 2 * t * (1 - t) * y1 + t * t * y2;
    }
    float least = .36f * grid.pixel();
    float half = Math.max(thick, least);
    float cover = weight * Math.min(1f, .45f + .55f * thick / half);
    float soft = .42f * grid.pixel();
    float reach = half + soft;
    grid.within(
        Math.min(x0, Math.min(x1, x2)) - reach,
        Math.min(y0, Math.min(y1, y2)) - reach,
        Math.max(x0, Math.max(x1, x2)) + reach,
        Math.max(y0, Math.max(y1, y2)) + reach,
        (index, x, y) -> {
          float best = 0f;
          for (int i = 0; i < PIECES; i++) {
            float dx = px[i + 1] - px[i];
            float dy = py[i + 1] - py[i];
            float along =
                Curve.clamp(((x - px[i]) * dx + (y - py[i]) * dy) / (dx * dx + dy * dy + 1e-12f));
            float ox = x - px[i] - along * dx;
            float oy = y - py[i] - along * dy;
            float square = ox * ox + oy * oy;
            if (square < reach * reach) {
              float t = 2f * (i + along) / PIECES - 1f;
              float width = half * (1f - (1f - ends) * t * t);
              float distance = (float) Math.sqrt(square);
              best = Math.max(best, Curve.clamp((width + soft - distance) / (2f * soft)));
            }
          }
          if (best > 0f) {
            medium.lay(index, x, y, best * cover, material, light, 0f);
          }
        });
  }
}
