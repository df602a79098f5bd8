package org.pentimento.chart;

import java.awt.Color;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The colours of a chart by what they mean; no two roles share one. */
public enum Theme {
  /** Dark ink on white paper. */
  LIGHT(
      0xffffff, 0x1c2127, 0x5a6470, 0xe4e7ea, 0xc5cbd3, 0x0072b2, 0xd55e00, 0x00866a, 0xb0578d,
      0xb97a00, 0x3a9ad9),
  /** Light ink on a dark ground. */
  DARK(
      0x171a1e, 0xe9ecef, 0xa5aeb8, 0x2f353c, 0x59626d, 0x5cb5ec, 0xff8f4f, 0x35c79f, 0xe59cc8,
      0xf0b840, 0x9ad6f8),
  /** Dark ink on white paper, the bright hues of Tol. */
  LIGHT_TOL(
      0xffffff, 0x1c2127, 0x5a6470, 0xe4e7ea, 0xc5cbd3, 0x4477aa, 0xe0506a, 0x228833, 0xaa3377,
      0xb0a010, 0x43aecb),
  /** Light ink on a dark ground, the light hues of Tol. */
  DARK_TOL(
      0x171a1e, 0xe9ecef, 0xa5aeb8, 0x2f353c, 0x59626d, 0x77aadd, 0xee8866, 0x44bb99, 0xffaabb,
      0xeedd88, 0x99ddff),
  /** Dark ink on white paper, the hues of cividis, which can be told apart in grey print too. */
  LIGHT_CIVIDIS(
      0xffffff, 0x1c2127, 0x5b646e, 0xe4e7ea, 0xc5cbd3, 0x123570, 0xc9a800, 0x4d5a6e, 0x84807a,
      0xa3955f, 0x2f6fb3),
  /** Light ink on a dark ground, the hues of cividis. */
  DARK_CIVIDIS(
      0x171a1e, 0xe9ecef, 0xa5aeb8, 0x2f353c, 0x59626d, 0x6f9bd8, 0xfee838, 0x8d96a3, 0xb3ad9c,
      0xd3c464, 0xb5d0f2);

  private final Map<ColorRole, Color> colors = new EnumMap<>(ColorRole.class);

  Theme(int... rgb) {
    for (ColorRole role : ColorRole.values()) {
      colors.put(role, new Color(rgb[role.ordinal()]));
    }
  }

  /** The theme of a palette on a light or dark ground. */
  public static Theme of(Palette palette, boolean dark) {
    return switch (palette) {
      case OKABE_ITO -> dark ? DARK : LIGHT;
      case TOL -> dark ? DARK_TOL : LIGHT_TOL;
      case CIVIDIS -> dark ? DARK_CIVIDIS : LIGHT_CIVIDIS;
    };
  }

  /** The colour of a role. */
  public Color color(ColorRole role) {
    Color color = colors.get(role);
    if (color == null) {
      throw new IllegalStateException("theme " + this + " lacks a colour for " + role);
    }
    return color;
  }

  /** The colour of a role, partly seen through; alpha in [0, 1]. */
  public Color color(ColorRole role, double alpha) {
    Color solid = color(role);
    return new Color(
        solid.getRed(), solid.getGreen(), solid.getBlue(), (int) Math.round(255 * alpha));
  }

  /** The role that a colour has in this theme, whatever its opacity. */
  public Optional<ColorRole> roleOf(Color color) {
    int rgb = color.getRGB() & 0xffffff;
    return colors.entrySet().stream()
        .filter(e -> (e.getValue().getRGB() & 0xffffff) == rgb)
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
