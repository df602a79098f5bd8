package org.pentimento.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pentimento.api.BadInputException;
import org.pentimento.api.Progress;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.generator.Model;
import org.pentimento.generator.fcn.FcnGenerator;

class SafetensorsFormatTest {
  private final SafetensorsFormat format = new SafetensorsFormat();
  private final Settings none = Settings.defaults(format.descriptor());
  private final Path folder;
  private final Path card;

  SafetensorsFormatTest(@TempDir Path folder) {
    this.folder = folder;
    this.card = folder.resolve("model.json");
  }

  @BeforeEach
  void writeAModel() throws Exception {
    FcnGenerator fcn = new FcnGenerator();
    Settings settings = Settings.of(fcn.descriptor(), Map.of("width", 2, "epochs", 1));
    RecordingMonitor monitor = new RecordingMonitor(folder);
    try (Model model =
        fcn.train(new SyntheticFaces(2, 16, 1), settings, 1, monitor, Progress.NONE)) {
      model.write(folder);
    }
  }

  @Test
  void opensTheFolderAndTheFile() throws Exception {
    for (Path path : new Path[] {folder, folder.resolve("model.safetensors")}) {
      assertThat(format.recognise(path)).hasValue("model of generator fcn");
      try (Model model = format.open(path, none)) {
        assertThat(model.parameters()).isEqualTo(152 + 4 * 38 + 19);
      }
    }
  }

  @Test
  void doesNotTakeOtherFiles() throws Exception {
    assertThat(format.recognise(card)).isEmpty();
    assertThat(format.recognise(folder.resolve("nothing"))).isEmpty();
    assertThatThrownBy(() -> format.open(card, none)).isInstanceOf(BadInputException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "id" : "fcn"           | "id" : "other"          | not here
          "id" : "fcn"           | "id" : "cgan"           | model.json
          "id" : "fcn"           | "id" : 7                | generator
          "version" : "1.2.0"    | "version" : "2.0.0"     | generator
          "width" : 2            | "width" : 512           | tensor
          "width" : 2            | "width" : 0             | width
          "width" : 2            | "width" : {}            | width
          "width" : 2            | "depth" : 2             | depth
          "width" : 2            | "width" : 2, "width" : 2 | JSON
          "width" : 16           | "width" : 99999999999   | trained-on.width
          "width" : 16           | "width" : 1.5           | trained-on.width
          "pentimento-model" : 1 | "pentimento-model" : 2  | format
          "threads" : "          | "threads" : 2, "x" : "  | provenance
          """)
  void refusesDamagedCards(String from, String to, String named) throws Exception {
    String text = Files.readString(card);
    assertThat(text).contains(from);
    Files.writeString(card, text.replace(from, to));
    assertThatThrownBy(() -> format.open(folder, none))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining(named);
  }

  @Test
  void refusesAnEndlessCard() throws Exception {
    Files.writeString(card, "{\"pentimento-model\":1" + " ".repeat(1 << 20) + "}");
    assertThatThrownBy(() -> format.open(folder, none))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("too large");
  }
}
