package org.pentimento.dataset.faces.medium;

import org.pentimento.api.image.Image;
import org.pentimento.dataset.faces.math.Curve;
import org.pentimento.dataset.faces.math.Noise;
import org.pentimento.dataset.faces.person.Person;
import org.pentimento.dataset.faces.person.Shot;

/**
 * A pencil drawing on white paper: what is dark in the photo is hatched, the darker the denser;
 * contours are drawn, the backdrop is left out. Only the pencil's tremor and the paper's grain are
 * not in the photo.
 */
public final class Pencil implements DrawingMedium {
  private static final float HATCH = .034f;

  private final SampleGrid grid;
  private final Noise noise;
  private final float skinDarkness;
  private final float hairDarkness;
  private final float clothDarkness;
  private final float irisDarkness;
  private final float period;
  private final float contrast;
  private final float[] ink;

  /** Makes an empty sheet. */
  public Pencil(SampleGrid grid, Person person, Shot shot) {
    this.grid = grid;
    this.noise = new Noise(shot.noise() ^ 0x5eed);
    this.skinDarkness = (.83f - person.skin().colour().luminance()) * .36f;
    this.hairDarkness = .14f + .80f * (1f - person.hair().colour().luminance());
    this.clothDarkness = .55f * (1f - shot.cloth().luminance());
    this.irisDarkness = .95f - .5f * person.eyes().iris().luminance();
    this.period = Math.max(HATCH, 2.9f * grid.pixel());
    this.contrast = Math.min(1f, .35f + .65f * HATCH / period);
    this.ink = new float[grid.width() * grid.height()];
  }

  @Override
  public void lay(
      int index, float x, float y, float cover, Material material, float light, float strand) {
    float tone =
        switch (material) {
          case BACKDROP, GLINT -> 0f;
          case CLOTH -> hatch(x, y, clothDarkness * .85f + .35f * (1f - light), -1f);
          case SKIN -> hatch(x, y, shade(light), 1f);
          case LIP -> hatch(x, y, .24f + shade(light), 1f);
          case HAIR -> hair(light, strand);
          case BROW -> Math.max(.55f, hairDarkness) * (1f - .15f * strand);
          case EYEBALL -> .42f * (1f - light);
          case IRIS -> irisDarkness - .25f * Curve.clamp(strand);
          case PUPIL -> .97f;
          case CREASE -> .86f;
          case CONTOUR -> .80f;
          case FRAME -> .90f;
          case LENS -> 0f;
        };
    float weight = material == Material.LENS ? cover * .06f : cover;
    ink[index] += (Curve.clamp(tone) - ink[index]) * weight;
  }

  /** Dark hair keeps little gloss on paper, fair hair much. */
  private float hair(float light, float strand) {
    float gloss = .62f - .34f * hairDarkness;
    return hairDarkness * (1.34f - gloss * light) * (1f - (.62f - .30f * hairDarkness) * strand);
  }

  /** Paper shows in the light; tone grows in the shade. */
  private float shade(float light) {
    return Math.max(0f, .92f - light) * .82f + skinDarkness * (1.25f - .5f * light);
  }

  /** The tone as strokes in one direction, crossed by others where it is dark. */
  private float hatch(float x, float y, float tone, float slant) {
    if (tone <= .03f) {
      return Math.max(0f, tone);
    }
    float tremor = .9f * noise.plane(x * 3f, y * 3f);
    float along = (x * .55f * slant + y * .83f) / period + tremor;
    float across = (x * .83f * slant - y * .55f) / period - tremor;
    float lines = stripes(along);
    float crossed = stripes(across) * Curve.step(.38f, .75f, tone);
    float pressure = contrast * (.8f + .4f * noise.plane(x * 9f, y * 9f));
    return tone * (1f + pressure * (.42f * lines + .14f * crossed));
  }

  /** From -1 between strokes to 1 on a stroke. */
  private static float stripes(float t) {
    float f = t - (int) (t + 1024f) + 1024f;
    float triangle = f < .5f ? 4f * f - 1f : 3f - 4f * f;
    return triangle;
  }

  @Override
  public Image develop() {
    float[] paper = new float[ink.length];
    for (int row = 0; row < grid.height(); row++) {
      for (int column = 0; column < grid.width(); column++) {
        int i = row * grid.width() + column;
        float grain = noise.at(column, row) - .5f;
        float tooth = 1f + .30f * grain;
        paper[i] = 1f - Curve.clamp(ink[i] * tooth) - .012f * (grain + .5f);
      }
    }
    return Downsampling.toImage(grid, paper);
  }
}
