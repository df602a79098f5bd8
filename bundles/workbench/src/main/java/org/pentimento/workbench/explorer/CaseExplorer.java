package org.pentimento.workbench.explorer;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IWorkbenchPartSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.part.ViewPart;
import org.eclipse.ui.statushandlers.StatusManager;
import org.jspecify.annotations.Nullable;
import org.pentimento.workbench.cases.OpenCase;
import org.pentimento.workbench.cases.OpenCases;
import org.pentimento.workbench.drafts.Drafts;
import org.pentimento.workbench.input.CaseInput;
import org.pentimento.workbench.input.PlanInput;

/** The cases that are open and what is in them. A double click opens what has an editor. */
public final class CaseExplorer extends ViewPart {
  /** As {@code plugin.xml} names it. */
  public static final String ID = "org.pentimento.workbench.explorer";

  private @Nullable Tree tree;

  @Override
  public void createPartControl(Composite parent) {
    tree = new Tree(parent, getSite());
  }

  @Override
  public void setFocus() {
    if (tree != null) {
      tree.setFocus();
    }
  }

  /** Either the tree or, while no case is open, what one can do about it. */
  private static final class Tree {
    private final OpenCases cases = PlatformUI.getWorkbench().getService(OpenCases.class);
    private final Drafts drafts = PlatformUI.getWorkbench().getService(Drafts.class);
    private final IWorkbenchPartSite site;
    private final Composite stack;
    private final StackLayout layout = new StackLayout();
    private final Composite nothing;
    private final TreeViewer viewer;
    private final Set<Path> unfolded = new HashSet<>();

    Tree(Composite parent, IWorkbenchPartSite site) {
      this.site = site;
      stack = new Composite(parent, SWT.NONE);
      stack.setLayout(layout);
      viewer = new TreeViewer(stack, SWT.MULTI | SWT.H_SCROLL | SWT.V_SCROLL);
      viewer.setUseHashlookup(true);
      viewer.setContentProvider(new NodeContent());
      viewer.setLabelProvider(new DelegatingStyledCellLabelProvider(new NodeLabels()));
      viewer.addDoubleClickListener(e -> open((IStructuredSelection) e.getSelection()));
      nothing = nothing();
      site.setSelectionProvider(viewer);
      menu();
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
      stack.addDisposeListener(
          e -> {
            cases.removeListener(changed);
            drafts.removeListener(changed);
          });
      show(cases.all());
    }

    private void menu() {
      MenuManager menu = new MenuManager();
      viewer.getControl().setMenu(menu.createContextMenu(viewer.getControl()));
      site.registerContextMenu(menu, viewer);
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

    private Composite nothing() {
      Composite box = new Composite(stack, SWT.NONE);
      GridLayoutFactory.swtDefaults().margins(12, 12).spacing(0, 8).applyTo(box);
      Label label = new Label(box, SWT.WRAP);
      label.setText("No case is open.");
      link(box, "<a>Open a case …</a>", "org.pentimento.workbench.openCase");
      link(box, "<a>Begin a new audit …</a>", "org.pentimento.workbench.newAudit");
      return box;
    }

    private void link(Composite box, String text, String command) {
      Link link = new Link(box, SWT.NONE);
      link.setText(text);
      GridDataFactory.fillDefaults().grab(true, false).applyTo(link);
      link.addSelectionListener(
          SelectionListener.widgetSelectedAdapter(
              e -> {
                try {
                  site.getService(IHandlerService.class).executeCommand(command, null);
                } catch (CommandException failure) {
                  throw new IllegalStateException(command + " cannot be carried out", failure);
                }
              }));
    }

    private void show(List<OpenCase> open) {
      Object[] expanded = viewer.getExpandedElements();
      List<Node> nodes =
          open.stream().<Node>map(c -> new Node.CaseNode(c, drafts.of(c.folder()))).toList();
      viewer.setInput(nodes);
      viewer.setExpandedElements(expanded);
      nodes.forEach(this::unfoldOnce);
      layout.topControl = open.isEmpty() ? nothing : viewer.getControl();
      stack.layout();
    }

    /** A case that was just read shows what it has, down to its runs. */
    private void unfoldOnce(Node node) {
      if (!node.children().isEmpty() && unfolded.add(node.caseFolder())) {
        viewer.setExpandedState(node, true);
        for (Node child : node.children()) {
          if (child instanceof Node.Group group && group.kind() == Node.Group.Kinds.RUNS) {
            viewer.setExpandedState(group, true);
          }
        }
      }
    }

    private void open(IStructuredSelection selection) {
      Object element = selection.getFirstElement();
      IEditorInput input = element instanceof Node node ? node.input() : null;
      if (input != null) {
        try {
          site.getPage()
              .openEditor(
                  input, input instanceof CaseInput of ? of.kind().editor() : PlanInput.EDITOR);
        } catch (PartInitException e) {
          StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW);
        }
      } else if (element != null) {
        viewer.setExpandedState(element, !viewer.getExpandedState(element));
      }
    }

    void setFocus() {
      if (layout.topControl != null) {
        layout.topControl.setFocus();
      }
    }
  }
}
