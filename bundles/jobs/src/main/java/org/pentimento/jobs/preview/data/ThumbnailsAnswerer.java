package org.pentimento.jobs.preview.data;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.jobs.preview.SmallPictures;
import org.pentimento.protocol.preview.Answerer;
import org.pentimento.protocol.question.DatasetQuestion.MadeThumbnails;
import org.pentimento.protocol.question.DatasetQuestion.MakeThumbnails;
import org.pentimento.protocol.question.DatasetQuestion.ThumbnailOutcome;

/** Makes small pictures of pairs of a data set. */
@Component(service = Answerer.class)
public final class ThumbnailsAnswerer implements Answerer<MakeThumbnails, MadeThumbnails> {
  private static final int LARGEST = 512;

  private final DataSets sets;

  /** Made by the component framework. */
  @Activate
  public ThumbnailsAnswerer(@Reference DataSets sets) {
    this.sets = sets;
  }

  @Override
  public Class<MakeThumbnails> question() {
    return MakeThumbnails.class;
  }

  @Override
  public MadeThumbnails answer(MakeThumbnails question, Progress progress)
      throws IOException, CancelledException {
    DataSets.Known set = sets.of(question.of());
    int side = Math.max(8, Math.min(LARGEST, question.side()));
    List<ThumbnailOutcome> made = new ArrayList<>();
    for (String pair : question.pairs()) {
      progress.checkCancelled();
      made.add(thumbnail(set, pair, side, progress));
    }
    return new MadeThumbnails(made);
  }

  private static ThumbnailOutcome thumbnail(
      DataSets.Known set, String pair, int side, Progress progress) throws CancelledException {
    try {
      DataSets.Images images = set.images(pair, progress);
      return new ThumbnailOutcome(SmallPictures.of(images.photo(), images.sketch(), side), "");
    } catch (BadInputException e) {
      return new ThumbnailOutcome(null, e.getMessage() + " " + e.remedy());
    } catch (IOException e) {
      return new ThumbnailOutcome(null, "It cannot be read: " + e.getMessage() + ".");
    }
  }
}
