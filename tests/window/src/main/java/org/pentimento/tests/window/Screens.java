package org.pentimento.tests.window;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.jface.viewers.TreePath;
import org.eclipse.jface.viewers.TreeSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.part.MultiPageEditorPart;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.pentimento.workbench.cases.OpenCase;
import org.pentimento.workbench.cases.OpenCases;
import org.pentimento.workbench.drafts.Drafts;
import org.pentimento.workbench.explorer.CaseExplorer;
import org.pentimento.workbench.selection.Node;

/**
 * Takes pictures of all editors, views and wizards of a real window, light and dark, and closes it.
 * The script {@code tests/window/screens} starts the product with this.
 *
 * <p>Variables of the environment: {@code PENTIMENTO_SCREENS_CASES}, folders, a line each; {@code
 * PENTIMENTO_SCREENS_OUT}, where the pictures go; {@code PENTIMENTO_SCREENS_ONLY}, a pattern that
 * names must have.
 */
public final class Screens implements BundleActivator {
  private static final String WORKBENCH = "org.pentimento.workbench.";
  private static final List<String> VIEWS =
      List.of("run.findings", "run.charts", "custody", "notes", "properties", "extensions");

  private final Driver driver = Driver.ofOpen();
  private List<Path> cases = List.of();
  private Path out = Path.of("");
  private Pattern only = Pattern.compile("");
  private String theme = "light";

  @Override
  public void start(BundleContext context) {
    cases = System.getenv("PENTIMENTO_SCREENS_CASES").lines().map(Path::of).toList();
    out = Path.of(System.getenv("PENTIMENTO_SCREENS_OUT"));
    only = Pattern.compile(System.getenv().getOrDefault("PENTIMENTO_SCREENS_ONLY", ""));
    new Thread(this::takeAll, "screens").start();
  }

  @Override
  public void stop(BundleContext context) {
    // the window is closed when the last picture is taken
  }

  private void takeAll() {
    try {
      Driver.awaitWindow();
      driver.ui(
          () -> {
            Driver.window().setMaximized(true);
            return true;
          });
      InstanceScope.INSTANCE.getNode(WORKBENCH + "identity").put("examiner", "E. Example");
      theme("light");
      take("start");
      theme("dark");
      take("start");
      theme("light");
      for (Path folder : cases) {
        driver.command(WORKBENCH + "openCase", WORKBENCH + "openCase.folder", folder.toString());
      }
      Driver.await("the cases", () -> nodes().stream().allMatch(Screens::read));
      for (String name : List.of("light", "dark", "light-again")) {
        theme(name);
        if (name.equals("light-again")) { // nothing dark may be left
          editor("run", n -> n instanceof Node.RunNode);
        } else {
          editors();
        }
        views();
        dialogs();
      }
    } catch (AssertionError | InterruptedException | IOException e) {
      System.err.println("No more pictures: " + e);
    } finally {
      driver.ui(() -> PlatformUI.getWorkbench().close());
    }
  }

  private static boolean read(Node node) {
    return node instanceof Node.CaseNode opened && opened.content() instanceof OpenCase.Read;
  }

  private void theme(String name) {
    theme = name;
    String known = name.startsWith("light") ? "default" : name;
    driver.command(WORKBENCH + "theme", WORKBENCH + "theme.name", known);
    driver.settle();
    driver.settle();
  }

  private void editors() throws IOException, InterruptedException {
    editor("data-set", Screens::gallery);
    if (wanted("pair")) {
      openPair();
      take("pair");
      closeEditors();
    }
    editor("plan", n -> n instanceof Node.PlanNode);
    editor("run", n -> n instanceof Node.RunNode);
    for (String kind :
        List.of("INSPECTION", "MODEL_INSPECTION", "PHOTO_INSPECTION", "MITIGATION")) {
      editor(kind.toLowerCase(java.util.Locale.ROOT).replace('_', '-'), n -> finished(n, kind));
    }
    editor("self-test", n -> finished(n, "SELF_TEST"));
    editor("model-self-test", n -> finished(n, "MODEL_SELF_TEST"));
  }

  /** A data set with enough pairs for a gallery. */
  private static boolean gallery(Node node) {
    return node instanceof Node.DatasetNode data && data.dataset().pairs() >= 20;
  }

  private static boolean finished(Node node, String kind) {
    return node instanceof Node.InspectionNode inspection
        && inspection.inspection().run().kind().name().equals(kind)
        && !inspection.inspection().run().result().isEmpty();
  }

  /** Each page of the editor of the first node of a kind, if a case has one. */
  private void editor(String name, Predicate<Node> kind) throws IOException, InterruptedException {
    if (!wanted(name) || !open(name, kind)) {
      return;
    }
    CTabFolder pages = driver.ui(Screens::pages);
    if (pages == null) {
      take(name);
    } else {
      int count = driver.ui(pages::getItemCount);
      for (int page = 0; page < count; page++) {
        int index = page;
        driver.ui(
            () -> {
              pages.setSelection(index);
              Event event = new Event();
              event.item = pages.getItem(index);
              pages.notifyListeners(SWT.Selection, event);
              return true;
            });
        String title = driver.ui(() -> text(pages.getItem(index)));
        take(name + "-" + (page + 1) + "-" + title);
      }
    }
    closeEditors();
  }

  private static String text(CTabItem item) {
    return item.getText().replaceAll("[^A-Za-z]+", "-");
  }

  private static CTabFolder pages() {
    return Driver.page().getActiveEditor() instanceof MultiPageEditorPart editor
            && editor.getAdapter(CTabFolder.class) == null
        ? folder(editor)
        : null;
  }

  /** The tabs at the foot of an editor, which its selected page's parent is. */
  private static CTabFolder folder(MultiPageEditorPart editor) {
    Object page = Driver.page().getActiveEditor().getAdapter(Control.class);
    for (Control control : all(Driver.window())) {
      if (control instanceof CTabFolder tabs
          && tabs.isVisible()
          && (tabs.getStyle() & SWT.BOTTOM) != 0) {
        return tabs;
      }
    }
    throw new AssertionError(editor.getTitle() + " has no pages: " + page);
  }

  private static List<Control> all(Control root) {
    if (!(root instanceof org.eclipse.swt.widgets.Composite composite)) {
      return List.of(root);
    }
    return Stream.concat(
            Stream.of(root), Stream.of(composite.getChildren()).flatMap(c -> all(c).stream()))
        .toList();
  }

  private void openPair() {
    if (!open("data-set", Screens::gallery)) {
      return;
    }
    driver.settle();
    driver.ui(
        () -> {
          Canvas gallery =
              driver.control(
                  Driver.window(),
                  Canvas.class,
                  c ->
                      c.isVisible()
                          && c.getClass() == Canvas.class
                          && c.getVerticalBar() != null
                          && c.getListeners(SWT.MouseVerticalWheel).length > 0);
          gallery.setFocus();
          return true;
        });
    for (int key : new int[] {SWT.HOME, SWT.CR}) {
      driver.settle();
      press(key);
    }
    driver.settle();
  }

  private void press(int key) {
    Event event = new Event();
    event.keyCode = key;
    event.character = key == SWT.CR ? SWT.CR : 0;
    for (int type : new int[] {SWT.KeyDown, SWT.KeyUp}) {
      event.type = type;
      Driver.display().post(event);
    }
  }

  private void views() throws IOException, InterruptedException {
    if (!open("run", n -> n instanceof Node.RunNode)) {
      return;
    }
    for (String view : VIEWS) {
      if (wanted("view-" + view)) {
        driver.ui(() -> Driver.page().showView(WORKBENCH + view));
        take("view-" + view);
      }
    }
    if (wanted("guide")) {
      driver.command(WORKBENCH + "help", WORKBENCH + "help.topic", "words");
      take("guide");
      driver.ui(
          () -> {
            IViewPart guide = Driver.page().findView(WORKBENCH + "help");
            Driver.page().hideView(guide);
            return true;
          });
    }
    closeEditors();
  }

  private void dialogs() throws IOException, InterruptedException {
    dialog("new-audit", "newAudit", "New Audit", n -> n instanceof Node.CaseNode);
    dialog("import", "exchange.import", "Import", n -> n instanceof Node.CaseNode);
    dialog("import-model", "exchange.importModel", "Import Model", n -> n instanceof Node.CaseNode);
    dialog("export", "exchange.export", "Export", n -> n instanceof Node.CaseNode);
    dialog("report", "exchange.report", "Write Report", n -> n instanceof Node.CaseNode);
    dialog("inspect-data", "inspection.inspect", "Inspect Data Set", Screens::gallery);
    dialog(
        "inspect-model", "inspection.inspect", "Inspect Model", n -> n instanceof Node.ModelNode);
    dialog("about", "about", "About Pentimento", n -> n instanceof Node.CaseNode);
    if (wanted("preferences")) {
      driver.command("org.eclipse.ui.window.preferences");
      Shell shell = driver.dialog("Preferences");
      take("preferences");
      close(shell);
    }
  }

  /** A dialog and, if it is a wizard that lets one go on, its second page. */
  private void dialog(String name, String command, String title, Predicate<Node> about)
      throws IOException, InterruptedException {
    if (!wanted(name) || !select(about)) {
      return;
    }
    driver.command(WORKBENCH + command);
    Shell shell;
    try {
      shell = driver.dialog(title);
    } catch (AssertionError e) {
      System.err.println(name + ": " + e.getMessage());
      return;
    }
    take(name);
    list(name, shell);
    List<Button> next =
        driver.ui(
            () ->
                driver.controls(
                    shell, Button.class, b -> b.getText().startsWith("&Next") && b.isEnabled()));
    if (!next.isEmpty()) {
      driver.ui(
          () -> {
            next.get(0).notifyListeners(SWT.Selection, new Event());
            return true;
          });
      take(name + "-next");
    }
    close(shell);
  }

  /** The list of the first combo box of a dialog, if it has one. */
  private void list(String name, Shell shell) throws IOException, InterruptedException {
    List<Combo> combos =
        driver.ui(() -> driver.controls(shell, Combo.class, c -> c.isVisible() && c.isEnabled()));
    if (!combos.isEmpty()) {
      Combo combo = combos.get(0);
      open(combo, true);
      take(name + "-list");
      open(combo, false);
    }
  }

  private void open(Combo combo, boolean open) {
    driver.ui(
        () -> {
          combo.setListVisible(open);
          return true;
        });
    driver.settle();
  }

  private void close(Shell shell) {
    driver.ui(
        () -> {
          shell.close();
          return true;
        });
    driver.settle();
  }

  private void closeEditors() {
    driver.ui(() -> Driver.page().closeAllEditors(false));
  }

  private boolean wanted(String name) {
    return only.matcher(name).find();
  }

  private static List<Node> nodes() {
    return Node.of(
        PlatformUI.getWorkbench().getService(OpenCases.class).all(),
        PlatformUI.getWorkbench().getService(Drafts.class));
  }

  /** The way from the root to the first node of a kind; empty if there is none. */
  private static List<Node> path(List<Node> nodes, Predicate<Node> kind) {
    for (Node node : nodes) {
      List<Node> below = kind.test(node) ? List.of() : path(node.children(), kind);
      if (kind.test(node) || !below.isEmpty()) {
        return Stream.concat(Stream.of(node), below.stream()).toList();
      }
    }
    return List.of();
  }

  /** Selects the first node of a kind; false if there is none. */
  private boolean select(Predicate<Node> kind) {
    return driver.ui(
        (Callable<Boolean>)
            () -> {
              List<Node> path = path(nodes(), kind);
              if (path.isEmpty()) {
                return false;
              }
              IViewPart explorer = Driver.page().showView(CaseExplorer.ID);
              ISelectionProvider provider = explorer.getSite().getSelectionProvider();
              provider.setSelection(new TreeSelection(new TreePath(path.toArray())));
              return true;
            });
  }

  private boolean open(String name, Predicate<Node> kind) {
    if (!select(kind)) {
      System.err.println("No case has what is needed for " + name);
      return false;
    }
    driver.settle();
    driver.command(WORKBENCH + "open");
    Driver.await(
        "the editor of " + name, () -> driver.ui(() -> Driver.page().getActiveEditor() != null));
    IEditorInput input = driver.ui(() -> Driver.page().getActiveEditor().getEditorInput());
    driver.settle();
    return input != null;
  }

  /** Waits until nothing is read or drawn in the background any more, but not for ever. */
  private void rest() throws InterruptedException {
    driver.settle();
    for (int i = 0; i < 100 && working(); i++) {
      Thread.sleep(100);
    }
    driver.settle();
  }

  private static boolean working() {
    return Stream.of(Job.getJobManager().find(null))
        .anyMatch(job -> job.getState() == Job.RUNNING && !job.isSystem());
  }

  /** Takes a picture of the whole display, tooltips and menus included. */
  private void take(String name) throws IOException, InterruptedException {
    if (!wanted(name)) {
      return;
    }
    rest();
    Files.createDirectories(out);
    Path file = out.resolve(name.toLowerCase(java.util.Locale.ROOT) + "." + theme + ".png");
    Process process =
        new ProcessBuilder("import", "-window", "root", file.toString()).inheritIO().start();
    if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
      throw new IOException("no picture " + file);
    }
  }
}
