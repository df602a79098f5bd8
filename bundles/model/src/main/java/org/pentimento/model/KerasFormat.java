package org.pentimento.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
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

/** Networks as Keras saves them to one HDF5 file. */
@Component(service = ModelFormat.class)
public final class KerasFormat implements ModelFormat {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};

  private static final Descriptor DESCRIPTOR =
      new Descriptor(
          "keras",
          "Keras network",
          "1.0.0",
          "A network with its weights in one HDF5 file as Keras 2 saves it, translated and run by"
              + " Deeplearning4j in a locked-in process. Photo in, sketch out; how it wants them is"
              + " found out.",
          "Keras, https://keras.io; Deeplearning4j 1.0.0-M2.1",
          RequestedConvention.PARAMETERS,
          Set.of());

  private final NetworkOpener opener;

  /** Made by the component framework. */
  @Activate
  public KerasFormat(@Reference Platform platform) {
    this.opener =
        new NetworkOpener(
            DESCRIPTOR,
            new NetworkProcess.Runtime("keras", "Deeplearning4j", Dl4jFormat.BUNDLES, true),
            platform);
  }

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Optional<String> recognise(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(file)) {
      return Arrays.equals(in.readNBytes(SIGNATURE.length), SIGNATURE)
          ? Optional.of("Keras network (HDF5)")
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
