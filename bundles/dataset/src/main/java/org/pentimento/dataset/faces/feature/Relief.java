package org.pentimento.dataset.faces.feature;

import org.pentimento.dataset.faces.math.Curve;
import org.pentimento.dataset.faces.person.Person;
import org.pentimento.dataset.faces.person.Shot;

/** How light falls on the face: a rounded head with bumps and hollows, lit from one side. */
final class Relief {
  /** A bump (or, with negative height, a hollow). */
  private record Bump(float x, float y, float reachX, float reachY, float height) {}

  private final HeadOutline outline;
  private final Bump[] bumps;
  private final float lightX;
  private final float lightY;
  private final float lightZ;
  private final float ambient;
  private final float shiftX;
  private final float noseY;

  Relief(Person person, Shot shot, HeadOutline outline) {
    this.outline = outline;
    float x = shot.lightX() * .62f;
    float y = shot.lightY() * .62f;
    float z = .72f;
    float length = (float) Math.sqrt(x * x + y * y + z * z);
    lightX = x / length;
    lightY = y / length;
    lightZ = z / length;
    ambient = shot.ambient();
    shiftX = shot.yaw() * Shot.YAW;
    float tip = person.nose().length();
    noseY = tip;
    float wing = person.nose().width();
    float bridge = person.nose().bridge();
    float mouth = person.mouth().y();
    float old = person.age();
    float n = shot.yaw() * Shot.NOSE_YAW;
    bumps =
        new Bump[] {
          new Bump(n * .5f, tip * .45f, .105f, tip * .85f, .052f * bridge),
          new Bump(n, tip - .02f, .125f, .11f, .052f),
          new Bump(n - wing, tip + .015f, .065f, .065f, .026f),
          new Bump(n + wing, tip + .015f, .065f, .065f, .026f),
          new Bump(-.235f, -.03f, .20f, .14f, -.042f),
          new Bump(.235f, -.03f, .20f, .14f, -.042f),
          new Bump(-.25f, .005f, .15f, .095f, .030f),
          new Bump(.25f, .005f, .15f, .095f, .030f),
          new Bump(-.26f, -.19f, .26f, .09f, .020f),
          new Bump(.26f, -.19f, .26f, .09f, .020f),
          new Bump(-.33f, .27f, .23f, .21f, .045f),
          new Bump(.33f, .27f, .23f, .21f, .045f),
          new Bump(-.25f, .12f, .15f, .05f, -.006f - .014f * old),
          new Bump(.25f, .12f, .15f, .05f, -.006f - .014f * old),
          new Bump(0f, mouth, .27f, .15f, .034f),
          new Bump(0f, mouth + .045f, person.mouth().width(), .05f, .016f),
          new Bump(0f, mouth + .125f, .17f, .06f, -.022f),
          new Bump(0f, outline.chin() - .07f, .17f, .12f, .042f),
          new Bump(n * .5f, tip + .115f, .035f, .06f, -.008f)
        };
  }

  /** Light on the skin of the face at a place, about 0.35 to 1.1. */
  float face(float x, float y) {
    float s = Math.min(1f, outline.at(x, y));
    float dx = x;
    float dy = y - outline.centreY();
    float length = (float) Math.sqrt(dx * dx + dy * dy) + 1e-6f;
    float round = s * (.42f + .58f * s);
    float nx = round * dx / length;
    float ny = round * dy / length * .8f;
    float nz = (float) Math.sqrt(Math.max(.03f, 1f - round * round));
    float fx = x - shiftX;
    for (Bump b : bumps) {
      float bx = (fx - b.x) / b.reachX;
      if (bx >= 1f || bx <= -1f) {
        continue;
      }
      float by = (y - b.y) / b.reachY;
      float q = bx * bx + by * by;
      if (q < 1f) {
        float slope = 4f * (1f - q) * b.height;
        nx += slope * bx / b.reachX;
        ny += slope * by / b.reachY;
      }
    }
    float norm = 1f / (float) Math.sqrt(nx * nx + ny * ny + nz * nz);
    float facing = (nx * lightX + ny * lightY + nz * lightZ) * norm;
    float diffuse = Math.max(0f, facing);
    float shine = diffuse * diffuse;
    shine *= shine;
    shine *= shine;
    shine *= shine;
    float cast = .20f * Curve.bell(fx, y, -lightX * .06f, noseY + .075f, .15f, .055f);
    float rim = .16f * Curve.step(.80f, 1.0f, s);
    return ambient + .62f * diffuse + .12f * shine - cast - rim;
  }

  /** Light on a column, such as the neck: where it is across, from -1 to 1. */
  float column(float across) {
    float a = Math.max(-1f, Math.min(1f, across));
    float nz = (float) Math.sqrt(1f - .9f * a * a);
    return ambient + .58f * Math.max(0f, a * lightX + nz * lightZ);
  }

  /** Light on hair around the head, with the gloss that hair has in a band. */
  float hair(float x, float y, float gloss) {
    float s = Math.min(1.25f, outline.at(x, y)) / 1.25f;
    float dx = x;
    float dy = y - outline.centreY();
    float length = (float) Math.sqrt(dx * dx + dy * dy) + 1e-6f;
    float nz = (float) Math.sqrt(Math.max(.05f, 1f - s * s));
    float facing = (s * dx * lightX + s * dy * lightY) / length + nz * lightZ;
    float band = Curve.bell((s - .66f + .12f * gloss) * 4.2f * ((s - .66f + .12f * gloss) * 4.2f));
    return ambient * .9f + .5f * Math.max(0f, facing) + .55f * band * Math.max(0f, facing);
  }
}
