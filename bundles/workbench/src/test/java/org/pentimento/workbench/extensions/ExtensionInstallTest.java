package org.pentimento.workbench.extensions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pentimento.protocol.catalogue.Confined;
import org.pentimento.protocol.catalogue.DropIn;
import org.pentimento.protocol.catalogue.ExtensionFile;
import org.pentimento.protocol.catalogue.Fate;
import org.pentimento.protocol.catalogue.Signer;

class ExtensionInstallTest {
  private static final DropIn FILE = file(List.of());

  private static DropIn file(List<Signer> signers) {
    return new DropIn(
        "/home/a/blur.jar",
        "5e8c",
        "org.example.blur",
        "1.2.0",
        "",
        signers,
        Fate.IN_USE,
        Confined.WHEN_ASKED,
        "");
  }

  @Test
  void whoeverInstallsReadsWhatTheFileIsAndMayDo() {
    assertThat(
            ExtensionInstall.facts(
                new ExtensionFile(
                    file(List.of(new Signer("CN=Blur & Sons", "a1b2", false))),
                    false,
                    List.of("trigger org.example.Blur"),
                    List.of("/home/a/old.jar, version 1.1.0"),
                    List.of(),
                    List.of("It may do anything."))))
        .contains(
            "org.example.blur 1.2.0",
            "Made by:  not said",
            "Signed by:  CN=Blur & Sons, key a1b2, which you have not accepted",
            "Confined:  locked in while it says what it is; not locked in when jobs",
            "SHA-256:  5e8c",
            "Adds:  trigger org.example.Blur",
            "Replaces:  /home/a/old.jar, version 1.1.0",
            "It may do anything.");
  }

  @Test
  void whatNobodySignedIsSaidToBeSo() {
    assertThat(
            ExtensionInstall.facts(
                new ExtensionFile(FILE, false, List.of(), List.of(), List.of(), List.of())))
        .contains("Signed by:  not signed", "Adds:  nothing")
        .doesNotContain("Replaces");
  }
}
