package org.pentimento.workbench.dataset.gallery;

import java.util.function.Supplier;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.widgets.Canvas;

/** What screen readers hear of the gallery: a list whose value is the item with the focus. */
final class GalleryAccessibility {
  private final Canvas canvas;

  /**
   * Makes the canvas accessible.
   *
   * @param name of the gallery
   * @param value id of the item with the focus, empty if none has it
   * @param description all that is known of that item
   */
  GalleryAccessibility(
      Canvas canvas, Supplier<String> name, Supplier<String> value, Supplier<String> description) {
    this.canvas = canvas;
    canvas
        .getAccessible()
        .addAccessibleListener(
            new AccessibleAdapter() {
              @Override
              public void getName(AccessibleEvent e) {
                e.result = name.get();
              }

              @Override
              public void getDescription(AccessibleEvent e) {
                e.result = description.get();
              }
            });
    canvas
        .getAccessible()
        .addAccessibleControlListener(
            new AccessibleControlAdapter() {
              @Override
              public void getRole(AccessibleControlEvent e) {
                e.detail = ACC.ROLE_LIST;
              }

              @Override
              public void getValue(AccessibleControlEvent e) {
                e.result = value.get();
              }
            });
  }

  /** Lets screen readers ask again, because another item has the focus. */
  void focusMoved() {
    canvas.getAccessible().setFocus(ACC.CHILDID_SELF);
  }
}
