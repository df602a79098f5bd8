package org.pentimento.jobs.preview.data;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.protocol.preview.Answerer;
import org.pentimento.protocol.question.PairQuestion.PairImage;
import org.pentimento.protocol.question.PairQuestion.ShowPair;
import org.pentimento.protocol.question.PairQuestion.ShownPair;
import org.pentimento.protocol.question.Picture;

/** Shows all images that a case has of a pair; see {@link PairImages#find}. */
@Component(service = Answerer.class)
public final class PairAnswerer implements Answerer<ShowPair, ShownPair> {
  private final PairImages images;

  /** Made by the component framework. */
  @Activate
  public PairAnswerer(@Reference PairImages images) {
    this.images = images;
  }

  @Override
  public Class<ShowPair> question() {
    return ShowPair.class;
  }

  @Override
  public ShownPair answer(ShowPair question, Progress progress)
      throws IOException, CancelledException {
    PairImages.Found found = images.find(question.of(), progress);
    List<PairImage> shown = new ArrayList<>();
    for (PairImages.Named image : found.images()) {
      progress.checkCancelled();
      Picture picture = Picture.of(image.source().decode());
      shown.add(new PairImage(image.role(), image.name(), picture));
    }
    int chosen = found.chosen() == null ? -1 : found.sources().indexOf(found.chosen());
    return new ShownPair(shown, found.sources(), chosen, found.place());
  }
}
