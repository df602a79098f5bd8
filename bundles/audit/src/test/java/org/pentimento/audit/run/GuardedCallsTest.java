package org.pentimento.audit.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.pentimento.api.BadInputException;
import org.pentimento.api.Progress;
import org.pentimento.api.data.DatasetFormat;
import org.pentimento.api.data.Pair;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Extension;
import org.pentimento.api.extension.Kind;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.generator.Examples;
import org.pentimento.api.generator.Generator;
import org.pentimento.api.generator.Model;
import org.pentimento.api.generator.TrainingMonitor;
import org.pentimento.api.image.Eyes;
import org.pentimento.api.image.Image;
import org.pentimento.api.metric.Measurement;
import org.pentimento.api.metric.PairMetric;
import org.pentimento.api.poisoning.PoisoningStrategy;
import org.pentimento.api.poisoning.PoisoningStrategy.Poisoning;
import org.pentimento.api.trigger.Trigger;
import org.pentimento.fixtures.FakeExtensions;
import org.pentimento.fixtures.Sloppy;
import org.pentimento.fixtures.SloppyExtensions;
import org.pentimento.registry.Extensions;
import org.pentimento.registry.guard.AskedAbout;
import org.pentimento.registry.guard.Called;
import org.pentimento.registry.guard.Calls;
import org.pentimento.registry.guard.ExtensionFailedException;
import org.pentimento.registry.guard.GuardedExtension;
import org.pentimento.registry.guard.Limits;

/** What a sloppy extension does wrong is named: which extension, in which call, for what. */
class GuardedCallsTest {
  private static final Limits SHORT =
      new Limits(Duration.ofMillis(200), Duration.ofMillis(200), Duration.ofMillis(400));

  @TempDir private Path folder = Path.of("");
  private final Calls calls = new Calls(SHORT);

  private <T extends Extension> T guarded(Kind kind, Class<T> type, Extension sloppy) {
    return type.cast(GuardedExtension.of(kind, sloppy, sloppy.descriptor(), false, calls));
  }

  private static Settings settings(Extension extension) {
    return Settings.defaults(extension.descriptor());
  }

  private Image stamped(Sloppy mode) throws Exception {
    Trigger trigger =
        guarded(Kind.TRIGGER, Trigger.class, new SloppyExtensions("apply", mode).trigger());
    try (AskedAbout about = AskedAbout.of("pair f-005")) {
      return trigger.apply(Image.constant(20, 30, 3, .5f), Optional.empty(), settings(trigger), 1);
    }
  }

  private static ExtensionFailedException failure(ThrowingCallable call) {
    Throwable thrown = catchThrowable(call);
    return ExtensionFailedException.behind(thrown)
        .orElseThrow(() -> new AssertionError("nobody is named", thrown));
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "NOTHING",
        "SIZE",
        "PLANES",
        "NOT_A_NUMBER",
        "THROWS",
        "CHECKED",
        "DISK",
        "CLASS",
        "STACK",
        "MEMORY",
        "CANCELLED",
        "WAITS"
      })
  void whateverTriggerDoesWrongNamesItThePairAndTheCall(Sloppy mode) {
    ExtensionFailedException failed = failure(() -> stamped(mode));
    assertThat(failed).hasMessageContaining("The trigger 'sloppy' failed in apply for pair f-005");
    assertThat(failed.problem()).isNotEmpty().doesNotEndWith(".").doesNotContain("\n");
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void whatExtensionGetsItCannotWriteInto() throws Exception {
    Image photo = Image.constant(8, 8, 3, .5f);
    Trigger trigger =
        guarded(
            Kind.TRIGGER, Trigger.class, new SloppyExtensions("apply", Sloppy.WRITES).trigger());
    trigger.apply(photo, Optional.empty(), settings(trigger), 1);
    assertThat(photo).isEqualTo(Image.constant(8, 8, 3, .5f));
    for (String call : List.of("prepare", "measure")) {
      PairMetric metric =
          guarded(
              Kind.METRIC, PairMetric.class, new SloppyExtensions(call, Sloppy.WRITES).metric());
      metric.prepare(photo, settings(metric)).measure(photo);
      assertThat(photo).isEqualTo(Image.constant(8, 8, 3, .5f));
    }
    model("sketch", Sloppy.WRITES).sketch(List.of(photo));
    assertThat(photo).isEqualTo(Image.constant(8, 8, 3, .5f));
  }

  private Model model(String call, Sloppy mode) throws Exception {
    return guarded(Kind.GENERATOR, Generator.class, new SloppyExtensions(call, mode).generator())
        .read(folder);
  }

  @ParameterizedTest
  @CsvSource({
    "sketch, NOTHING, gave nothing",
    "sketch, FEW, gave 0 sketches for 2 photos",
    "sketch, SIZE, gave an image 11x8x1 as the sketch of an image 8x8x3",
    "sketch, PLANES, gave an image 8x8x3 as the sketch",
    "sketch, NOT_A_NUMBER, the value NaN",
    "sketch, THROWS, sloppy",
    "write, FEW, did not write model.safetensors",
    "write, DISK, sloppy",
    "provenance, NOTHING, gave nothing",
    "parameters, STACK, StackOverflowError",
    "close, CLASS, 'NoClassDefFoundError, sloppy/Gone'"
  })
  void modelsAreHeldToWhatTheyPromise(String call, Sloppy mode, String problem) throws Exception {
    Model model = model(call, mode);
    ExtensionFailedException failed =
        failure(
            () -> {
              Image photo = Image.constant(8, 8, 3, .5f);
              model.sketch(List.of(photo, photo));
              model.write(folder);
              model.provenance();
              model.parameters();
              model.close();
            });
    assertThat(failed.called()).isEqualTo(new Called(Kind.GENERATOR, "sloppy", call));
    assertThat(failed.problem()).contains(problem);
  }

  @ParameterizedTest
  @CsvSource({
    "scale, NOTHING, scale, gave no",
    "prepare, NOTHING, prepare, gave nothing",
    "measure, NOTHING, measure, gave nothing",
    "measure, NOT_A_NUMBER, measure, say undefined and why",
    "measure, SCALE, measure, 'outside its scale from 0.0 to 1.0'",
    "measure, NAME, measure, 'under the name ''ssim'', which is not its own'",
    "measure, HALF_CHARACTER, measure, half characters"
  })
  void metricsSpeakForThemselvesAndWithinTheirScale(
      String at, Sloppy mode, String call, String problem) {
    PairMetric metric =
        guarded(Kind.METRIC, PairMetric.class, new SloppyExtensions(at, mode).metric());
    Image image = Image.constant(8, 8, 1, .5f);
    ExtensionFailedException failed =
        failure(() -> metric.prepare(image, settings(metric)).measure(image));
    assertThat(failed.called().call()).isEqualTo(call);
    assertThat(failed.problem()).contains(problem);
  }

  /** As a trial of some steps listens to both. */
  private static final class Both implements TrainingMonitor, Progress {
    private final List<Double> losses = new ArrayList<>();

    @Override
    public void loss(long step, long total, Map<String, Double> found) {
      losses.addAll(found.values());
    }

    @Override
    public List<Image> previewPhotos() {
      return List.of();
    }

    @Override
    public void preview(long step, List<Image> sketches) {}

    @Override
    public Path checkpoints() {
      return Path.of("none");
    }

    @Override
    public void begin(String task, long total) {}

    @Override
    public void advance(long units) {}

    @Override
    public void note(String message) {}

    @Override
    public void checkCancelled() {}
  }

  @Test
  void oneObjectMayListenToLossesAndToProgress() throws Exception {
    Generator generator =
        guarded(
            Kind.GENERATOR,
            Generator.class,
            new SloppyExtensions("none", Sloppy.NOTHING).generator());
    Image image = Image.constant(8, 8, 1, .5f);
    Examples one =
        new Examples() {
          @Override
          public int size() {
            return 1;
          }

          @Override
          public int width() {
            return 8;
          }

          @Override
          public int height() {
            return 8;
          }

          @Override
          public Image photo(int index) {
            return image;
          }

          @Override
          public Image sketch(int index) {
            return image;
          }
        };
    Both both = new Both();
    generator.train(one, settings(generator), 1, both, both);
    assertThat(both.losses).containsExactly(.5);
  }

  @Test
  void scalesAreHeldToOneInMillion() {
    PairMetric metric =
        guarded(
            Kind.METRIC, PairMetric.class, new SloppyExtensions("none", Sloppy.NOTHING).metric());
    Image image = Image.constant(8, 8, 1, .5f);
    assertThat(metric.prepare(image, settings(metric)).measure(image))
        .isEqualTo(Measurement.of("sloppy", 1 + 5e-7));
  }

  @ParameterizedTest
  @CsvSource({
    "prepare, NOTHING, gave nothing",
    "target, NOTHING, gave nothing",
    "target, SIZE, gave an image 19x16x1 for an image 16x16x1",
    "target, PLANES, gave an image 16x16x3 for an image 16x16x1",
    "preferred, NOTHING, gave nothing",
    "preferred, TWICE, prefers the pair 'p0' twice",
    "preferred, FOREIGN, 'prefers the pair ''alien'', which it was not given'",
    "choices, NOTHING, gave nothing",
    "choices, HALF_CHARACTER, half characters"
  })
  void strategiesAreHeldToThePairsThatTheyGot(String call, Sloppy mode, String problem)
      throws Exception {
    List<Pair> pairs = format("none", Sloppy.NOTHING).open(null, none(), Progress.NONE).pairs();
    PoisoningStrategy strategy =
        guarded(
            Kind.POISONING_STRATEGY,
            PoisoningStrategy.class,
            new SloppyExtensions(call, mode).strategy());
    ExtensionFailedException failed =
        failure(
            () -> {
              Poisoning chosen = strategy.prepare(pairs, none(), 1, Progress.NONE);
              chosen.target(pairs.get(0), pairs.get(0).sketch().decode());
              chosen.preferred(pairs);
              chosen.choices();
            });
    assertThat(failed.called().call()).isEqualTo(call);
    assertThat(failed.problem()).contains(problem.replace("''", "'"));
  }

  private static Settings none() {
    return settings(new SloppyExtensions("none", Sloppy.NOTHING).format());
  }

  private DatasetFormat format(String call, Sloppy mode) {
    return guarded(
        Kind.DATASET_FORMAT, DatasetFormat.class, new SloppyExtensions(call, mode).format());
  }

  @ParameterizedTest
  @CsvSource({
    "makesItsPairs, THROWS, sloppy",
    "makesItsPairs, WAITS, no answer within 200 ms",
    "recognise, NOTHING, gave nothing",
    "recognise, SCALE, 'a confidence of 1.0E9, which is not in [0, 1]'",
    "recognise, NOT_A_NUMBER, a confidence of NaN",
    "recognise, DISK, sloppy",
    "open, NOTHING, gave nothing",
    "open, HALF_CHARACTER, a person of a pair with control characters",
    "decode, NOTHING, gave no image",
    "decode, NOT_A_NUMBER, the value NaN",
    "decode, CLASS, sloppy/Gone"
  })
  void formatsAreHeldToWhatTheyMayGive(String call, Sloppy mode, String problem) {
    DatasetFormat format = format(call, mode);
    ExtensionFailedException failed =
        failure(
            () -> {
              format.makesItsPairs();
              format.recognise(folder);
              format.open(null, none(), Progress.NONE).pairs().get(0).photo().decode();
            });
    assertThat(failed.called()).isEqualTo(new Called(Kind.DATASET_FORMAT, "sloppy", call));
    assertThat(failed.problem()).contains(problem);
  }

  @Test
  void callThatDoesNotEndAlthoughItIsInterruptedIsToldToWhoeverWatches() throws Exception {
    CompletableFuture<ExtensionFailedException> told = new CompletableFuture<>();
    calls.watch(() -> false, told::complete);
    Thread hanging = new Thread(() -> failure(() -> stamped(Sloppy.HANGS)), "hanging");
    hanging.setDaemon(true);
    hanging.start();
    ExtensionFailedException stuck = told.get(10, TimeUnit.SECONDS);
    assertThat(stuck)
        .hasMessageContaining(
            "The trigger 'sloppy' failed in apply for pair f-005: it gave no answer within 200 ms");
  }

  @Test
  void callThatIgnoresCancellingIsToldWithinTwoSeconds() throws Exception {
    Calls patient = new Calls(Limits.standard());
    CompletableFuture<ExtensionFailedException> told = new CompletableFuture<>();
    patient.watch(() -> true, told::complete);
    Extension sloppy = new SloppyExtensions("apply", Sloppy.HANGS).trigger();
    Trigger trigger =
        (Trigger) GuardedExtension.of(Kind.TRIGGER, sloppy, sloppy.descriptor(), false, patient);
    Thread hanging =
        new Thread(
            () ->
                assertThatThrownBy(
                        () ->
                            trigger.apply(
                                Image.constant(8, 8, 1, 0), Optional.empty(), settings(trigger), 1))
                    .isInstanceOf(Exception.class),
            "hanging");
    hanging.setDaemon(true);
    hanging.start();
    assertThat(told.get(2, TimeUnit.SECONDS).called().call()).isEqualTo("apply");
  }

  @Test
  void callThatWasRefusedIsNotMadeAgain() {
    calls.refuse(new Called(Kind.TRIGGER, "sloppy", "apply"), "it ended the process");
    assertThat(failure(() -> stamped(Sloppy.SIZE)).problem()).isEqualTo("it ended the process");
  }

  @Test
  void whatIsWrongWithTheInputIsNotTheExtensionsFault() {
    Extensions extensions = new Extensions();
    FakeExtensions.add(
        extensions,
        Kind.TRIGGER,
        new Trigger() {
          @Override
          public Descriptor descriptor() {
            return new SloppyExtensions("none", Sloppy.NOTHING).trigger().descriptor();
          }

          @Override
          public Image apply(Image photo, Optional<Eyes> eyes, Settings s, long seed)
              throws BadInputException {
            throw new BadInputException("The photo is too small.", "Choose a larger one.");
          }
        });
    assertThatThrownBy(
            () ->
                extensions
                    .get(Kind.TRIGGER, Trigger.class, "sloppy")
                    .apply(Image.constant(8, 8, 1, 0), Optional.empty(), none(), 1))
        .isExactlyInstanceOf(BadInputException.class)
        .hasMessage("The photo is too small.");
  }
}
