package org.pentimento.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.data.Pair;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.generator.Model;
import org.pentimento.api.generator.ModelFormat.Fit;
import org.pentimento.model.confined.NetworkProcess;

/** What the formats of networks have in common: a locked-in process and a convention. */
record NetworkOpener(Descriptor descriptor, NetworkProcess.Runtime runtime) {
  Model open(Path file, Settings settings) throws IOException {
    Wishes wishes = new Wishes(settings);
    if (!wishes.complete()) {
      throw new BadInputException(
          "It is not known how the model " + file + " wants its photos.",
          "Import it into a case first, which finds out; or set layout, channels, range,"
              + " output-range, multiple and output.");
    }
    Convention convention =
        new Convention(
            wishes.layout().orElseThrow(),
            wishes.channels().orElseThrow(),
            wishes.range().orElseThrow(),
            wishes.outputRange().orElseThrow(),
            wishes.width(),
            wishes.height(),
            wishes.multiple(),
            wishes.output());
    return new NetworkModel(
        descriptor.name(), NetworkProcess.open(runtime, file, wishes.limits()), convention);
  }

  Fit fit(Path file, Map<String, String> given, List<Pair> known, Progress progress)
      throws IOException, CancelledException {
    Wishes wishes = new Wishes(Settings.of(descriptor, given));
    progress.begin("Opening the model", 0);
    try (NetworkProcess process = NetworkProcess.open(runtime, file, wishes.limits())) {
      Trial.Found found = Trial.of(process, wishes, known, progress);
      return new Fit(wishes.with(found.convention(), descriptor), found.assumptions());
    }
  }
}
