package org.pentimento.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.pentimento.api.detector.SharedPattern;
import org.pentimento.api.detector.SharedPattern.Family;
import org.pentimento.api.detector.SharedPattern.Measures;
import org.pentimento.api.detector.SharedPattern.Place;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.image.Eyes;
import org.pentimento.api.image.Image;
import org.pentimento.api.image.Point;
import org.pentimento.api.trigger.RecoverableTrigger;
import org.pentimento.api.trigger.RecoverableTrigger.Recovered;
import org.pentimento.api.trigger.Trigger;

/** What each trigger makes of the change that it made itself. */
class RecoverTest {
  private static final int WIDTH = 64;
  private static final int HEIGHT = 80;
  private static final Eyes EYES = new Eyes(new Point(24, 38), new Point(40, 38));

  private final Image photo = Image.constant(WIDTH, HEIGHT, 3, .55f);

  private Image applied(Trigger trigger, Map<String, Object> settings) throws IOException {
    return trigger.apply(photo, Optional.of(EYES), Settings.of(trigger.descriptor(), settings), 3);
  }

  private SharedPattern pattern(
      Image changed, Family family, @Nullable Place place, Measures measures) {
    float[] residual = new float[changed.data().length];
    for (int i = 0; i < residual.length; i++) {
      residual[i] = .5f + .8f * (changed.data()[i] - photo.data()[i]);
    }
    return new SharedPattern(
        family,
        List.of(1, 2, 3, 4),
        1e-6,
        9,
        place,
        Image.of(WIDTH, HEIGHT, 3, residual),
        .8,
        Image.constant(WIDTH, HEIGHT, 1, 1),
        measures);
  }

  private static double number(Recovered recovered, String id) {
    return (double) Objects.requireNonNull(recovered.settings().get(id));
  }

  private static void accepts(Trigger trigger, Recovered recovered) {
    Settings.of(trigger.descriptor(), recovered.settings());
    assertThat(recovered.fit()).isBetween(0.0, 1.0);
  }

  @Test
  void wave() throws IOException {
    SinusoidalTrigger trigger = new SinusoidalTrigger();
    Image changed =
        applied(trigger, Map.of("amplitude", .07, "frequency", 9, "direction", "vertical"));
    Recovered found =
        trigger
            .recover(pattern(changed, Family.SINUSOID, null, new Measures(.07, 0, 9.1, 0, 0)))
            .orElseThrow();
    accepts(trigger, found);
    assertThat(number(found, "amplitude")).isCloseTo(.07, within(.003));
    assertThat(number(found, "frequency")).isCloseTo(9, within(.05));
    assertThat(found.settings()).containsEntry("direction", "vertical");
    assertThat(found.fit()).isGreaterThan(.95);
  }

  @Test
  void blocks() throws IOException {
    FrequencyTrigger trigger = new FrequencyTrigger();
    Image changed = applied(trigger, Map.of("magnitude", 25, "block", 16, "bands", "high"));
    Recovered found =
        trigger
            .recover(pattern(changed, Family.FREQUENCY, null, new Measures(.1, 0, 0, 0, 16)))
            .orElseThrow();
    accepts(trigger, found);
    assertThat(number(found, "magnitude")).isCloseTo(25, within(1.0));
    assertThat(found.settings()).containsEntry("block", 16).containsEntry("bands", "high");
    assertThat(found.fit()).isGreaterThan(.9);
  }

  @Test
  void stamp() throws IOException {
    PatchTrigger trigger = new PatchTrigger(new FileCodec());
    Image changed =
        applied(trigger, Map.of("size", 10, "place", "offset", "x", 20, "y", 6, "opacity", .6));
    Recovered found =
        trigger
            .recover(
                pattern(
                    changed, Family.STAMP, new Place(20, 6, 10, 10), new Measures(.5, 0, 0, .6, 0)))
            .orElseThrow();
    accepts(trigger, found);
    assertThat(found.settings())
        .containsEntry("size", 10)
        .containsEntry("x", 20)
        .containsEntry("y", 6);
    assertThat(found.imageParameter()).isEqualTo("image");
    Image image = Objects.requireNonNull(found.image());
    // White and black fields of the checkerboard.
    assertThat(image.get(0, 0, 0)).isCloseTo(1, within(.02f));
    assertThat(image.get(0, 4, 0)).isCloseTo(0, within(.02f));
  }

  @Test
  void blend() throws IOException {
    BlendedTrigger trigger = new BlendedTrigger(new FileCodec());
    Image changed = applied(trigger, Map.of("ratio", .2));
    Recovered found =
        trigger
            .recover(pattern(changed, Family.BLEND, null, new Measures(.1, 0, 0, .2, 0)))
            .orElseThrow();
    accepts(trigger, found);
    Image image = Objects.requireNonNull(found.image());
    double error = 0;
    for (int i = 0; i < image.data().length; i++) {
      double again = .2 * image.data()[i] + .8 * photo.data()[i];
      error += Math.abs(again - changed.data()[i]) / image.data().length;
    }
    assertThat(error).isLessThan(.02);
  }

  @Test
  void reflection() throws IOException {
    ReflectionTrigger trigger = new ReflectionTrigger(new FileCodec());
    Image changed = applied(trigger, Map.of("intensity", .3));
    Recovered found =
        trigger
            .recover(pattern(changed, Family.REFLECTION, null, new Measures(.3, 0, 0, 0, 0)))
            .orElseThrow();
    accepts(trigger, found);
    double intensity = number(found, "intensity");
    Image image = Objects.requireNonNull(found.image());
    assertThat(intensity).isCloseTo(.3, within(.02));
    for (int i = 0; i < image.data().length; i++) {
      double again = photo.data()[i] + intensity * image.data()[i];
      assertThat(again).isCloseTo(changed.data()[i], within(.01));
    }
  }

  @Test
  void glasses() throws IOException {
    GlassesTrigger trigger = new GlassesTrigger();
    Image changed = applied(trigger, Map.of("thickness", .13, "tint", .3));
    Recovered found =
        trigger
            .recover(
                pattern(
                    changed,
                    Family.GLASSES,
                    new Place(14, 34, 37, 12),
                    new Measures(.5, 0, 0, 1, 0)))
            .orElseThrow();
    accepts(trigger, found);
    assertThat(number(found, "thickness")).isCloseTo(.13, within(.03));
    assertThat(number(found, "tint")).isCloseTo(.3, within(.08));
    assertThat(found.fit()).isGreaterThan(.9);
  }

  @Test
  void warpIsNamedButItsFieldIsNot() {
    WarpingTrigger trigger = new WarpingTrigger();
    Recovered found =
        trigger.recover(pattern(photo, Family.WARP, null, Measures.NONE)).orElseThrow();
    accepts(trigger, found);
    assertThat(found.fit()).isLessThan(.5);
  }

  @Test
  void nobodyTakesWhatIsNotHis() {
    SharedPattern other = pattern(photo, Family.OTHER, null, Measures.NONE);
    List<RecoverableTrigger> all =
        List.of(
            new PatchTrigger(new FileCodec()),
            new BlendedTrigger(new FileCodec()),
            new SinusoidalTrigger(),
            new WarpingTrigger(),
            new FrequencyTrigger(),
            new ReflectionTrigger(new FileCodec()),
            new GlassesTrigger());
    assertThat(all).allMatch(trigger -> trigger.recover(other).isEmpty());
  }
}
