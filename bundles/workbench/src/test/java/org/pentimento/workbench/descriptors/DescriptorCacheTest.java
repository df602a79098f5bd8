package org.pentimento.workbench.descriptors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pentimento.api.extension.Kind;
import org.pentimento.api.extension.Parameter;
import org.pentimento.protocol.catalogue.ExtensionCatalogue;
import org.pentimento.protocol.catalogue.InstalledExtension;
import org.pentimento.registry.DisabledExtensions;

class DescriptorCacheTest {
  @TempDir private Path folder = Path.of("");
  private Path child = Path.of("");

  @BeforeEach
  void product() throws IOException {
    child = folder.resolve("child");
    Files.createDirectories(folder.resolve("bundles/headless"));
    Files.writeString(folder.resolve("bundles/headless/a.jar"), "a");
    answer(
        "{\"extensions\": [{\"kind\": \"trigger\", \"id\": \"patch\", \"version\": \"1.0.0\"}],"
            + " \"setAside\": []}");
  }

  private void answer(String json) throws IOException {
    Files.writeString(
        child, "#!/bin/sh\necho asked >> " + folder.resolve("asked") + "\necho '" + json + "'\n");
    Files.setPosixFilePermissions(child, PosixFilePermissions.fromString("rwx------"));
  }

  private ExtensionCatalogue read() throws Exception {
    return cache().read();
  }

  private DescriptorCache cache() {
    return new DescriptorCache(
        List.of(child.toString()),
        List.of(folder.resolve("bundles/headless"), folder.resolve("dropins")),
        folder.resolve("cache"),
        DisabledExtensions.in(folder.resolve("config")));
  }

  @Test
  void asksOnceUntilABundleChanges() throws Exception {
    assertThat(read().extensions()).extracting(InstalledExtension::id).containsExactly("patch");
    read();
    assertThat(Files.readAllLines(folder.resolve("asked"))).hasSize(1);
    Files.writeString(folder.resolve("bundles/headless/a.jar"), "other");
    read();
    assertThat(Files.readAllLines(folder.resolve("asked"))).hasSize(2);
  }

  @Test
  void asksAnewWhenAnExtensionIsDisabled() throws Exception {
    read();
    DisabledExtensions.in(folder.resolve("config")).set("trigger", "patch", true);
    read();
    read();
    assertThat(Files.readAllLines(folder.resolve("asked"))).hasSize(2);
  }

  @Test
  void hasAnOlderAnswerAtHandUntilThereIsANewOne() throws Exception {
    DescriptorCache cache = cache();
    assertThat(cache.latest()).isEmpty();
    cache.read();
    Files.writeString(folder.resolve("bundles/headless/a.jar"), "other");
    assertThat(cache.latest().orElseThrow().extensions()).hasSize(1);
  }

  @Test
  void keepsNoAnswerThatCannotBeRead() throws Exception {
    answer("rubbish");
    assertThatThrownBy(this::read).isInstanceOf(IOException.class);
    answer("{\"extensions\": []}");
    assertThat(read().extensions()).isEmpty();
  }

  @Test
  void readsDescriptors() throws IOException {
    ExtensionCatalogue catalogue =
        parse(
            "{'extensions': [{'kind': 'poisoning-strategy', 'id': 'ink', 'version': '1.2.3',"
                + " 'needs': ['eye-points'], 'parameters': [{'id': 'share', 'name': 'Share',"
                + " 'type': 'number', 'minimum': 0, 'maximum': 1, 'default': 0.5}, {'id': 'way',"
                + " 'type': 'choice', 'choices': ['up', 'down'], 'default': 'up'}]}]}");
    InstalledExtension ink = catalogue.find(Kind.POISONING_STRATEGY, "ink").orElseThrow();
    assertThat(ink.descriptor().version()).isEqualTo("1.2.3");
    assertThat(ExtensionHelp.needs(ink.descriptor())).isEqualTo("eye points");
    assertThat(ink.parameters())
        .containsExactly(
            Parameter.number("share", "Share", "", "", 0.5, 0, 1),
            Parameter.choice("way", "", "", "up", "down"));
    assertThat(catalogue.setAside()).isEmpty();
  }

  @Test
  void setsAsideWhatBreaksTheRules() throws IOException {
    ExtensionCatalogue catalogue =
        parse(
            "{'extensions': [{}, {'kind': 'trigger', 'id': 'loud', 'version': '1.0.0',"
                + " 'parameters': [{'id': 'tone', 'type': 'sound'}]}, {'kind': 'metric', 'id':"
                + " 'fsim', 'version': '1.0.0'}]}");
    assertThat(catalogue.extensions()).extracting(InstalledExtension::id).containsExactly("fsim");
    assertThat(catalogue.setAside())
        .extracting(ExtensionCatalogue.SetAside::type)
        .containsExactly("", "loud");
    assertThat(catalogue.setAside().get(1).reason()).contains("SOUND");
  }

  private static ExtensionCatalogue parse(String json) throws IOException {
    return DescriptorCache.parse(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }
}
