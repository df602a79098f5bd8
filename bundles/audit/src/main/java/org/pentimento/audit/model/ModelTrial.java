package org.pentimento.audit.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.data.Pair;
import org.pentimento.api.extension.Kind;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.generator.Model;
import org.pentimento.api.generator.ModelFormat;
import org.pentimento.registry.Extensions;
import org.pentimento.registry.guard.OneOfMany;

/**
 * A model that was recognised, fitted and tried.
 *
 * @param format that it is of
 * @param recognised what it seemed to be, in words
 * @param fit how it is used
 * @param strip what it draws that way
 * @param confinement what its process was locked in by
 */
public record ModelTrial(
    ModelFormat format, String recognised, ModelFormat.Fit fit, Strip strip, String confinement) {

  /**
   * Tries a model.
   *
   * @param file file or folder
   * @param id of the format, null for the one that recognises it
   * @param given settings
   * @throws BadInputException if it is of no known format or cannot be used
   */
  public static ModelTrial of(
      Path file,
      @Nullable String id,
      Map<String, String> given,
      List<Pair> known,
      Extensions extensions,
      Progress progress)
      throws IOException, CancelledException {
    if (!Files.exists(file)) {
      throw new BadInputException("There is no model " + file + ".", "Check the path.");
    }
    ModelFormat format =
        id == null
            ? recognising(file, extensions, progress)
            : extensions.get(Kind.MODEL_FORMAT, ModelFormat.class, id);
    String recognised = format.recognise(file).orElse(format.descriptor().name());
    try {
      ModelFormat.Fit fit = format.fit(file, given, known, progress);
      progress.begin("Drawing known photos", 0);
      try (Model model = format.open(file, fit.settings())) {
        return new ModelTrial(
            format,
            recognised,
            fit,
            Strip.of(model, known),
            model.provenance().getOrDefault("model confinement", "none"));
      }
    } catch (UncheckedIOException e) {
      throw e.getCause(); // it ended while it drew
    } catch (Settings.InvalidSettingException e) {
      throw new BadInputException(
          String.valueOf(e.getMessage()) + ".",
          "See pentimento extensions for what is allowed.",
          e);
    }
  }

  /** The first format that recognises a file. */
  private static ModelFormat recognising(Path file, Extensions extensions, Progress progress)
      throws IOException {
    for (ModelFormat one : extensions.all(Kind.MODEL_FORMAT, ModelFormat.class)) {
      Optional<String> words = OneOfMany.ask(() -> one.recognise(file), progress::note);
      if (words.isPresent()) {
        return one;
      }
    }
    throw new BadInputException(
        file + " is no model of a known format.",
        "Known are: " + extensions.ids(Kind.MODEL_FORMAT) + ". Name one with --format.");
  }
}
