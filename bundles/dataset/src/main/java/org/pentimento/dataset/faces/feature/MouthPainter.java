package org.pentimento.dataset.faces.feature;

import org.pentimento.dataset.faces.math.Curve;
import org.pentimento.dataset.faces.medium.DrawingMedium;
import org.pentimento.dataset.faces.medium.Material;
import org.pentimento.dataset.faces.medium.SampleGrid;
import org.pentimento.dataset.faces.medium.Stroke;
import org.pentimento.dataset.faces.person.Person;
import org.pentimento.dataset.faces.person.Shot;

/** Lips and the line between them. */
final class MouthPainter {
  private final Person person;
  private final Shot shot;
  private final SampleGrid grid;
  private final Relief relief;

  MouthPainter(Person person, Shot shot, SampleGrid grid, Relief relief) {
    this.person = person;
    this.shot = shot;
    this.grid = grid;
    this.relief = relief;
  }

  void draw(DrawingMedium medium) {
    Person.Mouth mouth = person.mouth();
    float cx = shot.yaw() * Shot.YAW;
    float w = mouth.width();
    float soft = Math.max(grid.pixel(), .012f);
    grid.within(
        cx - w,
        mouth.y() - .10f,
        cx + w,
        mouth.y() + .13f,
        (index, x, y) -> {
          float m = (x - cx) / w;
          float arc = 1f - m * m;
          if (arc <= 0f) {
            return;
          }
          float middle = mouth.y() - mouth.smile() * (m * m - .3f);
          float bow = 1f - .30f * Curve.bell(m * m / .05f);
          float up = middle - y;
          float down = y - middle;
          float upper = Curve.clamp((mouth.upper() * arc * bow * 1.1f - up) / soft + .5f);
          float lower =
              Curve.clamp((mouth.lower() * arc * (.75f + .35f * arc) - down) / soft + .5f);
          float light = relief.face(x, y);
          if (up > 0f) {
            medium.lay(index, x, y, upper, Material.LIP, light * .88f, 0f);
          } else {
            float gloss = .10f * Curve.bell(m, down, 0f, mouth.lower() * .5f, .45f, .03f);
            medium.lay(index, x, y, lower, Material.LIP, light * 1.01f + gloss, 0f);
          }
        });
    line(medium, cx, w);
  }

  private void line(DrawingMedium medium, float cx, float w) {
    Person.Mouth mouth = person.mouth();
    float middle = mouth.y() + mouth.smile() * .3f;
    float ends = mouth.y() - mouth.smile() * .7f;
    new Stroke(cx - w, ends, cx, 2f * middle - ends, cx + w, ends, .0085f, .45f, .85f)
        .draw(grid, medium, Material.CREASE, 1f);
    for (float side : new float[] {-1f, 1f}) {
      new Stroke(
              cx + side * (w - .012f),
              ends,
              cx + side * (w + .008f),
              ends + .002f,
              cx + side * (w + .018f),
              ends + .004f - mouth.smile() * .5f,
              .009f,
              .5f,
              .50f)
          .draw(grid, medium, Material.CREASE, 1f);
    }
    float bottom = middle + mouth.lower() + .012f;
    new Stroke(
            cx - w * .42f,
            bottom - .006f,
            cx,
            bottom + .018f,
            cx + w * .42f,
            bottom - .006f,
            .007f,
            .1f,
            .34f)
        .draw(grid, medium, Material.CREASE, 1f);
  }
}
