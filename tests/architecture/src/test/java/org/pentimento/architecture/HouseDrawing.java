package org.pentimento.architecture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.pentimento.architecture.Floors.Place;
import org.pentimento.architecture.House.Room;

/** The bundles as boxes on floors, with the arrows between them, as SVG. */
final class HouseDrawing {
  private static final double BOX = 152;
  private static final double HEIGHT = 40;
  private static final double STOREY = 112;
  private static final double MARGIN = 28;

  private final Map<String, Room> rooms = new LinkedHashMap<>();
  private final Floors floors;
  private final Place ground;
  private final double width;
  private final double height;
  private final StringBuilder out = new StringBuilder();

  private HouseDrawing(House house) {
    house.bundles().forEach(r -> rooms.put(r.name(), r));
    floors = new Floors(house, BOX);
    ground =
        floors.floors().get(0).stream()
            .max(Comparator.comparingInt(p -> p.above.size()))
            .orElseThrow();
    double right =
        floors.floors().stream()
            .flatMap(List::stream)
            .mapToDouble(p -> p.x + p.width / 2)
            .max()
            .orElse(0);
    width = right + 2 * MARGIN;
    height = floors.floors().size() * STOREY + 70;
  }

  /** Draws the house. */
  static String svg(House house) {
    return new HouseDrawing(house).draw();
  }

  private String draw() {
    line(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %.0f %.0f\" font-family=\"Helvetica,"
            + " Arial, 'DejaVu Sans', sans-serif\">",
        width, height);
    line("<title>The bundles of Pentimento and which uses which</title>");
    line("<!-- Made by docs/draw from the compiled classes; not to be edited. -->");
    line("<rect width=\"%.0f\" height=\"%.0f\" fill=\"#ffffff\"/>", width, height);
    for (int f = 0; f < floors.floors().size(); f++) {
      line(
          "<rect x=\"8\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"8\" fill=\"#f7f5f0\"/>",
          top(f) - 14, width - 16, HEIGHT + 28);
    }
    arrows();
    for (int f = 0; f < floors.floors().size(); f++) {
      for (Place place : floors.floors().get(f)) {
        if (place.isBundle()) {
          box(place, f);
        }
      }
    }
    legend();
    line("</svg>");
    return out.toString();
  }

  private double top(int floor) {
    return 26 + (floors.floors().size() - 1 - floor) * STOREY;
  }

  private double left(Place place) {
    return MARGIN + place.x - place.width / 2;
  }

  private void box(Place place, int floor) {
    Room room = rooms.get(place.bundle);
    double x = left(place);
    double w = place.width;
    if (place == ground) {
      x = groundLeft();
      w = groundRight() - x;
    }
    line("<g><title>%s: %s</title>", room.name(), text(room.bundle().job()));
    line(
        "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"6\" fill=\"%s\""
            + " stroke=\"%s\" stroke-width=\"1.4\"/>",
        x, top(floor), w, HEIGHT, fill(room), stroke(room));
    line(
        "<text x=\"%.1f\" y=\"%.1f\" font-size=\"15\" text-anchor=\"middle\" fill=\"#1f2328\">%s</text>",
        x + w / 2, top(floor) + HEIGHT / 2 + 5, room.name());
    if (room.nd4j()) {
      line("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"5\" fill=\"#c2571a\"/>", x + w - 11, top(floor) + 11);
    }
    line("</g>");
  }

  /** The bundle that all stand on is as wide as the house, beside what else is on its floor. */
  private double groundLeft() {
    return floors.floors().get(0).stream()
        .filter(p -> p.x < ground.x)
        .mapToDouble(p -> left(p) + p.width + 26)
        .max()
        .orElse(MARGIN);
  }

  private double groundRight() {
    return floors.floors().get(0).stream()
        .filter(p -> p.x > ground.x)
        .mapToDouble(p -> left(p) - 26)
        .min()
        .orElse(width - MARGIN);
  }

  private static String fill(Room room) {
    return room.eclipse() ? "#dbe9f6" : room.extensions() ? "#dff0dd" : "#fffdf8";
  }

  private static String stroke(Room room) {
    return room.eclipse() ? "#4a7fb0" : room.extensions() ? "#5a9a55" : "#8a8375";
  }

  private void arrows() {
    for (int f = floors.floors().size() - 1; f >= 0; f--) {
      for (Place place : floors.floors().get(f)) {
        if (place.isBundle()) {
          for (Place next : place.below) {
            arrow(place, next, f);
          }
        }
      }
    }
  }

  private void arrow(Place from, Place first, int floor) {
    StringBuilder path = new StringBuilder();
    double x = port(from, from.below, first, Comparator.comparingDouble(p -> p.x));
    double y = top(floor) + HEIGHT;
    path.append(String.format(Locale.ROOT, "M%.1f %.1f", x, y));
    Place before = from;
    Place next = first;
    int f = floor - 1;
    while (true) {
      double toX =
          next == ground
              ? Math.max(groundLeft() + 10, Math.min(groundRight() - 10, x))
              : next.isBundle()
                  ? port(next, next.above, before, Comparator.comparingDouble(p -> p.x))
                  : MARGIN + next.x;
      double toY = top(f) - (next.isBundle() ? 7 : 0);
      double bend = (toY - y) * 0.5;
      path.append(
          String.format(
              Locale.ROOT,
              " C%.1f %.1f %.1f %.1f %.1f %.1f",
              x, y + bend, toX, toY - bend, toX, toY));
      x = toX;
      y = toY;
      if (next.isBundle()) {
        break;
      }
      y = top(f) + HEIGHT;
      path.append(String.format(Locale.ROOT, " L%.1f %.1f", x, y));
      before = next;
      next = next.below.get(0);
      f--;
    }
    String colour = stroke(rooms.get(from.bundle));
    line(
        "<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"1.5\" stroke-opacity=\"0.8\"/>",
        path, colour);
    line(
        "<path d=\"M%.1f %.1f l-4 -8 h8 z\" fill=\"%s\"/>",
        x, y + 7, colour);
  }

  /** Arrows share a box's edge in the order in which their other ends stand. */
  private static double port(Place box, List<Place> all, Place other, Comparator<Place> order) {
    List<Place> sorted = new ArrayList<>(all);
    sorted.sort(order);
    double step = Math.min(22, (box.width - 24) / Math.max(1, sorted.size()));
    return MARGIN + box.x + (sorted.indexOf(other) - (sorted.size() - 1) / 2.0) * step;
  }

  private void legend() {
    double y = height - 34;
    double x = MARGIN;
    x = key(x, y, "#dff0dd", "#5a9a55", "has built-in extensions");
    x = key(x, y, "#dbe9f6", "#4a7fb0", "knows Eclipse");
    line("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"5\" fill=\"#c2571a\"/>", x + 8, y + 8);
    note(x + 22, y, "knows ND4J");
    note(
        x + 132,
        y,
        "An arrow says: uses classes of. Arrows that follow from others are left out.");
  }

  private double key(double x, double y, String fill, String stroke, String words) {
    line(
        "<rect x=\"%.1f\" y=\"%.1f\" width=\"24\" height=\"16\" rx=\"3\" fill=\"%s\" stroke=\"%s\"/>",
        x, y, fill, stroke);
    note(x + 32, y, words);
    return x + 32 + words.length() * 7.2 + 24;
  }

  private void note(double x, double y, String words) {
    line(
        "<text x=\"%.1f\" y=\"%.1f\" font-size=\"13\" fill=\"#57534a\">%s</text>",
        x, y + 13, text(words));
  }

  private static String text(String words) {
    return words.replace("`", "").replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private void line(String format, Object... values) {
    out.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
