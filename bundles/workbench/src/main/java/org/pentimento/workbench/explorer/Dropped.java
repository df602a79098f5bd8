package org.pentimento.workbench.explorer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import org.pentimento.api.data.FileNames;
import org.pentimento.casefile.CaseFile;
import org.pentimento.protocol.question.ImportQuestion;
import org.pentimento.protocol.question.ImportQuestion.RecogniseDataset;
import org.pentimento.protocol.question.ImportQuestion.RecogniseModel;
import org.pentimento.protocol.question.ImportQuestion.Recognised;
import org.pentimento.workbench.preview.Previews;

/** What a file or folder is that was dropped. */
enum Dropped {
  /** A case, which is opened. */
  CASE,
  /** A data set, or a folder of which only the wizard for data sets can say more. */
  DATASET,
  /** A model that was made elsewhere. */
  MODEL,
  /** One image. */
  IMAGE,
  /** A plan. */
  PLAN,
  /** Anything else. */
  OTHER;

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** Looks at it, and asks the formats whether they know it. Not for the display's thread. */
  static Dropped of(Path path, Previews previews) {
    if (CaseFile.isCase(path)) {
      return CASE;
    }
    if (Files.isDirectory(path)) {
      return knows(previews, new RecogniseDataset(path.toString()))
              || !knows(previews, new RecogniseModel(path.toString()))
          ? DATASET
          : MODEL;
    }
    String name = String.valueOf(path.getFileName());
    return switch (FileNames.ending(name)) {
      case "csv", "tsv" -> DATASET;
      case "onnx", "h5", "hdf5", "keras", "safetensors" -> MODEL;
      case "yaml", "yml" -> PLAN;
      default ->
          FileNames.looksLikeImage(name)
              ? IMAGE
              : knows(previews, new RecogniseModel(path.toString()))
                  ? MODEL
                  : knows(previews, new RecogniseDataset(path.toString())) ? DATASET : OTHER;
    };
  }

  private static boolean knows(Previews previews, ImportQuestion<Recognised> question) {
    try {
      return previews.ask(question, PATIENCE).join().formats().stream()
          .anyMatch(f -> !f.layout().isEmpty());
    } catch (CompletionException | CancellationException e) {
      return false; // the wizard asks again and says why it cannot be looked at
    }
  }
}
