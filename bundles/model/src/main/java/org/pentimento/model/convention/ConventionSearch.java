package org.pentimento.model.convention;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.data.Pair;
import org.pentimento.api.generator.ModelFormat.Assumption;
import org.pentimento.api.image.Image;
import org.pentimento.engine.tensor.Tensor;
import org.pentimento.model.child.Ports;
import org.pentimento.model.confined.NetworkProcess;
import org.pentimento.model.convention.Convention.Channels;
import org.pentimento.model.convention.Convention.Layout;

/**
 * Finds out a network's convention: what the network states itself is believed, what it leaves open
 * is tried on pairs whose true sketch is known. A drawn sketch is good if it differs little from
 * the true sketch and correlates with it.
 */
public final class ConventionSearch {
  private static final int PAIRS = 4;
  private static final List<Integer> MULTIPLES = List.of(1, 4, 8, 16, 32, 64, 128, 256);
  private static final int USUAL_SIDE = 256;

  /** How many times better than the next one a choice must be to count as sure. */
  private static final double CLEAR = 1.1;

  /** Up to how many times worse than the best a choice may be to be taken because it is usual. */
  private static final double DOUBT = 1.05;

  /** The darkest line of any sketch is darker than this. */
  private static final double DARK = .4;

  private record Known(Image photo, Image sketch) {}

  /**
   * A convention that was tried.
   *
   * @param score the smaller the better; infinite if numbers were not finite
   * @param darkest the darkest value in any sketch, as the convention reads it
   */
  private record Scored(Convention convention, double score, double darkest) {}

  /** What was found. */
  public record Found(Convention convention, List<Assumption> assumptions) {}

  private final NetworkProcess process;
  private final RequestedConvention requested;
  private final List<Known> known;
  private final Progress progress;
  private final List<Assumption> assumptions = new ArrayList<>();
  private @Nullable BadInputException refusal;

  private ConventionSearch(
      NetworkProcess process, RequestedConvention requested, List<Known> known, Progress progress) {
    this.process = process;
    this.requested = requested;
    this.known = known;
    this.progress = progress;
  }

  /**
   * Finds the convention of a network.
   *
   * @throws BadInputException if it draws nothing in any way tried
   */
  public static Found of(
      NetworkProcess process, RequestedConvention requested, List<Pair> pairs, Progress progress)
      throws IOException, CancelledException {
    List<Known> known = new ArrayList<>();
    for (Pair pair : pairs.subList(0, Math.min(PAIRS, pairs.size()))) {
      known.add(new Known(pair.photo().decode(), pair.sketch().decode().grey()));
    }
    progress.begin("Trying how the model wants its photos", 0);
    return new ConventionSearch(process, requested, known, progress).find();
  }

  private Found find() throws IOException, CancelledException {
    Ports.Port input = input();
    String output = output();
    Convention shape = shape(input, output);
    Convention best = ranges(shape);
    if (shape.channels() == Channels.RGB && requested.channels().isEmpty()) {
      best = order(best);
    }
    assumptions.sort(Comparator.comparingInt(a -> RequestedConvention.place(a.parameter())));
    return new Found(best, List.copyOf(assumptions));
  }

  private Ports.Port input() throws BadInputException {
    List<Ports.Port> inputs = process.ports().inputs();
    if (inputs.size() != 1) {
      throw bad(
          "it takes "
              + inputs.size()
              + " inputs ("
              + String.join(", ", inputs.stream().map(Ports.Port::name).toList())
              + "), but only a photo can be given",
          "Export it with the photo as its only input.");
    }
    Ports.Port input = inputs.get(0);
    if (input.shape().size() != 4) {
      throw bad(
          "its input '"
              + input.name()
              + "' has "
              + input.shape().size()
              + " dimensions, not the"
              + " four of a batch of photos",
          "Export it for batches of photos.");
    }
    return input;
  }

  private String output() throws BadInputException {
    List<Ports.Port> outputs = process.ports().outputs();
    if (!requested.output().isEmpty()) {
      return outputs.stream()
          .map(Ports.Port::name)
          .filter(n -> n.equals(requested.output()))
          .findFirst()
          .orElseThrow(
              () ->
                  bad(
                      "it has no output '" + requested.output() + "'",
                      "It has: "
                          + String.join(", ", outputs.stream().map(Ports.Port::name).toList())
                          + "."));
    }
    String first =
        outputs.stream()
            .filter(o -> o.shape().size() >= 3)
            .findFirst()
            .or(() -> outputs.stream().findFirst())
            .map(Ports.Port::name)
            .orElseThrow(() -> bad("it has no output", "Export it with its sketch as output."));
    assumptions.add(
        new Assumption(
            RequestedConvention.OUTPUT,
            first,
            outputs.size() == 1
                ? "It is the model's only output."
                : "It is the first of the model's " + outputs.size() + " outputs.",
            outputs.size() == 1));
    return first;
  }

  /** Layout, channels and size, with ranges that are still to be found. */
  private Convention shape(Ports.Port input, String output) throws IOException, CancelledException {
    List<Integer> s = input.shape();
    for (Layout layout : layouts(s)) {
      int c = layout == Layout.NCHW ? s.get(1) : s.get(3);
      int h = layout == Layout.NCHW ? s.get(2) : s.get(1);
      int w = layout == Layout.NCHW ? s.get(3) : s.get(2);
      if (h > RequestedConvention.LARGEST_SIDE || w > RequestedConvention.LARGEST_SIDE) {
        throw bad(
            "it wants photos of " + w + "x" + h + " pixels",
            "At most " + RequestedConvention.LARGEST_SIDE + " pixels a side can be drawn.");
      }
      for (Channels channels : channels(c)) {
        int width = w > 0 ? w : requested.width();
        int height = h > 0 ? h : requested.height();
        if (width > 0 != height > 0) {
          width = Math.max(width, height);
          height = width;
        }
        for (int multiple : width > 0 ? List.of(1) : multiples()) {
          Convention one =
              new Convention(
                  layout, channels, first(), Range.UNIT, width, height, multiple, output);
          if (draws(one)) {
            say(one, s, c, w > 0);
            return one;
          }
        }
        Convention usual =
            new Convention(
                layout, channels, first(), Range.UNIT, USUAL_SIDE, USUAL_SIDE, 1, output);
        if (width == 0 && draws(usual)) {
          say(usual, s, c, false);
          return usual;
        }
      }
    }
    BadInputException why = refusal;
    throw why != null
        ? why
        : bad(
            "its input has the sizes " + s + ", which are not those of photos with 1 or 3 channels",
            "Set layout and channels if you know them.");
  }

  private Range first() throws BadInputException {
    return requested.range().orElse(Range.UNIT);
  }

  private List<Integer> multiples() {
    return requested.multiple() > 0 ? List.of(requested.multiple()) : MULTIPLES;
  }

  private List<Layout> layouts(List<Integer> s) {
    if (requested.layout().isPresent()) {
      return List.of(requested.layout().get());
    }
    List<Layout> layouts = new ArrayList<>();
    if (photoLike(s.get(1))) {
      layouts.add(Layout.NCHW);
    }
    if (photoLike(s.get(3))) {
      layouts.add(Layout.NHWC);
    }
    if (layouts.size() == 2 && s.get(3) > 0 && s.get(1) < 0) {
      layouts.remove(Layout.NCHW); // what is stated goes before what is left open
      layouts.add(Layout.NCHW);
    }
    return layouts;
  }

  private static boolean photoLike(int side) {
    return side == 1 || side == 3 || side == -1;
  }

  private List<Channels> channels(int stated) {
    if (requested.channels().isPresent()) {
      return List.of(requested.channels().get());
    }
    return switch (stated) {
      case 1 -> List.of(Channels.GREY);
      case 3 -> List.of(Channels.RGB);
      default -> List.of(Channels.RGB, Channels.GREY);
    };
  }

  private void say(Convention c, List<Integer> stated, int channels, boolean sized) {
    if (requested.layout().isEmpty()) {
      boolean clear = photoLike(stated.get(1)) != photoLike(stated.get(3)) || channels > 0;
      assume(
          RequestedConvention.LAYOUT,
          c.layout().name().toLowerCase(Locale.ROOT),
          clear
              ? "The model states an input of " + words(stated) + "."
              : "The model leaves the order open and draws with this one.",
          clear);
    }
    if (requested.channels().isEmpty() && c.channels() == Channels.GREY) {
      assume(
          RequestedConvention.CHANNELS,
          "grey",
          channels > 0 ? "The model states one channel." : "It draws with one channel only.",
          true);
    }
    if (sized || (c.width() > 0 && requested.width() == 0 && requested.height() == 0)) {
      String reason =
          sized
              ? "The model states this size; photos are stretched to it and sketches back."
              : "It draws at no other size tried; photos are stretched to it and sketches back.";
      assume(RequestedConvention.WIDTH, Integer.toString(c.width()), reason, true);
      assume(RequestedConvention.HEIGHT, Integer.toString(c.height()), reason, true);
    }
    if (requested.multiple() == 0 && c.width() == 0) {
      assume(
          RequestedConvention.MULTIPLE,
          Integer.toString(c.multiple()),
          c.multiple() == 1
              ? "It draws photos as they are."
              : "It does not draw at smaller multiples; photos are padded at their edge.",
          true);
    }
  }

  private static String words(List<Integer> stated) {
    return String.join(" x ", stated.stream().map(s -> s < 0 ? "any" : s.toString()).toList());
  }

  private void assume(String parameter, String value, String reason, boolean sure) {
    assumptions.add(new Assumption(parameter, value, reason, sure));
  }

  /** Both ranges together: each pair of them gives another sketch. */
  private Convention ranges(Convention shape) throws IOException, CancelledException {
    List<Scored> scored = new ArrayList<>();
    for (Range range : requested.range().map(List::of).orElse(Range.OF_PHOTOS)) {
      Optional<List<Tensor>> drawn = draw(with(shape, range, Range.UNIT));
      if (drawn.isPresent()) {
        for (Range out : requested.outputRange().map(List::of).orElse(Range.OF_SKETCHES)) {
          Convention one = with(shape, range, out);
          scored.add(score(one, drawn.get()));
        }
      }
    }
    scored.removeIf(s -> !Double.isFinite(s.score()));
    scored.sort(Comparator.comparingDouble(Scored::score));
    if (scored.isEmpty()) {
      BadInputException why = refusal;
      throw why != null
          ? why
          : bad("it draws nothing but numbers that are not finite", "The file may be damaged.");
    }
    Scored chosen = chosen(scored);
    Convention best = chosen.convention();
    if (requested.range().isEmpty()) {
      compared(RequestedConvention.RANGE, chosen, scored, Convention::range);
    }
    if (requested.outputRange().isEmpty()) {
      compared(RequestedConvention.OUTPUT_RANGE, chosen, scored, Convention::outputRange);
    }
    return best;
  }

  /**
   * The best convention, or the most usual among those about as good: networks seldom take photos
   * normalised as for ImageNet, usually draw dark on light, and mostly give the range that they
   * take.
   */
  private static Scored chosen(List<Scored> sorted) {
    double most = DOUBT * sorted.get(0).score();
    return sorted.stream()
        .filter(s -> s.score() <= most)
        .min(
            Comparator.comparing((Scored s) -> s.convention().range() == Range.IMAGENET)
                .thenComparing(s -> s.darkest() >= DARK)
                .thenComparing(s -> !s.convention().range().goesWith(s.convention().outputRange()))
                .thenComparingDouble(Scored::score))
        .orElseThrow();
  }

  /** Red first or blue first, which makes a small difference; red unless blue is clearly better. */
  private Convention order(Convention best) throws IOException, CancelledException {
    Convention blue =
        new Convention(
            best.layout(),
            Channels.BGR,
            best.range(),
            best.outputRange(),
            best.width(),
            best.height(),
            best.multiple(),
            best.output());
    List<Scored> scored = new ArrayList<>();
    for (Convention one : List.of(best, blue)) {
      Optional<List<Tensor>> drawn = draw(one);
      scored.add(drawn.isEmpty() ? worthless(one) : score(one, drawn.get()));
    }
    double red = scored.get(0).score();
    double other = scored.get(1).score();
    Convention chosen = other * 1.02 < red ? blue : best;
    boolean sure = Math.max(red, other) > 1.02 * Math.min(red, other);
    assume(
        RequestedConvention.CHANNELS,
        chosen.channels().name().toLowerCase(Locale.ROOT),
        String.format(
            Locale.ROOT,
            "Sketches of known pairs differ from the true ones by %.3f with red first, by %.3f with"
                + " blue first.",
            red,
            other),
        sure);
    return chosen;
  }

  private void compared(
      String parameter, Scored chosen, List<Scored> sorted, Function<Convention, Range> part) {
    Range value = part.apply(chosen.convention());
    Optional<Scored> next =
        sorted.stream().filter(s -> part.apply(s.convention()) != value).findFirst();
    if (next.isEmpty()) {
      assume(parameter, value.word(), "Nothing else could be drawn.", true);
      return;
    }
    double other = next.get().score();
    assume(
        parameter,
        value.word(),
        String.format(
            Locale.ROOT,
            other < chosen.score()
                ? "Sketches of known pairs differ from the true ones by %.3f, with %s, which is"
                    + " less likely, by %.3f."
                : "Sketches of known pairs differ from the true ones by %.3f, with the next best"
                    + " (%s) by %.3f.",
            chosen.score(),
            part.apply(next.get().convention()).word(),
            other),
        other > CLEAR * chosen.score());
  }

  private static Convention with(Convention c, Range range, Range out) {
    return new Convention(
        c.layout(), c.channels(), range, out, c.width(), c.height(), c.multiple(), c.output());
  }

  /** Whether the network draws a photo by a convention; a refusal is remembered. */
  private boolean draws(Convention convention) throws IOException, CancelledException {
    progress.checkCancelled();
    Known one = known.get(0);
    try {
      Convention.plane(process.run(convention.pack(one.photo()), convention.output()));
      return true;
    } catch (NetworkProcess.RefusedException e) {
      refusal = e;
      return false;
    }
  }

  private Optional<List<Tensor>> draw(Convention convention)
      throws IOException, CancelledException {
    List<Tensor> drawn = new ArrayList<>();
    for (Known one : known) {
      progress.checkCancelled();
      try {
        drawn.add(process.run(convention.pack(one.photo()), convention.output()));
      } catch (NetworkProcess.RefusedException e) {
        refusal = e;
        return Optional.empty();
      }
    }
    return Optional.of(drawn);
  }

  /** Mean absolute difference, plus half of one minus the correlation, plus what is clipped. */
  private Scored score(Convention convention, List<Tensor> drawn) throws BadInputException {
    double sum = 0;
    double darkest = 1;
    for (int i = 0; i < known.size(); i++) {
      Known one = known.get(i);
      Convention.Plane plane = Convention.plane(drawn.get(i));
      int pixels = plane.width() * plane.height();
      double outside = 0;
      for (int p = 0; p < pixels; p++) {
        float v = convention.outputRange().decode(plane.grey(p));
        if (!Float.isFinite(v)) {
          return worthless(convention);
        }
        darkest = Math.min(darkest, v);
        outside += Math.max(0, Math.max(-v, v - 1));
      }
      Image sketch = convention.unpack(drawn.get(i), one.photo());
      float[] a = sketch.data();
      float[] b = one.sketch().data();
      sum += difference(a, b) + .5 * (1 - correlation(a, b)) + Math.min(1, outside / pixels);
    }
    return new Scored(convention, sum / known.size(), darkest);
  }

  private static Scored worthless(Convention convention) {
    return new Scored(convention, Double.POSITIVE_INFINITY, 1);
  }

  private static double difference(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += Math.abs(a[i] - b[i]);
    }
    return sum / a.length;
  }

  private static double correlation(float[] a, float[] b) {
    double ma = 0;
    double mb = 0;
    for (int i = 0; i < a.length; i++) {
      ma += a[i];
      mb += b[i];
    }
    ma /= a.length;
    mb /= b.length;
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int i = 0; i < a.length; i++) {
      ab += (a[i] - ma) * (b[i] - mb);
      aa += (a[i] - ma) * (a[i] - ma);
      bb += (b[i] - mb) * (b[i] - mb);
    }
    double scale = Math.sqrt(aa * bb);
    return scale < 1e-9 ? 0 : ab / scale;
  }

  private BadInputException bad(String problem, String remedy) {
    return new BadInputException(
        "The model " + process.file() + " cannot be used: " + problem + ".", remedy);
  }
}
