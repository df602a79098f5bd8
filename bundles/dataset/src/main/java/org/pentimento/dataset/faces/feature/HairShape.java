package org.pentimento.dataset.faces.feature;

import org.pentimento.dataset.faces.math.Curve;
import org.pentimento.dataset.faces.math.Noise;
import org.pentimento.dataset.faces.person.Person;

/** Where hair is, and how its strands run. */
final class HairShape {
  private static final float SOFT = .014f;

  private final Person.Style style;
  private final HeadOutline outline;
  private final Noise noise;
  private final float width;
  private final float thick;
  private final float part;
  private final float line;
  private final float fall;

  HairShape(Person person, HeadOutline outline) {
    this.outline = outline;
    style = person.hair().style();
    noise = new Noise(person.grain());
    width = person.head().width();
    part = person.hair().part();
    line = person.hair().line();
    thick =
        person.hair().volume()
            * switch (style) {
              case SHAVEN -> .012f;
              case RECEDING -> .045f;
              case CROP, TIED -> .065f;
              case SIDE_PART, QUIFF -> .10f;
              case LONG, BOB -> .125f;
              case WAVY -> .15f;
              case CURLY -> .25f;
            };
    fall =
        switch (style) {
          case BOB -> .66f;
          case LONG -> 1.5f;
          case WAVY -> 1.12f;
          default -> 0f;
        };
  }

  /** How far the strands go on from the parting at a place: the same along a strand. */
  private float strandPlace(float x, float y) {
    float t = y - outline.crown() + .06f;
    float spread = .20f + (t <= 0f ? 0f : .95f * Math.min(1f, t * .95f));
    float wave =
        style == Person.Style.WAVY ? .045f * noise.line(y * 5.5f + 3f * noise.line(x * 2f)) : 0f;
    return (x - part * .7f + wave) / spread;
  }

  /** How light the strand at a place is against its neighbours, from -1 to 1. */
  float strand(float x, float y) {
    if (style == Person.Style.CURLY) {
      // Turned and warped, so that the lattice of the noise does not show.
      float warp = .05f * noise.plane(x * 7f + 40f, y * 7f);
      float u = .8f * x + .6f * y + warp;
      float v = .8f * y - .6f * x - warp;
      float a = noise.plane(u * 17f, v * 17f);
      float b = noise.plane(u * 41f + 9f, v * 37f);
      return Math.max(-.9f, .8f - 2.2f * Math.abs(a) + .4f * b);
    }
    float c = strandPlace(x, y);
    if (style == Person.Style.CROP || style == Person.Style.SHAVEN) {
      return .7f * noise.plane(c * 34f, y * 11f) + .3f * noise.plane(c * 60f, y * 30f);
    }
    return .60f * noise.plane(c * 17f, y * 1.6f) + .45f * noise.plane(c * 41f + 5f, y * 3f);
  }

  private float capThickness(float x, float y) {
    float top = Curve.step(.15f, -.75f, y);
    float t = thick * (.40f + .60f * top);
    if (style == Person.Style.QUIFF) {
      float side = x * Math.signum(part);
      t += .11f * Curve.bell((side + .08f) * (side + .08f) / .30f) * top;
    }
    float end = style == Person.Style.CURLY ? .34f : .10f;
    return t * Curve.step(end + .10f, end - .15f, y);
  }

  private float curtain(float x, float y) {
    if (fall == 0f || y < -.45f) {
      return 0f;
    }
    float edge =
        (.575f + .5f * thick) * width
            + .05f * Curve.step(-.3f, .5f, y)
            - .13f * Curve.step(-.10f, -.50f, y)
            - (style == Person.Style.BOB ? .14f * Curve.step(.35f, .70f, y) : 0f)
            + (style == Person.Style.WAVY ? .035f * noise.line(y * 6f + (x < 0 ? 7f : 0f)) : 0f);
    float end = fall + .05f * noise.line(x * 13f);
    return Curve.step(-SOFT, SOFT, edge - Math.abs(x)) * Curve.step(-.03f, .03f, end - y);
  }

  /** Cover of the hair behind face and neck. */
  float back(float x, float y) {
    float s = outline.at(x, y);
    if (s < .9f && y < .6f) {
      return 0f; // the head hides it
    }
    float cap = capThickness(x, y);
    float ragged = 0f;
    float cover = 0f;
    if (cap > .004f && s < 1.06f + cap) {
      ragged = .016f * (style == Person.Style.CURLY ? 2f : 1f) * noise.plane(x * 15f, y * 15f);
      cover = Curve.step(-SOFT, SOFT, (1f + cap + ragged - s) * .65f);
    }
    if (style == Person.Style.TIED) {
      float dy = y - outline.crown() + .02f;
      float bun = .175f - (float) Math.sqrt(x * x + dy * dy * 1.2f);
      cover = Math.max(cover, Curve.step(-SOFT, SOFT, bun + ragged));
    }
    return Math.max(cover, curtain(x, y));
  }

  /** Cover of the hair before the face. */
  float front(float x, float y) {
    float s = outline.at(x, y);
    float cover = 0f;
    if (s < 1.3f && y < .35f) {
      float hairline = hairline(x);
      float above = hairline - y;
      if (above > -.06f) {
        float jag = above < .06f ? .022f * strand(x, hairline) : 0f;
        float inside = Curve.step(-SOFT, SOFT, (1f + capThickness(x, y) - s) * .65f);
        cover = inside * Curve.step(-.016f, .016f, above + jag);
      }
    }
    if (fall > 0f && y > -.42f) {
      float inner =
          width * (.525f - .065f * Curve.step(-.1f, .45f, y)) + .012f * noise.line(y * 7f);
      cover = Math.max(cover, curtain(x, y) * Curve.step(-SOFT, SOFT, Math.abs(x) - inner));
    }
    return style == Person.Style.SHAVEN ? cover * .55f : cover;
  }

  /** Height of the edge between forehead and hair. */
  private float hairline(float x) {
    float a = Math.abs(x) / width;
    float sides = Math.max(0f, a - .37f) / .155f;
    float drop = (style.falls() ? .50f : .66f) * Math.min(1.1f, sides) * Math.min(1.1f, sides);
    float away = (x - part) * -Math.signum(part);
    float edge =
        switch (style) {
          case BOB -> Math.max(line + .33f, -.25f) + .03f * noise.line(x * 9f);
          case LONG -> line + .27f * Curve.step(.0f, .46f, Math.abs(x - part));
          case WAVY -> line + .22f * Curve.step(.0f, .50f, Math.abs(x - part));
          case SIDE_PART -> line + .19f * Curve.step(-.02f, .55f, away) - .02f;
          case QUIFF -> line - .02f;
          case CURLY -> line + .07f + .05f * noise.line(x * 8f);
          case RECEDING -> line - .13f * Curve.bell((a - .28f) * (a - .28f) / .045f) - .02f;
          case CROP, SHAVEN -> line + .015f;
          case TIED -> line - .03f;
        };
    return Math.min(edge + drop, .17f);
  }

  /** Whether the hair leaves the ears free. */
  boolean showsEars() {
    return fall == 0f && style != Person.Style.CURLY;
  }
}
