package org.pentimento.dataset.faces.person;

import java.util.Locale;
import org.pentimento.dataset.faces.math.Dice;

/**
 * A person: everything that stays the same from one image to the next. Lengths are in face units,
 * where the eyes are half a unit apart.
 *
 * @param head shape of skull, cheeks and jaw
 * @param eyes shape and colour of the eyes
 * @param brows the eyebrows
 * @param nose the nose
 * @param mouth the lips
 * @param hair cut, colour and strands
 * @param beard hair on cheeks, chin and lip
 * @param glasses what is worn before the eyes
 * @param skin colour of the skin
 * @param age from 0, young, to 1, old
 * @param grain seed of strands and pores
 */
public record Person(
    Head head,
    Eye eyes,
    Brows brows,
    Nose nose,
    Mouth mouth,
    Hair hair,
    Beard beard,
    Glasses glasses,
    Skin skin,
    float age,
    int grain) {

  /** Width, length and neck, and how far cheeks, jaw and chin deviate from the mean. */
  public record Head(float width, float cheek, float jaw, float chin, float length, float neck) {}

  /** Half width, opening, slant, strength of the lashes and colour of the iris. */
  public record Eye(float width, float open, float tilt, float lash, Rgb iris) {}

  /** Height over the eyes, arch, thickness and slant. */
  public record Brows(float height, float arch, float thick, float tilt) {}

  /** Length, half width and height of the bridge. */
  public record Nose(float length, float width, float bridge) {}

  /** Half width, thickness of both lips, upward bend, height in the face and redness. */
  public record Mouth(float width, float upper, float lower, float smile, float y, float red) {}

  /** Cut, colour, volume, place of the parting and height of the hairline. */
  public record Hair(Style style, Tint tint, Rgb colour, float volume, float part, float line) {}

  /** Haircuts. */
  public enum Style {
    SHAVEN,
    CROP,
    SIDE_PART,
    QUIFF,
    RECEDING,
    BOB,
    LONG,
    WAVY,
    CURLY,
    TIED;

    /** Whether the hair falls below the ears. */
    public boolean falls() {
      return this == BOB || this == LONG || this == WAVY;
    }
  }

  /** Hair colours by name. */
  public enum Tint {
    BLACK(.075f, .066f, .066f),
    DARK_BROWN(.19f, .13f, .10f),
    BROWN(.33f, .22f, .145f),
    AUBURN(.42f, .20f, .12f),
    DARK_BLOND(.53f, .41f, .26f),
    BLOND(.75f, .61f, .40f),
    GREY(.55f, .545f, .54f),
    WHITE(.83f, .82f, .80f);

    private final Rgb colour;

    Tint(float red, float green, float blue) {
      colour = new Rgb(red, green, blue);
    }

    /** The colour of this name. */
    public Rgb colour() {
      return colour;
    }
  }

  /** Beards. */
  public enum Beard {
    NONE,
    STUBBLE,
    MOUSTACHE,
    GOATEE,
    FULL
  }

  /** Glasses. */
  public enum Glasses {
    NONE,
    ROUND,
    SQUARE
  }

  /** Skin colours by name. */
  public enum Skin {
    FAIR(.955f, .815f, .735f),
    LIGHT(.925f, .755f, .645f),
    OLIVE(.835f, .655f, .515f),
    TAN(.725f, .53f, .40f),
    BROWN(.545f, .375f, .275f),
    DARK(.385f, .26f, .195f);

    private final Rgb colour;

    Skin(float red, float green, float blue) {
      colour = new Rgb(red, green, blue);
    }

    /** The colour of this name. */
    public Rgb colour() {
      return colour;
    }
  }

  /** Draws a person at random from a seed. */
  public static Person of(long seed) {
    Dice dice = new Dice(seed);
    boolean soft = dice.chance(.5);
    float age = dice.in(0, 1) * dice.in(.3, 1);
    Skin skin = dice.of(Skin.values(), 3, 5, 4, 3, 3, 2);
    Tint tint = tint(dice, skin, age);
    Style style =
        soft
            ? dice.of(Style.values(), 0, 1, 1, 0, 0, 5, 6, 5, 3, 4)
            : dice.of(Style.values(), age > .5 ? 4 : 1, 7, 6, 5, age > .45 ? 6 : 0, 0, 1, 0, 2, 1);
    float beardChance = soft ? 0f : .48f;
    Beard beard = dice.chance(beardChance) ? dice.of(Beard.values(), 0, 4, 2, 2, 4) : Beard.NONE;
    Glasses glasses =
        dice.chance(.2 + .2 * age) ? dice.of(Glasses.values(), 0, 1, 1) : Glasses.NONE;
    Head head =
        new Head(
            dice.around(.92, 1.06),
            dice.around(-.035, .04),
            dice.around(-.05, .05) + (soft ? -.035f : .03f),
            dice.around(-.05, .06) + (soft ? -.02f : .03f),
            dice.around(-.05, .07) + (soft ? -.02f : .02f),
            dice.around(.27, .33) + (soft ? -.03f : .05f));
    Eye eyes =
        new Eye(
            dice.around(.128, .150),
            dice.around(.044, .064) + (soft ? .006f : 0f) - age * .008f,
            dice.around(-.016, .022) - age * .008f,
            soft ? dice.in(.7, 1) : dice.in(.35, .6),
            iris(dice, skin));
    Brows brows =
        new Brows(
            dice.around(.145, .185) + (soft ? .012f : -.008f),
            dice.around(.008, .045),
            soft ? dice.in(.014, .022) : dice.in(.022, .036),
            dice.around(-.025, .03));
    Nose nose =
        new Nose(
            dice.around(.34, .42),
            dice.around(.092, .132) + (soft ? -.008f : .006f),
            dice.around(.8, 1.25));
    Mouth mouth =
        new Mouth(
            dice.around(.185, .25),
            dice.around(.030, .048) + (soft ? .004f : -.006f),
            dice.around(.050, .074) + (soft ? .005f : -.006f),
            dice.around(-.008, .062),
            dice.around(.555, .61),
            soft ? dice.in(.40, 1) : dice.in(.15, .40));
    Hair hair =
        new Hair(
            style,
            tint,
            shade(dice, tint),
            dice.in(.6, 1.3),
            (dice.chance(.5) ? 1 : -1) * dice.in(.08, .24),
            dice.around(-.66, -.52) - (style == Style.RECEDING ? .12f : 0f));
    return new Person(head, eyes, brows, nose, mouth, hair, beard, glasses, skin, age, dice.bits());
  }

  private static Tint tint(Dice dice, Skin skin, float age) {
    if (dice.chance(Math.max(0, age - .45) * 1.8)) {
      return dice.of(Tint.values(), 0, 0, 0, 0, 0, 0, 3, 2);
    }
    return skin.ordinal() >= Skin.TAN.ordinal()
        ? dice.of(Tint.values(), 6, 4, 1, 0, 0, 0, 0, 0)
        : dice.of(Tint.values(), 4, 5, 5, 2, 3, 3, 0, 0);
  }

  private static Rgb shade(Dice dice, Tint tint) {
    float f = dice.in(.88, 1.12);
    Rgb c = tint.colour();
    return new Rgb(
        Math.min(1f, c.red() * f), Math.min(1f, c.green() * f), Math.min(1f, c.blue() * f));
  }

  private static Rgb iris(Dice dice, Skin skin) {
    Rgb brown = new Rgb(.24f, .145f, .085f);
    Rgb dark = new Rgb(.12f, .08f, .06f);
    if (skin.ordinal() >= Skin.OLIVE.ordinal()) {
      return brown.mix(dark, dice.in(0, 1));
    }
    Rgb[] colours = {
      brown, new Rgb(.30f, .42f, .52f), new Rgb(.30f, .38f, .27f), new Rgb(.38f, .27f, .15f)
    };
    return dice.of(colours, 4, 3, 2, 2).mix(dark, dice.in(0, .25));
  }

  /** Age as a word. */
  public String ageGroup() {
    return age < .33f ? "young" : age < .58f ? "middle" : "old";
  }

  /** The word for a constant, as attributes spell it. */
  public static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
