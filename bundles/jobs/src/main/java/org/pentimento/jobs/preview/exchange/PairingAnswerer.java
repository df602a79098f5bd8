package org.pentimento.jobs.preview.exchange;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
import org.pentimento.audit.data.WhyNothing;
import org.pentimento.casefile.event.SkippedFile;
import org.pentimento.jobs.preview.SmallPictures;
import org.pentimento.protocol.preview.Answerer;
import org.pentimento.protocol.question.ImportQuestion.PairFiles;
import org.pentimento.protocol.question.ImportQuestion.Paired;
import org.pentimento.protocol.question.ImportQuestion.PairedFiles;
import org.pentimento.protocol.question.ImportQuestion.Pairing;
import org.pentimento.protocol.question.ImportQuestion.TooLarge;
import org.pentimento.protocol.question.PairPictures;
import org.pentimento.registry.Extensions;

/** Says what an import of a data set would take and leave out, and shows its first pairs. */
@Component(service = Answerer.class)
public final class PairingAnswerer implements Answerer<PairFiles, Pairing> {
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
  public Class<PairFiles> question() {
    return PairFiles.class;
  }

  @Override
  public Pairing answer(PairFiles question, Progress progress)
      throws IOException, CancelledException {
    Path root = RecogniseAnswerer.root(question.path());
    DatasetFormat format =
        extensions.get(Kind.DATASET_FORMAT, DatasetFormat.class, question.format());
    Settings settings = settings(format, question.settings());
    Budget limited = new Budget(progress, budget);
    Dataset found;
    try {
      found = format.open(root, settings, limited);
    } catch (CancelledException e) {
      progress.checkCancelled();
      return limited.exceeded();
    } catch (BadInputException e) {
      throw WhyNothing.explain(root, e);
    }
    List<SkippedFile> reasons = new ArrayList<>();
    for (Skipped s : found.skipped().subList(0, Math.min(MOST_REASONS, found.skipped().size()))) {
      // The folder is known; its path would only push the reason out of sight.
      reasons.add(new SkippedFile(s.file(), s.reason().replace(root + File.separator, "")));
    }
    int first = Math.max(0, Math.min(MOST_SHOWN, question.first()));
    int side = Math.max(16, Math.min(LARGEST_SIDE, question.side()));
    List<PairedFiles> shown = new ArrayList<>();
    for (Pair pair : found.pairs().subList(0, Math.min(first, found.pairs().size()))) {
      progress.checkCancelled();
      shown.add(shown(pair, root, side));
    }
    return new Paired(
        found.pairs().size(),
        (int) found.count(Split.TRAIN),
        (int) found.count(Split.TEST),
        found.skipped().size(),
        reasons,
        shown);
  }

  private static PairedFiles shown(Pair pair, Path root, int side) {
    PairPictures pictures = null;
    String problem = "";
    try {
      pictures = SmallPictures.of(pair.photo(), pair.sketch(), side);
    } catch (BadInputException e) {
      problem = e.getMessage() + " " + e.remedy();
    } catch (IOException e) {
      problem = "It cannot be read: " + e.getMessage() + ".";
    }
    return new PairedFiles(
        pair.id(),
        pair.split(),
        file(pair.photo(), root),
        file(pair.sketch(), root),
        pictures,
        problem);
  }

  /** The file relative to the data set; empty if it does not come from a file of its own. */
  private static String file(ImageSource source, Path root) {
    return source
        .file()
        .map(f -> f.startsWith(root) ? root.relativize(f).toString() : f.toString())
        .orElse("");
  }

  private static Settings settings(DatasetFormat format, Map<String, String> given)
      throws BadInputException {
    try {
      return Settings.of(format.descriptor(), given);
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

    synchronized TooLarge exceeded() {
      return new TooLarge(task, looked, total);
    }
  }
}
