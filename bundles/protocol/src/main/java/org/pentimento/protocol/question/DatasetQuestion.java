package org.pentimento.protocol.question;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pentimento.api.detector.DatasetDetector;
import org.pentimento.protocol.Job;

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

  /**
   * What an inspection of the data set would look at, how long it would take, and what it would be
   * worth. What no earlier inspection of the case tells is tried with a few pairs, which may take
   * longer than other answers.
   *
   * @param detectors that would be asked, empty for all that are installed
   * @param falseAlarms share of honest pairs that may be flagged, above 0 and below 1
   */
  record ForeseeInspection(CaseDataset of, List<Job.ChosenDetector> detectors, double falseAlarms)
      implements DatasetQuestion<ForeseenInspection> {
    @Override
    public Class<ForeseenInspection> answerType() {
      return ForeseenInspection.class;
    }
  }

  /**
   * What an inspection would be.
   *
   * @param pairs how many there are
   * @param width of most photos, in pixels
   * @param height of most photos, in pixels
   * @param detectors in the order in which they would be asked
   * @param seconds that it would take, null if nobody knows
   * @param basis where that comes from, as a sentence
   * @param power what such an inspection finds as measured by a self-test, or that none is known,
   *     in sentences
   */
  record ForeseenInspection(
      int pairs,
      int width,
      int height,
      List<ForeseenDetector> detectors,
      @Nullable Double seconds,
      String basis,
      List<String> power) {}

  /**
   * A detector that would be asked.
   *
   * @param id of the detector
   * @param name as a person reads it
   * @param looksAt what it looks at
   * @param blindTo what it cannot find, in its own words
   * @param problem why it could not look at this data set, empty if it could
   */
  record ForeseenDetector(
      String id, String name, DatasetDetector.LooksAt looksAt, String blindTo, String problem) {}

  /**
   * What an inspection of a model with the pairs of the data set would look at, and how long it
   * would take.
   *
   * @param model name of an imported model, or {@code RUN/COMPARISON/ROLE} of a trained one
   * @param detectors that would be asked, empty for all that are installed
   * @param shadows number of clean models to compare it with, at least 1
   * @param shadowGenerator id of the generator that would train them, null for the one that suits
   *     the model
   */
  record ForeseeModelInspection(
      CaseDataset of,
      String model,
      List<Job.ChosenDetector> detectors,
      int shadows,
      @Nullable String shadowGenerator)
      implements DatasetQuestion<ForeseenModelInspection> {
    @Override
    public Class<ForeseenModelInspection> answerType() {
      return ForeseenModelInspection.class;
    }
  }

  /**
   * What an inspection of a model would be.
   *
   * @param pairs how many trusted ones there are
   * @param width of the first photo, in pixels
   * @param height of the first photo, in pixels
   * @param generator name of the generator that would train the clean models
   * @param silent detectors that would say nothing, each with the reason, in sentences
   * @param blindTo what the others cannot find, in sentences
   * @param seconds that it would take, null if nobody knows
   * @param basis where that comes from, in sentences
   */
  record ForeseenModelInspection(
      int pairs,
      int width,
      int height,
      String generator,
      List<String> silent,
      List<String> blindTo,
      @Nullable Double seconds,
      String basis) {}
}
