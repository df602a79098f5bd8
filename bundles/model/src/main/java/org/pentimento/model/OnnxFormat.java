package org.pentimento.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.data.Pair;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.generator.Model;
import org.pentimento.api.generator.ModelFormat;
import org.pentimento.model.convention.RequestedConvention;
import org.pentimento.platform.Platform;

/** Networks as most frameworks export them. */
@Component(service = ModelFormat.class)
public final class OnnxFormat implements ModelFormat {
  private static final Descriptor DESCRIPTOR =
      new Descriptor(
          "onnx",
          "ONNX network",
          "1.0.0",
          "A network in one ONNX file, run by ONNX Runtime in a locked-in process. Photo in,"
              + " sketch out; how it wants them is found out.",
          "ONNX, https://onnx.ai; ONNX Runtime 1.23.2",
          RequestedConvention.PARAMETERS,
          Set.of());

  private final OnnxEngine engine;
  private final Platform platform;

  /** Made by the component framework. */
  @Activate
  public OnnxFormat(@Reference OnnxEngine engine, @Reference Platform platform) {
    this.engine = engine;
    this.platform = platform;
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
    if (file.toString().toLowerCase(Locale.ROOT).endsWith(".onnx")) {
      return Optional.of("ONNX network");
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] head = in.readNBytes(3);
      // Field 1, the version of the format, a small number; field 2 comes next, the maker.
      boolean onnx = head.length == 3 && head[0] == 8 && head[1] > 2 && head[1] < 20;
      return onnx && head[2] == 0x12 ? Optional.of("ONNX network") : Optional.empty();
    }
  }

  @Override
  public Optional<String> engine() {
    return Optional.of(engine.id());
  }

  @Override
  public Model open(Path file, Settings settings) throws IOException {
    return opener().open(file, settings);
  }

  @Override
  public Fit fit(Path file, Map<String, String> given, List<Pair> known, Progress progress)
      throws IOException, CancelledException {
    return opener().fit(file, given, known, progress);
  }

  private NetworkOpener opener() throws BadInputException {
    return new NetworkOpener(DESCRIPTOR, engine.runtime(), platform);
  }
}
