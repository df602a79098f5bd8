package org.pentimento.jobs.preview.exchange;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.data.Dataset;
import org.pentimento.api.data.DatasetFormat;
import org.pentimento.api.data.Pair;
import org.pentimento.api.data.Skipped;
import org.pentimento.api.data.Split;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Kind;
import org.pentimento.api.extension.Parameter;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.image.Image;
import org.pentimento.api.image.ImageSource;
import org.pentimento.casefile.event.SkippedFile;
import org.pentimento.fixtures.CancelledProgress;
import org.pentimento.fixtures.FakeExtensions;
import org.pentimento.protocol.question.ImportQuestion.PairFiles;
import org.pentimento.protocol.question.ImportQuestion.Paired;
import org.pentimento.protocol.question.ImportQuestion.Pairing;
import org.pentimento.protocol.question.ImportQuestion.RecogniseDataset;
import org.pentimento.protocol.question.ImportQuestion.RecognisedFormat;
import org.pentimento.protocol.question.ImportQuestion.TooLarge;
import org.pentimento.protocol.question.PairPictures;
import org.pentimento.registry.Extensions;

class PairingAnswererTest {
  @TempDir private Path folder;

  /** Pairs as many as it is told, one of which cannot be decoded; or none in a long time. */
  private static final class Made implements DatasetFormat {
    @Override
    public Descriptor descriptor() {
      return Descriptor.of(
          "made",
          "Made",
          "1.0.0",
          "Made.",
          "Ours.",
          Parameter.integer("count", "Count", "How many.", "", 3, 0, 100_000),
          Parameter.flag("slow", "Slow", "Never ends.", false));
    }

    @Override
    public Optional<Recognition> recognise(Path root) {
      return Optional.of(new Recognition(.9, "anything"));
    }

    @Override
    public Dataset open(@Nullable Path root, Settings settings, Progress progress)
        throws IOException, CancelledException {
      progress.begin("Looking at the images", 1000);
      while (settings.flag("slow")) {
        progress.advance(1);
        progress.checkCancelled();
        try {
          Thread.sleep(5);
        } catch (InterruptedException e) {
          throw new CancelledException();
        }
      }
      List<Pair> pairs = new ArrayList<>();
      for (int i = 0; i < settings.integer("count"); i++) {
        ImageSource source = ImageSource.of(Image.constant(200, 100, 1, .5f));
        ImageSource broken =
            () -> {
              throw new BadInputException("The file is cut off.", "Copy it again.");
            };
        pairs.add(
            new Pair(
                "p" + i,
                "p" + i,
                i == 0 ? Split.TRAIN : Split.TEST,
                Map.of(),
                null,
                source,
                i == 1 ? broken : source));
      }
      return new Dataset(pairs, List.of(new Skipped("note.txt", "It is no image.")));
    }
  }

  private static Extensions extensions() {
    Extensions extensions = FakeExtensions.some();
    FakeExtensions.add(extensions, Kind.DATASET_FORMAT, new Made());
    return extensions;
  }

  private PairFiles question(String key, String value) {
    return new PairFiles(folder.toString(), "made", Map.of(key, value), 2, 50);
  }

  @Test
  void showsPairsAndWhatIsLeftOut() throws Exception {
    Pairing answer =
        new PairingAnswerer(extensions(), Duration.ofSeconds(10))
            .answer(question("count", "5"), Progress.NONE);
    Paired paired = (Paired) answer;
    assertThat(paired.pairs()).isEqualTo(5);
    assertThat(paired.train()).isEqualTo(1);
    assertThat(paired.test()).isEqualTo(4);
    assertThat(paired.reasons()).extracting(SkippedFile::reason).containsExactly("It is no image.");
    assertThat(paired.shown()).hasSize(2);
    assertThat(paired.shown().get(1).problem()).contains("cut off");
    assertThat(paired.shown().get(1).pictures()).isNull();
    PairPictures pictures = requireNonNull(paired.shown().get(0).pictures());
    assertThat(pictures.photo().width()).isEqualTo(50);
    assertThat(pictures.photo().height()).isEqualTo(25);
  }

  @Test
  void saysHowFarItCameWhenTheTimeIsUp() throws Exception {
    Pairing answer =
        new PairingAnswerer(extensions(), Duration.ofMillis(100))
            .answer(question("slow", "true"), Progress.NONE);
    TooLarge large = (TooLarge) answer;
    assertThat(large.looked()).isPositive();
    assertThat(large.total()).isEqualTo(1000);
  }

  @Test
  void endsWhenNobodyWaitsAnyMore() throws Exception {
    PairingAnswerer answerer = new PairingAnswerer(extensions(), Duration.ofSeconds(10));
    assertThatThrownBy(() -> answerer.answer(question("slow", "true"), new CancelledProgress()))
        .isInstanceOf(CancelledException.class);
  }

  @Test
  void refusesASettingInWords() throws Exception {
    PairingAnswerer answerer = new PairingAnswerer(extensions(), Duration.ofSeconds(10));
    assertThatThrownBy(() -> answerer.answer(question("count", "-1"), Progress.NONE))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("count");
  }

  @Test
  void recognisesTheSurestFirstAndListsTheRest() throws Exception {
    List<RecognisedFormat> formats =
        new RecogniseAnswerer(extensions())
            .answer(new RecogniseDataset(folder.toString()), Progress.NONE)
            .formats();
    assertThat(formats).as("what makes its pairs itself reads no folder").hasSize(1);
    assertThat(formats.get(0).descriptor()).isEqualTo(new Made().descriptor());
    assertThat(formats.get(0).layout()).isEqualTo("anything");
    assertThat(formats.get(0).confidence()).isEqualTo(.9);
  }

  @Test
  void saysThatAFolderIsNotThere() throws Exception {
    RecogniseAnswerer answerer = new RecogniseAnswerer(extensions());
    RecogniseDataset question = new RecogniseDataset(folder.resolve("gone").toString());
    assertThatThrownBy(() -> answerer.answer(question, Progress.NONE))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("There is no file or folder");
  }
}
