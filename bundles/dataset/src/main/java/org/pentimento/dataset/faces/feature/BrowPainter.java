package org.pentimento.dataset.faces.feature;

import org.pentimento.dataset.faces.math.Noise;
import org.pentimento.dataset.faces.medium.DrawingMedium;
import org.pentimento.dataset.faces.medium.Material;
import org.pentimento.dataset.faces.medium.SampleGrid;
import org.pentimento.dataset.faces.medium.Stroke;
import org.pentimento.dataset.faces.person.Person;
import org.pentimento.dataset.faces.person.Shot;

/** Eyebrows as hairs over a soft ground, and the lines of the forehead. */
final class BrowPainter {
  private static final int HAIRS = 17;

  private final Person person;
  private final Shot shot;
  private final SampleGrid grid;

  BrowPainter(Person person, Shot shot, SampleGrid grid) {
    this.person = person;
    this.shot = shot;
    this.grid = grid;
  }

  void draw(DrawingMedium medium) {
    draw(medium, -1f);
    draw(medium, 1f);
    if (person.age() > .34f) {
      forehead(medium);
    }
  }

  private void draw(DrawingMedium medium, float side) {
    Person.Brows brows = person.brows();
    Noise noise = new Noise(person.grain() + (side < 0 ? 1 : 2));
    float cx = side * .25f + shot.yaw() * Shot.YAW;
    float y = -brows.height();
    float from = cx - side * .135f;
    float to = cx + side * .165f;
    float fromY = y + brows.tilt() + .012f;
    float toY = y - brows.tilt() + .018f;
    float topY = y - 2f * brows.arch() - .012f;
    new Stroke(from, fromY, cx + side * .05f, topY, to, toY, brows.thick() * .85f, .22f, .66f)
        .draw(grid, medium, Material.BROW, .95f);
    for (int i = 0; i < HAIRS; i++) {
      float t = (i + .5f) / HAIRS;
      float bx = (1 - t) * (1 - t) * from + 2 * t * (1 - t) * (cx + side * .05f) + t * t * to;
      float by = (1 - t) * (1 - t) * fromY + 2 * t * (1 - t) * topY + t * t * toY;
      float rise = brows.thick() * (1.5f - 1.3f * t) * (.8f + .4f * noise.at(i, 0));
      float run = side * (.018f + .035f * t);
      float lift = brows.thick() * .75f * (1f - .7f * t);
      new Stroke(
              bx - run * .4f,
              by + lift,
              bx + run * .2f,
              by - rise * .3f,
              bx + run,
              by + lift - rise,
              .0045f,
              .3f,
              .75f)
          .draw(grid, medium, Material.BROW, .9f);
    }
  }

  private void forehead(DrawingMedium medium) {
    float weight = .34f * (person.age() - .22f);
    for (int i = 0; i < 3; i++) {
      float y = -.285f - .062f * i;
      float reach = .30f - .05f * i;
      new Stroke(-reach, y + .012f, 0f, y - .022f, reach, y + .012f, .005f, .1f, weight)
          .draw(grid, medium, Material.CREASE, 1f);
    }
    new Stroke(-.035f, -.17f, -.025f, -.12f, -.03f, -.08f, .005f, .2f, weight * 1.2f)
        .draw(grid, medium, Material.CREASE, 1f);
    new Stroke(.035f, -.17f, .025f, -.12f, .03f, -.08f, .005f, .2f, weight * 1.2f)
        .draw(grid, medium, Material.CREASE, 1f);
  }
}
