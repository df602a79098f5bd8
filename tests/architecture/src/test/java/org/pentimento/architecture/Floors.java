package org.pentimento.architecture;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where the bundles stand in the drawing: each on the floor above those that it uses, side by side
 * so that few arrows cross (K. Sugiyama, S. Tagawa, M. Toda: Methods for visual understanding of
 * hierarchical system structures, 1981). The same house gives the same drawing, to the byte.
 */
final class Floors {
  /** Room between two places on a floor, in pixels. */
  private static final double GAP = 26;

  /** A place on a floor: a bundle, or an arrow on its way past bundles of that floor. */
  static final class Place {
    final String bundle;
    final double width;
    final List<Place> below = new ArrayList<>();
    final List<Place> above = new ArrayList<>();

    /** Its middle. */
    double x;

    private Place(String bundle, double width) {
      this.bundle = bundle;
      this.width = width;
    }

    boolean isBundle() {
      return !bundle.isEmpty();
    }
  }

  private final Map<String, Set<String>> uses = new LinkedHashMap<>();
  private final Map<String, Integer> floorOf = new LinkedHashMap<>();
  private final List<List<Place>> floors = new ArrayList<>();

  /**
   * Finds all places.
   *
   * @param house whose arrows form no cycle
   * @param boxWidth of a bundle's box, in pixels
   */
  Floors(House house, double boxWidth) {
    house.bundles().forEach(r -> uses.put(r.name(), new LinkedHashSet<>(r.uses())));
    leaveOutWhatFollows();
    uses.keySet().forEach(this::floor);
    raise();
    makePlaces(boxWidth);
    sort();
    spread();
  }

  /** The floors, lowest first, each from left to right. */
  List<List<Place>> floors() {
    return floors;
  }

  /** What a bundle uses, without what follows from other arrows. */
  Set<String> arrows(String bundle) {
    return uses.get(bundle);
  }

  /** An arrow from a to c says nothing new where there are arrows from a to b and from b to c. */
  private void leaveOutWhatFollows() {
    Map<String, Set<String>> all = new HashMap<>();
    uses.keySet().forEach(b -> all.put(b, reached(b)));
    for (Set<String> used : uses.values()) {
      Set<String> direct = Set.copyOf(used);
      used.removeIf(c -> direct.stream().anyMatch(b -> !b.equals(c) && all.get(b).contains(c)));
    }
  }

  private Set<String> reached(String bundle) {
    Set<String> found = new LinkedHashSet<>();
    for (String used : uses.get(bundle)) {
      found.add(used);
      found.addAll(reached(used));
    }
    return found;
  }

  private int floor(String bundle) {
    Integer known = floorOf.get(bundle);
    if (known == null) {
      known = 1 + uses.get(bundle).stream().mapToInt(this::floor).max().orElse(-1);
      floorOf.put(bundle, known);
    }
    return known;
  }

  /** A bundle that more use than it uses stands right below its users: the arrows become shorter. */
  private void raise() {
    for (int round = 0; round < uses.size(); round++) {
      for (String bundle : uses.keySet()) {
        List<String> users =
            uses.keySet().stream().filter(u -> uses.get(u).contains(bundle)).toList();
        int highest = users.stream().mapToInt(u -> floorOf.get(u) - 1).min().orElse(0);
        if (users.size() > uses.get(bundle).size() && highest > floorOf.get(bundle)) {
          floorOf.put(bundle, highest);
        }
      }
    }
  }

  private void makePlaces(double boxWidth) {
    Map<String, Place> places = new LinkedHashMap<>();
    int top = floorOf.values().stream().mapToInt(f -> f).max().orElse(0);
    for (int f = 0; f <= top; f++) {
      floors.add(new ArrayList<>());
    }
    for (String bundle : uses.keySet()) {
      Place place = new Place(bundle, boxWidth);
      places.put(bundle, place);
      floors.get(floorOf.get(bundle)).add(place);
    }
    for (String bundle : uses.keySet()) {
      for (String used : uses.get(bundle)) {
        Place from = places.get(bundle);
        for (int f = floorOf.get(bundle) - 1; f > floorOf.get(used); f--) {
          Place passing = new Place("", 0);
          floors.get(f).add(passing);
          join(from, passing);
          from = passing;
        }
        join(from, places.get(used));
      }
    }
  }

  private static void join(Place upper, Place lower) {
    upper.below.add(lower);
    lower.above.add(upper);
  }

  /** Sorts each floor by the middle of its neighbours, up and down, and keeps the best of all. */
  private void sort() {
    number();
    List<List<Place>> best = copy();
    long fewest = crossings();
    for (int round = 0; round < 60; round++) {
      boolean up = round % 2 == 0;
      for (int k = 0; k < floors.size(); k++) {
        List<Place> floor = floors.get(up ? k : floors.size() - 1 - k);
        Map<Place, Double> middle = new HashMap<>();
        floor.forEach(p -> middle.put(p, middle(up ? p.below : p.above, p.x)));
        floor.sort(Comparator.comparing(middle::get));
        number();
      }
      long now = crossings();
      if (now < fewest) {
        fewest = now;
        best = copy();
      }
    }
    floors.clear();
    floors.addAll(best);
    number();
    swapNeighbours(fewest);
  }

  /** Swaps two neighbours wherever that lets fewer arrows cross. */
  private void swapNeighbours(long crossings) {
    long fewest = crossings;
    boolean better = true;
    while (better) {
      better = false;
      for (List<Place> floor : floors) {
        for (int i = 0; i + 1 < floor.size(); i++) {
          Collections.swap(floor, i, i + 1);
          number();
          long now = crossings();
          if (now < fewest) {
            fewest = now;
            better = true;
          } else {
            Collections.swap(floor, i, i + 1);
            number();
          }
        }
      }
    }
  }

  private List<List<Place>> copy() {
    List<List<Place>> copy = new ArrayList<>();
    floors.forEach(f -> copy.add(new ArrayList<>(f)));
    return copy;
  }

  /** Floors of different lengths are compared by how far along them a place is. */
  private void number() {
    for (List<Place> floor : floors) {
      for (int i = 0; i < floor.size(); i++) {
        floor.get(i).x = (i + 0.5) / floor.size();
      }
    }
  }

  private static double middle(List<Place> places, double otherwise) {
    return places.stream().mapToDouble(p -> p.x).average().orElse(otherwise);
  }

  private long crossings() {
    long count = 0;
    for (List<Place> floor : floors) {
      for (int i = 0; i < floor.size(); i++) {
        for (int k = i + 1; k < floor.size(); k++) {
          for (Place left : floor.get(i).below) {
            for (Place right : floor.get(k).below) {
              count += left.x > right.x ? 1 : 0;
            }
          }
        }
      }
    }
    return count;
  }

  /** Moves places towards the middle of their neighbours as far as there is room. */
  private void spread() {
    for (List<Place> floor : floors) {
      double x = 0;
      for (Place place : floor) {
        place.x = x + place.width / 2;
        x += place.width + GAP;
      }
    }
    for (int round = 0; round < 400; round++) {
      boolean up = round % 2 == 0;
      for (int k = 0; k < floors.size(); k++) {
        place(floors.get(up ? k : floors.size() - 1 - k));
      }
    }
    double left =
        floors.stream().flatMap(List::stream).mapToDouble(p -> p.x - p.width / 2).min().orElse(0);
    floors.forEach(f -> f.forEach(p -> p.x -= left));
  }

  /** The nearest places to where the neighbours want them (isotonic regression). */
  private static void place(List<Place> floor) {
    List<double[]> blocks = new ArrayList<>(); // sum of wishes, weight, number of places
    double[] offset = new double[floor.size()];
    for (int i = 0; i < floor.size(); i++) {
      Place p = floor.get(i);
      if (i > 0) {
        Place before = floor.get(i - 1);
        offset[i] = offset[i - 1] + before.width / 2 + GAP + p.width / 2;
      }
      List<Place> neighbours = new ArrayList<>(p.above);
      neighbours.addAll(p.below);
      double weight = neighbours.isEmpty() ? 0.01 : p.isBundle() ? 1 : 4;
      blocks.add(new double[] {weight * (middle(neighbours, p.x) - offset[i]), weight, 1});
      while (blocks.size() > 1) {
        double[] last = blocks.get(blocks.size() - 1);
        double[] before = blocks.get(blocks.size() - 2);
        if (before[0] / before[1] <= last[0] / last[1]) {
          break;
        }
        blocks.remove(blocks.size() - 1);
        for (int n = 0; n < 3; n++) {
          before[n] += last[n];
        }
      }
    }
    int i = 0;
    for (double[] block : blocks) {
      for (int n = 0; n < block[2]; n++, i++) {
        floor.get(i).x = block[0] / block[1] + offset[i];
      }
    }
  }
}
