package org.pentimento.workbench.plan.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.PlatformUI;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.extension.Kind;
import org.pentimento.protocol.catalogue.ExtensionCatalogue;
import org.pentimento.protocol.catalogue.InstalledExtension;
import org.pentimento.workbench.descriptors.Descriptors;
import org.pentimento.workbench.form.ParameterForm;
import org.pentimento.workbench.form.PlainNumbers;
import org.pentimento.workbench.form.ScrolledForm;
import org.pentimento.workbench.plan.model.PlanModel;
import org.pentimento.workbench.plan.model.PlanProblem;

/** The page of the attacks: list and form on the left, a preview of the chosen one on the right. */
final class AttacksPage implements PlanPage {
  private final Descriptors descriptors = PlatformUI.getWorkbench().getService(Descriptors.class);
  private final PlanModel model;
  private final SashForm sides;
  private final ScrolledForm left;
  private final ItemList list;
  private final UsePanel trigger;
  private final UsePanel strategy;
  private final ParameterForm share;
  private final AttackPreview preview;
  private Object shared = "";

  AttacksPage(Composite parent, PlanModel model) {
    this.model = model;
    sides = new SashForm(parent, SWT.HORIZONTAL | SWT.SMOOTH);
    left = new ScrolledForm(sides);
    GridLayoutFactory.fillDefaults().margins(12, 8).spacing(0, 10).applyTo(left.content());
    list = new ItemList(left.content(), model, "attacks", "Attacks", this::words, this::show);
    trigger =
        new UsePanel(left.content(), model, List.of(Kind.TRIGGER), "Trigger", Set.of(), left::fit);
    line();
    strategy =
        new UsePanel(
            left.content(),
            model,
            List.of(Kind.POISONING_STRATEGY),
            "Strategy",
            Set.of(),
            left::fit);
    line();
    share = new ParameterForm(left.content());
    preview = new AttackPreview(sides, model);
    sides.setWeights(51, 49);
    left.claimWidth(sides);
  }

  private void line() {
    GridDataFactory.fillDefaults()
        .grab(true, false)
        .applyTo(new Label(left.content(), SWT.SEPARATOR | SWT.HORIZONTAL));
  }

  private String words(String path) {
    String rate = model.text().value(path + ".rate");
    String count = model.text().value(path + ".count");
    @Nullable Double number = PlainNumbers.parse(rate);
    String how =
        number != null
            ? PlainNumbers.words(number * 100) + " %"
            : !count.isEmpty() ? count + " pairs" : "?";
    return name(Kind.TRIGGER, path + ".trigger")
        + " + "
        + name(Kind.POISONING_STRATEGY, path + ".strategy")
        + ", "
        + how;
  }

  private String name(Kind kind, String path) {
    return descriptors.known().name(kind, model.text().id(path));
  }

  private void show(String path) {
    trigger.show(path.isEmpty() ? "" : path + ".trigger");
    strategy.show(path.isEmpty() ? "" : path + ".strategy");
    showShare(path);
    preview.show(list.index());
  }

  /** Shows how many pairs are poisoned: a share or a number. */
  private void showShare(String path) {
    boolean counted = model.text().has(path + ".count") && !model.text().has(path + ".rate");
    Object wanted = List.of(path, counted, model.isReadOnly());
    if (!wanted.equals(shared)) {
      shared = wanted;
      makeShare(path, counted);
      left.fit();
    }
    share.refresh();
    share.mark();
  }

  private void makeShare(String path, boolean counted) {
    share.clear();
    if (path.isEmpty()) {
      return;
    }
    share.addCaption("Poisoned:");
    Composite kinds = new Composite(share.control(), SWT.NONE);
    GridLayoutFactory.fillDefaults().numColumns(2).applyTo(kinds);
    GridDataFactory.fillDefaults()
        .span(ParameterForm.COLUMNS - 1, 1)
        .indent(ParameterForm.INDENT, 0)
        .applyTo(kinds);
    kind(kinds, "a share of pairs", !counted, path, "count", "rate", "0.1");
    kind(kinds, "a number of pairs", counted, path, "rate", "count", "8");
    PlanValues values = new PlanValues(model, path);
    share.addWithoutDefault(counted ? PlanParameters.COUNT : PlanParameters.RATE, values);
    share.add(PlanParameters.ATTACK_SEED, values);
    if (model.isReadOnly()) {
      share.lock();
    }
  }

  private void kind(
      Composite box,
      String text,
      boolean selected,
      String path,
      String without,
      String with,
      String value) {
    Button radio = new Button(box, SWT.RADIO);
    radio.setText(text);
    radio.setSelection(selected);
    radio.addSelectionListener(
        SelectionListener.widgetSelectedAdapter(
            e -> {
              if (radio.getSelection() && !model.text().has(path + "." + with)) {
                model.edit(
                    path + " amount",
                    t -> t.with(path + "." + with, value).without(path + "." + without));
              }
            }));
  }

  @Override
  public String title() {
    return "Attacks";
  }

  @Override
  public Control control() {
    return sides;
  }

  @Override
  public void refresh() {
    ExtensionCatalogue known = descriptors.known();
    List<InstalledExtension> triggers = known.of(Kind.TRIGGER);
    List<InstalledExtension> strategies = known.of(Kind.POISONING_STRATEGY);
    list.offer(
        triggers.isEmpty() || strategies.isEmpty()
            ? List.of()
            : triggers.stream()
                .map(t -> new ItemList.Choice(t.name(), attack(t, strategies)))
                .toList());
    list.refresh();
  }

  /** A new attack, with the strategy of the first attack of the plan if there is one. */
  private Object attack(InstalledExtension with, List<InstalledExtension> strategies) {
    String before = model.text().id("attacks[0].strategy");
    String id =
        strategies.stream()
            .map(InstalledExtension::id)
            .filter(before::equals)
            .findFirst()
            .orElse(strategies.get(0).id());
    Map<String, Object> attack = new LinkedHashMap<>();
    attack.put("trigger", Map.of("id", with.id()));
    attack.put("strategy", Map.of("id", id));
    attack.put("rate", "0.1");
    return attack;
  }

  @Override
  public void mark() {
    trigger.mark();
    strategy.mark();
    share.mark();
  }

  @Override
  public boolean reveal(PlanProblem problem) {
    return list.reveal(problem.key())
        && (trigger.focusWrong()
            || strategy.focusWrong()
            || share.focusWrong()
            || isShown(problem));
  }

  /** Whether the list alone shows what is wrong, such as an attack without a trigger. */
  private boolean isShown(PlanProblem problem) {
    return problem.key().equals(list.path());
  }

  @Override
  public List<String> keys() {
    return List.of("attacks");
  }

  @Override
  public void setFocus() {
    left.control().setFocus();
  }

  public void dispose() {
    preview.dispose();
  }
}
