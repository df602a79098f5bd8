package org.pentimento.dataset.faces;

import org.pentimento.api.image.Image;

/** A photo in colour: materials have colours, light makes them lighter, shadows are warmer. */
final class Camera implements Medium {
  private static final Colour WARM = new Colour(1f, .90f, .84f);
  private static final Colour WHITE = new Colour(1f, 1f, 1f);

  private final Grid grid;
  private final Looks looks;
  private final Shot shot;
  private final Noise noise;
  private final Colour lip;
  private final Colour brow;
  private final float[] red;
  private final float[] green;
  private final float[] blue;

  Camera(Grid grid, Looks looks, Shot shot) {
    this.grid = grid;
    this.looks = looks;
    this.shot = shot;
    this.noise = new Noise(shot.noise());
    Colour skin = looks.skin().colour();
    Colour rose = new Colour(.74f, .30f, .30f).mix(skin.times(.8f), .45f);
    this.lip = skin.times(.88f).mix(rose, .35f + .6f * looks.mouth().red());
    this.brow = looks.hair().colour().times(.72f);
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
      case SKIN -> skin(index, cover, looks.skin().colour(), light, strand);
      case LIP -> skin(index, cover, lip, light, strand);
      case HAIR -> put(index, cover, looks.hair().colour(), light * (1f + .42f * strand));
      case BROW -> put(index, cover, brow, light * (1f + .2f * strand));
      case EYEBALL -> put(index, cover, new Colour(.93f, .92f, .91f), light);
      case IRIS -> put(index, cover, looks.eyes().iris(), light * (1.25f + .5f * strand));
      case PUPIL -> put(index, cover, new Colour(.035f, .03f, .03f), 1f);
      case GLINT -> put(index, cover, WHITE, light);
      case CREASE ->
          put(
              index,
              cover * .8f,
              looks.skin().colour().times(.30f).mix(new Colour(.10f, .06f, .05f), .4f),
              1f);
      case CONTOUR -> put(index, cover * .16f, looks.skin().colour().times(.5f), 1f);
      case FRAME -> put(index, cover, new Colour(.10f, .09f, .09f), .8f + .6f * light);
      case LENS -> put(index, cover * .10f, WHITE, 1f);
    }
  }

  private void skin(int index, float cover, Colour colour, float light, float pore) {
    float shadow = Curve.clamp((1f - light) * .9f);
    Colour lit =
        new Colour(
            colour.red() * Curve.mix(1f, WARM.red(), shadow),
            colour.green() * Curve.mix(1f, WARM.green(), shadow),
            colour.blue() * Curve.mix(1f, WARM.blue(), shadow));
    put(index, cover, lit, light * (1f + .02f * pore));
  }

  private void put(int index, float cover, Colour colour, float light) {
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
    return Samples.toImage(grid, red, green, blue);
  }
}
