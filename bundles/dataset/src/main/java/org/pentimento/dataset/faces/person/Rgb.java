package org.pentimento.dataset.faces.person;

import org.pentimento.dataset.faces.math.Curve;

/** A colour of a surface, each part from 0 to 1 as stored in sRGB. */
public record Rgb(float red, float green, float blue) {
  /** This colour at 0, the other at 1, linear between. */
  public Rgb mix(Rgb other, float t) {
    return new Rgb(
        Curve.mix(red, other.red, t),
        Curve.mix(green, other.green, t),
        Curve.mix(blue, other.blue, t));
  }

  /** Every part multiplied by a factor. */
  public Rgb times(float f) {
    return new Rgb(red * f, green * f, blue * f);
  }

  /** Luminance by the weights of ITU-R BT.601. */
  public float luminance() {
    return .299f * red + .587f * green + .114f * blue;
  }
}
