package org.pentimento.workbench.explorer;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.TreePath;
import org.eclipse.jface.viewers.TreeSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.statushandlers.StatusManager;
import org.jspecify.annotations.Nullable;
import org.pentimento.workbench.cases.OpenCase;
import org.pentimento.workbench.cases.OpenCases;
import org.pentimento.workbench.drafts.Drafts;
import org.pentimento.workbench.form.FindKey;
import org.pentimento.workbench.input.CaseInput;
import org.pentimento.workbench.input.PlanInput;
import org.pentimento.workbench.integrity.CaseChecks;
import org.pentimento.workbench.integrity.IntegrityBar;
import org.pentimento.workbench.selection.Node;

/** The tree of the open cases, or hints while none is open, and a message below. */
final class CaseTree {
  private static final String UNFOLDED = "unfolded";

  private final OpenCases cases = PlatformUI.getWorkbench().getService(OpenCases.class);
  private final CaseChecks checks = PlatformUI.getWorkbench().getService(CaseChecks.class);
  private final Drafts drafts = PlatformUI.getWorkbench().getService(Drafts.class);
  private final IViewSite site;
  private final Composite stack;
  private final StackLayout layout = new StackLayout();
  private final Composite nothing;
  private final TreeViewer viewer;
  private final CaseNotice notice;
  private final EditorLink link;
  private final Text search;
  private final NodeFilter found;

  /** Cases that were unfolded here; from then on only the person folds and unfolds them. */
  private final Set<Path> unfolded = new HashSet<>();

  /** Groups that were unfolded when the window was closed. */
  private final Set<String> remembered = new HashSet<>();

  CaseTree(Composite parent, IViewSite site, @Nullable IMemento memento) {
    this.site = site;
    Composite box = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(box);
    IntegrityBar.ofOpenCases(box);
    search = new Text(box, SWT.SEARCH | SWT.ICON_CANCEL | SWT.ICON_SEARCH);
    search.setMessage("Find in open cases");
    GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(search);
    search.setVisible(false);
    stack = new Composite(box, SWT.NONE);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(stack);
    stack.setLayout(layout);
    notice = new CaseNotice(new NoticeBar(box));
    viewer = new TreeViewer(stack, SWT.MULTI | SWT.H_SCROLL | SWT.V_SCROLL);
    viewer.setUseHashlookup(true);
    viewer.setContentProvider(new NodeContent());
    NodeLabels labels = new NodeLabels();
    viewer.setLabelProvider(new DelegatingStyledCellLabelProvider(labels));
    found = new NodeFilter(labels);
    viewer.addFilter(found);
    search.addModifyListener(e -> find());
    search.addListener(
        SWT.KeyDown,
        e -> {
          if (e.keyCode == SWT.ESC) {
            showSearch(false);
          } else if (e.keyCode == SWT.ARROW_DOWN || e.keyCode == SWT.CR) {
            viewer.getControl().setFocus();
          }
        });
    ColumnViewerToolTipSupport.enableFor(viewer);
    viewer.addDoubleClickListener(e -> open((IStructuredSelection) e.getSelection()));
    TreeContext.on(viewer.getControl(), site);
    link = new EditorLink(viewer, site.getPage(), memento);
    nothing = nothing();
    site.setSelectionProvider(viewer);
    restore(memento);
    menu();
    toolBar();
    takeDrops(viewer.getControl());
    takeDrops(nothing);
    Display display = stack.getDisplay();
    Runnable changed =
        () ->
            display.asyncExec(
                () -> {
                  if (!stack.isDisposed()) {
                    show(cases.all());
                  }
                });
    cases.addListener(changed);
    drafts.addListener(changed);
    checks.addListener(changed);
    // Others may have written to a case or removed it while the window was not in use.
    Shell shell = stack.getShell();
    Listener back = e -> cases.lookAgain();
    shell.addListener(SWT.Activate, back);
    stack.addDisposeListener(
        e -> {
          cases.removeListener(changed);
          drafts.removeListener(changed);
          checks.removeListener(changed);
          if (!shell.isDisposed()) {
            shell.removeListener(SWT.Activate, back);
          }
        });
    show(cases.all());
  }

  private void menu() {
    MenuManager menu = new MenuManager();
    viewer.getControl().setMenu(menu.createContextMenu(viewer.getControl()));
    site.registerContextMenu(menu, viewer);
    FindKey.on(site, () -> showSearch(true));
    IHandlerService handlers = site.getService(IHandlerService.class);
    handlers.activateHandler(
        "org.eclipse.ui.file.refresh",
        new AbstractHandler() {
          @Override
          public @Nullable Object execute(ExecutionEvent event) {
            cases.all().forEach(c -> cases.open(c.folder()));
            return null;
          }
        });
  }

  /** Leaves what fits the words in the tree, unfolded. */
  private void find() {
    found.set(search.getText());
    viewer.refresh();
    if (!found.isOff()) {
      viewer.expandAll();
    }
  }

  private void showSearch(boolean shown) {
    ((GridData) search.getLayoutData()).exclude = !shown;
    search.setVisible(shown);
    search.getParent().layout(true, true);
    if (shown) {
      search.setFocus();
      search.selectAll();
    } else {
      search.setText("");
      viewer.getControl().setFocus();
    }
  }

  private void toolBar() {
    Action collapse =
        new Action("Collapse All") {
          @Override
          public void run() {
            viewer.collapseAll();
          }
        };
    collapse.setToolTipText("Collapse all cases");
    collapse.setImageDescriptor(
        PlatformUI.getWorkbench()
            .getSharedImages()
            .getImageDescriptor(ISharedImages.IMG_ELCL_COLLAPSEALL));
    IToolBarManager bar = site.getActionBars().getToolBarManager();
    bar.add(collapse);
    bar.add(link.toggle());
  }

  private void takeDrops(Control control) {
    DropTarget target = new DropTarget(control, DND.DROP_COPY | DND.DROP_LINK | DND.DROP_DEFAULT);
    target.setTransfer(FileTransfer.getInstance());
    target.addDropListener(new FolderDrop(this::tell));
  }

  private Composite nothing() {
    Composite box = new Composite(stack, SWT.NONE);
    GridLayoutFactory.swtDefaults().margins(12, 12).spacing(0, 8).applyTo(box);
    Label label = new Label(box, SWT.WRAP);
    label.setText("No case is open.");
    link(box, "<a>Look at a finished sample case</a>", "org.pentimento.workbench.sampleCase");
    link(box, "<a>Open a case …</a>", "org.pentimento.workbench.openCase");
    link(box, "<a>Begin a new audit …</a>", "org.pentimento.workbench.newAudit");
    Label hint = new Label(box, SWT.WRAP);
    hint.setText("Or drag a folder of photos and sketches here to import it.");
    GridDataFactory.fillDefaults().grab(true, false).hint(160, SWT.DEFAULT).applyTo(hint);
    return box;
  }

  private void link(Composite box, String text, String command) {
    Link link = new Link(box, SWT.NONE);
    link.setText(text);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(link);
    link.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> execute(command)));
  }

  private void execute(String command) {
    try {
      site.getService(IHandlerService.class).executeCommand(command, null);
    } catch (CommandException e) {
      throw new IllegalStateException(command + " cannot be carried out", e);
    }
  }

  private void show(List<OpenCase> open) {
    Object[] expanded = viewer.getExpandedElements();
    TreeItem first = viewer.getTree().getTopItem();
    Object top = first == null ? null : first.getData();
    List<Node> nodes = Node.of(open, drafts);
    viewer.setInput(nodes);
    viewer.setExpandedElements(expanded);
    // A case that was unreadable is unfolded again once it can be read.
    open.stream()
        .filter(OpenCase.Unreadable.class::isInstance)
        .forEach(c -> unfolded.remove(c.folder()));
    nodes.forEach(this::unfoldOnce);
    notice.show(open);
    if (viewer.getStructuredSelection().isEmpty()) {
      link.follow();
    }
    // Choosing anew what was selected scrolls there; what the person looks at stays in its place.
    if (top != null && viewer.testFindItem(top) instanceof TreeItem item && item != first) {
      viewer.getTree().setTopItem(item);
    }
    layout.topControl = open.isEmpty() ? nothing : viewer.getControl();
    stack.layout();
  }

  /**
   * Unfolds a case that was just opened: its runs and inspections, or what was unfolded at the last
   * start.
   */
  private void unfoldOnce(Node node) {
    if (!node.children().isEmpty() && unfolded.add(node.caseFolder())) {
      boolean known = remembered.contains(node.caseFolder().toString());
      viewer.setExpandedState(node, true);
      for (Node child : node.children()) {
        if (child instanceof Node.Group group
            && (known ? remembered.contains(key(group)) : isUnfoldedAtFirst(group.kind()))) {
          viewer.setExpandedState(group, true);
        }
      }
    }
  }

  private static boolean isUnfoldedAtFirst(Node.Group.Kinds kind) {
    return kind == Node.Group.Kinds.RUNS || kind == Node.Group.Kinds.INSPECTIONS;
  }

  private static String key(Node.Group group) {
    return group.kind().name() + " " + group.caseFolder();
  }

  private void restore(@Nullable IMemento memento) {
    String saved = memento == null ? null : memento.getString(UNFOLDED);
    if (saved != null) {
      saved.lines().forEach(remembered::add);
    }
  }

  void save(IMemento memento) {
    StringBuilder saved = new StringBuilder();
    unfolded.forEach(folder -> saved.append(folder).append('\n'));
    for (Object element : viewer.getExpandedElements()) {
      if (element instanceof Node.Group group) {
        saved.append(key(group)).append('\n');
      }
    }
    memento.putString(UNFOLDED, saved.toString());
    link.save(memento);
  }

  /**
   * Opens each thing that an editor or the desktop can show, and begins an audit of an imported
   * model, which no editor shows; folds or unfolds the others.
   */
  void open(IStructuredSelection selection) {
    selection.forEach(this::open);
  }

  private void open(Object element) {
    IEditorInput input = element instanceof Node node ? node.input() : null;
    if (input != null) {
      try {
        site.getPage()
            .openEditor(
                input, input instanceof CaseInput of ? of.kind().editor() : PlanInput.EDITOR);
      } catch (PartInitException e) {
        StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW);
      }
    } else if (element instanceof Node.ImportedModelNode) {
      execute("org.pentimento.workbench.auditSelected");
    } else if (element instanceof Node.ReportNode report) {
      new ReportOpening(report, stack.getDisplay(), this::tell).schedule();
    } else {
      viewer.setExpandedState(element, !viewer.getExpandedState(element));
    }
  }

  /** Selects a node and opens it; a case or a group is only selected. */
  void show(Node node) {
    if (!found.isOff()) {
      showSearch(false);
    }
    List<Node> path = Node.pathDownTo(node, Node.of(cases.all(), drafts));
    if (!path.isEmpty()) {
      viewer.setSelection(new TreeSelection(new TreePath(path.toArray())), true);
    }
    if (node.input() != null || node instanceof Node.ReportNode) {
      open(node);
    }
  }

  void tell(String message) {
    if (!stack.isDisposed()) {
      notice.tell(message);
    }
  }

  void setFocus() {
    if (layout.topControl != null) {
      layout.topControl.setFocus();
    }
  }
}
