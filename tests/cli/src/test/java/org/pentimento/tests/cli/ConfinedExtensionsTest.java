package org.pentimento.tests.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What strangers made is locked in, unless its user trusts the key that it is signed with. */
class ConfinedExtensionsTest {
  /** A jar that says whether it sees a file of the user and a port of this machine. */
  private static Path spy(Path folder, Path secret, int port) throws IOException {
    return new ForeignJar("spy", "spies " + secret + " " + port)
        .component("foreign.Spy", "org.pentimento.api.metric.PairMetric", "")
        .component("foreign.Bomb", "org.pentimento.api.metric.PairMetric", "")
        .component("foreign.Spies", "org.pentimento.api.metric.SetMetric", "")
        .into(folder, "spy.jar");
  }

  private static void jdk(String tool, Path keys, Object... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", tool).toString());
    command.addAll(List.of("-keystore", keys.toString(), "-storepass", "changeit"));
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }

  private static JsonNode file(JsonNode catalogue) {
    return Objects.requireNonNull(catalogue.path("dropIns").get(0));
  }

  private static String summary(JsonNode catalogue) {
    for (JsonNode one : catalogue.path("extensions")) {
      if (one.path("id").asText().equals("spy")) {
        return one.path("summary").asText();
      }
    }
    return "none";
  }

  private static List<String> resultsNaming(Path folder, String words) throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder.resolve("blobs"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        if (text.startsWith("{") && text.contains(words)) {
          found.add(text);
        }
      }
    }
    return found;
  }

  @Test
  void onlyTheSignedWorkOfATrustedVendorSeesFilesAndNetwork() throws Exception {
    AuditedCase audited = AuditedCase.once();
    Product product =
        new Product(audited.product().twin("confined").folder(), Workplace.folder("confined-home"));
    Path keys = Workplace.folder("keys").resolve("keys");
    jdk("keytool", keys, "-genkeypair", "-alias", "me", "-keyalg", "EC", "-dname", "CN=Me & Sons");
    Path secret = Files.writeString(product.home().resolve("secret"), "mine");
    Path image;
    try (Stream<Path> files = Files.walk(audited.faces())) {
      image = files.filter(f -> f.toString().endsWith(".png")).sorted().findFirst().orElseThrow();
    }
    try (ServerSocket port = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Path jar = spy(Workplace.folder("spies"), secret, port.getLocalPort());
      jdk("jarsigner", keys, jar, "me");
      assertThat(product.run("extensions", "info", jar).with(0).out())
          .contains("CN=Me & Sons", "which you have not accepted", "locked in");
      product.run("extensions", "install", jar, "--yes").with(0);
      JsonNode before = product.run("extensions", "--json").with(0).json();
      assumeTrue(
          !file(before).path("confined").asText().equals("not-possible"),
          "this system cannot lock in");
      assertThat(file(before).path("confined").asText()).isEqualTo("always");
      assertThat(summary(before)).isEqualTo("Sees: file false, network false");
      Ended ended = product.run("measure", image, image, "--metric", "bomb", "--metric", "spy");
      assertThat(ended.out() + ended.err())
          .contains("it ended its locked-in process with status 0", "0.25");

      Path copy = Workplace.FOLDER.resolve("spied.case");
      audited.copyTo(copy);
      product.run("run", audited.plan(), "--case", copy, "--set", "metrics=[spies, spy]").with(0);
      List<String> results = resultsNaming(copy, "code of metric spies");
      assertThat(results).isNotEmpty();
      assertThat(results)
          .allMatch(r -> r.contains("locked in: no files but its own and no network"));

      assertThat(product.run("extensions", "trust", "spy.jar", "--yes").with(0).out())
          .contains("CN=Me & Sons", "may do what you may", "Trusted from the next start on");
      JsonNode trusted = product.run("extensions", "--json").with(0).json();
      assertThat(file(trusted).path("confined").asText()).isEqualTo("not-as-trusted");
      assertThat(summary(trusted)).isEqualTo("Sees: file true, network true");

      String key = trusted.path("dropIns").get(0).path("signers").get(0).path("key").asText();
      product.run("extensions", "distrust", key).with(0);
      assertThat(file(product.run("extensions", "--json").with(0).json()).path("confined").asText())
          .isEqualTo("always");
    }
  }
}
