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
      0xf0b840, 0x9ad6f8);

  private final Map<Role, Color> colors = new EnumMap<>(Role.class);

  Theme(int... rgb) {
    for (Role role : Role.values()) {
      colors.put(role, new Color(rgb[role.ordinal()]));
    }
  }

  /** The colour of a role. */
  public Color color(Role role) {
    Color color = colors.get(role);
    if (color == null) {
      throw new IllegalStateException("theme " + this + " lacks a colour for " + role);
    }
    return color;
  }

  /** The colour of a role, partly seen through; alpha in [0, 1]. */
  public Color color(Role role, double alpha) {
    Color solid = color(role);
    return new Color(
        solid.getRed(), solid.getGreen(), solid.getBlue(), (int) Math.round(255 * alpha));
  }

  /** The role that a colour has in this theme, whatever its opacity. */
  public Optional<Role> roleOf(Color color) {
    int rgb = color.getRGB() & 0xffffff;
    return colors.entrySet().stream()
        .filter(e -> (e.getValue().getRGB() & 0xffffff) == rgb)
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
