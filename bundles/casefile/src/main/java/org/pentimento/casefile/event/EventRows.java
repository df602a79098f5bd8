package org.pentimento.casefile.event;

/**
 * What events say to the index. Each method makes the rows of the one entry that is being indexed.
 *
 * @param <X> what fails when rows cannot be written
 */
public interface EventRows<X extends Exception> {
  /** A data set replaces the one of its name. */
  void dataset(DatasetRecord dataset) throws X;

  /** A step replaces the one of its key. */
  void step(StepFinished step) throws X;

  /** A run is under way; one that was started before keeps the time of its first start. */
  void runStarted(RunStarted start) throws X;

  /** A run is in the state of its end. */
  void runEnded(RunEvent.End end) throws X;

  /** The figures of a result replace those that the run had before. */
  void result(RunFinished finished) throws X;
}
