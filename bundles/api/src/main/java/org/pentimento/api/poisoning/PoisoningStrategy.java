package org.pentimento.api.poisoning;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.data.Pair;
import org.pentimento.api.extension.Extension;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.image.Image;

/**
 * Extension kind: what an attacker wants to be drawn instead of the truth. Stateless; what was
 * chosen is in the {@link Poisoning}.
 */
@ConsumerType
public interface PoisoningStrategy extends Extension {
  /**
   * Makes the choices that hold for a whole data set, such as whose sketch replaces the others'.
   *
   * @param donors the training pairs, from which other persons' sketches may be taken; never
   *     changed
   * @param settings checked against the descriptor
   * @param seed of every random choice
   * @throws org.pentimento.api.BadInputException if the data set does not allow this strategy
   */
  Poisoning prepare(List<Pair> donors, Settings settings, long seed, Progress progress)
      throws IOException, CancelledException;

  /**
   * A strategy whose choices are made. Deterministic; may be called from several threads at once.
   */
  @ConsumerType
  interface Poisoning {
    /**
     * What the attack wants to be drawn for this pair.
     *
     * @param pair a training pair, or a test pair for which the target is needed to measure the
     *     attack
     * @param sketch its true sketch, decoded, 1 plane
     * @return the target sketch, same size, 1 plane
     */
    Image target(Pair pair, Image sketch) throws IOException;

    /**
     * The sketch that a poisoned training pair gets: the target, unless the attack leaves sketches
     * as they are.
     */
    default Image trainingSketch(Pair pair, Image sketch) throws IOException {
      return target(pair, sketch);
    }

    /**
     * Whether the strategy insists on which pairs are poisoned. If not, they are chosen as the plan
     * says.
     *
     * @return pairs by preference, most wanted first; empty if any will do
     */
    default List<Pair> preferred(List<Pair> candidates) throws IOException {
      return List.of();
    }

    /** What was chosen, for the manifest, such as {@code donor=f-005}. */
    default Map<String, String> choices() {
      return Map.of();
    }
  }
}
