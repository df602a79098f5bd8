package org.pentimento.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.pentimento.api.Progress;
import org.pentimento.api.data.Pair;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Extension;
import org.pentimento.api.extension.Parameter;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.image.Eyes;
import org.pentimento.api.image.Image;
import org.pentimento.api.metric.Measurement;
import org.pentimento.api.metric.PairMetric;
import org.pentimento.api.poisoning.PoisoningStrategy;
import org.pentimento.api.trigger.Trigger;
import org.pentimento.testing.Outcome.Verdict;

/** The checks find what authors do wrong, and say it. */
class SloppyExtensionsTest {
  private static final Descriptor FINE =
      Descriptor.of("fine", "Fine", "1.0.0", "Does something.", "Nobody.");
  private static int calls;

  private record Stamping(Descriptor descriptor, Stamp how) implements Trigger {
    @Override
    public Image apply(Image photo, Optional<Eyes> eyes, Settings settings, long seed)
        throws IOException {
      return how.apply(photo, eyes);
    }
  }

  private record Wanting(Descriptor descriptor, Poisoning how) implements PoisoningStrategy {
    @Override
    public Poisoning prepare(List<Pair> donors, Settings settings, long seed, Progress progress) {
      return how;
    }
  }

  private record Measuring(Descriptor descriptor, Scale scale, How how) implements PairMetric {
    interface How {
      Measurement of(Image reference, Image candidate);
    }

    @Override
    public Reference prepare(Image reference, Settings settings) {
      return candidate -> how.of(reference, candidate);
    }
  }

  private static Trigger trigger(Trigger.Stamp how) {
    return new Stamping(FINE, how);
  }

  private static PairMetric metric(Measuring.How how) {
    return new Measuring(FINE, new PairMetric.Scale("", 0, 1, PairMetric.Direction.HIGHER), how);
  }

  private static Image inverted(Image photo) {
    float[] data = photo.data().clone();
    for (int i = 0; i < data.length; i++) {
      data[i] = 1 - data[i];
    }
    return Image.of(photo.width(), photo.height(), photo.planes(), data);
  }

  static Stream<Arguments> sloppy() {
    return Stream.of(
        Arguments.of(trigger((photo, eyes) -> photo), "it changes the photo", "as it was"),
        Arguments.of(
            trigger((photo, eyes) -> inverted(photo.window(0, 0, photo.width() + 1, 8))),
            "the result has the size and the planes of the photo",
            "gave an image of 65x8x3"),
        Arguments.of(
            trigger(
                (photo, eyes) -> {
                  photo.data()[0] = .123f;
                  return inverted(photo);
                }),
            "it leaves the photo that it is given as it is",
            "wrote into the image"),
        Arguments.of(
            trigger(
                (photo, eyes) ->
                    Image.constant(
                        photo.width(), photo.height(), photo.planes(), ++calls % 100 / 100f)),
            "the same seed gives the same image",
            "another image the second time"),
        Arguments.of(
            trigger((photo, eyes) -> inverted(photo.window(0, 0, 8 / (photo.width() - 8), 8))),
            "it takes photos of any size, or says why not",
            "threw java.lang."),
        Arguments.of(
            new Stamping(
                Descriptor.of("nameless", " ", "1.0.0", "Does.", "Nobody."),
                (photo, eyes) -> inverted(photo)),
            "it describes itself completely",
            "the name is missing"),
        Arguments.of(
            new Stamping(
                Descriptor.of("bell", "A\u0007bell", "1.0.0", "Does.", "Nobody."),
                (photo, eyes) -> inverted(photo)),
            "it describes itself completely",
            "cannot be shown: U+7"),
        Arguments.of(
            new Wanting(FINE, (pair, sketch) -> sketch.colour()),
            "the target has the size of the sketch and one plane",
            "64x64x3"),
        Arguments.of(
            metric((reference, candidate) -> Measurement.of("ssim", 1)),
            "its values lie on its scale and carry its id",
            "named 'ssim'"),
        Arguments.of(
            metric((reference, candidate) -> Measurement.of("fine", 1e300)),
            "its values lie on its scale and carry its id",
            "outside of the scale"),
        Arguments.of(
            metric(
                (reference, candidate) ->
                    Measurement.of("fine", reference.equals(candidate) ? 0 : 1)),
            "an image is at least as much like itself as another one is",
            "for an image and itself it gave 0.0"),
        Arguments.of(
            metric((reference, candidate) -> Measurement.of("fine", 1)),
            "it refuses images of two sizes",
            "measured images of two sizes"));
  }

  @ParameterizedTest
  @MethodSource("sloppy")
  void whatIsWrongIsFound(Extension extension, String check, String words) {
    Outcome outcome = outcome(extension, check, Duration.ofSeconds(20));
    assertThat(outcome.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(outcome.detail()).contains(words);
  }

  @Test
  void whatHangsIsLeftBehind() {
    Trigger hanging =
        trigger(
            (photo, eyes) -> {
              while (!Thread.currentThread().isInterrupted()) {
                Thread.onSpinWait();
              }
              return photo;
            });
    Outcome outcome = outcome(hanging, "it changes the photo", Duration.ofMillis(200));
    assertThat(outcome.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(outcome.detail()).startsWith("took longer than");
  }

  @Test
  void whatDoesNotListenIsFound() {
    PoisoningStrategy deaf =
        new PoisoningStrategy() {
          @Override
          public Descriptor descriptor() {
            return FINE;
          }

          @Override
          public Poisoning prepare(
              List<Pair> donors, Settings settings, long seed, Progress progress) {
            long end = System.nanoTime() + Duration.ofMillis(1300).toNanos();
            while (System.nanoTime() < end) {
              Thread.onSpinWait();
            }
            return (pair, sketch) -> sketch;
          }
        };
    Outcome outcome =
        outcome(deaf, "it ends within a second once it is cancelled", Duration.ofSeconds(20));
    assertThat(outcome.verdict()).isEqualTo(Verdict.FAILED);
    assertThat(outcome.detail()).contains("after it was cancelled");
  }

  @Test
  void whatIsNotThereIsNotApplicable() {
    Outcome outcome =
        outcome(
            trigger((photo, eyes) -> inverted(photo)),
            "it takes every value that its parameters allow, or says why not",
            Duration.ofSeconds(5));
    assertThat(outcome.verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
    assertThat(outcome.detail()).isEqualTo("it has no parameters");
  }

  @Test
  void parametersAreTriedAtTheirBounds() {
    Trigger dividing =
        new Trigger() {
          @Override
          public Descriptor descriptor() {
            return Descriptor.of(
                "dividing",
                "Dividing",
                "1.0.0",
                "Divides.",
                "Nobody.",
                Parameter.integer("by", "By", "By what.", "", 3, 0, 9));
          }

          @Override
          public Image apply(Image photo, Optional<Eyes> eyes, Settings settings, long seed) {
            return Image.constant(
                photo.width(), photo.height(), photo.planes(), 1 / settings.integer("by"));
          }
        };
    Outcome outcome =
        outcome(
            dividing,
            "it takes every value that its parameters allow, or says why not",
            Duration.ofSeconds(5));
    assertThat(outcome.detail()).contains("with {by=0}", "/ by zero");
  }

  @Test
  void facesAreTheSameEachTime() {
    SplittableRandom random = new SplittableRandom(1);
    int person = random.nextInt(100);
    assertThat(MadeUpFaces.photo(person, 20, 30)).isEqualTo(MadeUpFaces.photo(person, 20, 30));
    assertThat(MadeUpFaces.sketch(1, 20, 30)).isNotEqualTo(MadeUpFaces.sketch(2, 20, 30));
  }

  private static Outcome outcome(Extension extension, String name, Duration patience) {
    Check check =
        Conformance.of(extension).stream()
            .filter(c -> c.name().equals(name))
            .findFirst()
            .orElseThrow();
    return Outcome.of(check, patience);
  }
}
