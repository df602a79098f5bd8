package org.pentimento.tests.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.PlatformUI;
import org.example.stripes.Mute;
import org.example.stripes.Stripes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.pentimento.api.extension.Kind;
import org.pentimento.workbench.descriptors.Descriptors;
import org.pentimento.workbench.preview.Previews;

/**
 * A jar of a third party that is put into {@code dropins}: the window, which knows nothing of it,
 * has its form, its preview and its help, and outlives its moods.
 */
@ExtendWith(OpenWindow.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DropInWindowTest {
  private Driver driver;
  private Path jar;

  @BeforeAll
  void dropIn(@TempDir Path folder, Driver opened) throws IOException {
    driver = opened;
    Path home = Path.of(Driver.context().getProperty("pentimento.home"));
    jar = Files.createDirectories(home.resolve("dropins")).resolve("stripes.jar");
    pack(jar, List.of(Stripes.class, Mute.class));
    lookAnew();
    driver.command("org.pentimento.workbench.newAudit");
    Shell dialog = driver.dialog("New Audit");
    driver.ui(
        () -> {
          driver
              .control(dialog, Combo.class, c -> (c.getStyle() & SWT.READ_ONLY) == 0)
              .setText(folder.resolve("dropped.case").toString());
          driver
              .control(
                  dialog, Button.class, b -> b.getText().replace("&", "").equals("Run at once"))
              .setSelection(false);
          return true;
        });
    driver.press(dialog, "Finish");
    Driver.await("the editor", () -> driver.ui(() -> Driver.page().getActiveEditor() != null));
  }

  @AfterAll
  void takeOut() throws IOException {
    driver.ui(() -> Driver.page().closeAllEditors(false));
    Files.delete(jar);
    lookAnew();
    Driver.await(
        "what was before", () -> descriptors().known().find(Kind.TRIGGER, "stripes").isEmpty());
  }

  private Descriptors descriptors() {
    return driver.ui(() -> PlatformUI.getWorkbench().getService(Descriptors.class));
  }

  /** As the next start does. */
  private void lookAnew() {
    long preview = driver.ui(() -> PlatformUI.getWorkbench().getService(Previews.class)).pid();
    ProcessHandle.of(preview).filter(p -> preview > 0).ifPresent(ProcessHandle::destroyForcibly);
    descriptors().refresh();
  }

  private static void pack(Path jar, List<Class<?>> triggers) throws IOException {
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.putValue("Bundle-ManifestVersion", "2");
    main.putValue("Bundle-SymbolicName", "org.example.stripes");
    main.putValue("Bundle-Vendor", "Stripes & Sons");
    main.putValue("Bundle-Version", "0.9.0");
    main.putValue(
        "Import-Package",
        "org.pentimento.api.extension,org.pentimento.api.image,org.pentimento.api.trigger");
    main.putValue("Service-Component", "OSGI-INF/*.xml");
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out, manifest)) {
      for (Class<?> trigger : triggers) {
        String file = trigger.getName().replace('.', '/') + ".class";
        try (InputStream in = trigger.getClassLoader().getResourceAsStream(file)) {
          entry(entries, file, in.readAllBytes());
        }
        entry(
            entries,
            "OSGI-INF/" + trigger.getName() + ".xml",
            """
            <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="%1$s">
              <service><provide interface="org.pentimento.api.trigger.Trigger"/></service>
              <implementation class="%1$s"/>
            </scr:component>
            """
                .formatted(trigger.getName())
                .getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private static void entry(JarOutputStream jar, String name, byte[] content) throws IOException {
    jar.putNextEntry(new ZipEntry(name));
    jar.write(content);
    jar.closeEntry();
  }

  @Test
  @Order(1)
  void hasAForm() {
    Driver.await(
        "its descriptor", () -> descriptors().known().find(Kind.TRIGGER, "stripes").isPresent());
    page("Source");
    replace("id: sinusoidal, amplitude: 0.2", "id: stripes, gap: 16");
    page("Attacks");
    Driver.await("its name", () -> !combos("Upright stripes").isEmpty());
    assertThat(labels("A. Somebody: On stripes.")).isNotEmpty();
    assertThat(driver.ui(() -> driver.field(Driver.window(), "Gap:").getText())).isEqualTo("16");
    assertThat(labels("2 to 64 px\ndefault 8")).isNotEmpty();
    driver.ui(
        () -> {
          driver.field(Driver.window(), "Gap:").setText("99");
          return true;
        });
    Driver.await("the range", () -> !labels("Gap is 99").isEmpty());
    driver.ui(
        () -> {
          driver.field(Driver.window(), "Gap:").setText("6");
          return true;
        });
    Driver.await("no complaint", () -> !labels("The plan is ready to run.").isEmpty());
  }

  @Test
  @Order(2)
  void hasAPreview() {
    Driver.await("the pair", () -> !labels("The trigger changes 17 % of the photo").isEmpty());
    driver.settle();
    driver.picture(driver.ui(Driver::window), "drop-in-light");
  }

  @Test
  @Order(3)
  void hasHelp() {
    driver.ui(
        () -> {
          Driver.page().activate(Driver.page().getActiveEditor());
          return driver.field(Driver.window(), "Gap:").setFocus();
        });
    driver.command("org.pentimento.workbench.help");
    Driver.await(
        "its help",
        () ->
            driver
                .ui(
                    () ->
                        driver
                            .controls(
                                Driver.window(),
                                StyledText.class,
                                t -> t.isVisible() && !t.getEditable())
                            .stream()
                            .map(StyledText::getText)
                            .toList())
                .stream()
                .anyMatch(t -> t.contains("Columns from stripe to stripe.")));
    driver.picture(driver.ui(Driver::window), "drop-in-help-light");
  }

  @Test
  @Order(4)
  void isToldApartFromWhatIsOurs() {
    driver.ui(() -> Driver.page().showView("org.pentimento.workbench.extensions"));
    Driver.await(
        "its row",
        () ->
            driver.ui(
                () ->
                    Stream.of(extensions().getItems())
                        .flatMap(g -> Stream.of(expanded(g).getItems()))
                        .anyMatch(i -> i.getText().startsWith("Upright stripes"))));
    assertThat(
            driver.ui(
                () ->
                    Stream.of(extensions().getItems())
                        .filter(g -> g.getText().startsWith("Set aside"))
                        .flatMap(g -> Stream.of(expanded(g).getItems()))
                        .map(i -> i.getText(0) + i.getText(1))
                        .toList()))
        .anyMatch(row -> row.contains("Mute"));
    assertThat(
            driver.ui(
                () ->
                    Stream.of(extensions().getItems())
                        .filter(g -> g.getText().startsWith("Files of other people"))
                        .flatMap(g -> Stream.of(expanded(g).getItems()))
                        .map(i -> i.getText(0) + " " + i.getText(3) + ": " + i.getText(4))
                        .toList()))
        .containsExactly("stripes.jar Stripes & Sons: in use");
    driver.picture(driver.ui(Driver::window), "drop-in-extensions-light");
  }

  @Test
  @Order(5)
  void mayThrow() {
    page("Source");
    replace("id: stripes, gap: 6", "id: stripes, gap: 6, mood: throws");
    page("Attacks");
    Driver.await("the reason", () -> !labels("the stripes are tangled").isEmpty());
    assertThat(labels("the stripes are tangled").get(0)).doesNotContain("Exception");
    driver.picture(driver.ui(Driver::window), "drop-in-throws-light");
  }

  @Test
  @Order(6)
  void mayHang() {
    page("Source");
    replace("mood: throws", "mood: hangs");
    page("Attacks");
    Driver.await("that it takes long", () -> !labels("it is ended after 30 seconds").isEmpty());
    Driver.await("its end", 60_000, () -> !labels("The preview process ended before").isEmpty());
    page("Source");
    replace("mood: hangs", "mood: calm");
    page("Attacks");
    Driver.await("no complaint", () -> labels("The preview process ended before").isEmpty());
    assertThat(labels("The trigger changes")).isNotEmpty();
  }

  private void page(String title) {
    driver.ui(
        () -> {
          CTabFolder tabs =
              driver.control(
                  Driver.window(),
                  CTabFolder.class,
                  f ->
                      f.isVisible()
                          && f.getItemCount() == 5
                          && f.getItem(4).getText().equals("Source"));
          int index = Stream.of(tabs.getItems()).map(i -> i.getText()).toList().indexOf(title);
          tabs.setSelection(index);
          Event event = new Event();
          event.item = tabs.getItem(index);
          tabs.notifyListeners(SWT.Selection, event);
          return true;
        });
  }

  private void replace(String from, String to) {
    driver.ui(
        () -> {
          StyledText text =
              driver.control(
                  Driver.window(),
                  StyledText.class,
                  t -> t.getText().contains("name:") && t.getEditable());
          int at = text.getText().indexOf(from);
          assertThat(at).as("%s in %s", from, text.getText()).isNotNegative();
          text.replaceTextRange(at, from.length(), to);
          return true;
        });
  }

  private List<String> labels(String part) {
    return driver.ui(
        () ->
            Stream.concat(
                    driver.controls(Driver.window(), Label.class, Control::isVisible).stream()
                        .map(Label::getText),
                    driver.controls(Driver.window(), Link.class, Control::isVisible).stream()
                        .map(Link::getText))
                .filter(t -> t.contains(part))
                .toList());
  }

  private List<Combo> combos(String shown) {
    return driver.ui(
        () ->
            driver.controls(
                Driver.window(), Combo.class, c -> c.isVisible() && c.getText().equals(shown)));
  }

  private Tree extensions() {
    return driver.control(
        Driver.window(),
        Tree.class,
        t ->
            t.isVisible()
                && t.getColumnCount() > 1
                && t.getColumn(0).getText().equals("Extension"));
  }

  private TreeItem expanded(TreeItem group) {
    Event expand = new Event();
    expand.item = group;
    group.getParent().notifyListeners(SWT.Expand, expand);
    group.setExpanded(true);
    return group;
  }
}
