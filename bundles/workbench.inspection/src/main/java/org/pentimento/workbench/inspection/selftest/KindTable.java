package org.pentimento.workbench.inspection.selftest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.result.QuotedPower.Share;
import org.pentimento.casefile.result.SelfTestResult;
import org.pentimento.casefile.result.SelfTestResult.KindSummary;
import org.pentimento.verdict.NumberWords;
import org.pentimento.verdict.SelfTestWords;
import org.pentimento.workbench.table.CopyRows;
import org.pentimento.workbench.table.NaturalOrder;
import org.pentimento.workbench.table.SortableColumn;

/** What a self-test found of each kind of attack and oddity, a line each. */
final class KindTable {
  private final TableViewer viewer;

  KindTable(Composite parent) {
    viewer = new TableViewer(parent, SWT.FULL_SELECTION | SWT.MULTI | SWT.BORDER);
    viewer.setContentProvider(ArrayContentProvider.getInstance());
    viewer.getTable().setHeaderVisible(true);
    viewer
        .getTable()
        .getAccessible()
        .addAccessibleListener(
            AccessibleListener.getNameAdapter(e -> e.result = "What was found of each kind"));
    column(
        "What was planted",
        250,
        SelfTestWords::name,
        Comparator.comparing(SelfTestWords::name, NaturalOrder.TEXTS));
    column("Sets", 50, k -> Integer.toString(k.sets()), Comparator.comparingInt(KindSummary::sets));
    share("AUC", 150, KindSummary::auc, NumberWords::value);
    share("Flagged", 150, KindSummary::recall, NumberWords::percent);
    share("Or in a group", 150, KindSummary::shown, NumberWords::percent);
    share("At 1 %", 150, KindSummary::recallAtOne, NumberWords::percent);
    share("At 5 %", 150, KindSummary::recallAtFive, NumberWords::percent);
    share("False alarms", 150, KindSummary::falseAlarms, NumberWords::fine);
    number("Place, IoU", 80, KindSummary::placeIou, NumberWords::value);
    number("Setting error", 90, KindSummary::settingError, NumberWords::percent);
    number("Found from", 80, KindSummary::smallestFound, NumberWords::fine);
    CopyRows.on(viewer.getTable());
  }

  /** Words for a number. */
  private interface Spelling {
    String of(double value);
  }

  private void share(
      String title, int width, Function<KindSummary, @Nullable Share> value, Spelling spelling) {
    column(
        title,
        width,
        kind -> cell(value.apply(kind), spelling),
        by(kind -> middle(value.apply(kind))));
  }

  private void number(
      String title, int width, Function<KindSummary, @Nullable Double> value, Spelling spelling) {
    column(title, width, kind -> cell(value.apply(kind), spelling), by(value));
  }

  private static @Nullable Double middle(@Nullable Share share) {
    return share == null ? null : share.value();
  }

  private static String cell(@Nullable Share share, Spelling spelling) {
    return share == null
        ? "–"
        : "%s  [%s, %s]"
            .formatted(
                spelling.of(share.value()), spelling.of(share.low()), spelling.of(share.high()));
  }

  private static String cell(@Nullable Double value, Spelling spelling) {
    return value == null ? "–" : spelling.of(value);
  }

  private static Comparator<KindSummary> by(Function<KindSummary, @Nullable Double> value) {
    return (one, other) -> {
      Double left = value.apply(one);
      Double right = value.apply(other);
      if (left == null || right == null) {
        return left == null && right == null ? 0 : left == null ? 1 : -1;
      }
      return left.compareTo(right);
    };
  }

  private void column(
      String title, int width, Function<KindSummary, String> cell, Comparator<KindSummary> order) {
    TableViewerColumn column = new TableViewerColumn(viewer, SWT.NONE);
    column.getColumn().setText(title);
    column.getColumn().setWidth(width);
    column.setLabelProvider(
        new ColumnLabelProvider() {
          @Override
          public String getText(Object element) {
            return cell.apply((KindSummary) element);
          }
        });
    SortableColumn.on(viewer, column.getColumn(), KindSummary.class, order);
  }

  Control control() {
    return viewer.getControl();
  }

  void show(SelfTestResult result) {
    List<KindSummary> rows = new ArrayList<>();
    String all = SelfTestWords.name(result.total());
    rows.add(result.total());
    result.kinds().stream()
        .filter(kind -> !SelfTestWords.name(kind).equals(all))
        .forEach(rows::add);
    viewer.setInput(rows);
  }

  void setFocus() {
    viewer.getControl().setFocus();
  }
}
