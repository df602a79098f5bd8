package org.pentimento.dataset.faces.feature;

import org.pentimento.dataset.faces.math.Curve;
import org.pentimento.dataset.faces.medium.DrawingMedium;
import org.pentimento.dataset.faces.medium.Material;
import org.pentimento.dataset.faces.medium.SampleGrid;
import org.pentimento.dataset.faces.medium.Stroke;
import org.pentimento.dataset.faces.person.Person;
import org.pentimento.dataset.faces.person.Shot;

/** Eyes with lids, lashes, irises and the folds around them. */
final class EyePainter {
  private static final float IRIS = .062f;
  private static final float PUPIL = .027f;

  private final Person person;
  private final Shot shot;
  private final SampleGrid grid;
  private final float pixel;

  EyePainter(Person person, Shot shot, SampleGrid grid) {
    this.person = person;
    this.shot = shot;
    this.grid = grid;
    this.pixel = grid.pixel();
  }

  void draw(DrawingMedium medium) {
    draw(medium, -1f);
    draw(medium, 1f);
  }

  private void draw(DrawingMedium medium, float side) {
    Person.Eye eye = person.eyes();
    float cx = side * .25f + shot.yaw() * Shot.YAW;
    float w = eye.width();
    float h = eye.open();
    float gaze = shot.yaw() * .012f;
    float glintX = cx + gaze + (shot.lightX() < 0f ? -.02f : .02f);
    grid.within(
        cx - w - .02f,
        -h - .05f,
        cx + w + .02f,
        h + .05f,
        (index, x, y) -> {
          float e = (x - cx) * side / w;
          float arc = Math.max(0f, 1f - e * e);
          float ty = y + eye.tilt() * e;
          float upper = ty + h * arc * (1.08f - .14f * e);
          float lower = .66f * h * arc * (1f + .15f * e) - ty;
          float inside = Curve.clamp(Math.min(upper, lower) / pixel + .5f);
          if (inside <= 0f || e * e > 1.02f) {
            return;
          }
          float shade = .34f * Curve.step(.035f, 0f, upper) + .14f * e * e;
          medium.lay(index, x, y, inside, Material.EYEBALL, 1f - shade, 0f);
          float dx = x - cx - gaze;
          float dy = y + .006f;
          float r = (float) Math.sqrt(dx * dx + dy * dy);
          float iris = inside * Curve.clamp((IRIS - r) / pixel + .5f);
          float bright =
              Curve.step(IRIS, IRIS * .6f, r) * (.6f + .4f * Curve.clamp(dy / IRIS + .5f));
          medium.lay(index, x, y, iris, Material.IRIS, 1f - shade, 2f * bright - 1f);
          medium.lay(
              index, x, y, inside * Curve.clamp((PUPIL - r) / pixel + .5f), Material.PUPIL, 1f, 0f);
          float gx = x - glintX;
          float gy = y + .024f;
          float glint = (float) Math.sqrt(gx * gx + gy * gy);
          medium.lay(
              index,
              x,
              y,
              inside * Curve.clamp((.013f - glint) / pixel + .5f),
              Material.GLINT,
              1f,
              0f);
        });
    lids(medium, side, cx, w, h);
  }

  private void lids(DrawingMedium medium, float side, float cx, float w, float h) {
    Person.Eye eye = person.eyes();
    float inner = cx - side * w * 1.03f;
    float outer = cx + side * w * (1.04f + .08f * eye.lash());
    float innerY = eye.tilt() + .006f;
    float outerY = -eye.tilt() - .010f * eye.lash();
    float top = -2.1f * h;
    float thick = .008f + .010f * eye.lash();
    new Stroke(inner, innerY, cx + side * .01f, top, outer, outerY, thick, .35f, .95f)
        .draw(grid, medium, Material.CREASE, 1f);
    new Stroke(inner, innerY, cx, 1.32f * h, outer, outerY, .005f, .4f, .42f)
        .draw(grid, medium, Material.CREASE, 1f);
    float fold = .040f + .012f * person.age();
    new Stroke(
            inner - side * .004f,
            -fold * .55f,
            cx,
            top - fold * 1.25f,
            outer + side * .012f,
            outerY - fold * .45f,
            .006f,
            .2f,
            .42f)
        .draw(grid, medium, Material.CREASE, 1f);
    float bag = .10f + .24f * person.age();
    new Stroke(
            inner + side * .01f,
            h + .035f,
            cx,
            h * 1.3f + .10f,
            outer - side * .03f,
            h + .03f,
            .007f,
            .1f,
            bag)
        .draw(grid, medium, Material.CREASE, 1f);
    if (person.age() > .42f) {
      for (int i = -1; i <= 1; i++) {
        new Stroke(
                cx + side * (w + .05f),
                .012f * i,
                cx + side * (w + .085f),
                .018f * i,
                cx + side * (w + .12f),
                .036f * i + .006f,
                .004f,
                .2f,
                .40f * (person.age() - .2f))
            .draw(grid, medium, Material.CREASE, 1f);
      }
    }
  }
}
