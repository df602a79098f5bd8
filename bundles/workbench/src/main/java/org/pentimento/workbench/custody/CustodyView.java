package org.pentimento.workbench.custody;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleListener;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.part.ViewPart;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.log.Entry;
import org.pentimento.verdict.NumberWords;
import org.pentimento.workbench.cases.OpenCase;
import org.pentimento.workbench.cases.OpenCases;
import org.pentimento.workbench.form.FindKey;
import org.pentimento.workbench.input.CaseInput;
import org.pentimento.workbench.integrity.CaseChecks;
import org.pentimento.workbench.integrity.VerifyCaseHandler;
import org.pentimento.workbench.look.Icons;
import org.pentimento.workbench.selection.Node;

/** Shows who did what to a case and when: the case of what is selected or open in front. */
public final class CustodyView extends ViewPart {
  /** As {@code plugin.xml} names it. */
  public static final String ID = "org.pentimento.workbench.custody";

  private @Nullable Pane pane;

  @Override
  public void createPartControl(Composite parent) {
    Pane created = new Pane(parent);
    pane = created;
    IWorkbenchPage page = getSite().getPage();
    ISelectionListener selection =
        (part, selected) -> {
          if (selected instanceof IStructuredSelection s && s.getFirstElement() instanceof Node n) {
            created.follow(n.caseFolder());
          } else if (part instanceof IEditorPart editor
              && editor.getEditorInput() instanceof CaseInput run) {
            created.follow(run.caseFolder());
          }
        };
    page.addSelectionListener(selection);
    parent.addDisposeListener(e -> page.removeSelectionListener(selection));
    IToolBarManager bar = getViewSite().getActionBars().getToolBarManager();
    bar.add(created.verify);
    FindKey.on(
        getSite(),
        () -> {
          created.filter.setFocus();
          created.filter.selectAll();
        });
  }

  /** Shows the log of a case and selects one of its entries. */
  public void reveal(Path caseFolder, long entry) {
    if (pane != null) {
      pane.reveal(caseFolder, entry);
    }
  }

  @Override
  public void setFocus() {
    if (pane != null) {
      pane.table.setFocus();
    }
  }

  /** The content of the view: title and table. */
  private static final class Pane {
    private final OpenCases cases = PlatformUI.getWorkbench().getService(OpenCases.class);
    private final CaseChecks checks = PlatformUI.getWorkbench().getService(CaseChecks.class);
    private final Label title;
    private final Combo who;
    private final Combo what;
    private final Combo when;
    private final Text filter;
    private List<Entry> listed = List.of();
    private final EntryTable table;
    private final Action verify;
    private final Composite box;
    private @Nullable Path followed;

    Pane(Composite parent) {
      box = new Composite(parent, SWT.NONE);
      GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(box);
      Composite head = new Composite(box, SWT.NONE);
      GridLayoutFactory.fillDefaults().numColumns(5).extendedMargins(6, 6, 4, 0).applyTo(head);
      GridDataFactory.fillDefaults().grab(true, false).applyTo(head);
      title = new Label(head, SWT.NONE);
      GridDataFactory.fillDefaults()
          .grab(true, false)
          .align(SWT.FILL, SWT.CENTER)
          .hint(120, SWT.DEFAULT)
          .applyTo(title);
      who = choice(head, "Entries of whom");
      what = choice(head, "Entries of which kind");
      when = choice(head, "Entries of which time");
      for (EntryFilter.Period period : EntryFilter.Period.values()) {
        when.add(period.title());
      }
      when.select(0);
      filter = new Text(head, SWT.SEARCH | SWT.ICON_CANCEL);
      filter.setMessage("Filter entries");
      GridDataFactory.swtDefaults().hint(130, SWT.DEFAULT).applyTo(filter);
      filter.addModifyListener(e -> show());
      table = new EntryTable(box);
      GridDataFactory.fillDefaults().grab(true, true).indent(0, 4).applyTo(table.control());
      verify =
          new Action("Verify", Icons.CUSTODY.descriptor()) {
            @Override
            public void run() {
              if (followed != null) {
                VerifyCaseHandler.verify(followed);
              }
            }
          };
      verify.setToolTipText("Verify that the case is as it was written");
      Display display = box.getDisplay();
      Runnable changed =
          () ->
              display.asyncExec(
                  () -> {
                    if (!box.isDisposed()) {
                      show();
                    }
                  });
      cases.addListener(changed);
      checks.addListener(changed);
      box.addDisposeListener(
          e -> {
            cases.removeListener(changed);
            checks.removeListener(changed);
          });
      show();
    }

    private Combo choice(Composite head, String help) {
      Combo choice = new Combo(head, SWT.READ_ONLY);
      choice.setToolTipText(help);
      choice
          .getAccessible()
          .addAccessibleListener(AccessibleListener.getNameAdapter(e -> e.result = help));
      choice.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> show()));
      GridDataFactory.swtDefaults().hint(110, SWT.DEFAULT).applyTo(choice);
      return choice;
    }

    void follow(Path folder) {
      if (!folder.equals(followed)) {
        followed = folder;
        show();
      }
    }

    void reveal(Path folder, long entry) {
      filter.setText("");
      follow(folder);
      table.select(entry);
    }

    private void show() {
      List<OpenCase> open = cases.all();
      OpenCase shown =
          open.stream()
              .filter(c -> c.folder().equals(followed))
              .findFirst()
              .orElse(open.isEmpty() ? null : open.get(0));
      followed = shown == null ? null : shown.folder();
      verify.setEnabled(shown != null);
      if (shown instanceof OpenCase.Read read) {
        List<Entry> entries = matching(read.entries());
        String said = checks.words(read);
        tell(
            read.name()
                + ": "
                + (entries.size() == read.entries().size() ? "" : entries.size() + " of ")
                + NumberWords.count(read.entries().size(), "entry", "entries")
                + (said.isEmpty() ? "" : ". " + said));
        if (!entries.equals(listed)) {
          listed = entries;
          table.show(entries);
        }
      } else {
        tell(
            shown == null
                ? "No case is open."
                : shown instanceof OpenCase.Reading
                    ? shown.name() + " is being read …"
                    : shown.name() + " cannot be read; the explorer says why.");
        listed = List.of();
        table.show(listed);
      }
    }

    private void tell(String words) {
      title.setText(words.replace("&", "&&"));
      title.setToolTipText(words);
    }

    /** Entries that fit all that is chosen. */
    private List<Entry> matching(List<Entry> all) {
      offer(who, "anybody", all.stream().map(Entry::actor).distinct().sorted().toList());
      offer(what, "any entry", all.stream().map(Entry::action).distinct().sorted().toList());
      EntryFilter.Period period =
          EntryFilter.Period.values()[Math.max(0, when.getSelectionIndex())];
      return new EntryFilter(chosen(who), chosen(what), period, filter.getText())
          .of(all, Instant.now(), ZoneId.systemDefault());
    }

    /** Offers what there is to choose; what was chosen stays chosen if it is there. */
    private static void offer(Combo choice, String all, List<String> values) {
      if (!values.equals(choice.getData())) {
        String before = chosen(choice);
        choice.setData(values);
        choice.removeAll();
        choice.add(all);
        values.forEach(value -> choice.add(value.replace('-', ' ')));
        choice.select(Math.max(0, values.indexOf(before) + 1));
      }
    }

    private static String chosen(Combo choice) {
      int index = choice.getSelectionIndex() - 1;
      return index >= 0 && choice.getData() instanceof List<?> values
          ? (String) values.get(index)
          : "";
    }
  }
}
