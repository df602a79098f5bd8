package org.pentimento.jobs.task;

import java.util.ArrayList;
import java.util.List;
import org.pentimento.api.BadInputException;
import org.pentimento.api.detector.DatasetDetector;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Extension;
import org.pentimento.api.extension.Kind;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.suspect.ModelDetector;
import org.pentimento.plan.Use;
import org.pentimento.protocol.Job;
import org.pentimento.registry.Extensions;

/** The detectors that a job asks for. */
public final class ChosenDetectors {
  private ChosenDetectors() {}

  /**
   * Detectors of data sets with all of their settings; all that are installed if none is chosen.
   *
   * @throws BadInputException if there is no such detector or setting, or none at all
   */
  public static List<Use> of(List<Job.ChosenDetector> chosen, Extensions extensions)
      throws BadInputException {
    return of(chosen, extensions, Kind.DATASET_DETECTOR, DatasetDetector.class, "data sets");
  }

  /**
   * Detectors of models with all of their settings; all that are installed if none is chosen.
   *
   * @throws BadInputException if there is no such detector or setting, or none at all
   */
  public static List<Use> ofModels(List<Job.ChosenDetector> chosen, Extensions extensions)
      throws BadInputException {
    return of(chosen, extensions, Kind.MODEL_DETECTOR, ModelDetector.class, "models");
  }

  private static <T extends Extension> List<Use> of(
      List<Job.ChosenDetector> chosen, Extensions extensions, Kind kind, Class<T> type, String what)
      throws BadInputException {
    List<Use> uses = new ArrayList<>();
    for (Job.ChosenDetector one : chosen) {
      Descriptor descriptor = extensions.get(kind, type, one.id()).descriptor();
      try {
        Use use = new Use(one.id(), Settings.of(descriptor, one.settings()));
        if (!uses.contains(use)) {
          uses.add(use);
        }
      } catch (Settings.InvalidSettingException e) {
        throw new BadInputException(
            "The detector " + one.id() + ": " + e.getMessage() + ".",
            "See pentimento extensions for what is allowed.",
            e);
      }
    }
    if (chosen.isEmpty()) {
      for (T one : extensions.all(kind, type)) {
        uses.add(new Use(one.descriptor().id(), Settings.defaults(one.descriptor())));
      }
    }
    if (uses.isEmpty()) {
      throw new BadInputException(
          "No detector of " + what + " is installed.",
          "Put the bundle of one into dropins/, or enable one in the view Extensions.");
    }
    return uses;
  }
}
