package org.pentimento.workbench.dataset.pair.canvas;

/** How two images of a pair are compared. */
public enum Mode {
  /** All images beside each other. */
  SIDE_BY_SIDE("Side by side", "All images beside each other (S)", 's'),
  /** The second through the first. */
  OVERLAY("Overlay", "The second image over the first (O)", 'o'),
  /** The first left of a line, the second right of it. */
  WIPE("Wipe", "The first image left of a line that can be dragged, the second right (W)", 'w'),
  /** One after the other in the same place. */
  FLICKER("Flicker", "The two images in turn in the same place (F)", 'f');

  private final String title;
  private final String tip;
  private final char key;

  Mode(String title, String tip, char key) {
    this.title = title;
    this.tip = tip;
    this.key = key;
  }

  /** The mode in words. */
  public String title() {
    return title;
  }

  /** What the mode does and its key, for a tooltip. */
  public String tip() {
    return tip;
  }

  /** The key that chooses the mode. */
  public char key() {
    return key;
  }
}
