package org.pentimento.dataset.faces.feature;

import org.pentimento.dataset.faces.math.Curve;
import org.pentimento.dataset.faces.medium.DrawingMedium;
import org.pentimento.dataset.faces.medium.Material;
import org.pentimento.dataset.faces.medium.SampleGrid;
import org.pentimento.dataset.faces.medium.Stroke;
import org.pentimento.dataset.faces.person.Person;
import org.pentimento.dataset.faces.person.Shot;

/** Glasses: two frames, a bridge, the temples. */
final class GlassesPainter {
  private final Person person;
  private final Shot shot;
  private final SampleGrid grid;

  GlassesPainter(Person person, Shot shot, SampleGrid grid) {
    this.person = person;
    this.shot = shot;
    this.grid = grid;
  }

  void draw(DrawingMedium medium) {
    if (person.glasses() == Person.Glasses.NONE) {
      return;
    }
    boolean round = person.glasses() == Person.Glasses.ROUND;
    float reachX = round ? .185f : .205f;
    float reachY = round ? .170f : .140f;
    float middle = shot.yaw() * (Shot.YAW + .01f);
    float pixel = grid.pixel();
    float half = Math.max(round ? .010f : .014f, .40f * pixel);
    for (float side : new float[] {-1f, 1f}) {
      float cx = side * .252f + middle;
      grid.within(
          cx - reachX - .05f,
          .02f - reachY - .05f,
          cx + reachX + .05f,
          .02f + reachY + .05f,
          (index, x, y) -> {
            float dx = (x - cx) / reachX;
            float dy = (y - .02f) / reachY;
            float radius = round ? circle(dx, dy) : box(dx, dy);
            float distance = (radius - 1f) * reachY;
            float glare = Curve.bell(dx + dy + .3f, 0f, 0f, 0f, .35f, 1f);
            medium.lay(
                index,
                x,
                y,
                Curve.clamp(-distance / pixel) * (.25f + .75f * glare),
                Material.LENS,
                1f,
                0f);
            float cover = Curve.clamp((half - Math.abs(distance)) / pixel + .5f);
            medium.lay(index, x, y, cover, Material.FRAME, 1f, 0f);
          });
      new Stroke(
              cx + side * reachX,
              -.03f,
              side * .5f + middle * .5f,
              -.035f,
              side * .575f * person.head().width(),
              -.02f,
              .010f,
              .8f,
              .85f)
          .draw(grid, medium, Material.FRAME, 1f);
    }
    float inner = .252f - reachX;
    new Stroke(middle - inner, .005f, middle, -.035f, middle + inner, .005f, .011f, 1f, .95f)
        .draw(grid, medium, Material.FRAME, 1f);
  }

  private static float circle(float dx, float dy) {
    return (float) Math.sqrt(dx * dx + dy * dy);
  }

  private static float box(float dx, float dy) {
    float x = dx * dx;
    float y = dy * dy;
    return (float) Math.sqrt(Math.sqrt(x * x + y * y));
  }
}
