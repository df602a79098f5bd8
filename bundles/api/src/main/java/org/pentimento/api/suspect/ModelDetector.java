package org.pentimento.api.suspect;

import java.io.IOException;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.extension.Extension;
import org.pentimento.api.extension.Settings;

/**
 * Extension kind: an analysis that looks for something hidden in a generator that nobody vouches
 * for. It measures the suspect model and, in the same way, shadow models that the auditor trained
 * on trusted pairs; how improbable the difference is for a clean model is not its business. What it
 * needs of a model stands in its descriptor. Stateless and deterministic.
 */
@ConsumerType
public interface ModelDetector extends Extension {
  /** What it will measure with these settings, in the order in which a person reads it. */
  List<Look> looks(Settings settings);

  /** The least number of trusted pairs that it can work with. Always the same. */
  int leastPairs();

  /**
   * What it cannot find however strong it is, in words for a person, such as "Triggers that change
   * only the mouth.". Always the same.
   */
  String blindTo();

  /**
   * Measures the suspect model and its shadows.
   *
   * @param suspect with what is needed to look at it
   * @param settings checked against the descriptor
   * @param seed of everything random
   * @return a value for each of {@link #looks}, in that order
   * @throws org.pentimento.api.BadInputException if this model cannot be looked at, saying why
   */
  ModelFinding inspect(SuspectModel suspect, Settings settings, long seed, Progress progress)
      throws IOException, CancelledException;
}
