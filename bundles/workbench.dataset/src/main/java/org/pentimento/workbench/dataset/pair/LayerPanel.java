package org.pentimento.workbench.dataset.pair;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleListener;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Scale;
import org.pentimento.protocol.question.PairQuestion.PairLayer;

/** The controls that switch layers over the images on, and set the opacity of each. */
final class LayerPanel {
  /** A name that would make the panel wider than this many pixels is cut off. */
  private static final int MOST = 280;

  private record Row(PairLayer layer, Button on, Scale opacity) {}

  private final ScrolledComposite scrolled;
  private final Composite rows;
  private final Label head;
  private final Map<String, Row> byId = new LinkedHashMap<>();
  private final Consumer<PairLayer> switched;
  private final Consumer<PairLayer> faded;

  /**
   * Makes an empty panel.
   *
   * @param switched gets a layer that was switched on or off
   * @param faded gets a layer whose opacity was changed
   */
  LayerPanel(Composite parent, Consumer<PairLayer> switched, Consumer<PairLayer> faded) {
    this.switched = switched;
    this.faded = faded;
    scrolled = new ScrolledComposite(parent, SWT.V_SCROLL);
    scrolled.setExpandHorizontal(true);
    scrolled.setExpandVertical(true);
    rows = new Composite(scrolled, SWT.NONE);
    GridLayoutFactory.fillDefaults().margins(8, 4).spacing(0, 2).applyTo(rows);
    head = new Label(rows, SWT.WRAP);
    GridDataFactory.fillDefaults().grab(true, false).hint(120, SWT.DEFAULT).applyTo(head);
    head.setText("Looking for layers …");
    scrolled.setContent(rows);
    GridDataFactory.fillDefaults().grab(false, true).applyTo(scrolled);
    adjust();
  }

  /** Shows a message in place of layers. */
  void tell(String words) {
    head.setText(words.replace("&", "&&"));
    adjust();
  }

  /**
   * Offers layers.
   *
   * @param on ids of the layers that are switched on at first
   */
  void show(List<PairLayer> layers, List<String> on) {
    head.setText("Layers over ① and ②");
    for (PairLayer layer : layers) {
      Button check = new Button(rows, SWT.CHECK);
      check.setText(layer.name());
      check.setSelection(on.contains(layer.id()));
      check.setToolTipText(
          layer.alike()
              ? "Light where the metric finds that ① and ② differ"
              : "Light where there is much of it");
      Scale opacity = new Scale(rows, SWT.HORIZONTAL);
      opacity.setMinimum(0);
      opacity.setMaximum(100);
      opacity.setPageIncrement(10);
      opacity.setSelection(80);
      opacity.setToolTipText("Opacity of " + layer.name());
      opacity
          .getAccessible()
          .addAccessibleListener(
              AccessibleListener.getNameAdapter(
                  e -> e.result = "Opacity of " + layer.name() + " in per cent"));
      GridDataFactory.fillDefaults()
          .grab(true, false)
          .indent(18, 0)
          .hint(100, SWT.DEFAULT)
          .exclude(!check.getSelection())
          .applyTo(opacity);
      opacity.setVisible(check.getSelection());
      byId.put(layer.id(), new Row(layer, check, opacity));
      check.addSelectionListener(
          SelectionListener.widgetSelectedAdapter(
              e -> {
                opacity.setVisible(check.getSelection());
                ((GridData) opacity.getLayoutData()).exclude = !check.getSelection();
                adjust();
                switched.accept(layer);
              }));
      opacity.addSelectionListener(
          SelectionListener.widgetSelectedAdapter(e -> faded.accept(layer)));
    }
    adjust();
  }

  private void adjust() {
    rows.layout(true);
    Point size = rows.computeSize(SWT.DEFAULT, SWT.DEFAULT);
    scrolled.setMinSize(size);
    int width = Math.min(MOST, scrolled.computeTrim(0, 0, size.x, size.y).width);
    if (scrolled.getLayoutData() instanceof GridData place && place.widthHint != width) {
      place.widthHint = width; // as wide as its names, however narrow the page
      scrolled.requestLayout();
    }
  }

  /** The layers that are on. */
  List<PairLayer> on() {
    List<PairLayer> on = new ArrayList<>();
    byId.values().stream().filter(r -> r.on().getSelection()).forEach(r -> on.add(r.layer()));
    return on;
  }

  boolean isOn(PairLayer layer) {
    Row row = byId.get(layer.id());
    return row != null && row.on().getSelection();
  }

  /** How much of a layer is seen, in [0, 1]. */
  double opacity(PairLayer layer) {
    Row row = byId.get(layer.id());
    return row == null ? 1 : row.opacity().getSelection() / 100.0;
  }
}
