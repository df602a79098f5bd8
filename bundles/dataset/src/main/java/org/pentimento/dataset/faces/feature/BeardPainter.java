package org.pentimento.dataset.faces.feature;

import org.pentimento.dataset.faces.math.Curve;
import org.pentimento.dataset.faces.math.Noise;
import org.pentimento.dataset.faces.medium.DrawingMedium;
import org.pentimento.dataset.faces.medium.Material;
import org.pentimento.dataset.faces.medium.SampleGrid;
import org.pentimento.dataset.faces.person.Person;
import org.pentimento.dataset.faces.person.Shot;

/** Beards, from stubble to full. */
final class BeardPainter {
  private final Person person;
  private final Shot shot;
  private final SampleGrid grid;
  private final HeadOutline outline;
  private final Relief relief;
  private final Noise noise;

  BeardPainter(Person person, Shot shot, SampleGrid grid, HeadOutline outline, Relief relief) {
    this.person = person;
    this.shot = shot;
    this.grid = grid;
    this.outline = outline;
    this.relief = relief;
    this.noise = new Noise(person.grain() ^ 0xbea4d);
  }

  void draw(DrawingMedium medium) {
    if (person.beard() == Person.Beard.NONE) {
      return;
    }
    float shift = shot.yaw() * Shot.YAW;
    grid.within(
        -.75f,
        -.05f,
        .75f,
        outline.chin() + .12f,
        (index, x, y) -> {
          float cover = cover(x - shift, y, x);
          if (cover > .01f) {
            float strand = .7f * noise.plane(x * 34f, y * 9f) + .3f * noise.plane(x * 70f, y * 40f);
            float light = relief.face(x, y) * .9f;
            medium.lay(
                index, x, y, cover * (.85f + .15f * strand), Material.HAIR, light, strand * .8f);
          }
        });
  }

  private float cover(float x, float y, float headX) {
    return switch (person.beard()) {
      case NONE -> 0f;
      case STUBBLE -> .26f * Math.max(full(x, y, headX, 1.0f), moustache(x, y));
      case MOUSTACHE -> .92f * moustache(x, y);
      case GOATEE -> .90f * Math.max(moustache(x, y), goatee(x, y, headX));
      case FULL -> .93f * Math.max(full(x, y, headX, 1.045f), moustache(x, y));
    };
  }

  private float full(float x, float y, float headX, float reach) {
    float a = Math.abs(x);
    float edge = .53f - .62f * Math.max(0f, a - .17f) - .9f * Math.max(0f, a - .44f);
    float ragged = .02f * noise.plane(x * 14f, y * 14f);
    float below = Curve.step(-.035f, .045f, y - edge + ragged);
    float within = Curve.step(-.02f, .02f, (reach + ragged * .6f - outline.at(headX, y)) * .64f);
    return below * within * (1f - lips(x, y)) * (a < .17f && y < person.mouth().y() ? 0f : 1f);
  }

  private float goatee(float x, float y, float headX) {
    float centre = (person.mouth().y() + outline.chin()) / 2f + .05f;
    float blob = Curve.step(0f, .22f, Curve.bell(x, y, 0f, centre, .22f, .20f));
    float within = Curve.step(-.02f, .02f, (1.03f - outline.at(headX, y)) * .64f);
    return blob
        * within
        * (1f - lips(x, y))
        * Curve.step(-.01f, .03f, y - person.mouth().y() - .03f);
  }

  private float moustache(float x, float y) {
    float a = Math.abs(x);
    float end = person.mouth().width() + .045f;
    float out = a / end * (a / end);
    float top = person.nose().length() + .065f + .075f * out + .012f * Curve.bell(a * a / .004f);
    float bottom = person.mouth().y() - person.mouth().upper() * .45f + .050f * out;
    return Curve.step(-.014f, .016f, y - top)
        * Curve.step(-.014f, .016f, bottom - y)
        * Curve.step(-.02f, .03f, end - a);
  }

  private float lips(float x, float y) {
    Person.Mouth mouth = person.mouth();
    float dy = y - mouth.y() - (mouth.lower() - mouth.upper()) / 2f;
    float high = (mouth.lower() + mouth.upper()) / 2f + .006f;
    float q = x * x / (mouth.width() * mouth.width() * .95f) + dy * dy / (high * high);
    return Curve.step(1.35f, .95f, q);
  }
}
