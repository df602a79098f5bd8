package org.pentimento.tests.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Files that strangers made: none changes what a command says, each is listed with its fate. */
class DropInCommandsTest {
  private static Product product(String name) throws Exception {
    Product twin = AuditedCase.once().product().twin(name);
    return new Product(twin.folder(), Workplace.folder(name + "-home"));
  }

  private static Path dropIns(Product product) {
    return product.folder().resolve("dropins");
  }

  private static Map<String, String> fates(JsonNode catalogue) {
    Map<String, String> fates = new HashMap<>();
    catalogue
        .path("dropIns")
        .forEach(
            d ->
                fates.put(
                    Path.of(d.path("file").asText()).getFileName().toString(),
                    d.path("fate").asText() + ": " + d.path("reason").asText()));
    return fates;
  }

  @Test
  void aTamperedCaseIsNotIntactWhateverAStrangerDoes() throws Exception {
    Product product = product("exits");
    new ForeignJar("exits", "exits").trigger().into(dropIns(product), "exits.jar");
    new ForeignJar("halts", "halts").trigger().into(dropIns(product), "halts.jar");
    new ForeignJar("starts", "activator exits")
        .header("Bundle-Activator", "foreign.Activator")
        .trigger()
        .into(dropIns(product), "starts.jar");
    Path copy = Workplace.FOLDER.resolve("tampered-beside-strangers.case");
    AuditedCase audited = AuditedCase.once();
    try (Stream<Path> files = Files.walk(audited.folder())) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(audited.folder().relativize(file)));
      }
    }
    product.run("verify", copy).with(0);
    Path log = copy.resolve("custody.jsonl");
    Files.writeString(log, Files.readString(log).replaceFirst("A. Tester", "B. Tester"));

    assertThat(product.run("verify", copy).with(3).out()).contains("Problem");
    assertThat(product.run("--version").with(0).out()).startsWith("Pentimento");
    Map<String, String> fates = fates(product.run("extensions", "--json").with(0).json());
    assertThat(fates.get("exits.jar"))
        .startsWith("ended-its-process")
        .contains("with status 5, by a call in foreign.Mood.act");
    assertThat(fates.get("halts.jar")).isEqualTo("ended-its-process: with status 0");
    assertThat(fates.get("starts.jar")).startsWith("ended-its-process");
  }

  @Test
  void everyFileIsListedWithItsFateAtEveryStart() throws Exception {
    Product product = product("zoo");
    Path zoo = dropIns(product);
    new ForeignJar("good", "id good").trigger().metric("PairMetric").into(zoo, "good.jar");
    new ForeignJar("hangs", "hangs").trigger().into(zoo, "hangs.jar");
    new ForeignJar("throws", "throws").trigger().into(zoo, "throws.jar");
    new ForeignJar("prints", "prints").trigger().into(zoo, "prints.jar");
    new ForeignJar("null", "null").trigger().into(zoo, "null.jar");
    new ForeignJar("nameless", "nameless").trigger().into(zoo, "nameless.jar");
    new ForeignJar("control", "control").trigger().into(zoo, "control.jar");
    new ForeignJar("surrogate", "surrogate").trigger().into(zoo, "surrogate.jar");
    new ForeignJar("long", "long").trigger().into(zoo, "long.jar");
    new ForeignJar("many", "many").trigger().into(zoo, "many.jar");
    new ForeignJar("builtin", "id patch").trigger().into(zoo, "builtin.jar");
    new ForeignJar("wrong", "").metric("Metric").into(zoo, "wrong.jar");
    new ForeignJar("nothing", "").into(zoo, "nothing.jar");
    new ForeignJar("", "").trigger().into(zoo, "nobundle.jar");
    new ForeignJar("gone", "")
        .component("foreign.Gone", "org.pentimento.api.trigger.Trigger", "")
        .into(zoo, "gone.jar");
    new ForeignJar("lonely", "id lonely")
        .component(
            "foreign.Stamp",
            "org.pentimento.api.trigger.Trigger",
            "<reference name=\"x\" interface=\"java.util.concurrent.Callable\" field=\"x\"/>")
        .into(zoo, "lonely.jar");
    new ForeignJar("newer", "")
        .header("Import-Package", "org.pentimento.api.trigger;version=\"[9,10)\"")
        .trigger()
        .into(zoo, "newer.jar");
    new ForeignJar("shaded", "")
        .file("org/pentimento/api/trigger/Trigger.class")
        .trigger()
        .into(zoo, "shaded.jar");
    new ForeignJar("exporting", "")
        .header("Export-Package", "org.pentimento.api.image;version=\"1.0\"")
        .trigger()
        .into(zoo, "exporting.jar");
    new ForeignJar("two", "id two").trigger().into(zoo, "two-1.jar");
    new ForeignJar("two", "id two")
        .header("Bundle-Version", "1.1.0")
        .trigger()
        .into(zoo, "two-2.jar");
    Files.copy(zoo.resolve("good.jar"), zoo.resolve("good-copy.jar"));
    new ForeignJar("failing", "activator throws")
        .header("Bundle-Activator", "foreign.Activator")
        .into(zoo, "failing.jar");
    Files.writeString(zoo.resolve("corrupt.jar"), "PK no jar at all");
    Files.createFile(zoo.resolve("empty.jar"));
    Files.writeString(zoo.resolve("notes.txt"), "mine");
    Files.createSymbolicLink(zoo.resolve("dangling.jar"), Path.of("/nowhere/x.jar"));

    long began = System.nanoTime();
    Ended first = product.run("extensions", "--json").with(0);
    long took = System.nanoTime() - began;
    Map<String, String> fates = fates(first.json());
    assertThat(fates).hasSize(27);
    assertThat(fates.get("good.jar"))
        .isEqualTo("duplicate: the same file lies in " + zoo.resolve("good-copy.jar"));
    assertThat(fates.get("good-copy.jar")).isEqualTo("in-use: ");
    assertThat(fates.get("hangs.jar"))
        .isEqualTo("not-described: it did not describe itself within 5 seconds");
    assertThat(fates.get("throws.jar")).startsWith("not-described").contains("in a bad mood");
    assertThat(fates.get("prints.jar")).startsWith("in-use: it prints 'HELLO {\"x\": 1}");
    assertThat(fates.get("null.jar")).isEqualTo("not-described: it gives no descriptor");
    assertThat(fates.get("nameless.jar")).isEqualTo("not-described: its name is empty");
    assertThat(fates.get("control.jar")).contains("U+001B");
    assertThat(fates.get("surrogate.jar")).contains("U+D800");
    assertThat(fates.get("long.jar")).contains("1000 characters, and at most 100");
    assertThat(fates.get("many.jar")).contains("10000 parameters, and at most 200");
    assertThat(fates.get("builtin.jar")).contains("the id 'patch' is taken by");
    assertThat(fates.get("wrong.jar"))
        .startsWith("wrong-interface")
        .contains("offers Metric", "PairMetric or SetMetric");
    assertThat(fates.get("nothing.jar")).startsWith("no-extension");
    assertThat(fates.get("nobundle.jar")).startsWith("not-a-bundle");
    assertThat(fates.get("gone.jar")).contains("the class foreign.Gone");
    assertThat(fates.get("lonely.jar"))
        .startsWith("unsatisfied")
        .contains("needs a service java.util.concurrent.Callable");
    assertThat(fates.get("newer.jar"))
        .startsWith("unsatisfied")
        .contains("the package org.pentimento.api.trigger from version 9.0.0 and below 10.0.0")
        .doesNotContain("(&");
    assertThat(fates.get("shaded.jar"))
        .startsWith("forbidden")
        .contains("copy of Pentimento's API");
    assertThat(fates.get("exporting.jar"))
        .startsWith("forbidden")
        .contains("org.pentimento.api.image");
    assertThat(fates.get("two-1.jar")).startsWith("replaced: version 1.1.0");
    assertThat(fates.get("two-2.jar")).isEqualTo("in-use: ");
    assertThat(fates.get("failing.jar")).startsWith("not-started").contains("in a bad mood");
    assertThat(fates.get("corrupt.jar")).startsWith("unreadable");
    assertThat(fates.get("empty.jar")).startsWith("unreadable").contains("empty");
    assertThat(fates.get("notes.txt")).startsWith("not-a-bundle");
    assertThat(fates.get("dangling.jar")).startsWith("unreadable").contains("leads nowhere");
    assertThat(first.out()).doesNotContain("\u001b");
    assertThat(first.json().path("extensions"))
        .extracting(e -> e.path("id").asText())
        .contains("good", "half", "two", "patch");

    began = System.nanoTime();
    Ended second = product.run("extensions", "--json").with(0);
    long again = System.nanoTime() - began;
    assertThat(second.out()).isEqualTo(first.out());
    assertThat(again).as("kept, after %d ms", took / 1_000_000).isLessThan(took / 2);
    assertThat(product.run("extensions").with(0).out()).contains("dangling.jar: cannot be read");
  }

  @Test
  void aGoodOneIsInstalledUsedDisabledAndRemoved() throws Exception {
    Product product = product("install");
    Path jar =
        new ForeignJar("good", "id good")
            .trigger()
            .metric("PairMetric")
            .into(Workplace.folder("elsewhere"), "good.jar");
    Path faces = AuditedCase.once().faces();
    Path image;
    try (Stream<Path> files = Files.walk(faces)) {
      image = files.filter(f -> f.toString().endsWith(".png")).sorted().findFirst().orElseThrow();
    }
    assertThat(product.run("extensions", "info", jar).with(0).out())
        .contains(
            "A. Stranger", "SHA-256", "trigger foreign.Stamp", "with your rights", "not signed");
    assertThat(product.run("extensions", "install", jar).with(3).err())
        .contains("Nobody is there to be asked", "--yes");
    assertThat(product.run("extensions", "install", jar, "--yes").with(0).out())
        .contains("good.jar: in use");
    Path installed = product.home().resolve(".local/share/pentimento/dropins/good.jar");
    assertThat(installed).exists();

    assertThat(product.run("measure", image, image, "--metric", "half").with(0).out())
        .contains("half", "0.5");
    product.run("extensions", "disable", "good.jar").with(0);
    assertThat(fates(product.run("extensions", "--json").with(0).json()).get("good.jar"))
        .startsWith("disabled");
    assertThat(product.run("measure", image, image, "--metric", "half").with(3).err())
        .contains("'half'");
    product.run("extensions", "enable", "good").with(0);
    assertThat(fates(product.run("extensions", "--json").with(0).json()).get("good.jar"))
        .startsWith("in-use");
    assertThat(product.run("extensions", "remove", jar, "--yes").with(3).err())
        .contains("no file among the extensions");
    product.run("extensions", "remove", "good.jar", "--yes").with(0);
    assertThat(installed).doesNotExist();
    assertThat(jar).exists();
  }

  @Test
  void aFolderIsTakenForDevelopment() throws Exception {
    Product product = product("development");
    Path folder = Workplace.folder("mine");
    new ForeignJar("good", "id good").trigger().into(folder, "good.jar");
    Files.writeString(folder.resolve("other.txt"), "mine");

    assertThat(product.run("--dropins", folder, "extensions").with(0).out())
        .contains("Stamp of a stranger", "good.jar: in use");
    assertThat(product.run("extensions").with(0).out()).doesNotContain("Stamp of a stranger");
    assertThat(
            product
                .run("--dropins", folder, "run", AuditedCase.once().plan(), "--case", "no.case")
                .err())
        .contains("Not in use: " + folder.resolve("other.txt") + ": not a bundle");
    assertThat(product.run("--dropins", folder.resolve("none"), "extensions").with(2).err())
        .contains("needs a folder");
  }
}
