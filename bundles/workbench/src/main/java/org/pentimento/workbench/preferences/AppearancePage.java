package org.pentimento.workbench.preferences;

import java.awt.Color;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.preference.PreferencePage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleListener;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.jspecify.annotations.Nullable;
import org.osgi.service.prefs.BackingStoreException;
import org.pentimento.chart.ColorRole;
import org.pentimento.chart.Palette;
import org.pentimento.chart.Theme;

/** The preference page for the theme of the window and the palette of charts. */
public final class AppearancePage extends PreferencePage implements IWorkbenchPreferencePage {
  private static final List<ColorRole> SHOWN =
      List.of(
          ColorRole.HONEST,
          ColorRole.HARMED,
          ColorRole.GREEN,
          ColorRole.PURPLE,
          ColorRole.AMBER,
          ColorRole.SKY);
  private static final int PATCH = 22;
  private static final int GAP = 6;

  private @Nullable Form form;

  /** What is chosen on the page. */
  private record Form(List<Button> themes, Combo palette, Canvas sample) {
    ThemeChoice theme() {
      for (int i = 0; i < themes.size(); i++) {
        if (themes.get(i).getSelection()) {
          return ThemeChoice.values()[i];
        }
      }
      return ThemeChoice.SYSTEM;
    }

    Palette chosen() {
      return Palette.values()[Math.max(0, palette.getSelectionIndex())];
    }

    void show(ThemeChoice theme, Palette hues) {
      for (int i = 0; i < themes.size(); i++) {
        themes.get(i).setSelection(ThemeChoice.values()[i] == theme);
      }
      palette.select(hues.ordinal());
      sample.redraw();
    }
  }

  @Override
  public void init(IWorkbench workbench) {
    setDescription("How the window and its charts look.");
  }

  @Override
  protected Control createContents(Composite parent) {
    Composite box = new Composite(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().spacing(0, 12).applyTo(box);
    Group theme = group(box, "Theme");
    List<Button> themes =
        Stream.of(ThemeChoice.values())
            .map(
                choice -> {
                  Button button = new Button(theme, SWT.RADIO);
                  button.setText(choice.title());
                  return button;
                })
            .toList();
    Group charts = group(box, "Charts");
    GridLayoutFactory.swtDefaults().numColumns(2).margins(10, 10).spacing(8, 8).applyTo(charts);
    new Label(charts, SWT.NONE).setText("&Palette:");
    Combo palette = new Combo(charts, SWT.READ_ONLY);
    Stream.of(Palette.values()).forEach(p -> palette.add(p.title()));
    new Label(charts, SWT.NONE);
    Canvas sample = new Canvas(charts, SWT.DOUBLE_BUFFERED);
    GridDataFactory.fillDefaults()
        .hint((PATCH + GAP) * SHOWN.size() + GAP, PATCH + 2 * GAP)
        .applyTo(sample);
    new Label(charts, SWT.NONE);
    Label note = new Label(charts, SWT.WRAP);
    note.setText(
        "All palettes are fit for people with colour vision deficiencies; Cividis is told apart in"
            + " grey print too.");
    GridDataFactory.fillDefaults().grab(true, false).hint(320, SWT.DEFAULT).applyTo(note);
    Form created = new Form(themes, palette, sample);
    form = created;
    sample.addListener(SWT.Paint, e -> paint(e.gc, created));
    sample
        .getAccessible()
        .addAccessibleListener(
            AccessibleListener.getNameAdapter(
                event -> event.result = "The colours of " + created.chosen().title()));
    palette.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> sample.redraw()));
    created.show(ThemeChoice.current(), Appearance.palette());
    return box;
  }

  private static Group group(Composite box, String title) {
    Group group = new Group(box, SWT.NONE);
    group.setText(title);
    GridLayoutFactory.swtDefaults().margins(10, 10).spacing(8, 6).applyTo(group);
    GridDataFactory.fillDefaults().grab(true, false).applyTo(group);
    return group;
  }

  private static void paint(GC gc, Form form) {
    boolean dark = Appearance.isDark(form.sample().getBackground().getRGB());
    Theme theme = Theme.of(form.chosen(), dark);
    gc.setAntialias(SWT.ON);
    int x = 0;
    for (ColorRole role : SHOWN) {
      Color colour = theme.color(role);
      gc.setBackground(
          new org.eclipse.swt.graphics.Color(colour.getRed(), colour.getGreen(), colour.getBlue()));
      gc.fillRoundRectangle(x, GAP, PATCH, PATCH, GAP, GAP);
      x += PATCH + GAP;
    }
  }

  @Override
  protected void performDefaults() {
    if (form != null) {
      form.show(ThemeChoice.SYSTEM, Palette.OKABE_ITO);
    }
    super.performDefaults();
  }

  @Override
  public boolean performOk() {
    if (form != null) {
      IEclipsePreferences node = InstanceScope.INSTANCE.getNode(Appearance.NODE);
      node.put(Appearance.PALETTE, Appearance.value(form.chosen()));
      try {
        node.flush();
      } catch (BackingStoreException e) {
        setErrorMessage("The preferences cannot be kept: " + e.getMessage());
        return false;
      }
      if (form.theme() != ThemeChoice.current()) {
        form.theme().choose();
      }
    }
    return true;
  }
}
