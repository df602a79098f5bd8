package org.pentimento.protocol.question;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Questions about a data set of a case.
 *
 * @param <A> what it is answered with
 */
public sealed interface DatasetQuestion<A> extends Question<A> {
  /** The data set. */
  CaseDataset of();

  /**
   * Which data set is meant.
   *
   * @param caseFolder folder of the case
   * @param name in the case
   * @param digest of its record, hexadecimal
   */
  record CaseDataset(String caseFolder, String name, String digest) {}

  /**
   * Sees to it that the {@link org.pentimento.protocol.listing.PairListing listing} of the data
   * set's pairs is in the cache. That may take longer than an answer may, so it goes on in the
   * background, and the question is asked again until the listing is there.
   *
   * @param stop ends the work in the background instead
   */
  record ListPairs(CaseDataset of, boolean stop) implements DatasetQuestion<ListingState> {
    @Override
    public Class<ListingState> answerType() {
      return ListingState.class;
    }
  }

  /**
   * How far a listing is.
   *
   * @param ready whether it is there
   * @param task what is being done if it is not
   * @param done files or pairs that were looked at
   * @param total how many there are, 0 if that is not known
   */
  record ListingState(boolean ready, String task, long done, long total) {}

  /**
   * Small pictures of pairs.
   *
   * @param pairs ids
   * @param side longest side of the pictures, in pixels; none is made larger
   */
  record MakeThumbnails(CaseDataset of, List<String> pairs, int side)
      implements DatasetQuestion<MadeThumbnails> {
    @Override
    public Class<MadeThumbnails> answerType() {
      return MadeThumbnails.class;
    }
  }

  /** Small pictures of the pairs that were asked about, in their order. */
  record MadeThumbnails(List<ThumbnailOutcome> pairs) {}

  /**
   * What became of a pair.
   *
   * @param pictures null if it cannot be shown
   * @param problem why it cannot be shown, or empty
   */
  record ThumbnailOutcome(@Nullable PairPictures pictures, String problem) {}
}
