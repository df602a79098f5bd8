package org.pentimento.jobs.preview.data;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.protocol.listing.PairListing;
import org.pentimento.protocol.preview.Answerer;
import org.pentimento.protocol.question.DatasetQuestion.ListPairs;
import org.pentimento.protocol.question.DatasetQuestion.ListingState;

/**
 * Sees to it that the {@link PairListing} of a data set is in the cache. Listing goes on in the
 * background for as long as it is asked about.
 */
@Component(service = Answerer.class)
public final class ListingAnswerer implements Answerer<ListPairs, ListingState> {
  private static final long WAIT_MS = 500;

  private final DataSets sets;
  private final Map<String, Listing> going = new ConcurrentHashMap<>();

  /** Made by the component framework. */
  @Activate
  public ListingAnswerer(@Reference DataSets sets) {
    this.sets = sets;
  }

  private record Listing(FutureTask<PairListing> task, ListingProgress progress) {}

  @Override
  public Class<ListPairs> question() {
    return ListPairs.class;
  }

  @Override
  public ListingState answer(ListPairs question, Progress progress)
      throws IOException, CancelledException {
    DataSets.Known set = sets.of(question.of());
    String digest = set.record().digest();
    Listing listing = going.computeIfAbsent(digest, d -> begin(set));
    if (question.stop()) {
      listing.progress().cancel();
    }
    try {
      int pairs = listing.task().get(WAIT_MS, TimeUnit.MILLISECONDS).pairs().size();
      going.remove(digest, listing);
      return new ListingState(true, "", pairs, pairs);
    } catch (TimeoutException e) {
      progress.checkCancelled();
      return listing.progress().state();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException();
    } catch (ExecutionException e) {
      going.remove(digest, listing);
      if (e.getCause() instanceof CancelledException cancelled) {
        throw cancelled;
      } else if (e.getCause() instanceof IOException io) {
        throw io;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  private static Listing begin(DataSets.Known set) {
    ListingProgress progress = new ListingProgress();
    FutureTask<PairListing> task = new FutureTask<>(() -> set.listing(progress));
    Thread thread = new Thread(task, "pair listing");
    thread.setDaemon(true);
    thread.start();
    return new Listing(task, progress);
  }
}
