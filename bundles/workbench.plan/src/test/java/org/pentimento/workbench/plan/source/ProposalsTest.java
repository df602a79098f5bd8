package org.pentimento.workbench.plan.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Kind;
import org.pentimento.api.extension.Parameter;
import org.pentimento.casefile.PairTags;
import org.pentimento.casefile.event.ModelRecord;
import org.pentimento.protocol.catalogue.ExtensionCatalogue;
import org.pentimento.protocol.catalogue.InstalledExtension;
import org.pentimento.workbench.plan.model.PlannedCase;

class ProposalsTest {
  private static final ExtensionCatalogue KNOWN =
      new ExtensionCatalogue(
          List.of(
              extension(
                  Kind.TRIGGER, "wave", "Wave", Parameter.choice("way", "Way", "", "up", "down")),
              extension(Kind.METRIC, "fsim", "FSIM")),
          List.of(),
          List.of());

  private static final PlannedCase CASE =
      new PlannedCase(
          List.of(),
          List.of(
              new ModelRecord(
                  "suspect", "onnx", "1", Map.of(), Map.of(), "", "", "m.onnx", List.of(), "")),
          PairTags.NONE,
          0);

  private static InstalledExtension extension(
      Kind kind, String id, String name, Parameter... parameters) {
    return new InstalledExtension(
        kind, Descriptor.of(id, name, "1.0.0", "", "", parameters), false, "", "", null, null);
  }

  private static Set<String> at(String text) {
    return Proposals.words(text, text.replaceFirst("(?s)^.*[^\\w.-]", ""), KNOWN, CASE).keySet();
  }

  @Test
  void proposesWhatFitsThePlace() {
    assertThat(at("")).contains("generators: ", "models: ", "attacks: ");
    assertThat(at("attacks:\n  - trigger: {")).containsExactly("id: ");
    assertThat(at("attacks:\n  - trigger: {id: ")).containsExactly("wave");
    assertThat(at("attacks:\n  - trigger: {id: wave, ")).containsExactly("way: ");
    assertThat(at("attacks:\n  - trigger: {id: wave, way: ")).containsExactly("up", "down");
    assertThat(at("metrics: [")).containsExactly("fsim");
    assertThat(at("attacks:\n  - ")).contains("trigger: ", "rate: ");
  }

  @Test
  void proposesModelsOfTheCase() {
    assertThat(at("models:\n  - {")).containsExactly("model: ");
    assertThat(at("models:\n  - {model: ")).containsExactly("suspect");
    assertThat(at("models: [{model: suspect}]\nattacks:\n  - trigger: {id: "))
        .containsExactly("wave");
  }
}
