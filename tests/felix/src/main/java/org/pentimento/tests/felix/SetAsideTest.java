package org.pentimento.tests.felix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.test.common.annotation.InjectService;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.image.Eyes;
import org.pentimento.api.image.Image;
import org.pentimento.api.trigger.Trigger;
import org.pentimento.registry.Extensions;

/** What a third party brings and cannot be used is set aside with the reason; all else goes on. */
class SetAsideTest {
  @InjectService(timeout = 10_000)
  Extensions extensions;

  /** A trigger that does nothing. */
  private record Stamp(Supplier<Descriptor> words) implements Trigger {
    @Override
    public Descriptor descriptor() {
      return words.get();
    }

    @Override
    public Image apply(Image photo, Optional<Eyes> eyes, Settings settings, long seed) {
      return photo;
    }
  }

  private static BundleContext context() {
    return FrameworkUtil.getBundle(SetAsideTest.class).getBundleContext();
  }

  private static ServiceRegistration<Trigger> register(Supplier<Descriptor> words) {
    return context().registerService(Trigger.class, new Stamp(words), null);
  }

  private static Descriptor describe(String id) {
    return Descriptor.of(id, "Stamp", "1.0.0", "A stamp.", "Ours.");
  }

  @Test
  void oneThatThrowsWithTheReason() {
    ServiceRegistration<Trigger> registration =
        register(
            () -> {
              throw new IllegalStateException("no words");
            });
    assertThat(extensions.setAside())
        .anySatisfy(s -> assertThat(s.reason()).contains("cannot describe itself", "no words"));
    registration.unregister();
    assertThat(extensions.setAside()).isEmpty();
  }

  @Test
  void oneThatHangsAfterAWhileAndForGood() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    ServiceRegistration<Trigger> registration =
        register(
            () -> {
              try {
                never.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              return describe("late");
            });
    assertThat(extensions.setAside())
        .anySatisfy(s -> assertThat(s.reason()).contains("did not describe itself within"));
    never.countDown();
    Thread.sleep(100);
    assertThat(extensions.installed()).noneMatch(e -> e.descriptor().id().equals("late"));
    registration.unregister();
    assertThat(extensions.setAside()).isEmpty();
  }

  @Test
  void theSecondOfTwoWithOneId() {
    ServiceRegistration<Trigger> twin = register(() -> describe("patch"));
    assertThat(extensions.setAside())
        .anySatisfy(s -> assertThat(s.reason()).contains("'patch' is taken by"));
    twin.unregister();
    assertThat(extensions.setAside()).isEmpty();
    assertThat(extensions.installed()).anyMatch(e -> e.descriptor().id().equals("patch"));
  }

  @Test
  void aBundleThatWantsAnotherApi() throws Exception {
    Bundle bundle = context().installBundle("made-up/newer.jar", jar());
    try {
      assertThat(extensions.setAside())
          .anySatisfy(
              s -> {
                assertThat(s.type()).isEqualTo("org.example.newer (newer.jar)");
                assertThat(s.reason()).contains("org.pentimento.api.trigger");
              });
    } finally {
      bundle.uninstall();
    }
  }

  private static ByteArrayInputStream jar() throws IOException {
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.putValue("Bundle-ManifestVersion", "2");
    main.putValue("Bundle-SymbolicName", "org.example.newer");
    main.putValue("Import-Package", "org.pentimento.api.trigger;version=\"[9,10)\"");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new JarOutputStream(bytes, manifest).close();
    return new ByteArrayInputStream(bytes.toByteArray());
  }
}
