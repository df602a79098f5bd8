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
import org.pentimento.audit.DisabledExtensions;

class DescriptorCacheTest {
  @TempDir private Path folder = Path.of("");
  private Path child = Path.of("");

  @BeforeEach
  void product() throws IOException {
    child = folder.resolve("child");
    Files.createDirectories(folder.resolve("bundles/headless"));
    Files.writeString(folder.resolve("bundles/headless/a.jar"), "a");
    answer("{\"extensions\": [{\"kind\": \"trigger\", \"id\": \"patch\"}], \"setAside\": []}");
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
        folder,
        folder.resolve("cache"),
        DisabledExtensions.in(folder.resolve("config")));
  }

  @Test
  void asksOnceUntilABundleChanges() throws Exception {
    assertThat(read().extensions()).extracting(ExtensionCatalogue.Installed::id).containsExactly("patch");
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
  void putsUpWithMissingFields() throws IOException {
    ExtensionCatalogue described =
        DescriptorCache.parse("{\"extensions\": [{}]}".getBytes(StandardCharsets.UTF_8));
    assertThat(described.extensions().get(0).name()).isEmpty();
    assertThat(described.setAside()).isEmpty();
    ExtensionCatalogue.Parameter parameter =
        DescriptorCache.parse(
                "{\"extensions\": [{\"parameters\": [{\"type\": \"sound\"}]}]}"
                    .getBytes(StandardCharsets.UTF_8))
            .extensions()
            .get(0)
            .parameters()
            .get(0);
    assertThat(parameter.isNumber()).isFalse();
    assertThat(parameter.choices()).isEmpty();
  }
}
