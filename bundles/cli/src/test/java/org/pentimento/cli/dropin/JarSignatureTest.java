package org.pentimento.cli.dropin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import jdk.security.jarsigner.JarSigner;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pentimento.protocol.catalogue.Fate;
import org.pentimento.protocol.catalogue.Signer;
import org.pentimento.registry.TrustedVendors;

/** Signed with what jarsigner itself is made of, as authors do. */
class JarSignatureTest {
  @TempDir private static Path keys = Path.of("");
  @TempDir private Path folder = Path.of("");

  @BeforeAll
  static void makeKeys() throws Exception {
    for (String who : List.of("vendor", "other")) {
      keytool(
          "-genkeypair -alias NAME -keyalg EC -dname CN=NAME -validity 3650 -storetype PKCS12"
              .replace("NAME", who));
    }
  }

  private static void keytool(String arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin/keytool").toString());
    command.addAll(List.of("-keystore", keys.resolve("keys").toString(), "-storepass", "changeit"));
    command.addAll(List.of(arguments.split(" ")));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }

  private Path jar() throws IOException {
    return jar("a/A.class", "META-INF/versions/17/a/A.class");
  }

  private Path jar(String... files) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Bundle-SymbolicName", "signed");
    manifest.getMainAttributes().putValue("Export-Package", "a");
    Path file = folder.resolve("signed.jar");
    try (OutputStream out = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(out, manifest)) {
      for (String name : files) {
        jar.putNextEntry(new ZipEntry(name));
        jar.write(1);
        jar.closeEntry();
      }
    }
    return file;
  }

  private static Path signed(Path jar, String by) throws Exception {
    char[] password = "changeit".toCharArray();
    KeyStore store = KeyStore.getInstance(keys.resolve("keys").toFile(), password);
    KeyStore.Entry key = store.getEntry(by, new KeyStore.PasswordProtection(password));
    Path part = jar.resolveSibling("part.jar");
    try (ZipFile in = new ZipFile(jar.toFile());
        OutputStream out = Files.newOutputStream(part)) {
      new JarSigner.Builder((KeyStore.PrivateKeyEntry) key).signerName(by).build().sign(in, out);
    }
    return Files.move(part, jar, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void put(Path jar, String name) throws IOException {
    try (FileSystem zip = FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of())) {
      Files.write(zip.getPath(name), new byte[] {2});
    }
  }

  @Test
  void aSignerIsKnownByTheKey() throws Exception {
    Map<String, String> signers = JarSignature.of(signed(jar(), "vendor"));
    assertThat(signers).containsValue("CN=vendor").hasSize(1);
    String key = signers.keySet().iterator().next();
    assertThat(key).matches("[0-9a-f]{64}");
    assertThat(JarSignature.told(signers, Map.of(key, "")))
        .containsExactly(new Signer("CN=vendor", key, true));
    assertThat(JarSignature.of(signed(jar(), "other"))).hasSize(1).doesNotContainKey(key);
    assertThat(JarSignature.of(signed(signed(jar(), "vendor"), "other"))).hasSize(2);
    assertThat(JarSignature.of(jar())).isEmpty();
  }

  @Test
  void whatChangedAfterItWasSignedIsRefused() throws Exception {
    Path changed = signed(jar(), "vendor");
    put(changed, "a/A.class");
    LookedAt looked = FirstLook.at(changed);
    assertThat(looked.fate()).isEqualTo(Fate.FORBIDDEN);
    assertThat(looked.reason()).contains("its signature is broken");
    assertThat(looked.signers()).isEmpty();

    Path added = signed(jar(), "vendor");
    put(added, "a/B.class");
    assertThat(FirstLook.at(added).reason()).contains("does not cover the file a/B.class");

    Path version = signed(jar(), "vendor");
    put(version, "META-INF/versions/18.class");
    assertThat(FirstLook.at(version).fate()).isEqualTo(Fate.FORBIDDEN);
  }

  @Test
  void partsOfTheWindowAreForTrustedVendorsAlone() throws Exception {
    Path jar = signed(jar("a/A.class", "plugin.xml"), "vendor");
    LookedAt looked = FirstLook.at(jar);
    assertThat(looked.fate()).isEqualTo(Fate.WINDOW);
    assertThat(looked.judged(looked.signers()).fate()).isEqualTo(Fate.WINDOW);
    LookedAt strange = looked.judged(Map.of());
    assertThat(strange.fate()).isEqualTo(Fate.NOT_TRUSTED);
    assertThat(strange.reason())
        .contains("its window part is not loaded: its vendor is not trusted", "trust " + jar);
    assertThat(FirstLook.at(jar("plugin.xml")).judged(Map.of()).reason()).contains("not signed");
  }

  @Test
  void acceptedVendorsAreKeptForTheirOwnerAlone() throws Exception {
    TrustedVendors vendors = TrustedVendors.in(folder.resolve("settings"));
    Map<String, String> signers = JarSignature.of(signed(jar(), "vendor"));
    String key = signers.keySet().iterator().next();
    vendors.trust(key, "CN=vendor");
    assertThat(vendors.all()).isEqualTo(signers);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(vendors.file())))
        .isEqualTo("rw-------");
    assertThat(TrustedVendors.key(key.toUpperCase(Locale.ROOT).replaceAll("..", "$0:")))
        .contains(key);
    assertThat(TrustedVendors.key("signed.jar")).isEmpty();
    assertThat(vendors.distrust(key)).isTrue();
    assertThat(vendors.distrust(key)).isFalse();
    assertThat(vendors.all()).isEmpty();
  }
}
