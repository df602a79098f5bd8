package org.pentimento.model.convention;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.pentimento.api.BadInputException;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Parameter;
import org.pentimento.api.extension.Settings;
import org.pentimento.model.confined.ModelLimits;
import org.pentimento.model.convention.Convention.Channels;
import org.pentimento.model.convention.Convention.Layout;

/**
 * The convention that a person asks for in the settings of a network's format. Settings that say
 * {@code auto} or 0 are left open, to be found out.
 */
public final class RequestedConvention {
  static final String AUTO = "auto";
  static final String LAYOUT = "layout";
  static final String CHANNELS = "channels";
  static final String RANGE = "range";
  static final String OUTPUT_RANGE = "output-range";
  static final String WIDTH = "width";
  static final String HEIGHT = "height";
  static final String MULTIPLE = "multiple";
  static final String OUTPUT = "output";

  /** Largest side of a photo that a network is given, in pixels. */
  static final int LARGEST_SIDE = 2048;

  /** What every network format can be told. */
  public static final List<Parameter> PARAMETERS =
      List.of(
          Parameter.choice(
              LAYOUT,
              "Layout",
              "nchw: channel by channel; nhwc: the channels of a pixel side by side.",
              AUTO,
              "nchw",
              "nhwc"),
          Parameter.choice(
              CHANNELS, "Channels", "What the photo's channels are.", AUTO, "rgb", "bgr", "grey"),
          Parameter.choice(
              RANGE,
              "Range of the photo",
              "Numbers for black and white that the network was trained with.",
              AUTO,
              "0..1",
              "-1..1",
              "0..255",
              "imagenet"),
          Parameter.choice(
              OUTPUT_RANGE,
              "Range of the sketch",
              "Numbers that the network draws for black and white; 1..0 is light on dark.",
              AUTO,
              "0..1",
              "-1..1",
              "0..255",
              "1..0"),
          Parameter.integer(
              WIDTH,
              "Width",
              "Photos are stretched to it; 0 leaves them, unless the model states a width.",
              "px",
              0,
              0,
              LARGEST_SIDE),
          Parameter.integer(
              HEIGHT,
              "Height",
              "Photos are stretched to it; 0 leaves them, unless the model states a height.",
              "px",
              0,
              0,
              LARGEST_SIDE),
          Parameter.integer(
              MULTIPLE,
              "Multiple",
              "Both sides are padded to a multiple of it; 0 finds the smallest that works.",
              "px",
              0,
              0,
              1024),
          Parameter.text(
              OUTPUT, "Output", "Name of the output that is the sketch; empty for the first.", ""),
          ModelLimits.CONFINEMENT,
          ModelLimits.MEMORY,
          ModelLimits.TIME);

  /** Parameters that say how a network is used, without those of its confinement. */
  public static final Set<String> CONVENTION =
      Set.of(LAYOUT, CHANNELS, RANGE, OUTPUT_RANGE, WIDTH, HEIGHT, MULTIPLE, OUTPUT);

  private final Settings settings;

  /** The convention in the settings of a network's format. */
  public RequestedConvention(Settings settings) {
    this.settings = settings;
  }

  /** What the network's process may take. */
  public ModelLimits limits() {
    return ModelLimits.of(settings);
  }

  /** Order of the dimensions; empty if it is open. */
  public Optional<Layout> layout() {
    return word(LAYOUT).map(w -> Layout.valueOf(w.toUpperCase(Locale.ROOT)));
  }

  /** Channels of the photo; empty if they are open. */
  public Optional<Channels> channels() {
    return word(CHANNELS).map(w -> Channels.valueOf(w.toUpperCase(Locale.ROOT)));
  }

  /** Range of the photo's numbers; empty if it is open. */
  public Optional<Range> range() throws BadInputException {
    Optional<String> word = word(RANGE);
    return word.isEmpty() ? Optional.empty() : Optional.of(Range.of(word.get()));
  }

  /** Range of the sketch's numbers; empty if it is open. */
  public Optional<Range> outputRange() throws BadInputException {
    Optional<String> word = word(OUTPUT_RANGE);
    return word.isEmpty() ? Optional.empty() : Optional.of(Range.of(word.get()));
  }

  /** Width in pixels that photos are stretched to, 0 if it is open. */
  public int width() {
    return settings.integer(WIDTH);
  }

  /** Height in pixels that photos are stretched to, 0 if it is open. */
  public int height() {
    return settings.integer(HEIGHT);
  }

  /** What both sides are padded to a multiple of, 0 if it is open. */
  public int multiple() {
    return settings.integer(MULTIPLE);
  }

  /** Name of the output that is the sketch, empty if it is open. */
  public String output() {
    return settings.text(OUTPUT);
  }

  /** The position of a parameter among all. */
  public static int place(String parameter) {
    for (int i = 0; i < PARAMETERS.size(); i++) {
      if (PARAMETERS.get(i).id().equals(parameter)) {
        return i;
      }
    }
    return PARAMETERS.size();
  }

  private Optional<String> word(String id) {
    return Optional.of(settings.text(id)).filter(w -> !w.equals(AUTO));
  }

  /** Whether nothing is left open. */
  public boolean complete() throws BadInputException {
    return layout().isPresent()
        && channels().isPresent()
        && range().isPresent()
        && outputRange().isPresent()
        && multiple() > 0
        && !output().isEmpty();
  }

  /** These settings with a convention in the place of what was asked for. */
  public Settings with(Convention c, Descriptor descriptor) {
    Map<String, Object> values = new TreeMap<>(settings.values());
    values.put(LAYOUT, c.layout().name().toLowerCase(Locale.ROOT));
    values.put(CHANNELS, c.channels().name().toLowerCase(Locale.ROOT));
    values.put(RANGE, c.range().word());
    values.put(OUTPUT_RANGE, c.outputRange().word());
    values.put(WIDTH, c.width());
    values.put(HEIGHT, c.height());
    values.put(MULTIPLE, c.multiple());
    values.put(OUTPUT, c.output());
    return Settings.of(descriptor, values);
  }
}
