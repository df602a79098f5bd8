package org.pentimento.jobs.preview.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.data.Dataset;
import org.pentimento.api.data.DatasetFormat;
import org.pentimento.api.data.Pair;
import org.pentimento.api.data.Skipped;
import org.pentimento.api.data.Split;
import org.pentimento.api.extension.Kind;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.image.ImageSource;
import org.pentimento.jobs.preview.Thumbnail;
import org.pentimento.protocol.preview.Answer;
import org.pentimento.protocol.preview.Answer.Picture;
import org.pentimento.protocol.preview.Answerer;
import org.pentimento.registry.Extensions;

/**
 * Answers {@code {"path", "format", "settings", "first", "side"}} with what an import would take
 * and leave: {@code pairs}, {@code train}, {@code test}, {@code skipped} (how many files), {@code
 * reasons} (the first files with the reason of each) and {@code shown}, the first pairs. For each
 * of these two pictures come along, photo and sketch, of at most {@code side} pixels; a pair that
 * cannot be decoded has a {@code problem} instead.
 *
 * <p>A data set too large to be looked through in time is answered with {@code complete: false},
 * and with {@code task}, {@code looked} and {@code total}, which say how far it came.
 */
@Component(service = Answerer.class)
public final class PairingAnswerer implements Answerer {
  /** Well below what the window's patience allows, so that thumbnails find time too. */
  private static final Duration BUDGET = Duration.ofSeconds(18);

  private static final int MOST_REASONS = 1000;
  private static final int MOST_SHOWN = 200;
  private static final int LARGEST_SIDE = 256;

  private final Extensions extensions;
  private final Duration budget;

  /** Made by the component framework. */
  @Activate
  public PairingAnswerer(@Reference Extensions extensions) {
    this(extensions, BUDGET);
  }

  PairingAnswerer(Extensions extensions, Duration budget) {
    this.extensions = extensions;
    this.budget = budget;
  }

  @Override
  public String kind() {
    return "pairing";
  }

  @Override
  public Answer answer(JsonNode question, Progress progress)
      throws IOException, CancelledException {
    Path root = RecogniseAnswerer.root(question);
    DatasetFormat format =
        extensions.get(Kind.DATASET_FORMAT, DatasetFormat.class, question.path("format").asText());
    Settings settings = settings(format, question.path("settings"));
    Budget limited = new Budget(progress, budget);
    Dataset found;
    try {
      found = format.open(root, settings, limited);
    } catch (CancelledException e) {
      progress.checkCancelled();
      return limited.exceeded();
    }
    ObjectNode data =
        JsonNodeFactory.instance
            .objectNode()
            .put("complete", true)
            .put("pairs", found.pairs().size())
            .put("train", found.count(Split.TRAIN))
            .put("test", found.count(Split.TEST))
            .put("skipped", found.skipped().size());
    ArrayNode reasons = data.putArray("reasons");
    for (Skipped s : found.skipped().subList(0, Math.min(MOST_REASONS, found.skipped().size()))) {
      // The folder is known; its path would only push the reason out of sight.
      String reason = s.reason().replace(root + File.separator, "");
      reasons.addObject().put("file", s.file()).put("reason", reason);
    }
    int first = Math.max(0, Math.min(MOST_SHOWN, question.path("first").asInt()));
    int side = Math.max(16, Math.min(LARGEST_SIDE, question.path("side").asInt(64)));
    ArrayNode shown = data.putArray("shown");
    List<Picture> pictures = new ArrayList<>();
    for (Pair pair : found.pairs().subList(0, Math.min(first, found.pairs().size()))) {
      progress.checkCancelled();
      shown.add(shown(pair, root, side, pictures));
    }
    return new Answer(data, pictures);
  }

  private static ObjectNode shown(Pair pair, Path root, int side, List<Picture> pictures) {
    ObjectNode node =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", pair.id())
            .put("identity", pair.identity())
            .put("split", pair.split().name().toLowerCase(Locale.ROOT))
            .put("eyes", pair.eyes().isPresent())
            .put("photo", file(pair.photo(), root))
            .put("sketch", file(pair.sketch(), root));
    try {
      Picture photo = Thumbnail.of(pair.photo().decode(), side);
      Picture sketch = Thumbnail.of(pair.sketch().decode(), side);
      pictures.add(photo);
      pictures.add(sketch);
    } catch (BadInputException e) {
      node.put("problem", e.getMessage() + " " + e.remedy());
    } catch (IOException e) {
      node.put("problem", "It cannot be read: " + e.getMessage() + ".");
    }
    return node;
  }

  /** The file relative to the data set; empty if it does not come from a file of its own. */
  private static String file(ImageSource source, Path root) {
    return source
        .file()
        .map(f -> f.startsWith(root) ? root.relativize(f).toString() : f.toString())
        .orElse("");
  }

  private static Settings settings(DatasetFormat format, JsonNode given) throws BadInputException {
    Map<String, String> values = new LinkedHashMap<>();
    given.properties().forEach(e -> values.put(e.getKey(), e.getValue().asText()));
    try {
      return Settings.of(format.descriptor(), values);
    } catch (Settings.InvalidSettingException e) {
      throw new BadInputException(
          String.valueOf(e.getMessage()) + ".", "Correct the value in the form.", e);
    }
  }

  /** Ends the work when the time is up or nobody waits for it, and knows how far it was. */
  private static final class Budget implements Progress {
    private final Progress asked;
    private final long end;
    private String task = "";
    private long total;
    private long looked;

    Budget(Progress asked, Duration budget) {
      this.asked = asked;
      this.end = System.nanoTime() + budget.toNanos();
    }

    @Override
    public synchronized void begin(String newTask, long newTotal) {
      task = newTask;
      total = newTotal;
      looked = 0;
    }

    @Override
    public synchronized void advance(long units) {
      looked += units;
    }

    @Override
    public void note(String message) {}

    @Override
    public void checkCancelled() throws CancelledException {
      asked.checkCancelled();
      if (System.nanoTime() - end >= 0) {
        throw new CancelledException();
      }
    }

    synchronized Answer exceeded() {
      return new Answer(
          JsonNodeFactory.instance
              .objectNode()
              .put("complete", false)
              .put("task", task)
              .put("looked", looked)
              .put("total", total),
          List.of());
    }
  }
}
