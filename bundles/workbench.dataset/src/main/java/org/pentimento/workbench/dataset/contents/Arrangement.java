package org.pentimento.workbench.dataset.contents;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.data.Split;
import org.pentimento.protocol.listing.ListedPair;
import org.pentimento.workbench.table.NaturalOrder;

/**
 * Which items the gallery shows, and in which order.
 *
 * @param words separated by blanks; each must occur in an item's id, person, attributes or tags;
 *     {@code name=value} asks for the value of an attribute, {@code tag=value} for a tag
 * @param show which kind of items is shown
 * @param order what the items are sorted by
 * @param descending whether the order is reversed
 */
public record Arrangement(String words, Show show, Order order, boolean descending) {
  private static final String TAG = "tag=";

  /** Which kind of items is shown. */
  public enum Show {
    /** Everything. */
    ALL("All pairs and files"),
    /** Pairs for training. */
    TRAIN("Training pairs"),
    /** Pairs for tests. */
    TEST("Test pairs"),
    /** Pairs that have any mark, and files that were left out. */
    MARKED("Marked"),
    /** Pairs that have {@link Mark#POISONED}. */
    POISONED("Poisoned"),
    /** Pairs that have {@link Mark#SUSPECT}. */
    SUSPECT("Suspect"),
    /** Files and pairs that were left out. */
    SKIPPED("Skipped"),
    /** Pairs that have {@link Mark#BOOKMARKED}. */
    BOOKMARKED("Bookmarked"),
    /** Pairs that have {@link Mark#TAGGED}. */
    TAGGED("Tagged");

    private final String title;

    Show(String title) {
      this.title = title;
    }

    /** The choice in words. */
    public String title() {
      return title;
    }

    private boolean fits(Item item, Map<Mark, String> marks) {
      return switch (this) {
        case ALL -> true;
        case TRAIN -> item.isPair() && item.pair().split() == Split.TRAIN;
        case TEST -> item.isPair() && item.pair().split() == Split.TEST;
        case MARKED -> !item.isPair() || !marks.isEmpty();
        case POISONED -> marks.containsKey(Mark.POISONED);
        case SUSPECT -> marks.containsKey(Mark.SUSPECT);
        case SKIPPED -> !item.isPair() || marks.containsKey(Mark.SKIPPED);
        case BOOKMARKED -> marks.containsKey(Mark.BOOKMARKED);
        case TAGGED -> marks.containsKey(Mark.TAGGED);
      };
    }
  }

  /**
   * What items are sorted by.
   *
   * @param kind which property of an item
   * @param name the attribute's or the metric's name, the id of the pair that others are compared
   *     with, else empty
   * @param figures the metric's figures or the distances by id of the pair, else empty
   */
  public record Order(Kind kind, String name, Map<String, Double> figures) {
    /** The data set's own order. */
    public static final Order AS_IS = new Order(Kind.AS_IS, "", Map.of());

    /** The property that items are sorted by. */
    public enum Kind {
      /** None: the data set's own order. */
      AS_IS,
      /** The id, numbers in it counted as numbers. */
      ID,
      /** The person. */
      PERSON,
      /** Training or test. */
      SPLIT,
      /** The gravest mark. */
      MARK,
      /** An attribute. */
      ATTRIBUTE,
      /** What a metric measured. */
      METRIC,
      /** How unlike a pair is to a chosen one. */
      SIMILARITY
    }

    /** The property of an item in words, as it is shown below the id; may be empty. */
    public String value(Item item) {
      return switch (kind) {
        case AS_IS, ID, MARK -> "";
        case PERSON -> item.pair().identity();
        case SPLIT -> item.isPair() ? splitWord(item.pair().split()) : "";
        case ATTRIBUTE -> item.pair().attributes().getOrDefault(name, "");
        case METRIC -> {
          Double figure = figures.get(item.id());
          yield figure == null ? "not measured" : name + " " + number(figure);
        }
        case SIMILARITY -> {
          Double distance = figures.get(item.id());
          yield distance == null
              ? ""
              : item.id().equals(name)
                  ? "compared with the others"
                  : String.format(Locale.ROOT, "distance %.1f", distance);
        }
      };
    }

    /** Whether the property is shown below the ids. */
    public boolean hasValue() {
      return kind != Kind.AS_IS && kind != Kind.ID && kind != Kind.MARK;
    }
  }

  /** A split in words. */
  public static String splitWord(Split split) {
    return switch (split) {
      case TRAIN -> "training";
      case TEST -> "test";
      case NONE -> "no split given";
    };
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, Math.abs(value) >= 100 ? "%.1f" : "%.4f", value);
  }

  /**
   * The numbers of the items to show, in order. May take a while: not for the display's thread.
   *
   * @param marks by id of the pair
   */
  public int[] of(List<Item> items, Map<String, Map<Mark, String>> marks) {
    IntPredicate fits = filter(items, marks);
    int[] shown = IntStream.range(0, items.size()).filter(fits).toArray();
    Comparator<Integer> comparator = comparator(items, marks);
    if (comparator != null) {
      Integer[] boxed = Arrays.stream(shown).boxed().toArray(Integer[]::new);
      Arrays.sort(boxed, comparator);
      shown = Arrays.stream(boxed).mapToInt(Integer::intValue).toArray();
    }
    return descending && comparator == null ? reversed(shown) : shown;
  }

  private static int[] reversed(int[] numbers) {
    int[] reversed = new int[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      reversed[i] = numbers[numbers.length - 1 - i];
    }
    return reversed;
  }

  private IntPredicate filter(List<Item> items, Map<String, Map<Mark, String>> marks) {
    String[] wanted =
        Arrays.stream(words.strip().toLowerCase(Locale.ROOT).split("\\s+"))
            .filter(w -> !w.isEmpty())
            .toArray(String[]::new);
    return number -> {
      Item item = items.get(number);
      Map<Mark, String> own = marks.getOrDefault(item.id(), Map.of());
      if (!show.fits(item, own)) {
        return false;
      }
      String tags = own.getOrDefault(Mark.TAGGED, "");
      for (String word : wanted) {
        if (!has(item.pair(), word) && !hasTag(tags, word)) {
          return false;
        }
      }
      return true;
    };
  }

  private static boolean has(ListedPair pair, String word) {
    int equals = word.indexOf('=');
    if (equals > 0) {
      String name = word.substring(0, equals);
      String value = word.substring(equals + 1);
      for (Map.Entry<String, String> attribute : pair.attributes().entrySet()) {
        if (attribute.getKey().equalsIgnoreCase(name)
            && attribute.getValue().toLowerCase(Locale.ROOT).startsWith(value)) {
          return true;
        }
      }
      return name.equals("person") && pair.identity().toLowerCase(Locale.ROOT).startsWith(value);
    }
    if (contains(pair.id(), word) || contains(pair.identity(), word)) {
      return true;
    }
    for (Map.Entry<String, String> attribute : pair.attributes().entrySet()) {
      if (contains(attribute.getKey(), word) || contains(attribute.getValue(), word)) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasTag(String tags, String word) {
    if (!word.startsWith(TAG)) {
      return contains(tags, word);
    }
    String start = word.substring(TAG.length());
    return !tags.isEmpty()
        && Arrays.stream(tags.split(Mark.BETWEEN_TAGS))
            .anyMatch(tag -> tag.toLowerCase(Locale.ROOT).startsWith(start));
  }

  private static boolean contains(String text, String lowerCase) {
    int last = text.length() - lowerCase.length();
    for (int i = 0; i <= last; i++) {
      if (text.regionMatches(true, i, lowerCase, 0, lowerCase.length())) {
        return true;
      }
    }
    return false;
  }

  /** Items without a value come last, whatever the direction. */
  private @Nullable Comparator<Integer> comparator(
      List<Item> items, Map<String, Map<Mark, String>> marks) {
    Comparator<Integer> byNumber = Comparator.naturalOrder();
    return switch (order.kind()) {
      case AS_IS -> null;
      case ID -> by(n -> items.get(n).id(), NaturalOrder.TEXTS).thenComparing(byNumber);
      case PERSON ->
          by(n -> items.get(n).pair().identity(), NaturalOrder.TEXTS).thenComparing(byNumber);
      case SPLIT ->
          by(n -> items.get(n).pair().split(), Comparator.<Split>naturalOrder())
              .thenComparing(byNumber);
      case MARK ->
          by(n -> severity(items.get(n), marks), Comparator.<Integer>naturalOrder())
              .thenComparing(byNumber);
      case ATTRIBUTE ->
          by(n -> items.get(n).pair().attributes().get(order.name()), NaturalOrder.TEXTS)
              .thenComparing(byNumber);
      case METRIC, SIMILARITY ->
          by(n -> order.figures().get(items.get(n).id()), Comparator.<Double>naturalOrder())
              .thenComparing(byNumber);
    };
  }

  private <T> Comparator<Integer> by(Function<Integer, @Nullable T> value, Comparator<T> order) {
    Comparator<T> directed = descending ? order.reversed() : order;
    return (a, b) -> {
      T left = value.apply(a);
      T right = value.apply(b);
      if (left == null || right == null) {
        return left == null && right == null ? 0 : left == null ? 1 : -1;
      }
      return directed.compare(left, right);
    };
  }

  private static int severity(Item item, Map<String, Map<Mark, String>> marks) {
    Map<Mark, String> own = marks.getOrDefault(item.id(), Map.of());
    for (Mark mark : Mark.values()) {
      if (own.containsKey(mark) || (mark == Mark.SKIPPED && !item.isPair())) {
        return mark.ordinal();
      }
    }
    return Mark.values().length;
  }
}
