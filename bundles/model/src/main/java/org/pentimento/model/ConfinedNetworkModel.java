package org.pentimento.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.api.generator.Capability;
import org.pentimento.api.generator.Model;
import org.pentimento.api.image.Image;
import org.pentimento.model.confined.NetworkProcess;
import org.pentimento.model.convention.Convention;
import org.pentimento.platform.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A network of another maker in its confined process, with the convention of its input and output.
 */
final class ConfinedNetworkModel implements Model {
  private static final Logger LOG = LoggerFactory.getLogger(ConfinedNetworkModel.class);
  private static final int SIDE = 64;

  private final String format;
  private final Opening opening;
  private final Platform platform;
  private final Convention convention;
  private NetworkProcess process;
  private int width;
  private int height;
  private @Nullable String obstacle;

  /** Opens the process of a network. */
  interface Opening {
    NetworkProcess open() throws IOException;
  }

  ConfinedNetworkModel(String format, Opening opening, Platform platform, Convention convention)
      throws IOException {
    this.format = format;
    this.opening = opening;
    this.platform = platform;
    this.convention = convention;
    this.process = opening.open();
    this.width = convention.width() > 0 ? convention.width() : convention.side(SIDE, 0);
    this.height = convention.height() > 0 ? convention.height() : convention.side(SIDE, 0);
  }

  @Override
  public List<Image> sketch(List<Image> photos) {
    List<Image> sketches = new ArrayList<>();
    try {
      for (Image photo : photos) {
        width = photo.width();
        height = photo.height();
        sketches.add(
            convention.unpack(process.run(convention.pack(photo), convention.output()), photo));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
    return sketches;
  }

  @Override
  public void write(Path folder) throws IOException {
    throw new BadInputException(
        "A model in the format " + format + " cannot be written as one of Pentimento.",
        "Keep the file it came in.");
  }

  @Override
  public long parameters() {
    return process.ports().parameters();
  }

  @Override
  public Map<String, String> provenance() {
    Map<String, String> facts = new TreeMap<>();
    facts.put("model maker", process.ports().maker());
    facts.put("model runtime", process.runtime().name());
    facts.put("model device", process.runtime().device());
    facts.put("model confinement", platform.confinement().description());
    return facts;
  }

  @Override
  public <C extends Capability> Optional<C> capability(Class<C> type) {
    return type == Capability.InputGradient.class && obstacle().isEmpty()
        ? Optional.of(type.cast(new ConfinedGradient(process, convention)))
        : Optional.empty();
  }

  @Override
  public String lacks(Class<? extends Capability> type) {
    return type == Capability.InputGradient.class ? obstacle() : "";
  }

  /** Why it tells no gradients, tried out once on photos as large as the last that it drew. */
  private String obstacle() {
    String known = obstacle;
    if (known == null) {
      known = tryGradients();
      obstacle = known;
    }
    return known;
  }

  private String tryGradients() {
    try {
      return new GradientTrial(process, convention).obstacle(width, height);
    } catch (IOException e) {
      LOG.info("The gradients of {} cannot be had", process.file(), e);
      try {
        process.close();
        process = opening.open(); // it still draws
      } catch (IOException again) {
        throw new UncheckedIOException(again.getMessage(), again);
      }
      return "none came back when one was asked for";
    }
  }

  @Override
  public void close() {
    process.close();
  }
}
