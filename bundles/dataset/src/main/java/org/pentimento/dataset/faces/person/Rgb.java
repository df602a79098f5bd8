package org.pentimento.dataset.faces.person;

import org.pentimento.dataset.faces.math.Curve;

/** A colour of a surface, each part from 0 to 1 as stored in sRGB. */
public record Rgb(float red, float green, float blue) {
  public Rgb mix(Rgb other, float t) {
    return new Rgb(
        Curve.mix(red, other.red, t),
        Curve.mix(green, other.green, t),
        Curve.mix(blue, other.blue, t));
  }

  public Rgb times(float f) {
    return new Rgb(red * f, green * f, blue * f);
  }

  public float luminance() {
    return .299f * red + .587f * green + .114f * blue;
  }
}
