package org.pentimento.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.data.Pair;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.generator.Model;
import org.pentimento.api.generator.ModelFormat.Assumption;
import org.pentimento.api.generator.ModelFormat.Fit;
import org.pentimento.model.confined.NetworkProcess;
import org.pentimento.model.convention.Convention;
import org.pentimento.model.convention.ConventionSearch;
import org.pentimento.model.convention.RequestedConvention;
import org.pentimento.platform.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens networks of any format: each in a confined process, with a convention. */
record NetworkOpener(Descriptor descriptor, NetworkProcess.Runtime runtime, Platform platform) {
  private static final Logger LOG = LoggerFactory.getLogger(NetworkOpener.class);

  Model open(Path file, Settings settings) throws IOException {
    RequestedConvention requested = new RequestedConvention(settings);
    if (!requested.complete()) {
      throw new BadInputException(
          "It is not known how the model " + file + " wants its photos.",
          "Import it into a case first, which finds out; or set layout, channels, range,"
              + " output-range, multiple and output.");
    }
    Convention convention =
        new Convention(
            requested.layout().orElseThrow(),
            requested.channels().orElseThrow(),
            requested.range().orElseThrow(),
            requested.outputRange().orElseThrow(),
            requested.width(),
            requested.height(),
            requested.multiple(),
            requested.output());
    return new ConfinedNetworkModel(
        descriptor.name(),
        () -> NetworkProcess.open(platform, runtime, file, requested.limits()),
        platform,
        convention);
  }

  Fit fit(Path file, Map<String, String> given, List<Pair> known, Progress progress)
      throws IOException, CancelledException {
    RequestedConvention requested = new RequestedConvention(Settings.of(descriptor, given));
    progress.begin("Opening the model", 0);
    try (NetworkProcess process =
        NetworkProcess.open(platform, runtime, file, requested.limits())) {
      Optional<Fit> stated = stated(process, given, known, progress);
      if (stated.isPresent()) {
        return stated.get();
      }
      ConventionSearch.Found found = ConventionSearch.of(process, requested, known, progress);
      return new Fit(requested.with(found.convention(), descriptor), found.assumptions());
    }
  }

  /**
   * The convention that the file itself states, if the network draws by it. What a person has set
   * takes precedence.
   */
  private Optional<Fit> stated(
      NetworkProcess process, Map<String, String> given, List<Pair> known, Progress progress)
      throws IOException, CancelledException {
    Map<String, String> stated = new TreeMap<>(process.ports().stated());
    stated.keySet().retainAll(RequestedConvention.CONVENTION);
    stated.keySet().removeAll(given.keySet());
    if (stated.isEmpty()) {
      return Optional.empty();
    }
    Map<String, String> all = new TreeMap<>(given);
    all.putAll(stated);
    try {
      RequestedConvention requested = new RequestedConvention(Settings.of(descriptor, all));
      ConventionSearch.Found found = ConventionSearch.of(process, requested, known, progress);
      List<Assumption> assumptions = new ArrayList<>(found.assumptions());
      stated.forEach(
          (parameter, value) ->
              assumptions.add(new Assumption(parameter, value, "The file states it.", true)));
      assumptions.sort(Comparator.comparingInt(a -> RequestedConvention.place(a.parameter())));
      return Optional.of(new Fit(requested.with(found.convention(), descriptor), assumptions));
    } catch (Settings.InvalidSettingException | BadInputException e) {
      LOG.info("What {} states of its use does not hold", process.file(), e);
      return Optional.empty();
    }
  }
}
