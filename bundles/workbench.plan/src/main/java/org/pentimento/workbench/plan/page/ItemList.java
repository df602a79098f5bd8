package org.pentimento.workbench.plan.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleListener;
import org.eclipse.swt.events.KeyListener;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.pentimento.workbench.plan.model.PlanModel;

/** A list of the plan, such as its generators, with buttons to add, remove and reorder items. */
final class ItemList {
  /** Something that can be added. */
  record Choice(String name, Object value) {}

  private final PlanModel model;
  private final String key;
  private final Function<String, String> words;
  private final Consumer<String> chosen;
  private final org.eclipse.swt.widgets.List list;
  private final List<Button> buttons = new ArrayList<>();
  private List<Choice> choices = List.of();

  /**
   * Makes a list.
   *
   * @param key of the plan
   * @param words describes the item at a path
   * @param chosen called with the path of the chosen item, an empty one if there is none
   */
  ItemList(
      Composite parent,
      PlanModel model,
      String key,
      String title,
      Function<String, String> words,
      Consumer<String> chosen) {
    this.model = model;
    this.key = key;
    this.words = words;
    this.chosen = chosen;
    Composite box = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().spacing(6, 4).applyTo(box);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(box);
    Label label = new Label(box, SWT.NONE);
    label.setText(title);
    label.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
    list = new org.eclipse.swt.widgets.List(box, SWT.SINGLE | SWT.BORDER | SWT.V_SCROLL);
    GridDataFactory.fillDefaults().grab(true, true).hint(200, 58).applyTo(list);
    list.getAccessible()
        .addAccessibleListener(AccessibleListener.getNameAdapter(e -> e.result = title));
    list.addSelectionListener(
        SelectionListener.widgetSelectedAdapter(
            e -> {
              chosen.accept(path());
              enable();
            }));
    list.addKeyListener(
        KeyListener.keyPressedAdapter(
            e -> {
              if (e.keyCode == SWT.DEL) {
                remove();
              }
            }));
    Composite row = new Composite(box, SWT.NONE);
    GridLayoutFactory.fillDefaults().numColumns(4).spacing(4, 0).applyTo(row);
    button(row, "Add …", "Adds one more", this::add);
    button(row, "Remove", "Removes the chosen one", this::remove);
    button(row, "Up", "Moves the chosen one up", () -> move(-1));
    button(row, "Down", "Moves the chosen one down", () -> move(1));
  }

  private void button(Composite row, String text, String tip, Runnable action) {
    Button button = new Button(row, SWT.PUSH);
    button.setText(text);
    button.setToolTipText(tip);
    button.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> action.run()));
    buttons.add(button);
  }

  /** What can be added. */
  void offer(List<Choice> offered) {
    choices = offered;
  }

  /** The path of the chosen item, empty if there is none. */
  String path() {
    int index = list.getSelectionIndex();
    return index < 0 ? "" : key + "[" + index + "]";
  }

  /**
   * Chooses the item that a path of the plan leads into.
   *
   * @return false if it leads into none of this list
   */
  boolean reveal(String inner) {
    for (int i = 0; i < list.getItemCount(); i++) {
      String item = key + "[" + i + "]";
      if (inner.equals(item) || inner.startsWith(item + ".")) {
        select(i);
        list.showSelection();
        list.setFocus();
        return true;
      }
    }
    return false;
  }

  int index() {
    return list.getSelectionIndex();
  }

  /** Brings the list in step with the text. */
  void refresh() {
    List<String> items = new ArrayList<>();
    for (int i = 0; i < model.text().size(key); i++) {
      items.add(words.apply(key + "[" + i + "]"));
    }
    if (!items.equals(List.of(list.getItems()))) {
      int before = Math.max(0, list.getSelectionIndex());
      list.setItems(items.toArray(String[]::new));
      list.select(Math.min(before, items.size() - 1));
      list.showSelection();
    }
    chosen.accept(path());
    enable();
  }

  void select(int index) {
    list.select(index);
    chosen.accept(path());
    enable();
  }

  private void enable() {
    int at = list.getSelectionIndex();
    boolean free = !model.isReadOnly() && model.text().problem().isEmpty();
    boolean[] on = {free, at >= 0, at > 0, at >= 0 && at < list.getItemCount() - 1};
    for (int i = 0; i < on.length; i++) {
      buttons.get(i).setEnabled(free && on[i]);
    }
  }

  private void add() {
    if (choices.size() == 1) {
      insert(choices.get(0));
      return;
    }
    Menu menu = new Menu(list);
    for (Choice choice : choices) {
      MenuItem item = new MenuItem(menu, SWT.PUSH);
      item.setText(choice.name().replace("&", "&&"));
      item.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> insert(choice)));
    }
    if (choices.isEmpty()) {
      MenuItem item = new MenuItem(menu, SWT.PUSH);
      item.setText("There is nothing to add");
      item.setEnabled(false);
    }
    menu.setLocation(buttons.get(0).toDisplay(0, buttons.get(0).getSize().y));
    menu.setVisible(true);
  }

  private void insert(Choice choice) {
    int at = model.text().size(key);
    model.edit(key + " add " + at, t -> t.inserted(key, at, choice.value()));
    select(at);
  }

  private void remove() {
    int at = list.getSelectionIndex();
    if (at >= 0 && !model.isReadOnly()) {
      model.edit(key + " remove " + at, t -> t.without(key + "[" + at + "]"));
    }
  }

  private void move(int by) {
    int at = list.getSelectionIndex();
    model.edit(key + " move " + at, t -> t.swapped(key, at, at + by));
    select(at + by);
  }
}
