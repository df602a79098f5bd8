package org.pentimento.detector.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import org.pentimento.detector.residual.Medians;
import org.pentimento.detector.residual.PhotoStack;
import org.pentimento.detector.residual.Smoothing;
import org.pentimento.detector.residual.Workers;

/**
 * By how much the members of a group differ in the mean from other photos that are like them
 * otherwise. Each member is compared with the mean of those that have the nearest light and
 * colours, so that what the members' faces have in common by chance mostly drops out.
 *
 * @param width in pixels
 * @param height in pixels
 * @param members how many photos were compared
 * @param mean red, green and blue differences, plane by plane
 * @param plain mean of the photos without it, in the same layout
 * @param spread standard deviation of the difference of a single photo that carries nothing
 * @param chance differences of photos that carry nothing, for the same comparison
 */
record Difference(
    int width,
    int height,
    int members,
    float[] mean,
    float[] plain,
    float[] spread,
    List<float[]> chance) {
  private static final int MOST_MEMBERS = 200;
  private static final int MOST_OTHERS = 400;
  private static final int CHANCE = 48;
  private static final int NEAREST = 6;
  private static final int THUMB = 12;
  private static final double FINE = 2;
  private static final double CLEAR = .95;

  /**
   * Compares.
   *
   * @param colours a photo as red, green and blue, as it is or moved
   */
  static Difference of(PhotoStack photos, int[] group, IntFunction<float[]> colours) {
    boolean[] in = new boolean[photos.count()];
    for (int m : group) {
      in[m] = true;
    }
    int[] outside = new int[photos.count() - group.length];
    int count = 0;
    for (int i = 0; i < in.length; i++) {
      if (!in[i]) {
        outside[count++] = i;
      }
    }
    int[] members = some(group, MOST_MEMBERS);
    int[] others = some(outside, MOST_OTHERS);
    float[][] memberThumbs = thumbs(photos, members);
    float[][] otherThumbs = thumbs(photos, others);
    shift(memberThumbs, otherThumbs);
    int size = 3 * photos.width() * photos.height();
    float[] mean = new float[size];
    float[] plain = new float[size];
    for (int i = 0; i < members.length; i++) {
      float[] like = alike(colours, memberThumbs[i], -1, others, otherThumbs);
      float[] one = colours.apply(members[i]);
      for (int p = 0; p < size; p++) {
        mean[p] += (one[p] - like[p]) / members.length;
        plain[p] += like[p] / members.length;
      }
    }
    int chances = Math.min(CHANCE, others.length);
    float[][] chance = new float[chances][];
    Workers.each(
        chances,
        c -> {
          int other = (int) ((long) c * others.length / chances);
          float[] one = colours.apply(others[other]);
          float[] like = alike(colours, otherThumbs[other], other, others, otherThumbs);
          for (int p = 0; p < size; p++) {
            one[p] -= like[p];
          }
          chance[c] = one;
        });
    return new Difference(
        photos.width(),
        photos.height(),
        members.length,
        mean,
        plain,
        spread(chance, size),
        List.of(chance));
  }

  /** The standard deviations of differences by chance, which are about 0 in the mean. */
  static float[] spread(float[][] chance, int size) {
    float[] spread = new float[size];
    for (float[] one : chance) {
      for (int p = 0; p < size; p++) {
        spread[p] += one[p] * one[p] / chance.length;
      }
    }
    double[] all = new double[size];
    for (int p = 0; p < size; p++) {
      spread[p] = (float) Math.sqrt(spread[p]);
      all[p] = spread[p];
    }
    float floor = (float) (.3 * Medians.median(all) + 1e-4);
    for (int p = 0; p < size; p++) {
      spread[p] = Math.max(floor, spread[p]);
    }
    return spread;
  }

  /** The difference less its blur: what remains of fine detail. */
  Difference detail(double sigma) {
    List<float[]> fine = new ArrayList<>();
    float[][] all = new float[chance.size()][];
    Workers.each(all.length, i -> all[i] = lessBlur(chance.get(i), sigma));
    for (float[] one : all) {
      fine.add(one);
    }
    return new Difference(
        width, height, members, lessBlur(mean, sigma), plain, spread(all, mean.length), fine);
  }

  private float[] lessBlur(float[] planes, double sigma) {
    float[] blur = blurred(planes, width, height, sigma);
    float[] out = new float[planes.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = planes[i] - blur[i];
    }
    return out;
  }

  /**
   * How far it is rather the others that carry what members lack, where the difference is largest:
   * 0 if their fine detail knows nothing of the difference, about 1 if it is the negative of the
   * difference, clearly more if members only have less of all detail, as after a warp.
   */
  double lack() {
    float[] own = lessBlur(mean, FINE);
    float[] others = lessBlur(plain, FINE);
    double[] size = new double[own.length];
    for (int i = 0; i < size.length; i++) {
      size[i] = Math.abs(own[i]);
    }
    double least = Medians.quantile(size, CLEAR);
    double common = 0;
    double all = 1e-12;
    for (int i = 0; i < size.length; i++) {
      if (size[i] >= least) {
        common -= own[i] * others[i];
        all += own[i] * own[i];
      }
    }
    return common / all;
  }

  /**
   * How much of the others' fine detail members lack, over the whole photo, in [0, 1] or near it.
   * Faces have lines of their own, some of which run along a wave by chance; it is small then.
   */
  double lackOfAll() {
    float[] own = lessBlur(mean, FINE);
    float[] others = lessBlur(plain, FINE);
    double common = 0;
    double all = 1e-12;
    for (int i = 0; i < own.length; i++) {
      common -= own[i] * others[i];
      all += others[i] * others[i];
    }
    return common / all;
  }

  /** Three planes blurred. */
  static float[] blurred(float[] planes, int width, int height, double sigma) {
    int size = width * height;
    float[] out = new float[planes.length];
    for (int c = 0; c < planes.length / size; c++) {
      float[] plane = new float[size];
      System.arraycopy(planes, c * size, plane, 0, size);
      System.arraycopy(Smoothing.gauss(plane, width, height, sigma), 0, out, c * size, size);
    }
    return out;
  }

  /** How many standard errors the mean lies from 0, the largest of the three planes a pixel. */
  float[] significance() {
    return significance(mean, Math.sqrt(members));
  }

  private float[] significance(float[] sum, double scale) {
    int size = width * height;
    float[] t = new float[size];
    for (int i = 0; i < sum.length; i++) {
      t[i % size] = (float) Math.max(t[i % size], Math.abs(sum[i]) * scale / spread[i]);
    }
    return t;
  }

  /** The largest significance anywhere of means of as many photos that carry nothing. */
  double largestByChance(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int used = Math.min(members, chance.size());
    double largest = 0;
    for (int round = 0; round < 8; round++) {
      float[] sum = new float[mean.length];
      int start = random.nextInt(chance.size());
      for (int k = 0; k < used; k++) {
        float sign = random.nextBoolean() ? 1 : -1;
        float[] one = chance.get((start + k) % chance.size());
        for (int i = 0; i < sum.length; i++) {
          sum[i] += sign * one[i];
        }
      }
      for (float t : significance(sum, 1 / Math.sqrt(used))) {
        largest = Math.max(largest, t);
      }
    }
    return largest;
  }

  /** The mean squared difference beyond what chance would leave, over the whole photo. */
  double energy() {
    double sum = 0;
    for (int i = 0; i < mean.length; i++) {
      sum += mean[i] * mean[i] - spread[i] * spread[i] / members;
    }
    return Math.max(0, sum / mean.length);
  }

  private static int[] some(int[] all, int most) {
    if (all.length <= most) {
      return all;
    }
    int[] out = new int[most];
    for (int i = 0; i < most; i++) {
      out[i] = all[(int) ((long) i * all.length / most)];
    }
    return out;
  }

  private static float[][] thumbs(PhotoStack photos, int[] which) {
    float[][] out = new float[which.length][];
    int width = Math.min(THUMB, photos.width());
    int height = Math.max(1, photos.height() * width / photos.width());
    Workers.each(
        which.length,
        i -> {
          float[] all = new float[3 * width * height];
          for (int c = 0; c < 3; c++) {
            float[] small =
                Smoothing.shrink(
                    photos.plane(which[i], c), photos.width(), photos.height(), width, height);
            System.arraycopy(small, 0, all, c * small.length, small.length);
          }
          out[i] = all;
        });
    return out;
  }

  /** Takes from the members what sets them apart in the mean, so that the pattern plays no part. */
  private static void shift(float[][] members, float[][] others) {
    for (int p = 0; p < members[0].length; p++) {
      double a = 0;
      double b = 0;
      for (float[] one : members) {
        a += one[p] / members.length;
      }
      for (float[] one : others) {
        b += one[p] / others.length;
      }
      for (float[] one : members) {
        one[p] -= (float) (a - b);
      }
    }
  }

  /** The mean of the photos that are nearest. */
  private static float[] alike(
      IntFunction<float[]> colours, float[] thumb, int itself, int[] others, float[][] thumbs) {
    double[] distance = new double[others.length];
    for (int o = 0; o < others.length; o++) {
      double sum = o == itself ? Float.MAX_VALUE : 0;
      for (int p = 0; p < thumb.length; p++) {
        double d = thumb[p] - thumbs[o][p];
        sum += d * d;
      }
      distance[o] = sum;
    }
    int nearest = Math.min(NEAREST, others.length);
    float[] mean = {};
    for (int k = 0; k < nearest; k++) {
      int best = 0;
      for (int o = 1; o < distance.length; o++) {
        best = distance[o] < distance[best] ? o : best;
      }
      distance[best] = Double.MAX_VALUE;
      float[] one = colours.apply(others[best]);
      mean = k == 0 ? new float[one.length] : mean;
      for (int p = 0; p < mean.length; p++) {
        mean[p] += one[p] / nearest;
      }
    }
    return mean;
  }
}
