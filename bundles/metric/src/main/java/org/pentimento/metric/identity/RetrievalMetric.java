package org.pentimento.metric.identity;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.extension.Descriptor;
import org.pentimento.api.extension.Parameter;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.image.ImageSource;
import org.pentimento.api.metric.Measurement;
import org.pentimento.api.metric.SetMetric;

/**
 * Whether the right person is still found by a sketch. The gallery holds a true sketch or photo of
 * every pair; each candidate is looked up in it. A value is 1 if its own person comes first, else
 * 0, and then the reason says at which place they came; the mean is the rank-1 recognition rate. Of
 * several gallery faces of a person the most similar counts. A tie with somebody else is no hit.
 *
 * <p>Faces are matched by {@link FaceDescriptor}, without training, and must be aligned alike. Only
 * the gallery's descriptors, 2.5 kB per pair, are kept in memory. Undefined for a set of one
 * person.
 */
@Component(service = SetMetric.class)
public final class RetrievalMetric implements SetMetric {
  private static final String ID = "retrieval";
  private static final String GALLERY = "gallery";
  private static final String SKETCHES = "sketches";
  private static final String PHOTOS = "photos";

  @Override
  public Descriptor descriptor() {
    return Descriptor.of(
            ID,
            "Identity retrieval",
            "1.0.0",
            "Is the right person still found by the sketch, among all persons of the set? 1 if"
                + " first, else 0; the mean is the rank-1 rate. Undefined for a single person.",
            "Pentimento, after Dalal, Triggs: Histograms of oriented gradients for human detection."
                + " CVPR 2005; protocol of Wang, Tang: Face photo-sketch synthesis and recognition."
                + " IEEE Transactions on Pattern Analysis and Machine Intelligence 31(11), 2009",
            Parameter.choice(
                GALLERY,
                "Gallery",
                "In what to look the candidate up: the true sketches or the clean photos.",
                SKETCHES,
                PHOTOS))
        .needing(Descriptor.Need.IDENTITIES);
  }

  @Override
  public Scale scale() {
    return new Scale("", 0, 1, Direction.HIGHER);
  }

  @Override
  public PanelPlace panelPlace() {
    return PanelPlace.IDENTITY;
  }

  @Override
  public List<Measurement> measure(List<Item> items, Settings settings, Progress progress)
      throws IOException, CancelledException {
    int[] persons = persons(items);
    boolean photos = settings.text(GALLERY).equals(PHOTOS);
    progress.begin("Describing the gallery", items.size());
    List<float[]> faces = new ArrayList<>();
    for (Item item : items) {
      faces.add(describe(photos ? item.photo() : item.sketch(), progress));
    }
    FaceGallery gallery = new FaceGallery(persons, faces);
    progress.begin("Looking the candidates up", items.size());
    List<Measurement> measurements = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      float[] face = describe(items.get(i).candidate(), progress);
      measurements.add(measurement(gallery.rank(face, persons[i]), gallery.persons()));
    }
    return List.copyOf(measurements);
  }

  private static int[] persons(List<Item> items) {
    Map<String, Integer> numbers = new HashMap<>();
    int[] persons = new int[items.size()];
    for (int i = 0; i < persons.length; i++) {
      String identity = items.get(i).identity();
      Integer known = numbers.putIfAbsent(identity, numbers.size());
      persons[i] = known == null ? numbers.size() - 1 : known;
    }
    return persons;
  }

  private static float[] describe(ImageSource source, Progress progress)
      throws IOException, CancelledException {
    progress.checkCancelled();
    float[] descriptor = FaceDescriptor.of(source.decode());
    progress.advance(1);
    return descriptor;
  }

  private static Measurement measurement(int rank, int persons) {
    if (persons < 2) {
      return Measurement.undefined(ID, "There is nobody else in the set to be taken for.");
    }
    return rank == 1
        ? Measurement.of(ID, 1)
        : new Measurement(ID, 0.0, "found at rank " + rank + " of " + persons);
  }
}
