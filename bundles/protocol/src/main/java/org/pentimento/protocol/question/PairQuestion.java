package org.pentimento.protocol.question;

import java.util.List;
import java.util.function.IntFunction;
import org.pentimento.casefile.result.ImageRole;

/**
 * Questions about the images of a pair.
 *
 * @param <A> what it is answered with
 */
public sealed interface PairQuestion<A> extends Question<A> {
  /**
   * The facts of a pair, in the order in which they are shown. Hashes are those of the import.
   *
   * @param caseFolder folder of the case
   * @param dataset name in the case
   * @param pair id of the pair
   */
  record DescribePair(String caseFolder, String dataset, String pair)
      implements PairQuestion<PairFacts> {
    @Override
    public Class<PairFacts> answerType() {
      return PairFacts.class;
    }
  }

  /** What is known of a pair. */
  record PairFacts(List<PairFact> facts) {}

  /** A fact with its label, both for a person. */
  record PairFact(String label, String value) {}

  /**
   * A pair and the comparison of a run whose sketches of it are meant.
   *
   * @param caseFolder folder of the case
   * @param dataset name in the case, or in the runs
   * @param pair id of the pair
   * @param run id of the run; empty for the latest that has sketches of the pair, {@code -} for
   *     none
   * @param comparison id of the comparison; empty for the first that has sketches of the pair
   */
  record ChosenPair(
      String caseFolder, String dataset, String pair, String run, String comparison) {}

  /** All images that a case has of a pair. */
  record ShowPair(ChosenPair of) implements PairQuestion<ShownPair> {
    @Override
    public Class<ShownPair> answerType() {
      return ShownPair.class;
    }
  }

  /**
   * The images of a pair.
   *
   * @param images in the order to show
   * @param sources all comparisons that have sketches of the pair, those of the latest run first
   * @param chosen which of the sources the images are from, counted from 0; -1 if from none
   * @param place of the pair among those that the images come with
   */
  record ShownPair(List<PairImage> images, List<PairSource> sources, int chosen, PairPlace place) {}

  /**
   * An image.
   *
   * @param role what the image is of the pair
   * @param name as a person reads it
   * @param picture its pixels
   */
  record PairImage(ImageRole role, String name, Picture picture) {}

  /**
   * A comparison that has images of a pair.
   *
   * @param run id of the run
   * @param runName name of its plan
   * @param comparison its id
   * @param name as a person reads it
   */
  record PairSource(String run, String runName, String comparison, String name) {}

  /**
   * Where a pair stands among others.
   *
   * @param position counted from 0, -1 if it is not among them
   * @param count how many there are
   * @param first id of the first
   * @param previous id of the one before, empty at the beginning
   * @param next id of the one behind, empty at the end
   * @param last id of the last
   */
  record PairPlace(
      int position, int count, String first, String previous, String next, String last) {
    /** Among no pairs at all. */
    public static final PairPlace NOWHERE = new PairPlace(-1, 0, "", "", "", "");

    /**
     * The place of a pair.
     *
     * @param position counted from 0
     * @param count how many pairs there are
     * @param id gives the id of the pair at a position
     */
    public static PairPlace of(int position, int count, IntFunction<String> id) {
      return new PairPlace(
          position,
          count,
          id.apply(0),
          position > 0 ? id.apply(position - 1) : "",
          position < count - 1 ? id.apply(position + 1) : "",
          id.apply(count - 1));
    }
  }

  /** Which layers can be laid over two images. */
  record ListLayers() implements PairQuestion<PairLayers> {
    @Override
    public Class<PairLayers> answerType() {
      return PairLayers.class;
    }
  }

  /** All layers, in the order to show. */
  record PairLayers(List<PairLayer> layers) {}

  /**
   * A map of values that can be laid over two images, such as where a metric finds that they
   * differ.
   *
   * @param id the name of it in questions
   * @param name as a person reads it
   * @param alike whether a value of 1 means that the images agree, and not much of what the layer
   *     shows
   */
  record PairLayer(String id, String name, boolean alike) {}

  /**
   * A layer over two images of a pair. The second is brought to the size of the first if it has
   * another.
   *
   * @param layer id of the layer
   * @param first role of an image
   * @param second role of an image
   */
  record DrawLayer(ChosenPair of, String layer, ImageRole first, ImageRole second)
      implements PairQuestion<DrawnLayer> {
    @Override
    public Class<DrawnLayer> answerType() {
      return DrawnLayer.class;
    }
  }

  /** A layer's values: one plane, 0 to 1 as 0 to 255. */
  record DrawnLayer(Picture picture) {}
}
