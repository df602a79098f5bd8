package org.pentimento.casefile.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pentimento.api.BadInputException;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.event.BlobReference;
import org.pentimento.casefile.event.CaseInfo;
import org.pentimento.casefile.event.DocumentKind;
import org.pentimento.casefile.json.CanonicalJson;
import org.pentimento.casefile.result.Comparison.Blindness;
import org.pentimento.casefile.result.Comparison.ImageRow;
import org.pentimento.casefile.result.Comparison.Net;
import org.pentimento.casefile.result.Comparison.Reach;
import org.pentimento.casefile.result.Comparison.SuccessPoint;
import org.pentimento.casefile.result.Comparison.Summary;
import org.pentimento.casefile.result.Comparison.TestedModel;
import org.pentimento.casefile.result.Comparison.Turned;

class ResultsTest {
  /** As the product wrote it before results held facts alone. */
  private static final String SCHEMA_1 =
      """
      {"comparisons":[
        {"attack":null,"blindness":[],"cleanModel":{"collapsed":"","description":"d","losses":[],"parameters":5,"weights":"w"},
         "conclusions":["It stands alone."],"generator":{"citation":"","id":"onnx","name":"suspect (ONNX)","settings":{},"version":"1"},
         "id":"suspect/1","images":[{"blobs":{"imported/clean":"c","photo":"a","truth":"b"},"pair":"p"}],"measurements":"m",
         "poisonedModel":null,"reach":null,"seed":0,"success":[],"summaries":[]},
        {"attack":null,"blindness":[{"harmed":0.5,"honest":1,"loss":0.5,"metric":"fsim","name":"FSIM","sees":true,"sentence":"It sees."}],
         "cleanModel":{"collapsed":"","description":"d","losses":[],"parameters":5,"weights":"w"},
         "conclusions":["Once said."],"generator":{"citation":"","id":"fcn","name":"FCN","settings":{},"version":"1"},
         "id":"fcn/1/s7","images":[{"blobs":{"clean/clean":"c","photo":"a","poisoned/triggered":"e","target":"t","triggered":"d","truth":"b"},"pair":"p"}],
         "measurements":"m","poisonedModel":{"collapsed":"it is white","description":"d","losses":[],"parameters":5,"weights":"w"},
         "reach":{"changed":1,"pixels":-1,"reached":1,"sentence":"It reaches.","targeted":1},"seed":7,"success":[],
         "summaries":[{"against":"target","high":1,"low":0,"mean":0.5,"metric":"fsim","model":"poisoned","n":2,"name":"fsim","photo":"triggered","undefined":0}]}],
       "data":{"dataset":"faces","digest":"0","format":"faces","height":8,"skipped":{},"test":["p"],"train":["t"],"width":8},
       "detections":[],"environment":{},"metrics":[],"name":"n","plan":"p","schema":1}
      """;

  private static final Net NET = new Net(1, .9, 2, .4, .3, .5, .4, .1);

  @TempDir Path folder = Path.of("");

  private int cases;

  private RunResult read(byte[] document) throws IOException {
    System.setProperty("pentimento.config", folder.resolve("config").toString());
    try (CaseFile file =
        CaseFile.create(
            folder.resolve("c" + ++cases + ".case"), new CaseInfo("e", "", "", "", "UTC", ""))) {
      return Results.read(file.blobs(), file.blobs().put(document));
    }
  }

  @Test
  void aResultOfSchema1KeepsItsFactsAndItsSentencesApart() throws IOException {
    List<Comparison> read = read(SCHEMA_1.getBytes(StandardCharsets.UTF_8)).comparisons();
    Comparison imported = read.get(0);
    assertThat(imported.isImported()).isTrue();
    assertThat(imported.audited().name()).isEqualTo("suspect");
    assertThat(imported.audited().seed()).isEmpty();
    assertThat(imported.models()).containsOnlyKeys(Subject.IMPORTED);
    assertThat(imported.sketches())
        .containsExactly(new ImageRole.Sketch(Subject.IMPORTED, PhotoKind.CLEAN));
    Comparison trained = read.get(1);
    assertThat(trained.audited().seed()).hasValue(7);
    assertThat(trained.models()).containsOnlyKeys(Subject.CLEAN, Subject.POISONED);
    assertThat(trained.model(Subject.POISONED).orElseThrow().collapse())
        .isEqualTo(new Collapse(Collapse.Reason.AS_SAID, null, "it is white"));
    assertThat(trained.summaries().get(0).condition())
        .isEqualTo(new Condition(Subject.POISONED, PhotoKind.TRIGGERED, ReferenceSketch.TARGET));
    EarlierWords words = trained.words();
    assertThat(words)
        .isEqualTo(
            new EarlierWords(List.of("Once said."), "It reaches.", Map.of("fsim", "It sees.")));
  }

  @Test
  void whatIsWrittenIsReadAgainAndHoldsNoSentences() throws IOException {
    TestedModel model = new TestedModel("d", "w", 5, List.of(), null, "");
    ExtensionUse fcn = new ExtensionUse("fcn", "FCN", "1", "", Map.of());
    Map<ImageRole, String> blobs =
        Map.of(
            new ImageRole.Photo(PhotoKind.TRIGGERED),
            "a",
            new ImageRole.Sketch(Subject.POISONED, PhotoKind.TRIGGERED),
            "b");
    Comparison comparison =
        new Comparison(
            "fcn/1/s7",
            new Audited.Trained(fcn, 7),
            Map.of(Subject.POISONED, model, Subject.CLEAN, model),
            new Comparison.Attack(fcn, fcn, .1, List.of("t"), Map.of(), "m"),
            new Reach(-1, 1, 1, .5),
            new Turned(2, 1, 0, .1, .9),
            List.of(new SuccessPoint(0, 1, .5, 1, 0)),
            List.of(new Blindness("fsim", "FSIM", true, 1, .5, .5, NET)),
            List.of(
                new Summary(
                    "fsim",
                    "fsim",
                    Subject.POISONED,
                    PhotoKind.TRIGGERED,
                    ReferenceSketch.TRUTH,
                    2,
                    0,
                    .5,
                    .4,
                    .6)),
            List.of(new ImageRow("p", blobs)),
            "m",
            new EarlierWords(List.of("never stored"), "", Map.of()));
    RunResult result =
        new RunResult(
            RunResult.SCHEMA,
            "n",
            "p",
            Map.of(),
            new RunResult.DataUsed("f", "f", "0", List.of("t"), List.of("p"), 8, 8, Map.of()),
            List.of(fcn),
            List.of(comparison),
            List.of(new AttackInspection(1, 7, "i")),
            List.of(new ModelAnswer("fcn/1/s7/clean", "0".repeat(64))));
    byte[] written = CanonicalJson.bytes(result);
    assertThat(new String(written, StandardCharsets.UTF_8))
        .contains("\"poisoned/triggered\"", "\"model\":\"poisoned\"", "\"photo\":\"triggered\"")
        .doesNotContain("never stored", "words", "enough");
    RunResult read = read(written);
    assertThat(read.comparisons().get(0).words()).isNull();
    assertThat(CanonicalJson.bytes(read)).isEqualTo(written);
    assertThat(DocumentKind.RESULT.references(CanonicalJson.tree(result)))
        .contains(new BlobReference("0".repeat(64), DocumentKind.MODEL_INSPECTION));
    ObjectNode before = (ObjectNode) CanonicalJson.tree(result);
    before.remove("modelInspections"); // as plans without detectors of models left it
    assertThat(read(CanonicalJson.bytes(before)).modelInspections()).isEmpty();
    assertThat(read.comparisons().get(0).models().keySet())
        .containsExactly(Subject.CLEAN, Subject.POISONED);
  }

  @Test
  void aResultOfSchemaTwoIsReadWithoutWhatItsDetectorsSaid() throws Exception {
    String two =
        """
        {"comparisons":[],"data":{"dataset":"d","digest":"0","format":"f","height":8,
         "skipped":{},"test":[],"train":[],"width":8},"detections":[%s],"environment":{},
         "metrics":[],"name":"n","plan":"p","schema":2}
        """;
    String spoke = "{\"comparison\":\"c\",\"problem\":\"it fell over\"}";
    RunResult read = read(two.formatted(spoke).getBytes(StandardCharsets.UTF_8));
    assertThat(read.schema()).isEqualTo(2);
    assertThat(read.inspections()).isEmpty();
  }

  @Test
  void aResultOfSchemaThreeIsReadWithoutWhatItsMetricsClaimed() throws Exception {
    String three =
        """
        {"comparisons":[{"attack":null,"audited":{"kind":"imported","model":"m","format":
          {"citation":"","id":"onnx","name":"ONNX","settings":{},"version":"1"}},
          "blindness":[{"favoured":0.4,"harmed":0.5,"honest":1.0,"loss":0.5,"metric":"fsim",
            "name":"FSIM","sees":true,"standard":true}],
          "id":"m/1","images":[],"measurements":"m","models":{},"reach":null,"success":[],
          "summaries":[],"turned":null}],
         "data":{"dataset":"d","digest":"0","format":"f","height":8,
         "skipped":{},"test":[],"train":[],"width":8},"environment":{},"inspections":[],
         "metrics":[],"name":"n","plan":"p","schema":3}
        """;
    Comparison read = read(three.getBytes(StandardCharsets.UTF_8)).comparisons().get(0);
    assertThat(read.standIns()).isNull();
    assertThat(read.blindness())
        .containsExactly(new Blindness("fsim", "FSIM", true, 1, .5, .5, null));
    assertThat(read.blindness().get(0).sight()).isEqualTo(Sight.UNTOLD);
  }

  @Test
  void aLaterSchemaIsRefused() {
    String later = SCHEMA_1.replace("\"schema\":1", "\"schema\":5");
    assertThatThrownBy(() -> read(later.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("schema 5");
  }

  @ParameterizedTest
  @ValueSource(strings = {"photo", "triggered", "truth", "target", "imported/triggered"})
  void rolesAreSpelledAsTheyAreRead(String key) {
    assertThat(ImageRole.of(key).key()).isEqualTo(key);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "clean", "clean/", "shadow/clean", "truth/clean"})
  void unknownRolesAreRefused(String key) {
    assertThatThrownBy(() -> ImageRole.of(key)).isInstanceOf(IllegalArgumentException.class);
  }
}
