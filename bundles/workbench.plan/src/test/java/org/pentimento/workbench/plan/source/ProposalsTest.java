package org.pentimento.workbench.plan.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.pentimento.workbench.descriptors.ExtensionCatalogue;
import org.pentimento.workbench.descriptors.ExtensionCatalogue.Installed;
import org.pentimento.workbench.descriptors.ExtensionCatalogue.Parameter;

class ProposalsTest {
  private static final ExtensionCatalogue KNOWN =
      new ExtensionCatalogue(
          List.of(
              new Installed(
                  "trigger",
                  "wave",
                  "Wave",
                  "1.0.0",
                  "",
                  "",
                  false,
                  List.of(),
                  List.of(
                      new Parameter(
                          "way",
                          "Way",
                          "choice",
                          "",
                          "one of up, down",
                          Double.NaN,
                          Double.NaN,
                          List.of("up", "down"),
                          "up",
                          "")),
                  "",
                  ""),
              new Installed(
                  "metric", "fsim", "FSIM", "1.0.0", "", "", false, List.of(), List.of(), "", "")),
          List.of());

  private static Set<String> at(String text) {
    return Proposals.words(text, text.replaceFirst("(?s)^.*[^\\w.-]", ""), KNOWN).keySet();
  }

  @Test
  void proposesWhatFitsThePlace() {
    assertThat(at("")).contains("generators: ", "attacks: ");
    assertThat(at("attacks:\n  - trigger: {")).containsExactly("id: ");
    assertThat(at("attacks:\n  - trigger: {id: ")).containsExactly("wave");
    assertThat(at("attacks:\n  - trigger: {id: wave, ")).containsExactly("way: ");
    assertThat(at("attacks:\n  - trigger: {id: wave, way: ")).containsExactly("up", "down");
    assertThat(at("metrics: [")).containsExactly("fsim");
    assertThat(at("attacks:\n  - ")).contains("trigger: ", "rate: ");
  }
}
