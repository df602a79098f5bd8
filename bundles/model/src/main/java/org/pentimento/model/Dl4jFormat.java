package org.pentimento.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.data.Pair;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.generator.Model;
import org.pentimento.api.generator.ModelFormat;
import org.pentimento.model.confined.NetworkProcess;
import org.pentimento.model.convention.RequestedConvention;
import org.pentimento.platform.Platform;

/** Networks as Deeplearning4j saves them to a zip file. */
@Component(service = ModelFormat.class)
public final class Dl4jFormat implements ModelFormat {
  /** Jars that the confined process needs; the framework's is among them for the engine. */
  static final List<String> BUNDLES =
      List.of(
          "org.pentimento.model",
          "org.pentimento.engine",
          "org.pentimento.nd4j",
          "org.pentimento.logging",
          "system.bundle");

  private static final int NAME_LENGTH_AT = 26;
  private static final int NAME_AT = 30;
  private static final List<String> FIRST_ENTRIES =
      List.of("configuration.json", "coefficients.bin");

  private static final Descriptor DESCRIPTOR =
      new Descriptor(
          "dl4j",
          "Deeplearning4j network",
          "1.0.0",
          "A zip file as Deeplearning4j's ModelSerializer writes it, run in a locked-in process."
              + " Only configuration and weights are read, never what is serialised beside them."
              + " Photo in, sketch out; how it wants them is found out.",
          "Deeplearning4j 1.0.0-M2.1, https://deeplearning4j.konduit.ai",
          RequestedConvention.PARAMETERS,
          Set.of());

  private final NetworkOpener opener;

  /** Made by the component framework. */
  @Activate
  public Dl4jFormat(@Reference Platform platform) {
    this.opener =
        new NetworkOpener(
            DESCRIPTOR,
            new NetworkProcess.Runtime("dl4j", "Deeplearning4j", BUNDLES, true),
            platform);
  }

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  /** Looks at the name of the first entry alone; nothing is unpacked. */
  @Override
  public Optional<String> recognise(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] head = in.readNBytes(NAME_AT);
      if (head.length < NAME_AT || head[0] != 'P' || head[1] != 'K' || head[2] != 3) {
        return Optional.empty();
      }
      String name =
          new String(in.readNBytes(head[NAME_LENGTH_AT] & 0xff), StandardCharsets.US_ASCII);
      return FIRST_ENTRIES.contains(name)
          ? Optional.of("Deeplearning4j network")
          : Optional.empty();
    }
  }

  @Override
  public Model open(Path file, Settings settings) throws IOException {
    return opener.open(file, settings);
  }

  @Override
  public Fit fit(Path file, Map<String, String> given, List<Pair> known, Progress progress)
      throws IOException, CancelledException {
    return opener.fit(file, given, known, progress);
  }
}
