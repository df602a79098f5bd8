package org.pentimento.cli.dropin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pentimento.protocol.catalogue.Fate;

class FirstLookTest {
  private static final String TRIGGER = "org.pentimento.api.trigger.Trigger";

  @TempDir private Path folder = Path.of("");

  private Path jar(String name, Map<String, String> headers, String... files) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    headers.forEach(manifest.getMainAttributes()::putValue);
    Path file = folder.resolve(name);
    try (OutputStream out = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(out, manifest)) {
      for (int i = 0; i < files.length; i += 2) {
        jar.putNextEntry(new ZipEntry(files[i]));
        jar.write(files[i + 1].getBytes(StandardCharsets.UTF_8));
        jar.closeEntry();
      }
    }
    return file;
  }

  private static String component(String offers) {
    return "<component name='c'><service><provide interface='"
        + offers
        + "'/></service><implementation class='a.B'/></component>";
  }

  private Path offering(String offers) throws IOException {
    return jar(
        "offering.jar",
        Map.of("Bundle-SymbolicName", "a", "Service-Component", "OSGI-INF/*.xml"),
        "OSGI-INF/c.xml",
        component(offers),
        "a/B.class",
        "");
  }

  @Test
  void anExtensionCanBeAsked() throws IOException {
    LookedAt looked = FirstLook.at(offering(TRIGGER));
    assertThat(looked.fate()).isEqualTo(Fate.IN_USE);
    assertThat(looked.bundle()).isEqualTo("a");
    assertThat(looked.sha256()).hasSize(64);
  }

  @Test
  void theWrongInterfaceIsNamed() throws IOException {
    LookedAt looked = FirstLook.at(offering("org.pentimento.api.metric.Metric"));
    assertThat(looked.fate()).isEqualTo(Fate.WRONG_INTERFACE);
    assertThat(looked.reason()).contains("offers Metric", "PairMetric or SetMetric");
  }

  @Test
  void aFragmentOfOursIsRefused() throws IOException {
    LookedAt looked =
        FirstLook.at(
            jar(
                "f.jar",
                Map.of("Bundle-SymbolicName", "f", "Fragment-Host", "org.pentimento.nd4j")));
    assertThat(looked.fate()).isEqualTo(Fate.FORBIDDEN);
    assertThat(looked.reason()).contains("'parts'");
  }

  @Test
  void whatOnlyExportsIsALibrary() throws IOException {
    assertThat(
            FirstLook.at(jar("l.jar", Map.of("Bundle-SymbolicName", "l", "Export-Package", "x.y")))
                .fate())
        .isEqualTo(Fate.LIBRARY);
  }

  @Test
  void aDescriptionThatIsNoXmlIsNamed() throws IOException {
    LookedAt looked =
        FirstLook.at(
            jar(
                "x.jar",
                Map.of("Bundle-SymbolicName", "x", "Service-Component", "OSGI-INF/c.xml"),
                "OSGI-INF/c.xml",
                "<component"));
    assertThat(looked.fate()).isEqualTo(Fate.NO_EXTENSION);
    assertThat(looked.reason()).contains("/OSGI-INF/c.xml is no description of a component");
  }

  @Test
  void foldersAreBundlesWithAManifestAlone() throws IOException {
    Path unpacked = folder.resolve("unpacked/META-INF");
    Files.createDirectories(unpacked);
    assertThat(FirstLook.at(folder.resolve("unpacked")).fate()).isEqualTo(Fate.NOT_A_BUNDLE);
    Files.writeString(
        unpacked.resolve("MANIFEST.MF"),
        "Manifest-Version: 1.0\nBundle-SymbolicName: u\nExport-Package: x\n");
    assertThat(FirstLook.at(folder.resolve("unpacked")).fate()).isEqualTo(Fate.LIBRARY);
  }

  @Test
  void theNewestOfOneBundleWins() throws IOException {
    List<LookedAt> files =
        List.of(version("a.jar", "1.9.0"), version("b.jar", "1.10.0"), version("c.jar", "1.10.0"));
    assertThat(Rivals.decide(files, Set.of()))
        .extracting(LookedAt::fate)
        .containsExactly(Fate.REPLACED, Fate.LIBRARY, Fate.DUPLICATE);
    assertThat(Rivals.decide(files, Set.of("v")))
        .extracting(LookedAt::fate)
        .containsExactly(Fate.REPLACED, Fate.DISABLED, Fate.DUPLICATE);
  }

  private LookedAt version(String name, String version) throws IOException {
    return FirstLook.at(
        jar(
            name,
            Map.of("Bundle-SymbolicName", "v", "Bundle-Version", version, "Export-Package", "x")));
  }

  @Test
  void strangeWordsBecomePlain() {
    assertThat(PlainText.of("a\u001b[31m\nb\u202Ec\uD800")).isEqualTo("a?[31m b?c?");
    assertThat(PlainText.of("x".repeat(1000))).hasSize(401);
  }
}
