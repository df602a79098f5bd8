package org.pentimento.dataset.faces;

/** A colour of a surface, each part from 0 to 1 as stored in sRGB. */
record Colour(float red, float green, float blue) {
  Colour mix(Colour other, float t) {
    return new Colour(
        Curve.mix(red, other.red, t),
        Curve.mix(green, other.green, t),
        Curve.mix(blue, other.blue, t));
  }

  Colour times(float f) {
    return new Colour(red * f, green * f, blue * f);
  }

  float luminance() {
    return .299f * red + .587f * green + .114f * blue;
  }
}
