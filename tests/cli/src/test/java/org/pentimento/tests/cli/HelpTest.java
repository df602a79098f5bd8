package org.pentimento.tests.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the product says of itself, and of what it does not understand. */
class HelpTest {
  private final Product product = AuditedCase.once().product();

  @Test
  void version() throws Exception {
    assertThat(product.run("--version").with(0).out()).matches("Pentimento \\d+\\.\\d+.*\\R");
  }

  @Test
  void helpNamesEveryCommandAndExitStatus() throws Exception {
    assertThat(product.run("--help").with(0).out())
        .contains(
            "demo",
            "import",
            "import-model",
            "run",
            "sweep",
            "queue",
            "inspect",
            "mitigate",
            "measure",
            "poison",
            "selftest",
            "synthesize",
            "draw",
            "export-model",
            "report",
            "sign-off",
            "export",
            "verify",
            "receipt",
            "extensions",
            "completion")
        .contains("0   done", "2   wrong usage", "4   cancelled", "5   the product failed");
  }

  @Test
  void helpOfACommand() throws Exception {
    assertThat(product.run("demo", "--help").with(0).out())
        .startsWith("Usage: pentimento demo")
        .contains("--case=DIR");
  }

  @Test
  void completionIsAScriptThatKnowsTheCommands() throws Exception {
    assertThat(product.run("completion").with(0).out())
        .startsWith("#!/usr/bin/env bash")
        .contains("import-model", "--estimate");
  }

  @Test
  void extensionsNameTheirParameters() throws Exception {
    JsonNode all = product.run("extensions", "--json").with(0).json();
    assertThat(all.path("setAside")).isEmpty();
    assertThat(all.path("extensions"))
        .anySatisfy(
            e -> {
              assertThat(e.path("kind").asText()).isEqualTo("trigger");
              assertThat(e.path("id").asText()).isEqualTo("sinusoidal");
              assertThat(e.path("parameters"))
                  .extracting(p -> p.path("id").asText())
                  .contains("amplitude");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"extinsions", "run plan.yaml --nonsense"})
  void wrongUsageIsSaidOnStandardErrorAlone(String line) throws Exception {
    Ended ended = product.run((Object[]) line.split(" ")).with(2);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err()).contains("pentimento");
  }

  @Test
  void aPathInsteadOfACommandIsToldWhatToType() throws Exception {
    assertThat(product.run("evidence.case").with(2).err())
        .contains("no command", "pentimento inspect dataset evidence.case DATASET");
    assertThat(product.run("plan.yaml").with(2).err())
        .contains("pentimento run plan.yaml --case CASE");
  }
}
