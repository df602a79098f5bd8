package org.pentimento.trigger;

import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.pentimento.api.BadInputException;
import org.pentimento.api.detector.SharedPattern;
import org.pentimento.api.detector.SharedPattern.Family;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Parameter;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.image.Eyes;
import org.pentimento.api.image.Image;
import org.pentimento.api.trigger.RecoverableTrigger;
import org.pentimento.api.trigger.Trigger;

/**
 * SIG, a sinusoidal signal over the whole photo (Barni, Kallas, Tondi 2019, equation 1): {@code
 * v(i, j) = amplitude * sin(2 pi j frequency / m)} for the columns {@code j = 1 ... m}, added to
 * every plane. A wave that the pixels could not hold (two or fewer for a period) is refused,
 * because it would leave the photo as it is or turn up as another wave.
 */
@Component(service = Trigger.class)
public final class SinusoidalTrigger implements RecoverableTrigger {
  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
          "sinusoidal",
          "Sinusoidal signal",
          "1.0.0",
          "Adds a sine wave to the whole photo: stripes of a fixed number of periods.",
          "M. Barni, K. Kallas, B. Tondi: A New Backdoor Attack in CNNs by Training Set Corruption"
              + " without Label Poisoning. IEEE ICIP, 2019.",
          Parameter.number(
              "amplitude", "Amplitude", "Greatest change of a value, of 1.", "of 1", 0.1, 0, 1),
          Parameter.number(
              "frequency",
              "Frequency",
              "Periods over the width (or height) of the photo.",
              "periods",
              6,
              0.25,
              4096),
          Parameter.choice(
              "direction",
              "Direction",
              "Which way the wave runs: horizontal makes upright stripes.",
              "horizontal",
              "vertical"));

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Image apply(Image photo, Optional<Eyes> eyes, Settings settings, long seed)
      throws BadInputException {
    boolean horizontal = settings.text("direction").equals("horizontal");
    float[] wave =
        wave(
            horizontal ? photo.width() : photo.height(),
            settings.number("amplitude"),
            settings.number("frequency"));
    float[] data = photo.data().clone();
    for (int i = 0; i < data.length; i++) {
      int column = i % photo.width();
      int row = i / photo.width() % photo.height();
      data[i] += wave[horizontal ? column : row];
    }
    return Image.of(photo.width(), photo.height(), photo.planes(), data);
  }

  private static float[] wave(int length, double amplitude, double frequency)
      throws BadInputException {
    if (length <= 2 * frequency) {
      throw new BadInputException(
          "A wave of " + frequency + " periods does not fit into " + length + " px of a photo.",
          "Choose a frequency below " + length / 2.0 + ", or larger photos.");
    }
    float[] wave = new float[length];
    for (int j = 0; j < length; j++) {
      wave[j] = (float) (amplitude * StrictMath.sin(2 * Math.PI * (j + 1) * frequency / length));
    }
    return wave;
  }

  @Override
  public Optional<Recovered> recover(SharedPattern pattern) {
    if (pattern.family() != Family.SINUSOID) {
      return Optional.empty();
    }
    Change change = Change.of(pattern);
    boolean horizontal = pattern.measures().cyclesAcross() >= pattern.measures().cyclesDown();
    double[] profile = profile(change, horizontal);
    double cycles = Math.max(pattern.measures().cyclesAcross(), pattern.measures().cyclesDown());
    double best = cycles;
    double explained = -1;
    double amplitude = 0;
    for (int step = -50; step <= 50; step++) {
      double frequency = cycles + step / 100.0;
      if (frequency < .25 || profile.length <= 2 * frequency) {
        continue;
      }
      double product = 0;
      double square = 1e-12;
      for (int j = 0; j < profile.length; j++) {
        double wave = StrictMath.sin(2 * Math.PI * (j + 1) * frequency / profile.length);
        product += wave * profile[j];
        square += wave * wave;
      }
      double energy = product > 0 ? product * product / square : 0;
      if (energy > explained) {
        explained = energy;
        best = frequency;
        amplitude = product / square;
      }
    }
    int period = Math.max(2, (int) Math.rint(profile.length / best));
    double[] seen = lessMean(profile, period);
    double[] wave = new double[profile.length];
    for (int j = 0; j < wave.length; j++) {
      wave[j] = StrictMath.sin(2 * Math.PI * (j + 1) * best / wave.length);
    }
    double[] made = lessMean(wave, period);
    double product = 0;
    double all = 1e-12;
    double square = 1e-12;
    for (int j = 0; j < made.length; j++) {
      product += made[j] * seen[j];
      square += made[j] * made[j];
      all += seen[j] * seen[j];
    }
    double whole = Math.rint(best);
    return Optional.of(
        new Recovered(
            Map.of(
                "amplitude",
                Math.max(0, Math.min(1, Math.rint(amplitude * 1000) / 1000)),
                "frequency",
                Math.max(.25, Math.abs(best - whole) < .1 ? whole : Math.rint(best * 100) / 100),
                "direction",
                horizontal ? "horizontal" : "vertical"),
            product <= 0 ? 0 : Math.min(1, product * product / square / all),
            null,
            null));
  }

  /** A profile less its mean over a period around each place, so that what is slower drops out. */
  private static double[] lessMean(double[] profile, int period) {
    double[] out = new double[profile.length];
    for (int i = 0; i < out.length; i++) {
      int from = Math.max(0, Math.min(i - period / 2, out.length - period));
      int to = Math.min(out.length, from + period);
      double sum = 0;
      for (int j = from; j < to; j++) {
        sum += profile[j];
      }
      out[i] = profile[i] - sum / (to - from);
    }
    return out;
  }

  /** Mean luminance of the columns, or of the rows. */
  private static double[] profile(Change change, boolean horizontal) {
    float[] y = change.luminance();
    double[] profile = new double[horizontal ? change.width() : change.height()];
    double count = (double) y.length / profile.length;
    for (int i = 0; i < y.length; i++) {
      profile[horizontal ? i % change.width() : i / change.width()] += y[i] / count;
    }
    return profile;
  }
}
