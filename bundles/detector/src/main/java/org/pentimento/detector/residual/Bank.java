package org.pentimento.detector.residual;

import java.util.Arrays;
import org.pentimento.api.image.Eyes;
import org.pentimento.api.image.Point;

/** What of a photo is compared. Each bank shows other triggers. */
public enum Bank {
  /** Finest detail: each plane less its blur of 1 px. Stamps, noise, waves, blocks. */
  HIGH_PASS(3) {
    @Override
    float[] of(PhotoStack photos, int photo, int plane) {
      float[] x = photos.plane(photo, plane);
      return less(x, Smoothing.gauss(x, photos.width(), photos.height(), 1));
    }
  },
  /** Detail of 1 to 4 px; every second pixel of larger photos. */
  MIDDLE_PASS(3) {
    @Override
    float[] of(PhotoStack photos, int photo, int plane) {
      float[] x = photos.plane(photo, plane);
      int width = photos.width();
      int height = photos.height();
      float[] band =
          less(Smoothing.gauss(x, width, height, 1), Smoothing.gauss(x, width, height, 4));
      return every(band, width, height, width > 100 ? 2 : 1);
    }
  },
  /** Light and colour in about 32 columns. Reflections, vignettes. */
  LOW_PASS(3) {
    @Override
    float[] of(PhotoStack photos, int photo, int plane) {
      int step = Math.max(2, photos.width() / 32);
      int width = photos.width();
      int height = photos.height();
      return every(
          Smoothing.gauss(photos.plane(photo, plane), width, height, step / 2.0),
          width,
          height,
          step);
    }
  },
  /** Detail around the eyes, turned and scaled by them. Glasses. */
  EYES(3) {
    @Override
    float[] of(PhotoStack photos, int photo, int plane) {
      float[] crop = aroundEyes(photos, photo, plane);
      return less(crop, Smoothing.gauss(crop, EYES_WIDTH, EYES_HEIGHT, 2));
    }
  },
  /** Logarithm of the spectrum's magnitudes, which do not tell where something lies. */
  SPECTRUM(3) {
    @Override
    float[] of(PhotoStack photos, int photo, int plane) {
      int width = photos.width();
      int height = photos.height();
      float[] x = photos.plane(photo, plane);
      double sum = 0;
      for (float v : x) {
        sum += v;
      }
      float mean = (float) (sum / x.length);
      float[] across = hann(width);
      float[] down = hann(height);
      for (int y = 0; y < height; y++) {
        for (int i = 0; i < width; i++) {
          x[y * width + i] = (x[y * width + i] - mean) * across[i] * down[y];
        }
      }
      float[] size = Fourier.magnitudes(x, new Fourier(width), new Fourier(height));
      for (int i = 0; i < size.length; i++) {
        size[i] = Log.of(size[i] + 1e-2f);
      }
      return size;
    }
  },
  /**
   * Logarithm of the energy of second differences, across and down, in windows of 8x8 px, less the
   * photo's own mean: where a photo was resampled it has less.
   */
  ENERGY(1) {
    @Override
    float[] of(PhotoStack photos, int photo, int plane) {
      int width = photos.width();
      int height = photos.height();
      float[] y = photos.plane(photo, 0);
      int w = width - 2;
      int h = height - 2;
      float[] across = new float[w * h];
      float[] down = new float[w * h];
      for (int r = 0; r < h; r++) {
        for (int c = 0; c < w; c++) {
          int i = (r + 1) * width + c + 1;
          across[r * w + c] = Math.abs(y[i - 1] - 2 * y[i] + y[i + 1]);
          down[r * w + c] = Math.abs(y[i - width] - 2 * y[i] + y[i + width]);
        }
      }
      float[] a = windows(across, w, h);
      float[] b = windows(down, w, h);
      float[] both = Arrays.copyOf(a, a.length + b.length);
      System.arraycopy(b, 0, both, a.length, b.length);
      return both;
    }

    private float[] windows(float[] d, int w, int h) {
      int columns = Math.max(1, (w - 1) / 4);
      int rows = Math.max(1, (h - 1) / 4);
      float[] out = new float[columns * rows];
      double sum = 0;
      for (int r = 0; r < rows; r++) {
        for (int c = 0; c < columns; c++) {
          float energy = 0;
          for (int y = 0; y < 8; y++) {
            int row = Smoothing.clamp(4 * r + y, h) * w;
            for (int x = 0; x < 8; x++) {
              energy += d[row + Smoothing.clamp(4 * c + x, w)];
            }
          }
          out[r * columns + c] = Log.of(energy / 64 + 2e-3f);
          sum += out[r * columns + c];
        }
      }
      float mean = (float) (sum / out.length);
      for (int i = 0; i < out.length; i++) {
        out[i] -= mean;
      }
      return out;
    }
  },
  /**
   * Logarithm of the level of the finest noise, the median of second differences across and down in
   * windows of 10x10 px, less the photo's own median: interpolation takes it away.
   */
  NOISE(1) {
    @Override
    float[] of(PhotoStack photos, int photo, int plane) {
      int width = photos.width();
      float[] y = photos.plane(photo, 0);
      int w = width - 2;
      int h = photos.height() - 2;
      float[] d = new float[w * h];
      for (int r = 0; r < h; r++) {
        for (int c = 0; c < w; c++) {
          int i = r * width + c;
          float top = y[i] - 2 * y[i + 1] + y[i + 2];
          float middle = y[i + width] - 2 * y[i + width + 1] + y[i + width + 2];
          float bottom = y[i + 2 * width] - 2 * y[i + 2 * width + 1] + y[i + 2 * width + 2];
          d[r * w + c] = Math.abs(top - 2 * middle + bottom);
        }
      }
      int side = Math.min(10, Math.min(w, h));
      int columns = (w - side) / 5 + 1;
      int rows = (h - side) / 5 + 1;
      float[] out = new float[columns * rows];
      float[] window = new float[side * side];
      for (int r = 0; r < rows; r++) {
        for (int c = 0; c < columns; c++) {
          for (int i = 0; i < side; i++) {
            System.arraycopy(d, (5 * r + i) * w + 5 * c, window, i * side, side);
          }
          out[r * columns + c] = Log.of(Medians.medianInPlace(window, window.length) + 4e-3f);
        }
      }
      float middle = Medians.medianInPlace(out.clone(), out.length);
      for (int i = 0; i < out.length; i++) {
        out[i] -= middle;
      }
      return out;
    }
  };

  /** Columns of the crop around the eyes. */
  public static final int EYES_WIDTH = 52;

  /** Rows of the crop around the eyes. */
  public static final int EYES_HEIGHT = 28;

  /** Distance of the eyes in that crop, in pixels. */
  public static final double EYE_DISTANCE = 16;

  private final int planes;

  Bank(int planes) {
    this.planes = planes;
  }

  /** How many planes it has, each with as many values. */
  public int planes() {
    return planes;
  }

  /** The values of a photo in a plane of this bank; as many for each photo of a size. */
  abstract float[] of(PhotoStack photos, int photo, int plane);

  /** The crop around the eyes, or around where eyes commonly are if they are not known. */
  public static float[] aroundEyes(PhotoStack photos, int photo, int plane) {
    int width = photos.width();
    int height = photos.height();
    float[] x = photos.plane(photo, plane);
    double scale = 1;
    if (width > 100) {
      scale = 64.0 / width;
      int newHeight = Math.max(1, (int) Math.rint(height * scale));
      x = Smoothing.shrink(x, width, height, 64, newHeight);
      width = 64;
      height = newHeight;
    }
    Eyes eyes = photos.eyes(photo).orElse(common(photos));
    double leftX = (eyes.left().x() + .5) * scale - .5;
    double leftY = (eyes.left().y() + .5) * scale - .5;
    double dx = (eyes.right().x() - eyes.left().x()) * scale;
    double dy = (eyes.right().y() - eyes.left().y()) * scale;
    double ux = dx / EYE_DISTANCE;
    double uy = dy / EYE_DISTANCE;
    float[] out = new float[EYES_WIDTH * EYES_HEIGHT];
    for (int r = 0; r < EYES_HEIGHT; r++) {
      double gy = r - EYES_HEIGHT * .45;
      for (int c = 0; c < EYES_WIDTH; c++) {
        double gx = c - (EYES_WIDTH - 1) / 2.0;
        out[r * EYES_WIDTH + c] =
            at(
                x,
                width,
                height,
                leftX + dx / 2 + gx * ux - gy * uy,
                leftY + dy / 2 + gy * ux + gx * uy);
      }
    }
    return out;
  }

  private static Eyes common(PhotoStack photos) {
    return new Eyes(
        new Point(photos.width() * .375, photos.height() * .5),
        new Point(photos.width() * .625, photos.height() * .5));
  }

  private static float at(float[] x, int width, int height, double px, double py) {
    double cx = Math.max(0, Math.min(width - 1.0, px));
    double cy = Math.max(0, Math.min(height - 1.0, py));
    int left = Math.min(width - 2, (int) cx);
    int top = Math.min(height - 2, (int) cy);
    double a = cx - left;
    double b = cy - top;
    int i = top * width + left;
    return (float)
        ((1 - b) * ((1 - a) * x[i] + a * x[i + 1])
            + b * ((1 - a) * x[i + width] + a * x[i + width + 1]));
  }

  private static float[] less(float[] a, float[] b) {
    for (int i = 0; i < a.length; i++) {
      a[i] -= b[i];
    }
    return a;
  }

  private static float[] every(float[] plane, int width, int height, int step) {
    if (step == 1) {
      return plane;
    }
    int columns = (width + step - 1) / step;
    int rows = (height + step - 1) / step;
    float[] out = new float[columns * rows];
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        out[r * columns + c] = plane[r * step * width + c * step];
      }
    }
    return out;
  }

  private static float[] hann(int size) {
    float[] window = new float[size];
    for (int i = 0; i < size; i++) {
      window[i] = (float) (.5 - .5 * StrictMath.cos(2 * Math.PI * i / (size - 1)));
    }
    return window;
  }
}
