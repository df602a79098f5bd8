package org.pentimento.dataset.faces.feature;

import org.pentimento.dataset.faces.medium.DrawingMedium;
import org.pentimento.dataset.faces.medium.Material;
import org.pentimento.dataset.faces.medium.SampleGrid;

/** Draws hair where its shape says. */
final class HairPainter {
  private final SampleGrid grid;
  private final Relief relief;
  private final HairShape shape;

  HairPainter(SampleGrid grid, Relief relief, HairShape shape) {
    this.grid = grid;
    this.relief = relief;
    this.shape = shape;
  }

  void drawFront(DrawingMedium medium) {
    grid.within(
        -1.6f,
        -1.5f,
        1.6f,
        1.6f,
        (index, x, y) -> {
          if (Math.abs(x) < 1.1f) {
            lay(medium, index, x, y, shape.front(x, y), 1f);
          }
        });
  }

  /** Lays hair at one sample. */
  void lay(DrawingMedium medium, int index, float x, float y, float cover, float shade) {
    if (cover > .004f) {
      float strand = shape.strand(x, y);
      float light = relief.hair(x, y, strand) * shade;
      medium.lay(index, x, y, cover, Material.HAIR, light, strand);
    }
  }
}
