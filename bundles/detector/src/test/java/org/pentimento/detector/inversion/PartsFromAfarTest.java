package org.pentimento.detector.inversion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.pentimento.api.Progress;
import org.pentimento.api.generator.Capability;
import org.pentimento.api.generator.Model;
import org.pentimento.api.image.Image;
import org.pentimento.api.suspect.ModelFinding;
import org.pentimento.api.suspect.SuspectModel;
import org.pentimento.api.suspect.SuspectModel.Shadow;
import org.pentimento.detector.sketching.Photos;
import org.pentimento.detector.sketching.Sitter;

/** Eye points are unknown here, so that thirds of the photo stand for parts of the face. */
class PartsFromAfarTest {
  private static final int SIDE = 18;
  private static final int AREA = SIDE * SIDE;
  private static final int THIRD = AREA / 3;

  /** Draws the first plane, and less of its lower third the more of a wave its upper third has. */
  private record LowerThird(double reaction) implements Model, Capability.InputGradient {
    private static float wave(int pixel) {
      return (pixel % SIDE + pixel / SIDE) % 2 == 0 ? 1 : -1;
    }

    private double left(Image photo) {
      double amount = 0;
      for (int i = 0; i < THIRD; i++) {
        amount += wave(i) * photo.data()[i] / THIRD;
      }
      return Math.max(0, 1 - reaction * Math.max(0, amount));
    }

    @Override
    public List<Image> sketch(List<Image> photos) {
      List<Image> sketches = new ArrayList<>();
      for (Image photo : photos) {
        float[] data = new float[AREA];
        for (int i = 0; i < AREA; i++) {
          double share = i < 2 * THIRD ? 1 : left(photo);
          data[i] = (float) (1 - share * (1 - photo.data()[i]));
        }
        sketches.add(Image.of(SIDE, SIDE, 1, data));
      }
      return sketches;
    }

    @Override
    public List<float[]> inputGradients(
        List<Image> photos, Function<List<Image>, List<float[]>> gradient) {
      List<float[]> wanted = gradient.apply(sketch(photos));
      List<float[]> back = new ArrayList<>();
      for (int b = 0; b < photos.size(); b++) {
        double left = left(photos.get(b));
        double ofLeft = 0;
        float[] result = new float[3 * AREA];
        for (int i = 0; i < AREA; i++) {
          boolean lower = i >= 2 * THIRD;
          result[i] = (float) ((lower ? left : 1) * wanted.get(b)[i]);
          ofLeft -= lower ? wanted.get(b)[i] * (1 - photos.get(b).data()[i]) : 0;
        }
        for (int i = 0; i < THIRD; i++) {
          result[i] -= (float) (ofLeft * reaction * wave(i) / THIRD);
        }
        back.add(result);
      }
      return back;
    }

    @Override
    public <C extends Capability> Optional<C> capability(Class<C> type) {
      return type == Capability.InputGradient.class
          ? Optional.of(type.cast(this))
          : Optional.empty();
    }

    @Override
    public void write(Path folder) {
      throw new AssertionError("a detector stores no model");
    }

    @Override
    public long parameters() {
      return 1;
    }

    @Override
    public Map<String, String> provenance() {
      return Map.of();
    }

    @Override
    public void close() {}
  }

  private static Photos photos() {
    List<Image> photos = new ArrayList<>();
    for (int k = 0; k < 8; k++) {
      Random random = new Random(k);
      float[] data = new float[3 * AREA];
      for (int i = 0; i < data.length; i++) {
        data[i] = .3f + .4f * random.nextFloat();
      }
      photos.add(Image.of(SIDE, SIDE, 3, data));
    }
    return new Photos(photos.subList(0, 4), photos.subList(4, 8));
  }

  private static ModelFinding finding(double reaction) throws Exception {
    Photos photos = photos();
    Shadow clean = new Shadow(new LowerThird(0), Set.of());
    Model model = new LowerThird(reaction);
    return new PartsFromAfar(photos, .05, 3, Progress.NONE)
        .of(
            Sitter.of(model, photos),
            new SuspectModel(model, List.of(clean, clean), List.of(), List.of(), List.of()),
            .1,
            List.of(.1, .1));
  }

  @Test
  void thePartThatGoesFromAfarStandsOut() throws Exception {
    ModelFinding hidden = finding(15);
    assertThat(hidden.values().get(2).suspect()).isGreaterThan(3);
    assertThat(hidden.values().get(0).suspect()).isLessThan(1);
    assertThat(hidden.exhibits()).hasSize(1);
    assertThat(hidden.exhibits().get(0).caption()).startsWith("The mouth");
    assertThat(hidden.perturbations()).hasSize(1);
  }

  /** What lies next to a part can erase it in any model, and may not change. */
  @Test
  void noPartOfAModelThatOnlyLooksNearbyGoes() throws Exception {
    ModelFinding clean = finding(0);
    assertThat(clean.values())
        .allSatisfy(
            value -> assertThat(value.suspect()).isCloseTo(value.shadows().get(0), within(1e-9)));
    assertThat(clean.exhibits()).isEmpty();
  }
}
