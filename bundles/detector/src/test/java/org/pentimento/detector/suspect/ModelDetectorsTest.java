package org.pentimento.detector.suspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.pentimento.api.BadInputException;
import org.pentimento.api.Progress;
import org.pentimento.api.detector.SharedPattern.Family;
import org.pentimento.api.detector.SuspectSet.SuspectPair;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Parameter;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.image.Eyes;
import org.pentimento.api.image.Image;
import org.pentimento.api.suspect.ModelDetector;
import org.pentimento.api.suspect.ModelFinding;
import org.pentimento.api.suspect.ShownTrigger;
import org.pentimento.api.suspect.SuspectModel;
import org.pentimento.api.suspect.SuspectModel.Shadow;
import org.pentimento.api.trigger.Trigger;
import org.pentimento.detector.battery.BatteryDetector;
import org.pentimento.detector.harm.HarmDetector;
import org.pentimento.detector.inversion.SecondModeDetector;
import org.pentimento.detector.shown.ShownTriggerDetector;

/** The detectors of models, on models whose behaviour is known. */
class ModelDetectorsTest {
  private static final int PAIRS = 30;
  private static final ToyModel CLEAN = new ToyModel(1, 0, 1);

  private static Image photo(int number) {
    Random random = new Random(number);
    float[] data = new float[3 * ToyModel.SIDE * ToyModel.SIDE];
    for (int i = 0; i < data.length; i++) {
      data[i] = .3f + .4f * random.nextFloat();
    }
    data[0] = number % 10 == 0 ? .2f : .8f;
    return Image.of(ToyModel.SIDE, ToyModel.SIDE, 3, data);
  }

  private static List<SuspectPair> pairs(int count) {
    List<SuspectPair> pairs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Image photo = photo(i);
      Image sketch = CLEAN.sketch(List.of(photo)).get(0);
      pairs.add(new SuspectPair(() -> photo, () -> sketch, null));
    }
    return pairs;
  }

  /** Three clean shadow models that differ a little, each without a third of the pairs. */
  private static List<Shadow> shadows() {
    List<Shadow> shadows = new ArrayList<>();
    for (int k = 0; k < 3; k++) {
      Set<Integer> known = new HashSet<>();
      for (int i = 0; i < PAIRS; i++) {
        if (i % 3 != k) {
          known.add(i);
        }
      }
      shadows.add(new Shadow(new ToyModel(.95 + .02 * k, 0, 1 - .02 * k), known));
    }
    return shadows;
  }

  private static ModelFinding inspect(ModelDetector detector, ToyModel model) throws Exception {
    return detector.inspect(
        new SuspectModel(model, shadows(), pairs(PAIRS), List.of(new Wave()), List.of()),
        Settings.defaults(detector.descriptor()),
        7,
        Progress.NONE);
  }

  private static double most(ModelFinding finding, int look) {
    return Collections.max(finding.values().get(look).shadows());
  }

  @Test
  void aSecondModeGivesWayToATinyChange() throws Exception {
    ModelFinding clean = inspect(new SecondModeDetector(), new ToyModel(.98, 0, 1));
    ModelFinding hidden = inspect(new SecondModeDetector(), new ToyModel(.98, 20, 1));
    assertThat(clean.values().get(0).suspect()).isLessThan(1.05 * most(clean, 0));
    assertThat(hidden.values().get(0).suspect()).isGreaterThan(2 * most(hidden, 0));
    assertThat(most(hidden, 0)).as("what the budget lets shadows lose").isBetween(.1, .35);
    assertThat(hidden.exhibits()).hasSize(2);
  }

  @Test
  void oneSeedGivesOneFinding() throws Exception {
    assertThat(inspect(new SecondModeDetector(), CLEAN).values())
        .isEqualTo(inspect(new SecondModeDetector(), CLEAN).values());
  }

  @Test
  void aModelThatDrawsSomePhotosFaintlyHarmsWithoutATrigger() throws Exception {
    ModelFinding clean = inspect(new HarmDetector(), new ToyModel(.97, 0, .99));
    ModelFinding spoilt = inspect(new HarmDetector(), new ToyModel(.97, 0, .2));
    assertThat(clean.values().get(0).suspect()).isLessThan(1.5 * most(clean, 0));
    assertThat(spoilt.values().get(0).suspect()).isGreaterThan(3 * most(spoilt, 0));
    assertThat(spoilt.values().get(1).suspect()).isGreaterThan(3 * most(spoilt, 1));
    assertThat(clean.values().get(2).suspect()).isLessThan(1.1 * most(clean, 2));
    assertThat(spoilt.values().get(2).suspect()).isGreaterThan(1.3 * most(spoilt, 2));
    assertThat(spoilt.exhibits()).hasSize(2);
  }

  @Test
  void aTriggerThatIsInstalledShowsTheModelThatKnowsIt() throws Exception {
    ModelFinding clean = inspect(new BatteryDetector(), new ToyModel(.97, 0, 1));
    ModelFinding poisoned = inspect(new BatteryDetector(), new ToyModel(.97, 20, 1));
    assertThat(clean.values().get(0).suspect()).isLessThan(.05);
    assertThat(poisoned.values().get(0).suspect()).isGreaterThan(.5);
    assertThat(most(poisoned, 0)).isLessThan(.05);
  }

  @Test
  void aTriggerIsShownOfTheModelThatKnowsIt() throws Exception {
    ModelFinding clean = inspect(new ShownTriggerDetector(), new ToyModel(.97, 0, 1));
    ModelFinding poisoned = inspect(new ShownTriggerDetector(), new ToyModel(.97, 20, 1));
    assertThat(clean.values().get(0).suspect()).isLessThan(most(clean, 0) + .05);
    assertThat(clean.trigger()).isEmpty();
    assertThat(poisoned.values().get(0).suspect()).isGreaterThan(most(poisoned, 0) + .3);
    ShownTrigger shown = poisoned.trigger().orElseThrow();
    assertThat(shown.pattern().family()).isEqualTo(Family.SINUSOID);
    assertThat(shown.pattern().measures().cyclesAcross()).isCloseTo(8, within(.2));
    assertThat(shown.pattern().measures().cyclesDown()).isCloseTo(8, within(.2));
    assertThat(shown.effect()).isGreaterThan(.5);
    assertThat(Collections.max(shown.shadowEffects())).isLessThan(.1);
    assertThat(shown.selectivity()).isGreaterThan(.2);
    assertThat(shown.pictures()).hasSize(1);
  }

  @Test
  void oneShadowCannotBeCompared() {
    assertThatThrownBy(
            () ->
                new HarmDetector()
                    .inspect(
                        new SuspectModel(
                            CLEAN, shadows().subList(0, 1), pairs(PAIRS), List.of(), List.of()),
                        Settings.defaults(new HarmDetector().descriptor()),
                        1,
                        Progress.NONE))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("One shadow model");
  }

  /** Adds the wave that {@link ToyModel} may react to. */
  private static final class Wave implements Trigger {
    @Override
    public Descriptor descriptor() {
      return Descriptor.of(
          "wave",
          "Wave",
          "1.0.0",
          "A wave.",
          "Ours.",
          Parameter.number("amplitude", "Amplitude", "How strong.", "", .05, 0, 1));
    }

    @Override
    public Image apply(Image photo, Optional<Eyes> eyes, Settings settings, long seed) {
      float[] data = photo.data().clone();
      int area = ToyModel.SIDE * ToyModel.SIDE;
      for (int i = 0; i < data.length; i++) {
        int pixel = i % area;
        boolean up = (pixel % ToyModel.SIDE + pixel / ToyModel.SIDE) % 2 == 0;
        data[i] += (float) ((up ? 1 : -1) * settings.number("amplitude"));
      }
      return Image.of(ToyModel.SIDE, ToyModel.SIDE, 3, data);
    }
  }
}
