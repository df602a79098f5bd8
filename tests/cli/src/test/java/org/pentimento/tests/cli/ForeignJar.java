package org.pentimento.tests.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.ToolProvider;

/** Packs bundles of somebody else: a trigger and a metric that do what a file beside them says. */
final class ForeignJar {
  private static final String SOURCE =
      """
      package foreign;
      import java.util.*;
      import org.osgi.framework.*;
      import org.pentimento.api.extension.*;
      import org.pentimento.api.image.*;
      import org.pentimento.api.metric.*;
      import org.pentimento.api.trigger.Trigger;
      final class Mood {
        static String now() {
          try (java.io.InputStream in = Mood.class.getResourceAsStream("/mood")) {
            return new String(in.readAllBytes());
          } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
          }
        }
        static void act(String at) {
          String mood = now();
          if (!mood.startsWith(at)) {
            return;
          }
          switch (mood.substring(at.length())) {
            case "exits" -> System.exit(0);
            case "halts" -> Runtime.getRuntime().halt(0);
            case "hangs" -> { while (true) try { Thread.sleep(100000); } catch (InterruptedException e) { } }
            case "throws" -> throw new IllegalStateException("in a bad mood");
            case "prints" -> System.out.println("HELLO {\\"x\\": 1} \\u001b[31m");
            default -> { }
          }
        }
      }
      """;
  private static final String ACTIVATOR =
      """
      package foreign;
      import org.osgi.framework.*;
      public class Activator implements BundleActivator {
        public Activator() { }
        public void start(BundleContext c) { Mood.act("activator "); }
        public void stop(BundleContext c) { }
      }
      """;
  private static final String TRIGGER =
      """
      package foreign;
      import java.util.*;
      import org.pentimento.api.extension.*;
      import org.pentimento.api.image.*;
      public class Stamp implements org.pentimento.api.trigger.Trigger {
        public Descriptor descriptor() {
          Mood.act("");
          String mood = Mood.now();
          String id = mood.startsWith("id ") ? mood.substring(3) : "stamp";
          String name = switch (mood) {
            case "nameless" -> "";
            case "null name" -> null;
            case "control" -> "a\\u001b[31mb";
            case "surrogate" -> "a\\uD800b";
            case "long" -> "x".repeat(1000);
            default -> "Stamp of a stranger";
          };
          Parameter[] many = new Parameter[mood.equals("many") ? 10000 : 0];
          for (int i = 0; i < many.length; i++) many[i] = Parameter.number("p" + i, "P", "", "", 0.5, 0, 1);
          return mood.equals("null") ? null : Descriptor.of(id, name, "1.0.0", "It stamps.", "A. Stranger", many);
        }
        public Image apply(Image photo, Optional<Eyes> eyes, Settings s, long seed) { return photo; }
      }
      """;
  private static final String METRIC =
      """
      package foreign;
      import java.util.*;
      import org.pentimento.api.extension.*;
      import org.pentimento.api.image.*;
      import org.pentimento.api.metric.*;
      public class Half implements PairMetric {
        public Descriptor descriptor() { return Descriptor.of("half", "Half", "1.0.0", "One half.", "A. Stranger"); }
        public Scale scale() { return new Scale("", 0, 1, Direction.HIGHER); }
        public Reference prepare(Image r, Settings s) {
          return new Reference() {
            public Measurement measure(Image c) { return Measurement.of("half", 0.5); }
            public Optional<Image> map(Image c) { return Optional.empty(); } }; }
        public Map<String, Image> features(Image i, Settings s) { return Map.of(); }
      }
      """;

  private static final String SPY =
      """
      package foreign;
      import java.util.*;
      import org.pentimento.api.*;
      import org.pentimento.api.extension.*;
      import org.pentimento.api.image.*;
      import org.pentimento.api.metric.*;
      public class Spy implements PairMetric {
        static String sees() {
          String[] about = Mood.now().split(" ");
          boolean file = new java.io.File(about[1]).exists();
          boolean network;
          try (java.net.Socket s = new java.net.Socket("127.0.0.1", Integer.parseInt(about[2]))) {
            network = true;
          } catch (Exception e) {
            network = false;
          }
          return "file " + file + ", network " + network;
        }
        public Descriptor descriptor() {
          return Descriptor.of("spy", "Spy", "1.0.0", "Sees: " + sees(), "A. Stranger",
              Parameter.number("plus", "Plus", "", "", 0.25, 0, 1));
        }
        public Scale scale() { return new Scale("", 0, 9, Direction.LOWER); }
        public Reference prepare(Image r, Settings s) {
          return c -> Measurement.of("spy", (sees().contains("true") ? 1 : 0) + s.number("plus"));
        }
      }
      """;
  private static final String SPIES =
      """
      package foreign;
      import java.util.*;
      import org.pentimento.api.*;
      import org.pentimento.api.extension.*;
      import org.pentimento.api.metric.*;
      public class Spies implements SetMetric {
        public Descriptor descriptor() {
          return Descriptor.of("spies", "Spies", "1.0.0", "Looks at sets.", "A. Stranger");
        }
        public Scale scale() { return new Scale("", 0, Double.POSITIVE_INFINITY, Direction.LOWER); }
        public List<Measurement> measure(List<Item> items, Settings s, Progress p) throws java.io.IOException {
          List<Measurement> all = new ArrayList<>();
          for (Item i : items) {
            all.add(Measurement.of("spies", i.photo().decode().width() + (Spy.sees().contains("true") ? 1 : 0)));
          }
          return all;
        }
      }
      """;

  private static final String BOMB =
      """
      package foreign;
      import org.pentimento.api.extension.*;
      import org.pentimento.api.image.*;
      import org.pentimento.api.metric.*;
      public class Bomb implements PairMetric {
        public Descriptor descriptor() {
          return Descriptor.of("bomb", "Bomb", "1.0.0", "Ends its process.", "A. Stranger");
        }
        public Scale scale() { return new Scale("", 0, 1, Direction.LOWER); }
        public Reference prepare(Image r, Settings s) {
          Runtime.getRuntime().halt(0);
          return null;
        }
      }
      """;

  private static final class Compiled {
    static final Path CLASSES = compile();
  }

  private final String bundle;
  private final Map<String, String> headers = new LinkedHashMap<>();
  private final Map<String, String> components = new LinkedHashMap<>();
  private final Map<String, byte[]> files = new LinkedHashMap<>();

  /**
   * A bundle.
   *
   * @param mood what its trigger does when it is asked for its descriptor
   */
  ForeignJar(String bundle, String mood) {
    this.bundle = bundle;
    files.put("mood", mood.getBytes(StandardCharsets.UTF_8));
    header("Bundle-Version", "1.0.0");
    header("Bundle-Vendor", "A. Stranger");
    header(
        "Import-Package",
        "org.osgi.framework,org.pentimento.api,org.pentimento.api.extension,org.pentimento.api.image,"
            + "org.pentimento.api.metric,org.pentimento.api.trigger");
  }

  private static Path compile() {
    try {
      Path sources = Workplace.folder("foreign-sources");
      Path classes = Workplace.folder("foreign-classes");
      List<String> arguments =
          new ArrayList<>(
              List.of("-proc:none", "-nowarn", "--release", "17", "-d", classes.toString()));
      Path bundles = Product.folderOfBuilt().resolve("bundles/headless");
      Path framework;
      try (Stream<Path> lib = Files.list(Product.folderOfBuilt().resolve("lib"))) {
        framework = lib.filter(f -> f.toString().contains("felix")).findFirst().orElseThrow();
      }
      arguments.addAll(List.of("-cp", bundles.resolve("api-0.1.0.jar") + ":" + framework));
      Map.of(
              "Mood",
              SOURCE,
              "Activator",
              ACTIVATOR,
              "Stamp",
              TRIGGER,
              "Half",
              METRIC,
              "Spy",
              SPY,
              "Spies",
              SPIES,
              "Bomb",
              BOMB)
          .forEach((name, text) -> arguments.add(written(sources, name, text)));
      if (ToolProvider.getSystemJavaCompiler()
              .run(null, null, null, arguments.toArray(String[]::new))
          != 0) {
        throw new IllegalStateException("the strangers' sources do not compile");
      }
      return classes.resolve("foreign");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String written(Path folder, String name, String text) {
    try {
      return Files.writeString(folder.resolve(name + ".java"), text).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ForeignJar header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  ForeignJar file(String name) {
    files.put(name, new byte[] {1});
    return this;
  }

  /** Adds the trigger. */
  ForeignJar trigger() {
    return component("foreign.Stamp", "org.pentimento.api.trigger.Trigger", "");
  }

  /** Adds the metric, under the right interface or another. */
  ForeignJar metric(String type) {
    return component("foreign.Half", "org.pentimento.api.metric." + type, "");
  }

  ForeignJar component(String type, String offers, String more) {
    components.put(
        "OSGI-INF/" + type + ".xml",
        """
        <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="%1$s">
          <service><provide interface="%2$s"/></service>%3$s
          <implementation class="%1$s"/>
        </scr:component>
        """
            .formatted(type, offers, more));
    return this;
  }

  /** Writes it, with all classes. */
  Path into(Path folder, String name) throws IOException {
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.putValue("Bundle-ManifestVersion", "2");
    if (!bundle.isEmpty()) {
      main.putValue("Bundle-SymbolicName", bundle);
    }
    headers.forEach(main::putValue);
    if (!components.isEmpty()) {
      main.putValue("Service-Component", String.join(",", components.keySet()));
    }
    Path jar = Files.createDirectories(folder).resolve(name);
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out, manifest)) {
      try (Stream<Path> classes = Files.list(Compiled.CLASSES)) {
        for (Path one : classes.sorted().toList()) {
          entry(entries, "foreign/" + one.getFileName(), Files.readAllBytes(one));
        }
      }
      for (Map.Entry<String, byte[]> one : files.entrySet()) {
        entry(entries, one.getKey(), one.getValue());
      }
      for (Map.Entry<String, String> one : components.entrySet()) {
        entry(entries, one.getKey(), one.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return jar;
  }

  private static void entry(JarOutputStream jar, String name, byte[] content) throws IOException {
    jar.putNextEntry(new ZipEntry(name));
    jar.write(content);
    jar.closeEntry();
  }
}
