package org.pentimento.workbench.help;

import static java.util.Objects.requireNonNull;

import java.util.ArrayDeque;
import java.util.Deque;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.part.ViewPart;
import org.jspecify.annotations.Nullable;
import org.pentimento.workbench.form.FindKey;
import org.pentimento.workbench.look.Icons;

/** Shows pages of the guide and the help of F1, without network or browser. */
public final class HelpView extends ViewPart {
  /** As {@code plugin.xml} names it. */
  public static final String ID = "org.pentimento.workbench.help";

  private static final String PAGE = "page";

  private final Deque<String> before = new ArrayDeque<>();
  private final Deque<String> after = new ArrayDeque<>();
  private final Action back = new Turn("Back", ISharedImages.IMG_TOOL_BACK, before, after);
  private final Action forward = new Turn("Forward", ISharedImages.IMG_TOOL_FORWARD, after, before);
  private @Nullable GuideText text;
  private String shown = "";
  private String remembered = GuideTopic.CONTENTS.word();

  /** Goes back or forward by a page. */
  private final class Turn extends Action {
    private final Deque<String> from;
    private final Deque<String> to;

    Turn(String name, String image, Deque<String> from, Deque<String> to) {
      super(name);
      this.from = from;
      this.to = to;
      setToolTipText(name);
      setImageDescriptor(PlatformUI.getWorkbench().getSharedImages().getImageDescriptor(image));
      setEnabled(false);
    }

    @Override
    public void run() {
      String page = from.poll();
      if (page != null) {
        to.push(shown);
        display(page);
      }
    }
  }

  @Override
  public void init(IViewSite site, @Nullable IMemento memento) throws PartInitException {
    super.init(site, memento);
    String page = memento == null ? null : memento.getString(PAGE);
    if (page != null && GuideTopic.of(page).isPresent()) {
      remembered = page;
    }
  }

  @Override
  public void saveState(IMemento memento) {
    memento.putString(PAGE, remembered);
  }

  @Override
  public void createPartControl(Composite parent) {
    Composite box = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(box);
    Text search = new Text(box, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
    search.setMessage("Find in the guide");
    GridDataFactory.fillDefaults().grab(true, false).indent(0, 2).applyTo(search);
    search.addListener(SWT.DefaultSelection, e -> find(search.getText()));
    GuideText made = new GuideText(box, this::follow);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(made.control());
    text = made;
    FindKey.on(
        getSite(),
        () -> {
          search.setFocus();
          search.selectAll();
        });
    Action contents =
        new Action("Contents", Icons.HELP.descriptor()) {
          @Override
          public void run() {
            show(GuideTopic.CONTENTS);
          }
        };
    contents.setToolTipText("Contents of the guide");
    IToolBarManager bar = getViewSite().getActionBars().getToolBarManager();
    bar.add(contents);
    bar.add(back);
    bar.add(forward);
    display(GuideTopic.of(remembered).orElse(GuideTopic.CONTENTS).text());
  }

  /** Goes to the next place of some words; each Enter goes on. */
  private void find(String words) {
    GuideText page = requireNonNull(text);
    GuideTopic topic = GuideTopic.of(remembered).orElse(GuideTopic.CONTENTS);
    boolean ofGuide = shown.equals(topic.text()); // F1 shows other pages too
    GuideSearch.next(words, topic, ofGuide ? page.end() : 0)
        .ifPresent(
            hit -> {
              show(hit.topic());
              page.select(hit.offset(), words.strip().length());
            });
  }

  private void follow(String target) {
    GuideTopic.of(target).ifPresentOrElse(this::show, () -> GuideLink.follow(target));
  }

  void show(GuideTopic topic) {
    remembered = topic.word();
    show(topic.text());
  }

  /** Shows a page and selects a stretch of its text. */
  void show(GuideTopic topic, int offset, int length) {
    show(topic);
    requireNonNull(text).select(offset, length);
  }

  /** Shows a page in Markdown. */
  void show(String markdown) {
    if (markdown.equals(shown)) {
      return;
    }
    if (!shown.isEmpty()) {
      before.push(shown);
    }
    after.clear();
    display(markdown);
  }

  private void display(String markdown) {
    shown = markdown;
    requireNonNull(text).show(GuidePage.of(markdown));
    back.setEnabled(!before.isEmpty());
    forward.setEnabled(!after.isEmpty());
  }

  @Override
  public void setFocus() {
    requireNonNull(text).control().setFocus();
  }
}
