package org.pentimento.audit.stage;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.pentimento.api.CancelledException;
import org.pentimento.audit.model.ModelSource;
import org.pentimento.audit.shadow.StoredShadows;
import org.pentimento.casefile.result.Audited;
import org.pentimento.casefile.result.Comparison.Attack;
import org.pentimento.casefile.result.Subject;

/** The first stage of a comparison: its models, trained in the run or made elsewhere. */
sealed interface ModelStage permits TrainedModels, LoadedModel {
  /**
   * A step as the log knows it.
   *
   * @param name of the step
   * @param inputs everything that its results depend on
   */
  record Step(String name, Map<String, ?> inputs) {}

  /** Id of the comparison. */
  String comparison();

  /** What is looked at. */
  Audited audited();

  /**
   * Makes the models ready. What is done already is not done again.
   *
   * @return how each opens, in the order of subjects; empty where a training left no model
   */
  Map<Subject, Optional<ModelSource>> ready() throws IOException, CancelledException;

  /** The step in which they draw the test photos. */
  Step drawing() throws IOException, CancelledException;

  /**
   * Draws.
   *
   * @return SHA-256 by name: what {@link DrawStage#draw} gives, and whatever the models add
   */
  Map<String, String> draw(DrawStage stage) throws IOException, CancelledException;

  /**
   * What is known of a model beside its sketches.
   *
   * @param drawn what {@link #draw} gave
   */
  ModelFacts facts(Subject subject, Map<String, String> drawn)
      throws IOException, CancelledException;

  /**
   * The shadow models that draw in place of a clean model; empty if there is a clean one, or none
   * that fits.
   */
  Optional<StoredShadows> shadows() throws IOException;

  /** How far an input pixel acts on the sketch, in pixels; empty if nobody knows. */
  OptionalInt reach() throws IOException;

  /** The attack of the comparison for its result. */
  Attack attack() throws IOException, CancelledException;
}
