package org.pentimento.casefile.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.pentimento.api.detector.DatasetDetector.LooksAt;
import org.pentimento.api.detector.PairFinding.Quality.Oddity;
import org.pentimento.api.detector.PairFinding.Reason;
import org.pentimento.api.detector.SharedPattern.Family;
import org.pentimento.api.detector.SharedPattern.Place;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.event.CaseInfo;
import org.pentimento.casefile.json.CanonicalJson;
import org.pentimento.casefile.result.InspectedPair.QualityFound;
import org.pentimento.casefile.result.InspectedPair.ReasonFound;
import org.pentimento.casefile.result.InspectionResult.DetectorUse;
import org.pentimento.casefile.result.InspectionResult.InspectedData;
import org.pentimento.casefile.result.InspectionResult.Material;

class InspectionsTest {
  private static final ExtensionUse USE = new ExtensionUse("d", "D", "1.0.0", "", Map.of("n", 2));

  @TempDir private Path folder = Path.of("");

  private static InspectionResult result() {
    return new InspectionResult(
        InspectionResult.SCHEMA,
        "look",
        Map.of("os", "any"),
        new InspectedData("set", "f", "0", Material.PHOTOGRAPHED, 9, 8, 8, 0, Map.of("x", "Cut.")),
        null,
        .01,
        3,
        List.of(new DetectorUse(USE, LooksAt.SKETCHES, "Marks.", "")),
        DatasetVerdict.COMMON_MARK,
        .5,
        .09,
        1.0,
        List.of(
            new InspectedPair(
                "p",
                1.5,
                .001,
                false,
                List.of(new ReasonFound("d", Reason.Kind.PART_MISSING, 4, "mouth")),
                List.of(new QualityFound("d", Oddity.OTHER_ARTIST, List.of("q"), "")),
                List.of())),
        List.of(
            new PatternFound(
                "d",
                Family.STAMP,
                List.of("p"),
                false,
                .001,
                9,
                new Place(1, 2, 3, 4),
                "i",
                2,
                "m",
                .5,
                0,
                0,
                1,
                List.of())),
        List.of(
            new ExhibitFound.TableExhibit("d", "Numbers.", List.of("a"), List.of(List.of("1")))),
        null,
        null,
        null);
  }

  private InspectionResult read(String json) throws IOException {
    try (CaseFile file =
        CaseFile.create(folder.resolve("a.case"), new CaseInfo("e", "", "", "", "UTC", ""))) {
      String sha = file.blobs().put(json.getBytes(StandardCharsets.UTF_8));
      return Inspections.read(file.blobs(), sha);
    }
  }

  @Test
  void readsWhatIsWrittenAndSpellsWordsInLowerCase() throws Exception {
    String json = CanonicalJson.text(result());
    assertThat(json)
        .contains(
            "\"verdict\":\"common-mark\"",
            "\"material\":\"photographed\"",
            "\"looksAt\":\"sketches\"",
            "\"kind\":\"part-missing\"",
            "\"oddity\":\"other-artist\"",
            "\"family\":\"stamp\"",
            "\"kind\":\"table\"");
    InspectionResult read = read(json);
    assertThat(read).isEqualTo(result());
    assertThat(CanonicalJson.text(read)).isEqualTo(json);
  }

  @Test
  void aLaterSchemaIsRefused() {
    String json = CanonicalJson.text(result()).replace("\"schema\":1", "\"schema\":2");
    assertThatThrownBy(() -> read(json))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("schema 2");
  }

  @Test
  void whatIsNoResultIsRefused() {
    String json = CanonicalJson.text(result()).replace("common-mark", "COMMON_MARK");
    assertThatThrownBy(() -> read(json))
        .isInstanceOf(BadInputException.class)
        .hasMessageStartingWith("What is kept as ")
        .hasMessageContaining("is unchanged")
        .hasStackTraceContaining("COMMON_MARK")
        .extracting(e -> ((BadInputException) e).remedy())
        .asString()
        .contains("version")
        .doesNotContain("changed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"verdict\":\"common-mark\"",
        "\"id\":\"p\"",
        "\"looksAt\":\"sketches\"",
        "\"mask\":\"m\"",
        "\"columns\":[\"a\"]"
      })
  void whatMustBeThereIsNotNull(String member) {
    String json = CanonicalJson.text(result());
    assertThat(json).contains(member);
    String holed = json.replace(member, member.substring(0, member.indexOf(':')) + ":null");
    assertThatThrownBy(() -> read(holed)).isInstanceOf(BadInputException.class);
  }

  @Test
  void aResultOfARunIsNone() {
    assertThatThrownBy(() -> read("{\"schema\":1,\"comparisons\":[]}"))
        .isInstanceOf(BadInputException.class);
  }
}
