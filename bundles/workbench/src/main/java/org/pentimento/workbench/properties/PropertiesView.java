package org.pentimento.workbench.properties;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.TreeColumnLayout;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.TreeViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.part.ViewPart;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.protocol.question.PairQuestion.DescribePair;
import org.pentimento.protocol.question.PairQuestion.PairFacts;
import org.pentimento.workbench.cases.OpenCase;
import org.pentimento.workbench.cases.OpenCases;
import org.pentimento.workbench.drafts.Drafts;
import org.pentimento.workbench.preview.Previews;
import org.pentimento.workbench.selection.Node;
import org.pentimento.workbench.selection.NoteTarget;
import org.pentimento.workbench.selection.PairRef;

/** Shows hashes, parameters and provenance of what is selected. */
public final class PropertiesView extends ViewPart {
  /** As {@code plugin.xml} names it. */
  public static final String ID = "org.pentimento.workbench.properties";

  private static final String NOTHING =
      "Nothing is selected. Select something of a case to see all about it.";

  private @Nullable Pane pane;

  @Override
  public void createPartControl(Composite parent) {
    Pane created = new Pane(parent);
    pane = created;
    IWorkbenchPage page = getSite().getPage();
    ISelectionListener listener = this::selected;
    page.addSelectionListener(listener);
    OpenCases cases = created.cases;
    Display display = parent.getDisplay();
    Runnable changed =
        () -> {
          if (!display.isDisposed()) {
            display.asyncExec(() -> created.refresh(page.getActiveEditor()));
          }
        };
    cases.addListener(changed);
    parent.addDisposeListener(
        e -> {
          page.removeSelectionListener(listener);
          cases.removeListener(changed);
        });
    getViewSite().getActionBars().setGlobalActionHandler(ActionFactory.COPY.getId(), created.copy);
    selected(page.getActiveEditor(), null);
    selected(page.getActivePart(), page.getSelection());
  }

  private void selected(@Nullable IWorkbenchPart part, @Nullable ISelection selection) {
    if (pane == null || part == this) {
      return;
    }
    IStructuredSelection some =
        selection instanceof IStructuredSelection s ? s : StructuredSelection.EMPTY;
    Node node = Adapters.adapt(some.getFirstElement(), Node.class);
    if (some.getFirstElement() instanceof PairRef pair) {
      pane.follow(pair, some.size());
    } else if (node != null) {
      pane.follow(node, some.size());
    } else if (some.isEmpty() && part instanceof IEditorPart editor) {
      pane.follow(editor.getEditorInput());
    }
  }

  @Override
  public void setFocus() {
    if (pane != null) {
      pane.viewer.getControl().setFocus();
    }
  }

  /** The content of the view: title and tree. */
  private static final class Pane {
    private final OpenCases cases = PlatformUI.getWorkbench().getService(OpenCases.class);
    private final Drafts drafts = PlatformUI.getWorkbench().getService(Drafts.class);
    private final Display display;
    private final Composite box;
    private final Label title;
    private final TreeViewer viewer;
    private final Action copy;
    private @Nullable Object followed;
    private String more = "";
    private @Nullable CompletableFuture<PairFacts> asked;

    Pane(Composite parent) {
      display = parent.getDisplay();
      box = new Composite(parent, SWT.NONE);
      GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(box);
      title = new Label(box, SWT.WRAP);
      title.setText(NOTHING);
      GridDataFactory.fillDefaults().grab(true, false).indent(6, 4).applyTo(title);
      Composite table = new Composite(box, SWT.NONE);
      GridDataFactory.fillDefaults().grab(true, true).indent(0, 4).applyTo(table);
      TreeColumnLayout layout = new TreeColumnLayout();
      table.setLayout(layout);
      viewer = new TreeViewer(table, SWT.FULL_SELECTION | SWT.MULTI | SWT.V_SCROLL | SWT.H_SCROLL);
      viewer.getTree().setHeaderVisible(true);
      viewer.setContentProvider(new Contents());
      ColumnViewerToolTipSupport.enableFor(viewer);
      column(layout, "Property", 30, true);
      column(layout, "Value", 70, false);
      copy =
          new Action("&Copy") {
            @Override
            public void run() {
              copySelected();
            }
          };
      MenuManager menu = new MenuManager();
      menu.add(copy);
      viewer.getTree().setMenu(menu.createContextMenu(viewer.getTree()));
    }

    private void column(TreeColumnLayout layout, String head, int weight, boolean label) {
      TreeViewerColumn column = new TreeViewerColumn(viewer, SWT.LEFT);
      column.getColumn().setText(head);
      layout.setColumnData(column.getColumn(), new ColumnWeightData(weight, 80, true));
      column.setLabelProvider(
          new ColumnLabelProvider() {
            @Override
            public String getText(Object element) {
              if (element instanceof Facts.Section section) {
                return label ? section.title() : "";
              }
              Facts.Fact fact = (Facts.Fact) element;
              return label ? fact.label() : fact.value().replaceAll("\\s+", " ");
            }

            @Override
            public @Nullable String getToolTipText(Object element) {
              return element instanceof Facts.Fact fact ? fact.value() : null;
            }

            @Override
            public @Nullable Font getFont(Object element) {
              return element instanceof Facts.Section
                  ? JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT)
                  : null;
            }
          });
    }

    /** Shows what an editor is about. */
    void follow(IEditorInput shown) {
      List<Node> path = Node.pathTo(shown, Node.of(cases.all(), drafts));
      if (!path.isEmpty()) {
        follow(path.get(path.size() - 1), 1);
      }
    }

    void follow(Object selected, int count) {
      if (selected instanceof PairRef && selected.equals(followed) && count == 1) {
        return;
      }
      followed = selected;
      more = count > 1 ? " (the first of " + count + " selected)" : "";
      if (selected instanceof PairRef pair) {
        title.setText("Pair " + pair.pair() + " is being looked up …");
      }
      look();
    }

    /** Shows the present state of what is shown. */
    void refresh(@Nullable IEditorPart editor) {
      if (box.isDisposed()) {
        return;
      } else if (followed instanceof Node node) {
        followed = latest(node);
      }
      if (followed == null && editor != null) {
        follow(editor.getEditorInput());
      } else {
        look();
      }
    }

    /** The present node for an earlier one, by the input of its editor. */
    private Node latest(Node node) {
      IEditorInput input = node.input();
      List<Node> path =
          input == null ? List.of() : Node.pathTo(input, Node.of(cases.all(), drafts));
      Node last = path.isEmpty() ? node : path.get(path.size() - 1);
      return last.getClass() == node.getClass() ? last : node;
    }

    private void look() {
      if (asked != null) {
        asked.cancel(false);
        asked = null;
      }
      if (followed instanceof PairRef pair) {
        ask(pair);
      } else if (followed instanceof Node node) {
        read(node);
      }
    }

    private void read(Node node) {
      OpenCase content = content(node.caseFolder()).orElse(null);
      if (content == null) {
        followed = null;
        title.setText(NOTHING);
        viewer.setInput(List.of());
        return;
      }
      String more = this.more;
      Job.createSystem(
              "Reading properties",
              monitor -> {
                try {
                  List<Facts.Section> facts = new FactsReader(content).read(node);
                  show(node, name(content, node) + more, facts);
                } catch (IOException | UncheckedIOException e) {
                  show(node, "The properties cannot be read: " + e.getMessage(), List.of());
                }
              })
          .schedule();
    }

    private Optional<OpenCase> content(Path folder) {
      return cases.all().stream().filter(c -> c.folder().equals(folder)).findFirst();
    }

    private static String name(OpenCase content, Node node) {
      if (node instanceof Node.CaseNode) {
        return content.name();
      } else if (node instanceof Node.Group group) {
        return group.kind().title() + " of " + content.name();
      } else if (node instanceof Node.DatasetNode dataset) {
        return "Data set " + dataset.dataset().name();
      } else if (node instanceof Node.PlanNode plan) {
        return "Plan " + plan.name();
      } else if (node instanceof Node.DraftNode draft) {
        return "Draft " + draft.draft().name();
      } else if (node instanceof Node.RunNode run) {
        return "Run " + run.run().name();
      } else if (node instanceof Node.InspectionNode inspection) {
        return inspection.inspection().title() + " " + inspection.inspection().run().name();
      } else if (node instanceof Node.ModelNode model) {
        return "Model " + model.model().comparison() + ", " + model.model().subject().word();
      } else if (node instanceof Node.ImportedModelNode model) {
        return "Model " + model.model().name();
      } else if (node instanceof Node.DrawingsNode drawings) {
        return drawings.input().name();
      }
      return node instanceof Node.FindingNode ? "Finding" : "Report";
    }

    private void ask(PairRef pair) {
      String more = this.more;
      CompletableFuture<PairFacts> answer =
          PlatformUI.getWorkbench()
              .getService(Previews.class)
              .ask(new DescribePair(pair.caseFolder().toString(), pair.dataset(), pair.pair()));
      asked = answer;
      answer.whenComplete(
          (found, problem) -> {
            Facts facts = new Facts().section("Pair");
            if (found != null) {
              found.facts().forEach(fact -> facts.add(fact.label(), fact.value()));
            } else if (!answer.isCancelled()) {
              facts.add("Pair", pair.pair()).add("Problem", words(problem));
            }
            facts
                .section("Provenance")
                .add("Data set", pair.dataset())
                .add("Case", pair.caseFolder());
            content(pair.caseFolder())
                .ifPresent(c -> FactsReader.notes(facts, c, NoteTarget.pair(pair)));
            show(pair, "Pair " + pair.pair() + more, facts.sections());
          });
    }

    private static String words(@Nullable Throwable problem) {
      return problem instanceof BadInputException bad
          ? bad.getMessage() + " " + bad.remedy()
          : String.valueOf(problem);
    }

    private void show(Object about, String text, List<Facts.Section> facts) {
      display.asyncExec(
          () -> {
            if (!box.isDisposed() && about.equals(followed)) {
              title.setText(text.replace("&", "&&"));
              if (!facts.equals(viewer.getInput())) {
                viewer.setInput(facts);
                viewer.expandAll();
              }
              box.layout();
            }
          });
    }

    private void copySelected() {
      List<?> selected = viewer.getStructuredSelection().toList();
      String text =
          selected.size() == 1 && selected.get(0) instanceof Facts.Fact fact
              ? fact.value()
              : selected.stream()
                  .map(
                      s ->
                          s instanceof Facts.Fact fact
                              ? fact.label() + "\t" + fact.value()
                              : ((Facts.Section) s).title())
                  .collect(Collectors.joining(System.lineSeparator()));
      if (!text.isEmpty()) {
        Clipboard clipboard = new Clipboard(display);
        clipboard.setContents(new Object[] {text}, new Transfer[] {TextTransfer.getInstance()});
        clipboard.dispose();
      }
    }
  }

  /** Sections and their facts. */
  private static final class Contents implements ITreeContentProvider {
    @Override
    public Object[] getElements(Object input) {
      return ((List<?>) input).toArray();
    }

    @Override
    public Object[] getChildren(Object parent) {
      return parent instanceof Facts.Section section ? section.facts().toArray() : new Object[0];
    }

    @Override
    public @Nullable Object getParent(Object element) {
      return null;
    }

    @Override
    public boolean hasChildren(Object element) {
      return element instanceof Facts.Section;
    }
  }
}
