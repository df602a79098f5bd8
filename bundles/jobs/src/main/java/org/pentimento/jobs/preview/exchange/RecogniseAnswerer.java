package org.pentimento.jobs.preview.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.data.DatasetFormat;
import org.pentimento.api.extension.Kind;
import org.pentimento.audit.data.WhyNothing;
import org.pentimento.protocol.preview.Answerer;
import org.pentimento.protocol.question.ImportQuestion.RecogniseDataset;
import org.pentimento.protocol.question.ImportQuestion.Recognised;
import org.pentimento.protocol.question.ImportQuestion.RecognisedFormat;
import org.pentimento.registry.Extensions;
import org.pentimento.registry.guard.OneOfMany;

/** Looks which data-set formats recognise a folder; those that draw their pairs are left out. */
@Component(service = Answerer.class)
public final class RecogniseAnswerer implements Answerer<RecogniseDataset, Recognised> {
  private final Extensions extensions;

  /** Made by the component framework. */
  @Activate
  public RecogniseAnswerer(@Reference Extensions extensions) {
    this.extensions = extensions;
  }

  private record Seen(
      DatasetFormat format, DatasetFormat.@Nullable Recognition recognition, String problem) {
    double confidence() {
      return recognition == null ? -1 : recognition.confidence();
    }
  }

  @Override
  public Class<RecogniseDataset> question() {
    return RecogniseDataset.class;
  }

  @Override
  public Recognised answer(RecogniseDataset question, Progress progress)
      throws IOException, CancelledException {
    Path root = root(question.path());
    List<Seen> seen = new ArrayList<>();
    for (DatasetFormat format : extensions.all(Kind.DATASET_FORMAT, DatasetFormat.class)) {
      progress.checkCancelled();
      List<String> problems = new ArrayList<>();
      boolean makes =
          OneOfMany.ask(() -> Optional.of(format.makesItsPairs()), problems::add).orElse(false);
      if (!makes) {
        Optional<DatasetFormat.Recognition> recognition =
            problems.isEmpty()
                ? OneOfMany.ask(() -> format.recognise(root), problems::add)
                : Optional.empty();
        seen.add(new Seen(format, recognition.orElse(null), String.join(" ", problems)));
      }
    }
    seen.sort(Comparator.comparingDouble(Seen::confidence).reversed());
    List<RecognisedFormat> formats = new ArrayList<>();
    for (Seen s : seen) {
      DatasetFormat.Recognition recognition = s.recognition();
      formats.add(
          new RecognisedFormat(
              s.format().descriptor(),
              recognition == null ? s.problem() : recognition.layout(),
              recognition == null ? null : recognition.confidence()));
    }
    boolean known = seen.stream().anyMatch(s -> s.recognition() != null);
    return new Recognised(formats, known ? "" : WhyNothing.words(root));
  }

  /** The folder that is asked about. */
  static Path root(String path) throws BadInputException {
    Path root = Path.of(path).toAbsolutePath().normalize();
    if (!Files.exists(root)) {
      throw new BadInputException("There is no file or folder " + root + ".", "Check the path.");
    }
    if (!Files.isReadable(root)) {
      throw new BadInputException(
          root + " must not be read by this user.", "Give yourself permission to read it.");
    }
    return root;
  }
}
