package org.pentimento.tests.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code extensions check} of jars of other people. */
class ExtensionsCheckTest {
  private final Product product = AuditedCase.once().product();

  @TempDir Path folder;

  private static final String TRIGGER =
      """
      package other;
      import java.util.Optional;
      import org.pentimento.api.extension.*;
      import org.pentimento.api.image.*;
      public class Other implements org.pentimento.api.trigger.Trigger {
        public Descriptor descriptor() {
          return Descriptor.of("other", "Other", "1.0.0", "Does something.", "Nobody.");
        }
        public Image apply(Image photo, Optional<Eyes> eyes, Settings settings, long seed) {
          BODY
        }
      }
      """;

  @Test
  void whatIsInOrderPasses() throws Exception {
    Path jar =
        jar(
            "float[] data = photo.data().clone(); data[0] = 1 - data[0];"
                + "return Image.of(photo.width(), photo.height(), photo.planes(), data);",
            "Somebody");
    Ended ended = product.run("extensions", "check", jar.toString(), "--json");
    JsonNode document = ended.with(0).json();
    assertThat(document.path("failed").asInt()).isZero();
    assertThat(document.path("passed").asInt()).isGreaterThan(10);
    assertThat(document.path("checks").get(3).path("extension").asText())
        .isEqualTo("trigger other");
  }

  @Test
  void whatIsNotIsSaidInWords() throws Exception {
    Ended ended = product.run("extensions", "check", jar("return null;", "").toString());
    assertThat(ended.with(3).out())
        .contains("FAILED          it says who made it", "apply gave null", "not applicable");
  }

  @Test
  void onesThatEndTheProcessAreNamed() throws Exception {
    Ended ended =
        product.run("extensions", "check", jar("System.exit(0); return photo;", "A").toString());
    assertThat(ended.with(3).out()).contains("it ended the process");
  }

  @Test
  void whatIsNoBundleIsSaid() throws Exception {
    Path jar = folder.resolve("plain.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new JarEntry("a.txt"));
    }
    Ended ended = product.run("extensions", "check", jar.toString());
    assertThat(ended.with(3).out()).contains("it is no bundle");
    assertThat(product.run("extensions", "check", folder.resolve("none.jar")).with(3).err())
        .contains("There is no file");
  }

  private Path jar(String body, String vendor) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    JavaFileObject source =
        new SimpleJavaFileObject(
            URI.create("string:///other/Other.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return TRIGGER.replace("BODY", body);
          }
        };
    boolean compiled =
        compiler
            .getTask(
                null,
                null,
                null,
                List.of(
                    "-d",
                    folder.toString(),
                    "-nowarn",
                    "-proc:none",
                    "-cp",
                    product.folder().resolve("bundles/headless/api-0.1.0.jar").toString()),
                null,
                List.of(source))
            .call();
    assertThat(compiled).isTrue();
    Manifest manifest = new Manifest();
    Attributes headers = manifest.getMainAttributes();
    headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    headers.putValue("Bundle-ManifestVersion", "2");
    headers.putValue("Bundle-SymbolicName", "other");
    if (!vendor.isEmpty()) {
      headers.putValue("Bundle-Vendor", vendor);
    }
    headers.putValue(
        "Import-Package",
        "org.pentimento.api.extension,org.pentimento.api.image,org.pentimento.api.trigger,"
            + "org.pentimento.api");
    headers.putValue("Service-Component", "OSGI-INF/other.xml");
    Path jar = folder.resolve("other.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
      entry(out, "other/Other.class", Files.readAllBytes(folder.resolve("other/Other.class")));
      entry(
          out,
          "OSGI-INF/other.xml",
          ("<component xmlns=\"http://www.osgi.org/xmlns/scr/v1.3.0\" name=\"other.Other\">"
                  + "<implementation class=\"other.Other\"/><service><provide"
                  + " interface=\"org.pentimento.api.trigger.Trigger\"/></service></component>")
              .getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
    return jar;
  }

  private static void entry(JarOutputStream out, String name, byte[] bytes) throws IOException {
    out.putNextEntry(new JarEntry(name));
    out.write(bytes);
  }
}
