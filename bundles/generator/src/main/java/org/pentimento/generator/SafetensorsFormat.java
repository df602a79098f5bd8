package org.pentimento.generator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.pentimento.api.BadInputException;
import org.pentimento.api.compute.ComputeEngine;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.generator.Generator;
import org.pentimento.api.generator.Model;
import org.pentimento.api.generator.ModelFormat;
import org.pentimento.generator.cgan.CganGenerator;
import org.pentimento.generator.fcn.FcnGenerator;
import org.pentimento.generator.mdal.MdalGenerator;
import org.pentimento.generator.model.ModelCard;
import org.pentimento.generator.model.NetworkModel;

/**
 * Models as generators write them: {@code model.safetensors} with {@code model.json} beside it. The
 * generator that {@code model.json} names reads both files.
 */
@Component(service = ModelFormat.class)
public final class SafetensorsFormat implements ModelFormat {
  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
          "safetensors",
          "Pentimento model",
          "1.0.0",
          "A folder with model.safetensors and model.json as generators write them, or its"
              + " model.safetensors.",
          "Hugging Face, safetensors format");

  /** In an OSGi framework all generators, outside of one those of this bundle. */
  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile List<Generator> generators =
      List.of(new FcnGenerator(), new CganGenerator(), new MdalGenerator());

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Optional<String> engine() {
    return Optional.of(ComputeEngine.OF_GENERATORS);
  }

  @Override
  public Optional<String> recognise(Path file) throws IOException {
    Path folder = folder(file);
    if (folder == null || !Files.isRegularFile(folder.resolve(ModelCard.FILE))) {
      return Optional.empty();
    }
    try {
      return Optional.of("model of generator " + ModelCard.generatorOf(folder));
    } catch (BadInputException e) {
      return Optional.of("damaged model: " + e.getMessage());
    }
  }

  @Override
  public Model open(Path file, Settings settings) throws IOException {
    Path folder = folder(file);
    if (folder == null) {
      throw new BadInputException(
          file + " is no model: there is no " + NetworkModel.WEIGHTS + ".",
          "Give the folder that a model was written to.");
    }
    String id = ModelCard.generatorOf(folder);
    for (Generator generator : generators) {
      if (generator.descriptor().id().equals(id)) {
        return generator.read(folder);
      }
    }
    throw new BadInputException(
        folder.resolve(ModelCard.FILE) + " is of generator '" + id + "', which is not here.",
        "Install the extension with that generator.");
  }

  /** The folder of a model, given itself or by its file of weights; null if there is none. */
  private static @Nullable Path folder(Path file) {
    Path folder = file.endsWith(NetworkModel.WEIGHTS) ? file.toAbsolutePath().getParent() : file;
    return folder != null && Files.isRegularFile(folder.resolve(NetworkModel.WEIGHTS))
        ? folder
        : null;
  }
}
