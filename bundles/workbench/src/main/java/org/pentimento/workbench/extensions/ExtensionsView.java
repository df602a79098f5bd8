package org.pentimento.workbench.extensions;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.layout.TreeColumnLayout;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.TreeViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.part.ViewPart;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.extension.Kind;
import org.pentimento.api.extension.Parameter;
import org.pentimento.protocol.catalogue.AboutWords;
import org.pentimento.protocol.catalogue.DropIn;
import org.pentimento.protocol.catalogue.ExtensionCatalogue;
import org.pentimento.protocol.catalogue.ExtensionCatalogue.SetAside;
import org.pentimento.protocol.catalogue.Fate;
import org.pentimento.protocol.catalogue.InstalledExtension;
import org.pentimento.registry.DisabledExtensions;
import org.pentimento.workbench.descriptors.Descriptors;
import org.pentimento.workbench.descriptors.ExtensionHelp;
import org.pentimento.workbench.help.ContextHelp;
import org.pentimento.workbench.preview.Previews;

/** The installed extensions by kind, and what the selected one says of itself. */
public final class ExtensionsView extends ViewPart {
  /** As {@code plugin.xml} names it. */
  public static final String ID = "org.pentimento.workbench.extensions";

  /** How a bundle is called in the list of what is disabled. */
  private static final String BUNDLE = "bundle";

  private @Nullable Panes panes;

  @Override
  public void createPartControl(Composite parent) {
    Panes created = new Panes(parent);
    panes = created;
    Display display = parent.getDisplay();
    Descriptors descriptors = PlatformUI.getWorkbench().getService(Descriptors.class);
    Enablement enablement =
        new Enablement(
            disabled ->
                display.asyncExec(
                    () -> {
                      if (!created.isDisposed() && created.disabled(disabled)) {
                        descriptors.refresh();
                      }
                    }));
    Action toggle = new Toggle(created, enablement);
    Previews previews = PlatformUI.getWorkbench().getService(Previews.class);
    ExtensionInstall install =
        new ExtensionInstall(
            parent.getShell(),
            () -> {
              previews.renew();
              descriptors.refresh();
            });
    Action choose = choose(parent.getShell(), install);
    Action remove = new Remove(created, install);
    Action trust = new Trust(created, install);
    for (Action action : List.of(choose, toggle, trust, remove)) {
      getViewSite().getActionBars().getToolBarManager().add(action);
    }
    MenuManager menu = new MenuManager();
    menu.add(toggle);
    menu.add(trust);
    menu.add(remove);
    menu.add(choose);
    DropTarget drop = new DropTarget(created.viewer.getControl(), DND.DROP_COPY | DND.DROP_DEFAULT);
    drop.setTransfer(FileTransfer.getInstance());
    drop.addDropListener(new JarDrop(install::offer));
    created.viewer.getControl().setMenu(menu.createContextMenu(created.viewer.getControl()));
    ContextHelp.set(parent, created::help);
    Runnable changed =
        () ->
            display.asyncExec(
                () -> {
                  if (!created.isDisposed()) {
                    created.show(descriptors);
                  }
                });
    descriptors.addListener(changed);
    parent.addDisposeListener(e -> descriptors.removeListener(changed));
    created.show(descriptors);
  }

  @Override
  public void setFocus() {
    if (panes != null) {
      panes.setFocus();
    }
  }

  private static Action choose(Shell shell, ExtensionInstall install) {
    Action choose =
        new Action("Install Extension\u2026") {
          @Override
          public void run() {
            FileDialog dialog = new FileDialog(shell, SWT.OPEN);
            dialog.setText("Install Extension");
            dialog.setFilterExtensions(new String[] {"*.jar"});
            dialog.setFilterNames(new String[] {"Jars with extensions"});
            String chosen = dialog.open();
            if (chosen != null) {
              install.offer(Path.of(chosen));
            }
          }
        };
    choose.setToolTipText(
        "Shows what a jar with extensions is and may do, and installs it if you agree; a jar can be"
            + " dropped here too");
    return choose;
  }

  /** Deletes the selected file. */
  private static final class Remove extends Action {
    private final Panes panes;
    private final ExtensionInstall install;

    Remove(Panes panes, ExtensionInstall install) {
      super("Remove\u2026");
      this.panes = panes;
      this.install = install;
      setToolTipText("Deletes the selected file that was put among the extensions");
      panes.viewer.addSelectionChangedListener(e -> setEnabled(panes.file().isPresent()));
      setEnabled(false);
    }

    @Override
    public void run() {
      panes.file().ifPresent(install::remove);
    }
  }

  /** Accepts whoever signed the selected file, or withdraws that. */
  private static final class Trust extends Action {
    private final Panes panes;
    private final ExtensionInstall install;

    Trust(Panes panes, ExtensionInstall install) {
      this.panes = panes;
      this.install = install;
      panes.viewer.addSelectionChangedListener(e -> adjust());
      adjust();
    }

    private void adjust() {
      boolean trusted = panes.file().map(DropIn::byTrustedVendor).orElse(false);
      setText(trusted ? "Withdraw Trust\u2026" : "Trust Vendor\u2026");
      setToolTipText(
          trusted
              ? "Locks in again what whoever signed the selected file made"
              : "Says what a trusted vendor's extensions may do, and accepts whoever signed the"
                  + " selected file if you agree");
      setEnabled(panes.file().map(f -> !f.signers().isEmpty()).orElse(false));
    }

    @Override
    public void run() {
      panes.file().ifPresent(install::trust);
    }
  }

  /** Disables or enables the selected extension. */
  private static final class Toggle extends Action {
    private final Panes panes;
    private final Enablement enablement;

    Toggle(Panes panes, Enablement enablement) {
      this.panes = panes;
      this.enablement = enablement;
      panes.viewer.addSelectionChangedListener(e -> adjust());
      panes.whenDisabledChanges(this::adjust);
      adjust();
    }

    private void adjust() {
      boolean disabled = panes.selected().map(panes::isDisabled).orElse(false);
      setText(disabled ? "Enable" : "Disable");
      setToolTipText(
          disabled
              ? "Puts the selected extension into use again"
              : "Takes the selected extension out of use, for the window and the command line");
      setEnabled(panes.selected().isPresent());
    }

    @Override
    public void run() {
      panes.selected().ifPresent(s -> enablement.set(s.kind(), s.id(), !panes.isDisabled(s)));
    }
  }

  /** An extension that can be disabled. */
  private record Switch(String kind, String id) {
    static Switch of(InstalledExtension extension) {
      return new Switch(extension.kind().word(), extension.id());
    }
  }

  /** Extensions of one kind, or those that were set aside. */
  private record Group(String title, List<?> members) {}

  /** Tree and description. */
  private static final class Panes {
    private final SashForm sash;
    private final TreeViewer viewer;
    private final StyledText description;
    private ExtensionCatalogue shown = ExtensionCatalogue.EMPTY;
    private final List<Runnable> listeners = new ArrayList<>();
    private Set<String> disabled = Set.of();

    Panes(Composite parent) {
      sash = new SashForm(parent, SWT.HORIZONTAL | SWT.SMOOTH);
      Composite left = new Composite(sash, SWT.NONE);
      TreeColumnLayout layout = new TreeColumnLayout();
      left.setLayout(layout);
      viewer = new TreeViewer(left, SWT.FULL_SELECTION | SWT.V_SCROLL | SWT.H_SCROLL);
      viewer.setContentProvider(new Content());
      Tree tree = viewer.getTree();
      tree.setHeaderVisible(true);
      column(layout, "Extension", 34, 0);
      column(layout, "Id", 20, 1);
      column(layout, "Version", 10, 2);
      column(layout, "From", 20, 3);
      column(layout, "State", 16, 4);
      description = new StyledText(sash, SWT.WRAP | SWT.READ_ONLY | SWT.V_SCROLL | SWT.MULTI);
      description.setMargins(10, 6, 10, 6);
      description.setLineSpacing(2);
      description.setAlwaysShowScrollBars(false);
      description.setCaret(null);
      description.setText("The installed extensions are being listed …");
      sash.setWeights(55, 45);
      viewer.addSelectionChangedListener(
          e -> describe(viewer.getStructuredSelection().getFirstElement()));
    }

    private void column(TreeColumnLayout layout, String title, int weight, int index) {
      TreeViewerColumn column = new TreeViewerColumn(viewer, SWT.LEFT);
      column.getColumn().setText(title);
      layout.setColumnData(
          column.getColumn(), new ColumnWeightData(weight, index == 0 ? 160 : 60, true));
      column.setLabelProvider(
          new ColumnLabelProvider() {
            @Override
            public String getText(Object element) {
              return cells(element).get(index);
            }

            @Override
            public @Nullable Image getImage(Object element) {
              return null;
            }
          });
    }

    private List<String> cells(Object element) {
      if (element instanceof InstalledExtension e) {
        String state = isDisabled(Switch.of(e)) ? "disabled" : "in use";
        return List.of(e.name(), e.id(), e.descriptor().version(), e.vendor(), state);
      } else if (element instanceof SetAside e) {
        boolean enabled = wasDisabled(e) && !isDisabled(new Switch(e.kind(), e.type()));
        String state = enabled ? "in use again" : wasDisabled(e) ? "disabled" : "set aside";
        return List.of(e.type(), "", "", "", state);
      }
      if (element instanceof DropIn e) {
        return List.of(e.fileName(), e.bundle(), e.version(), e.vendor(), state(e));
      }
      Group group = (Group) element;
      return List.of(group.title() + " (" + group.members().size() + ")", "", "", "", "");
    }

    private String state(DropIn file) {
      boolean disabledNow = isDisabled(new Switch(BUNDLE, file.bundle()));
      return disabledNow
          ? Fate.DISABLED.words()
          : file.fate() == Fate.DISABLED ? "in use again" : file.fate().words();
    }

    private static boolean wasDisabled(SetAside e) {
      return e.reason().equals(DisabledExtensions.REASON);
    }

    boolean isDisabled(Switch of) {
      return disabled.contains(of.kind() + " " + of.id());
    }

    Optional<Switch> selected() {
      Object element = viewer.getStructuredSelection().getFirstElement();
      if (element instanceof InstalledExtension e) {
        return Optional.of(Switch.of(e));
      } else if (element instanceof DropIn e) {
        return e.bundle().isEmpty()
            ? Optional.empty()
            : Optional.of(new Switch(BUNDLE, e.bundle()));
      }
      return element instanceof SetAside e && wasDisabled(e)
          ? Optional.of(new Switch(e.kind(), e.type()))
          : Optional.empty();
    }

    /** The selected file that somebody put among the extensions. */
    Optional<DropIn> file() {
      return viewer.getStructuredSelection().getFirstElement() instanceof DropIn e
          ? Optional.of(e)
          : Optional.empty();
    }

    /** Shows what is disabled now; true if that is not what it was. */
    boolean disabled(Set<String> now) {
      boolean changed = !now.equals(disabled);
      disabled = now;
      viewer.refresh();
      listeners.forEach(Runnable::run);
      return changed;
    }

    void whenDisabledChanges(Runnable listener) {
      listeners.add(listener);
    }

    /** Help for F1: what the selected extension says of itself; empty if none is selected. */
    String help() {
      return selected().isEmpty() ? "" : "# " + description.getText().replace("\n", "\n\n");
    }

    boolean isDisposed() {
      return sash.isDisposed();
    }

    void setFocus() {
      viewer.getControl().setFocus();
    }

    void tell(String message) {
      description.setText(message);
    }

    void show(Descriptors descriptors) {
      ExtensionCatalogue catalogue = descriptors.known();
      if (catalogue.extensions().isEmpty() || !descriptors.problem().isEmpty()) {
        tell(
            descriptors.problem().isEmpty()
                ? "The installed extensions are being listed …"
                : descriptors.problem());
      }
      if (!catalogue.equals(shown)) {
        shown = catalogue;
        show(catalogue);
      }
    }

    private void show(ExtensionCatalogue catalogue) {
      List<Group> groups = new ArrayList<>();
      for (Kind kind : Kind.values()) {
        List<InstalledExtension> members = catalogue.of(kind);
        if (!members.isEmpty()) {
          groups.add(new Group(title(kind), members));
        }
      }
      if (!catalogue.setAside().isEmpty()) {
        groups.add(new Group("Set aside", catalogue.setAside()));
      }
      if (!catalogue.dropIns().isEmpty()) {
        groups.add(new Group("Files of other people", catalogue.dropIns()));
      }
      viewer.setInput(groups);
      tell("Select an extension to read what it does and what can be set.");
    }

    /** {@code poisoning-strategy} as {@code Poisoning strategy}. */
    private static String title(Kind kind) {
      String words = kind.word().replace('-', ' ');
      return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private void describe(@Nullable Object element) {
      if (element instanceof InstalledExtension e) {
        Prose prose = new Prose();
        prose.heading(e.name() + " " + e.descriptor().version());
        prose.line(e.descriptor().summary());
        prose.line(e.descriptor().citation());
        AboutWords.of(e.descriptor().about()).forEach(prose::line);
        if (!e.file().isEmpty()) {
          prose.line("Came in " + e.file() + ".");
        }
        String needs = ExtensionHelp.needs(e.descriptor());
        if (!needs.isEmpty()) {
          prose.line("Needs " + needs + ".");
        }
        for (Parameter p : e.parameters()) {
          prose.line("");
          prose.heading(p.id() + " = " + (p.defaultValue() + " " + p.unit()).strip());
          prose.line(p.help());
          prose.line("Takes " + p.allowed() + ".");
        }
        prose.showIn(description);
      } else if (element instanceof SetAside e) {
        Prose prose = new Prose();
        prose.heading(e.type());
        prose.line("This " + e.kind().replace('-', ' ') + " is not in use: " + e.reason() + ".");
        prose.showIn(description);
      } else if (element instanceof DropIn e) {
        Prose prose = new Prose();
        prose.heading(e.fileName());
        prose.line("State: " + e.words() + ".");
        prose.line("");
        prose.line("File: " + e.file());
        if (!e.bundle().isEmpty()) {
          prose.line("Bundle: " + e.bundle() + " " + e.version());
        }
        prose.line("Made by: " + (e.vendor().isEmpty() ? "not said" : e.vendor()));
        prose.line("Signed by: " + e.signed());
        prose.line("Confined: " + e.confined().words());
        if (!e.sha256().isEmpty()) {
          prose.line("SHA-256: " + e.sha256());
        }
        prose.showIn(description);
      }
    }
  }

  /** Lines, some of them bold. */
  private static final class Prose {
    private final StringBuilder text = new StringBuilder();
    private final List<StyleRange> styles = new ArrayList<>();

    void heading(String line) {
      StyleRange bold = new StyleRange();
      bold.start = text.length();
      bold.length = line.length();
      bold.fontStyle = SWT.BOLD;
      styles.add(bold);
      line(line);
    }

    void line(String line) {
      text.append(line).append('\n');
    }

    void showIn(StyledText widget) {
      widget.setText(text.toString().stripTrailing());
      widget.setStyleRanges(styles.toArray(StyleRange[]::new));
    }
  }

  private static final class Content implements ITreeContentProvider {
    @Override
    public Object[] getElements(Object input) {
      return ((List<?>) input).toArray();
    }

    @Override
    public Object[] getChildren(Object parent) {
      return parent instanceof Group group ? group.members().toArray() : new Object[0];
    }

    @Override
    public @Nullable Object getParent(Object element) {
      return null;
    }

    @Override
    public boolean hasChildren(Object element) {
      return element instanceof Group;
    }
  }
}
