package org.pentimento.trigger;

import java.util.regex.Pattern;
import org.pentimento.api.BadInputException;
import org.pentimento.api.image.Image;

/**
 * A colour in sRGB.
 *
 * @param red from 0 to 1
 * @param green from 0 to 1
 * @param blue from 0 to 1
 */
record Colour(float red, float green, float blue) {
  private static final Pattern HEX = Pattern.compile("#[0-9a-fA-F]{6}");

  /**
   * Reads a colour as the web spells it.
   *
   * @param key parameter it comes from, for the message
   * @param text such as {@code #ff8000}
   */
  static Colour parse(String key, String text) throws BadInputException {
    if (!HEX.matcher(text).matches()) {
      throw new BadInputException(
          "The parameter " + key + " is '" + text + "', which is no colour.",
          "Give # and six hexadecimal digits: two each for red, green and blue, as in #ff8000.");
    }
    int rgb = Integer.parseInt(text.substring(1), 16);
    return new Colour((rgb >> 16) / 255f, (rgb >> 8 & 0xff) / 255f, (rgb & 0xff) / 255f);
  }

  /** The colour as values for the planes of an image: its luminance alone if there is only one. */
  float[] planes(int planes) {
    Image pixel = Image.of(1, 1, 3, new float[] {red, green, blue});
    return (planes == 1 ? pixel.grey() : pixel).data();
  }
}
