package org.pentimento.detector.compact;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.pentimento.api.detector.SharedPattern.Family;

/** Kinds of changes that take few numbers to describe, each of some size. */
public enum CompactFamily {
  /** A wave; its size is an amplitude. */
  WAVE(Family.SINUSOID, "wave", .06, .01, .25) {
    @Override
    public PhotoChange of(double size, int width, int height) {
      return new AddedWave(size);
    }
  },
  /** A colour that is mixed in; its size is a ratio. */
  COLOUR(Family.BLEND, "colour that is mixed in", .1, .01, .4) {
    @Override
    public PhotoChange of(double size, int width, int height) {
      return new MixedColour(size);
    }
  },
  /** Smooth light and shade; its size is the largest change of a value. */
  SHADE(Family.BLEND, "smooth light and shade", .05, .01, .25) {
    @Override
    public PhotoChange of(double size, int width, int height) {
      return AddedShade.of(size, width, height);
    }
  },
  /** A smooth warp; its size is the largest shift in pixels. */
  WARP(Family.WARP, "smooth warp", 1.5, .25, 8) {
    @Override
    public PhotoChange of(double size, int width, int height) {
      return SmoothWarp.of(size, width, height);
    }
  };

  private static final double SPREAD = .3;

  private final Family looks;
  private final String words;
  private final double first;
  private final double least;
  private final double most;

  CompactFamily(Family looks, String words, double first, double least, double most) {
    this.looks = looks;
    this.words = words;
    this.first = first;
    this.least = least;
    this.most = most;
  }

  /** A change of this kind for photos of a size. */
  public abstract PhotoChange of(double size, int width, int height);

  /** What it looks like. */
  public Family looks() {
    return looks;
  }

  /** What it is, as a person says it. */
  public String words() {
    return words;
  }

  /** A size to try first. */
  public double first() {
    return first;
  }

  /** The least size that is of use. */
  public double least() {
    return least;
  }

  /** The largest size that a trigger would have. */
  public double most() {
    return most;
  }

  /** Whether a wave with these parameters is so coarse that a shade can be one. */
  public static boolean smooth(double[] wave) {
    double most = (AddedShade.FUNCTIONS - 1) / 2.;
    return Math.abs(wave[0]) <= most && Math.abs(wave[1]) <= most;
  }

  /** Parameters to begin with, drawn by lot: one choice and its opposite. */
  static List<double[]> starts(PhotoChange change, Random random) {
    double[] one = new double[change.size()];
    double[] other = new double[one.length];
    for (int i = 0; i < one.length; i++) {
      one[i] = SPREAD * random.nextGaussian();
      other[i] = -one[i];
    }
    return new ArrayList<>(List.of(one, other));
  }
}
