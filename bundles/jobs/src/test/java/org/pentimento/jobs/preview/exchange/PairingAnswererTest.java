package org.pentimento.jobs.preview.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import org.pentimento.fixtures.FakeExtensions;
import org.pentimento.protocol.preview.Answer;
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

  private ObjectNode question(String key, String value) {
    ObjectNode question =
        JsonNodeFactory.instance
            .objectNode()
            .put("path", folder.toString())
            .put("format", "made")
            .put("first", 2)
            .put("side", 50);
    question.putObject("settings").put(key, value);
    return question;
  }

  @Test
  void showsPairsAndWhatIsLeftOut() throws Exception {
    Answer answer =
        new PairingAnswerer(extensions(), Duration.ofSeconds(10))
            .answer(question("count", "5"), Progress.NONE);
    JsonNode data = answer.data();
    assertThat(data.path("pairs").asInt()).isEqualTo(5);
    assertThat(data.path("train").asInt()).isEqualTo(1);
    assertThat(data.path("test").asInt()).isEqualTo(4);
    assertThat(data.path("reasons").get(0).path("reason").asText()).isEqualTo("It is no image.");
    assertThat(data.path("shown")).hasSize(2);
    assertThat(data.path("shown").get(1).path("problem").asText()).contains("cut off");
    assertThat(answer.pictures()).as("of the one that can be decoded").hasSize(2);
    assertThat(answer.pictures().get(0).width()).isEqualTo(50);
    assertThat(answer.pictures().get(0).height()).isEqualTo(25);
  }

  @Test
  void saysHowFarItCameWhenTheTimeIsUp() throws Exception {
    JsonNode data =
        new PairingAnswerer(extensions(), Duration.ofMillis(100))
            .answer(question("slow", "true"), Progress.NONE)
            .data();
    assertThat(data.path("complete").asBoolean()).isFalse();
    assertThat(data.path("looked").asLong()).isPositive();
    assertThat(data.path("total").asLong()).isEqualTo(1000);
  }

  @Test
  void endsWhenNobodyWaitsAnyMore() throws Exception {
    Progress givenUp =
        new Progress() {
          @Override
          public void begin(String task, long total) {}

          @Override
          public void advance(long units) {}

          @Override
          public void note(String message) {}

          @Override
          public void checkCancelled() throws CancelledException {
            throw new CancelledException();
          }
        };
    PairingAnswerer answerer = new PairingAnswerer(extensions(), Duration.ofSeconds(10));
    assertThatThrownBy(() -> answerer.answer(question("slow", "true"), givenUp))
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
    JsonNode formats =
        new RecogniseAnswerer(extensions())
            .answer(
                JsonNodeFactory.instance.objectNode().put("path", folder.toString()), Progress.NONE)
            .data()
            .path("formats");
    assertThat(formats.get(0).path("id").asText()).isEqualTo("made");
    assertThat(formats.get(0).path("layout").asText()).isEqualTo("anything");
    assertThat(formats.get(0).path("parameters")).hasSize(2);
    assertThat(formats).as("what makes its pairs itself reads no folder").hasSize(1);
  }

  @Test
  void saysThatAFolderIsNotThere() throws Exception {
    RecogniseAnswerer answerer = new RecogniseAnswerer(extensions());
    ObjectNode question =
        JsonNodeFactory.instance.objectNode().put("path", folder.resolve("gone").toString());
    assertThatThrownBy(() -> answerer.answer(question, Progress.NONE))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("There is no file or folder");
  }
}
