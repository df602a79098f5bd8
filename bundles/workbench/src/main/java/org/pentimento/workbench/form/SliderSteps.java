package org.pentimento.workbench.form;

/**
 * The values that a slider between two bounds can take. Where the bounds are orders of magnitude
 * apart, neighbours differ by a factor, otherwise by a difference.
 *
 * @param minimum first value
 * @param maximum last value
 * @param whole whether only whole numbers are meant
 * @param byFactor whether steps are factors
 * @param count number of the last place, the first one being 0
 */
record SliderSteps(double minimum, double maximum, boolean whole, boolean byFactor, int count) {
  private static final int FINE = 200;
  private static final double FAR_APART = 2000;
  private static final double WIDEST_WHOLE = 2e6;

  /** Whether values between two bounds can be found with a slider. */
  static boolean suit(double minimum, double maximum, boolean whole) {
    double range = maximum - minimum;
    return range > 0 && Double.isFinite(range) && !(whole && range > WIDEST_WHOLE);
  }

  static SliderSteps of(double minimum, double maximum, boolean whole) {
    boolean byFactor = minimum > 0 && maximum / minimum >= FAR_APART;
    double places = whole && !byFactor ? Math.min(FINE, maximum - minimum) : FINE;
    return new SliderSteps(minimum, maximum, whole, byFactor, (int) Math.max(1, places));
  }

  /** The value at a place, with no more digits than tell it from its neighbours. */
  String value(int index) {
    double value;
    if (index <= 0) {
      value = minimum;
    } else if (index >= count) {
      value = maximum;
    } else if (byFactor) {
      value = minimum * Math.pow(maximum / minimum, (double) index / count);
      double unit = Math.pow(10, Math.floor(Math.log10(value)) - 1);
      value = Math.rint(value / unit) * unit;
    } else {
      value = minimum + (maximum - minimum) * index / count;
      double unit = Math.pow(10, Math.floor(Math.log10((maximum - minimum) / count)));
      value = Math.rint(value / unit) * unit;
    }
    return whole ? Long.toString(Math.round(value)) : PlainNumbers.words(value);
  }

  /** The place nearest to a value. */
  int index(double value) {
    double inside = Math.max(minimum, Math.min(maximum, value));
    double share =
        byFactor
            ? Math.log(inside / minimum) / Math.log(maximum / minimum)
            : (inside - minimum) / (maximum - minimum);
    return (int) Math.round(share * count);
  }
}
