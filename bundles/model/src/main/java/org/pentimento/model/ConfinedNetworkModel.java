package org.pentimento.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.pentimento.api.BadInputException;
import org.pentimento.api.generator.Model;
import org.pentimento.api.image.Image;
import org.pentimento.model.confined.NetworkProcess;
import org.pentimento.model.convention.Convention;
import org.pentimento.platform.Platform;

/**
 * A network of another maker in its confined process, with the convention of its input and output.
 */
final class ConfinedNetworkModel implements Model {
  private final String format;
  private final NetworkProcess process;
  private final Platform platform;
  private final Convention convention;

  ConfinedNetworkModel(
      String format, NetworkProcess process, Platform platform, Convention convention) {
    this.format = format;
    this.process = process;
    this.platform = platform;
    this.convention = convention;
  }

  @Override
  public List<Image> sketch(List<Image> photos) {
    List<Image> sketches = new ArrayList<>();
    try {
      for (Image photo : photos) {
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
  public void close() {
    process.close();
  }
}
