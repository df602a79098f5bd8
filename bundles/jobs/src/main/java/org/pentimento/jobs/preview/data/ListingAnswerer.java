package org.pentimento.jobs.preview.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
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
import org.pentimento.protocol.preview.Answer;
import org.pentimento.protocol.preview.Answerer;

/**
 * Sees to it that the {@link PairListing} of {@code case}, {@code dataset}, {@code digest} is in
 * the cache. That may take longer than a question may, so it goes on in the background: {@code
 * ready} says whether it is there; if not, {@code task}, {@code done} and {@code total} say how far
 * it is, and the question is to be asked again. A question that is given up, or {@code stop}, ends
 * it.
 */
@Component(service = Answerer.class)
public final class ListingAnswerer implements Answerer {
  /** The kind of question. */
  public static final String KIND = "pair-listing";

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
  public String kind() {
    return KIND;
  }

  @Override
  public Answer answer(JsonNode question, Progress progress)
      throws IOException, CancelledException {
    DataSets.Known set = sets.of(question);
    String digest = set.record().digest();
    Listing listing = going.computeIfAbsent(digest, d -> begin(set));
    if (question.path("stop").asBoolean()) {
      listing.progress().cancel();
    }
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    try {
      int pairs = listing.task().get(WAIT_MS, TimeUnit.MILLISECONDS).pairs().size();
      going.remove(digest, listing);
      data.put("ready", true).put("pairs", pairs);
    } catch (TimeoutException e) {
      progress.checkCancelled();
      ListingProgress.State state = listing.progress().state();
      data.put("ready", false)
          .put("task", state.task())
          .put("done", state.done())
          .put("total", state.total());
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
    return new Answer(data, List.of());
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
