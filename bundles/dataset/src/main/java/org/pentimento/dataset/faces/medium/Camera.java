package org.pentimento.dataset.faces.medium;

import org.pentimento.api.image.Image;
import org.pentimento.dataset.faces.math.Curve;
import org.pentimento.dataset.faces.math.Noise;
import org.pentimento.dataset.faces.person.Person;
import org.pentimento.dataset.faces.person.Rgb;
import org.pentimento.dataset.faces.person.Shot;

/** A photo in colour: materials have colours, light makes them lighter, shadows are warmer. */
public final class Camera implements DrawingMedium {
  private static final Rgb WARM = new Rgb(1f, .90f, .84f);
  private static final Rgb WHITE = new Rgb(1f, 1f, 1f);

  private final SampleGrid grid;
  private final Person person;
  private final Shot shot;
  private final Noise noise;
  private final Rgb lip;
  private final Rgb brow;
  private final float[] red;
  private final float[] green;
  private final float[] blue;

  /** Makes an empty photo. */
  public Camera(SampleGrid grid, Person person, Shot shot) {
    this.grid = grid;
    this.person = person;
    this.shot = shot;
    this.noise = new Noise(shot.noise());
    Rgb skin = person.skin().colour();
    Rgb rose = new Rgb(.74f, .30f, .30f).mix(skin.times(.8f), .45f);
    this.lip = skin.times(.88f).mix(rose, .35f + .6f * person.mouth().red());
    this.brow = person.hair().colour().times(.72f);
    int samples = grid.width() * grid.height();
    red = new float[samples];
    green = new float[samples];
    blue = new float[samples];
  }

  @Override
  public void lay(
      int index, float x, float y, float cover, Material material, float light, float strand) {
    switch (material) {
      case BACKDROP -> put(index, cover, shot.backdrop(), light + .012f * strand);
      case CLOTH -> put(index, cover, shot.cloth(), light * (1f + .10f * strand));
      case SKIN -> skin(index, cover, person.skin().colour(), light, strand);
      case LIP -> skin(index, cover, lip, light, strand);
      case HAIR -> put(index, cover, person.hair().colour(), light * (1f + .42f * strand));
      case BROW -> put(index, cover, brow, light * (1f + .2f * strand));
      case EYEBALL -> put(index, cover, new Rgb(.93f, .92f, .91f), light);
      case IRIS -> put(index, cover, person.eyes().iris(), light * (1.25f + .5f * strand));
      case PUPIL -> put(index, cover, new Rgb(.035f, .03f, .03f), 1f);
      case GLINT -> put(index, cover, WHITE, light);
      case CREASE ->
          put(
              index,
              cover * .8f,
              person.skin().colour().times(.30f).mix(new Rgb(.10f, .06f, .05f), .4f),
              1f);
      case CONTOUR -> put(index, cover * .16f, person.skin().colour().times(.5f), 1f);
      case FRAME -> put(index, cover, new Rgb(.10f, .09f, .09f), .8f + .6f * light);
      case LENS -> put(index, cover * .10f, WHITE, 1f);
    }
  }

  private void skin(int index, float cover, Rgb colour, float light, float pore) {
    float shadow = Curve.clamp((1f - light) * .9f);
    Rgb lit =
        new Rgb(
            colour.red() * Curve.mix(1f, WARM.red(), shadow),
            colour.green() * Curve.mix(1f, WARM.green(), shadow),
            colour.blue() * Curve.mix(1f, WARM.blue(), shadow));
    put(index, cover, lit, light * (1f + .02f * pore));
  }

  private void put(int index, float cover, Rgb colour, float light) {
    red[index] += (Math.min(1f, colour.red() * light) - red[index]) * cover;
    green[index] += (Math.min(1f, colour.green() * light) - green[index]) * cover;
    blue[index] += (Math.min(1f, colour.blue() * light) - blue[index]) * cover;
  }

  @Override
  public Image develop() {
    for (int row = 0; row < grid.height(); row++) {
      for (int column = 0; column < grid.width(); column++) {
        int i = row * grid.width() + column;
        float grain = (noise.at(column, row) - .5f) * .035f;
        red[i] += grain;
        green[i] += grain;
        blue[i] += grain;
      }
    }
    return Downsampling.toImage(grid, red, green, blue);
  }
}
