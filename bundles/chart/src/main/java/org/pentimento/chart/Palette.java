package org.pentimento.chart;

/** Sets of hues that people with any kind of colour vision tell apart. */
public enum Palette {
  /** Okabe and Ito (2008): strong and unlike each other. */
  OKABE_ITO("Okabe–Ito"),
  /** Tol (2021), bright on white paper and light on a dark ground: softer. */
  TOL("Tol"),
  /** Nuñez, Anderton and Renslow (2018): from blue to yellow, told apart in grey print too. */
  CIVIDIS("Cividis");

  private final String title;

  Palette(String title) {
    this.title = title;
  }

  /** The name for a person. */
  public String title() {
    return title;
  }
}
