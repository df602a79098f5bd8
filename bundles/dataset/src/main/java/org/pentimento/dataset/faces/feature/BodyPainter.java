package org.pentimento.dataset.faces.feature;

import org.pentimento.dataset.faces.math.Curve;
import org.pentimento.dataset.faces.math.Noise;
import org.pentimento.dataset.faces.medium.DrawingMedium;
import org.pentimento.dataset.faces.medium.Material;
import org.pentimento.dataset.faces.medium.SampleGrid;
import org.pentimento.dataset.faces.person.Person;
import org.pentimento.dataset.faces.person.Shot;

/** Everything behind the features: backdrop, hair at the back, neck, clothes, ears, the head. */
final class BodyPainter {
  private final Person person;
  private final Shot shot;
  private final SampleGrid grid;
  private final HeadOutline outline;
  private final Relief relief;
  private final HairShape hair;
  private final HairPainter hairPainter;
  private final Noise pores;
  private final float pixel;
  private final float lineWidth;
  private final float earX;

  BodyPainter(
      Person person,
      Shot shot,
      SampleGrid grid,
      HeadOutline outline,
      Relief relief,
      HairShape hair) {
    this.person = person;
    this.shot = shot;
    this.grid = grid;
    this.outline = outline;
    this.relief = relief;
    this.hair = hair;
    this.hairPainter = new HairPainter(grid, relief, hair);
    this.pores = new Noise(person.grain() ^ 0x70e5);
    this.pixel = grid.pixel();
    this.lineWidth = Math.max(.009f, .45f * pixel);
    this.earX = outline.halfWidth(.06f) + .012f;
  }

  void draw(DrawingMedium medium) {
    for (int row = 0; row < grid.height(); row++) {
      for (int column = 0; column < grid.width(); column++) {
        sample(medium, row * grid.width() + column, grid.x(column, row), grid.y(column, row));
      }
    }
  }

  private void sample(DrawingMedium medium, int index, float x, float y) {
    float glow = 1.04f - .10f * (x * x + .5f * y * y) + .05f * x * shot.lightX();
    medium.lay(index, x, y, 1f, Material.BACKDROP, glow, 0f);
    float back = Math.abs(x) < 1.1f ? hair.back(x, y) : 0f;
    hairPainter.lay(medium, index, x, y, back, y > .1f ? .72f : 1f);
    contour(medium, index, x, y, (back - .5f) * .028f, back > 0f && back < 1f ? .35f : 0f);
    if (y > .5f) {
      neck(medium, index, x, y);
      cloth(medium, index, x, y);
    }
    float s = outline.at(x, y);
    if (hair.showsEars() && Math.abs(y - .07f) < .25f && s > .9f && s < 1.4f) {
      ear(medium, index, x, y);
    }
    if (s < 1.1f) {
      head(medium, index, x, y, s);
    }
  }

  private void head(DrawingMedium medium, int index, float x, float y, float s) {
    float distance = (1f - s) * .64f;
    float cover = Curve.clamp(distance / pixel + .5f);
    if (cover > 0f) {
      medium.lay(
          index, x, y, cover, Material.SKIN, relief.face(x, y), pores.plane(x * 40f, y * 40f));
    }
    boolean shaded = x * shot.lightX() < 0f;
    contour(medium, index, x, y, distance, shaded ? .85f : .62f);
  }

  private void neck(DrawingMedium medium, int index, float x, float y) {
    float half =
        person.head().neck() + .035f * Curve.step(.85f, .6f, y) + .22f * Curve.step(.92f, 1.25f, y);
    float distance = half - Math.abs(x);
    float cover = Curve.clamp(distance / pixel + .5f);
    if (cover > 0f) {
      float under = y - outline.chin() + .55f * x * x;
      float shadow = .30f * Curve.step(.26f, .02f, under);
      float light = relief.column(x / (half + .06f)) * .95f - shadow;
      medium.lay(index, x, y, cover, Material.SKIN, light, pores.plane(x * 40f, y * 40f));
    }
    contour(medium, index, x, y, distance, .55f);
  }

  private void cloth(DrawingMedium medium, int index, float x, float y) {
    float a = Math.abs(x);
    float neck = person.head().neck() + .10f;
    float neckline =
        switch (shot.collar()) {
          case ROUND -> 1.13f - .95f * a * a;
          case VEE -> 1.32f - .95f * a;
          case SHIRT -> 1.19f - .72f * a;
        };
    float shoulder = 1.0f + .17f * Math.max(0f, a - neck) + .9f * Curve.step(.85f, 1.5f, a);
    float distance = y - (a < neck ? Math.max(neckline, shoulder - .03f) : shoulder);
    float cover = Curve.clamp(distance / pixel + .5f);
    if (cover > 0f) {
      float folds = pores.plane(x * 5f, y * 2.2f);
      float light = relief.column(x * .8f) * (.95f - .1f * Curve.step(1.05f, 1.3f, y));
      boolean collar = shot.collar() == Shot.Collar.SHIRT && distance < .10f && a < neck + .03f;
      medium.lay(index, x, y, cover, Material.CLOTH, collar ? light * 1.22f : light, folds);
    }
    contour(medium, index, x, y, distance, .70f);
    if (shot.collar() == Shot.Collar.SHIRT) {
      contour(medium, index, x, y, distance - .10f, a < neck + .03f ? .5f : 0f);
      contour(medium, index, x, y, a, distance > .10f ? .5f : 0f);
    }
  }

  private void ear(DrawingMedium medium, int index, float x, float y) {
    float dx = (Math.abs(x) - earX) / .068f;
    float dy = (y - .07f) / .145f;
    float radius = (float) Math.sqrt(dx * dx + dy * dy * (1f + .25f * dy));
    float distance = (1f - radius) * .085f;
    float cover = Curve.clamp(distance / pixel + .5f);
    if (cover > 0f) {
      float hollow = .26f * Curve.bell(dx + .15f, dy, 0f, 0f, .62f, .66f);
      float light = relief.column(x * 1.5f) * .97f - hollow;
      medium.lay(index, x, y, cover, Material.SKIN, light, 0f);
    }
    contour(medium, index, x, y, distance, .65f);
  }

  /** A pencil line where a distance is zero. */
  private void contour(
      DrawingMedium medium, int index, float x, float y, float distance, float weight) {
    float cover = Curve.clamp((lineWidth + .5f * pixel - Math.abs(distance)) / pixel);
    if (cover * weight > 0f) {
      medium.lay(index, x, y, cover * weight, Material.CONTOUR, 1f, 0f);
    }
  }
}
