package org.pentimento.audit.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pentimento.api.BadInputException;
import org.pentimento.api.extension.Kind;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.generator.Capability;
import org.pentimento.api.generator.Model;
import org.pentimento.api.generator.ModelFormat;
import org.pentimento.api.image.Image;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.event.ModelRecord;
import org.pentimento.platform.Folders;
import org.pentimento.registry.Extensions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens models that a case holds. */
public final class ImportedModels {
  /** A model with the copy of its files that it was opened from, which goes when it is closed. */
  private record Held(Model model, Path folder) implements Model {
    @Override
    public List<Image> sketch(List<Image> photos) {
      return model.sketch(photos);
    }

    @Override
    public void write(Path target) throws IOException {
      model.write(target);
    }

    @Override
    public long parameters() {
      return model.parameters();
    }

    @Override
    public Map<String, String> provenance() {
      return model.provenance();
    }

    @Override
    public <C extends Capability> Optional<C> capability(Class<C> type) {
      return model.capability(type);
    }

    @Override
    public String lacks(Class<? extends Capability> type) {
      return model.lacks(type);
    }

    @Override
    public void close() {
      model.close();
      try {
        Folders.delete(folder);
      } catch (IOException e) {
        LOG.warn("The temporary folder {} could not be deleted", folder, e);
      }
    }
  }

  private static final Logger LOG = LoggerFactory.getLogger(ImportedModels.class);

  private final CaseFile caseFile;
  private final Extensions extensions;

  /** Makes it for one case. */
  public ImportedModels(CaseFile caseFile, Extensions extensions) {
    this.caseFile = caseFile;
    this.extensions = extensions;
  }

  /**
   * The record of a model.
   *
   * @throws BadInputException if the case has none of that name, listing those it has
   */
  public ModelRecord record(String name) throws BadInputException {
    return caseFile
        .model(name)
        .orElseThrow(
            () ->
                new BadInputException(
                    "The case " + caseFile.folder() + " has no model '" + name + "'.", remedy()));
  }

  private String remedy() {
    String names =
        caseFile.models().stream().map(ModelRecord::name).collect(Collectors.joining(", "));
    return names.isEmpty()
        ? "Import one first: pentimento import-model FILE --case " + caseFile.folder()
        : "It has: " + names + ".";
  }

  /** The format of a model, which may have come from a bundle that is no longer here. */
  public ModelFormat format(ModelRecord record) throws BadInputException {
    return extensions.get(Kind.MODEL_FORMAT, ModelFormat.class, record.format());
  }

  /** Opens a model from a copy of its files outside the case. */
  public Model open(ModelRecord record) throws IOException {
    ModelFormat format = format(record);
    Settings settings;
    try {
      settings = Settings.of(format.descriptor(), record.settings());
    } catch (Settings.InvalidSettingException e) {
      throw new BadInputException(
          "The model '"
              + record.name()
              + "' was imported with settings of another version: "
              + e.getMessage()
              + ".",
          "Import it again under another name.",
          e);
    }
    Path folder = Files.createTempDirectory("pentimento-model");
    try {
      lay(record, folder);
      Path file = record.file().isEmpty() ? folder : folder.resolve(record.file());
      return new Held(format.open(file, settings), folder);
    } catch (IOException | RuntimeException e) {
      Folders.delete(folder);
      throw e;
    }
  }

  private void lay(ModelRecord record, Path folder) throws IOException {
    for (ModelRecord.File file : record.files()) {
      Path target = folder.resolve(file.path()).normalize();
      if (!target.startsWith(folder) || target.equals(folder)) {
        throw new BadInputException(
            "The model '" + record.name() + "' names a file outside itself: " + file.path() + ".",
            "Verify the case; this entry was not written by Pentimento.");
      }
      Files.createDirectories(target.toAbsolutePath().getParent());
      try (InputStream in = caseFile.blobs().open(file.sha256())) {
        Files.copy(in, target);
      }
      if (file.executable()) {
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwx------"));
      }
    }
  }
}
