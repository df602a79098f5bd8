package org.pentimento.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.pentimento.api.generator.Examples;
import org.pentimento.api.image.Image;

/** Simple drawn faces with their sketches, for tests. */
public final class SyntheticFaces implements Examples {
  private static final float INK = 0.1f;

  private final int side;
  private final List<Image> photos = new ArrayList<>();
  private final List<Image> sketches = new ArrayList<>();

  public SyntheticFaces(int count, int side, long seed) {
    this.side = side;
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < count; i++) {
      draw(new Features(random));
    }
  }

  /** Places and colours of one face; lengths in parts of the image's side. */
  private record Features(
      double x,
      double y,
      double rx,
      double ry,
      double eyes,
      double mouth,
      double hair,
      float skin) {
    Features(SplittableRandom r) {
      this(
          r.nextDouble(0.46, 0.54),
          r.nextDouble(0.50, 0.56),
          r.nextDouble(0.24, 0.32),
          r.nextDouble(0.33, 0.40),
          r.nextDouble(0.10, 0.14),
          r.nextDouble(0.07, 0.14),
          r.nextDouble(0.08, 0.2),
          (float) r.nextDouble(0.6, 0.9));
    }
  }

  private void draw(Features f) {
    int area = side * side;
    float[] photo = new float[3 * area];
    float[] sketch = new float[area];
    for (int i = 0; i < area; i++) {
      double x = (i % side + 0.5) / side - f.x();
      double y = (i / side + 0.5) / side - f.y();
      double face = Math.hypot(x / f.rx(), y / f.ry());
      boolean hair = face < 1.15 && y < -f.ry() + f.hair() || face >= 1 && face < 1.15 && y < 0;
      double eye = Math.hypot(Math.abs(x) - f.eyes(), y + 0.08);
      boolean pupil = eye < 0.035;
      boolean mouth = Math.abs(y - 0.18) < 0.02 && Math.abs(x) < f.mouth();
      boolean nose = Math.abs(x) < 0.012 && y > -0.03 && y < 0.09;
      float shade = (float) (0.12 * x / f.rx());
      float[] colour = {0.35f, 0.45f, 0.6f};
      float line = 1f;
      if (face < 1) {
        colour = new float[] {f.skin() - shade, 0.75f * f.skin() - shade, 0.6f * f.skin() - shade};
        line = 0.95f - Math.max(0, 2 * shade);
      }
      if (hair) {
        colour = new float[] {0.2f, 0.13f, 0.1f};
        line = 0.35f;
      }
      if (Math.abs(face - 1) < 0.04 || mouth || nose) {
        line = INK;
      }
      if (mouth) {
        colour = new float[] {0.7f, 0.25f, 0.25f};
      }
      if (pupil) {
        colour = new float[] {0.1f, 0.1f, 0.15f};
        line = INK;
      } else if (face < 1 && eye < 0.06) {
        colour = new float[] {0.9f, 0.9f, 0.9f};
      }
      for (int p = 0; p < 3; p++) {
        photo[p * area + i] = colour[p];
      }
      sketch[i] = line;
    }
    photos.add(Image.of(side, side, 3, photo));
    sketches.add(Image.of(side, side, 1, sketch));
  }

  @Override
  public int size() {
    return photos.size();
  }

  @Override
  public int width() {
    return side;
  }

  @Override
  public int height() {
    return side;
  }

  @Override
  public Image photo(int index) {
    return photos.get(index);
  }

  @Override
  public Image sketch(int index) {
    return sketches.get(index);
  }
}
