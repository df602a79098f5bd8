package org.pentimento.dataset.faces.person;

import org.pentimento.dataset.faces.math.Dice;

/**
 * One image of a person: everything that differs from one image of the same person to the next.
 *
 * @param roll turn of the head in the image plane: sine of the angle
 * @param yaw turn to the side, from -1 to 1
 * @param shiftX of the face, in face units
 * @param shiftY of the face, in face units
 * @param zoom size of the face
 * @param lightX where the light comes from: -1 left, 1 right
 * @param lightY -1 above, 1 below
 * @param ambient how much light comes from everywhere
 * @param backdrop colour behind the person
 * @param backdropName its name
 * @param cloth colour of the clothes
 * @param collar shape of the neckline
 * @param noise seed of grain and pencil
 */
public record Shot(
    float roll,
    float yaw,
    float shiftX,
    float shiftY,
    float zoom,
    float lightX,
    float lightY,
    float ambient,
    Rgb backdrop,
    String backdropName,
    Rgb cloth,
    Collar collar,
    int noise) {

  /** How far eyes and mouth move when the head turns by a yaw of 1, in face units. */
  public static final float YAW = .05f;

  /** How much farther the nose moves, in face units. */
  public static final float NOSE_YAW = .035f;

  /** Necklines. */
  public enum Collar {
    ROUND,
    VEE,
    SHIRT
  }

  private enum Backdrop {
    BLUE(.42f, .55f, .68f),
    GREY(.62f, .63f, .64f),
    WHITE(.90f, .90f, .89f),
    TEAL(.40f, .58f, .57f),
    BEIGE(.78f, .72f, .63f);

    private final Rgb colour;

    Backdrop(float red, float green, float blue) {
      colour = new Rgb(red, green, blue);
    }
  }

  /** Draws pose, light and clothes at random from a seed. */
  public static Shot of(long seed) {
    Dice dice = new Dice(seed);
    Backdrop backdrop = dice.of(Backdrop.values(), 4, 3, 2, 2, 2);
    Rgb[] cloths = {
      new Rgb(.16f, .18f, .24f),
      new Rgb(.85f, .85f, .86f),
      new Rgb(.45f, .14f, .15f),
      new Rgb(.22f, .36f, .52f),
      new Rgb(.26f, .38f, .28f),
      new Rgb(.50f, .46f, .42f)
    };
    return new Shot(
        dice.around(-.06, .06),
        dice.around(-1, 1),
        dice.around(-.04, .04),
        dice.around(-.03, .03),
        dice.around(.96, 1.05),
        dice.in(-1, 1),
        dice.in(-.8, -.15),
        dice.in(.40, .55),
        backdrop.colour,
        Person.word(backdrop),
        dice.of(cloths, 4, 3, 2, 3, 2, 2),
        dice.of(Collar.values(), 3, 2, 3),
        dice.bits());
  }

  /** Where the light comes from, as a word. */
  public String lightName() {
    return lightX < -.33f ? "left" : lightX > .33f ? "right" : "front";
  }
}
