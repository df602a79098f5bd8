package org.pentimento.jobs.preview.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pentimento.api.BadInputException;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.api.data.DatasetFormat;
import org.pentimento.api.data.Pair;
import org.pentimento.api.extension.Kind;
import org.pentimento.api.extension.Settings;
import org.pentimento.api.image.ImageCodec;
import org.pentimento.api.image.ImageSource;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.event.DatasetRecord;
import org.pentimento.platform.Platform;
import org.pentimento.protocol.listing.DatasetCache;
import org.pentimento.protocol.listing.ListedPair;
import org.pentimento.protocol.listing.PairListing;
import org.pentimento.protocol.question.DatasetQuestion.CaseDataset;
import org.pentimento.protocol.question.PairQuestion.PairPlace;
import org.pentimento.registry.Extensions;

/** The data sets that were looked at last, so that the next look is fast. */
@Component(service = DataSets.class)
public final class DataSets {
  private static final int KEPT = 3;

  /**
   * The images of a pair.
   *
   * @param photo the photo
   * @param sketch the true sketch
   */
  record Images(ImageSource photo, ImageSource sketch) {}

  private record Key(String caseFolder, String name) {}

  private final Extensions extensions;
  private final ImageCodec codec;
  private final DatasetCache cache;
  private final Map<Key, Known> known = new LinkedHashMap<>(4, .75f, true);

  /** Made by the component framework. */
  @Activate
  public DataSets(
      @Reference Extensions extensions, @Reference ImageCodec codec, @Reference Platform platform) {
    this.cache = new DatasetCache(platform.cacheFolder());
    this.extensions = extensions;
    this.codec = codec;
  }

  /** The data set that a question names. */
  Known of(CaseDataset set) throws IOException {
    return of(Path.of(set.caseFolder()), set.name(), set.digest());
  }

  private synchronized Known of(Path caseFolder, String name, String digest) throws IOException {
    Key key = new Key(caseFolder.toString(), name);
    Known found = known.get(key);
    if (found == null || !found.record.digest().equals(digest)) {
      found = find(caseFolder, name);
      known.put(key, found);
      var oldest = known.keySet().iterator();
      while (known.size() > KEPT && oldest.hasNext()) {
        oldest.next();
        oldest.remove();
      }
    }
    return found;
  }

  private Known find(Path caseFolder, String name) throws IOException {
    try (CaseFile file = CaseFile.openForReading(caseFolder)) {
      DatasetRecord record =
          file.dataset(name)
              .orElseThrow(
                  () ->
                      new BadInputException(
                          "The case " + caseFolder + " has no data set '" + name + "'.",
                          "Open the case that has it."));
      return new Known(record, file.datasetRoot(record).orElse(null), file.leftOut(record));
    }
  }

  /** A listing with the places of its ids. */
  private record Listed(List<ListedPair> pairs, Map<String, Integer> places) {
    static Listed of(PairListing listing) {
      Map<String, Integer> places = new HashMap<>(listing.pairs().size() * 2);
      for (ListedPair pair : listing.pairs()) {
        places.put(pair.id(), places.size());
      }
      return new Listed(listing.pairs(), places);
    }

    @Nullable ListedPair pair(String id) {
      Integer place = places.get(id);
      return place == null ? null : pairs.get(place);
    }
  }

  /** A data set; safe for use from several threads. */
  final class Known {
    private final DatasetRecord record;
    private final @Nullable Path root;
    private final Set<String> leftOut;
    private @Nullable Listed listed;
    private @Nullable Map<String, Pair> opened;

    Known(DatasetRecord record, @Nullable Path root, Set<String> leftOut) {
      this.record = record;
      this.root = root;
      this.leftOut = leftOut;
    }

    DatasetRecord record() {
      return record;
    }

    /** The listing, kept from before or made anew, which looks into every file's head. */
    synchronized PairListing listing(Progress progress) throws IOException, CancelledException {
      PairListing kept = PairListing.read(cache.folder(record.digest())).orElse(null);
      if (kept != null) {
        return kept;
      }
      PairListing listing = PairListing.of(open(progress), root);
      listing.write(cache.folder(record.digest()));
      return listing;
    }

    private List<Pair> open(Progress progress) throws IOException, CancelledException {
      DatasetFormat format =
          extensions.get(Kind.DATASET_FORMAT, DatasetFormat.class, record.format());
      Settings settings = Settings.of(format.descriptor(), record.settings());
      List<Pair> pairs =
          format.open(root, settings, progress).pairs().stream()
              .filter(pair -> !leftOut.contains(pair.id()))
              .toList();
      opened = pairs.stream().collect(Collectors.toMap(Pair::id, Function.identity()));
      return pairs;
    }

    private Listed listed(Progress progress) throws IOException, CancelledException {
      Listed all = listed;
      if (all == null) {
        all = Listed.of(listing(progress));
        listed = all;
      }
      return all;
    }

    /** The place of a pair in the data set's order. */
    synchronized PairPlace place(String id, Progress progress)
        throws IOException, CancelledException {
      Listed all = listed(progress);
      Integer place = all.places().get(id);
      List<ListedPair> pairs = all.pairs();
      return place == null
          ? PairPlace.NOWHERE
          : PairPlace.of(place, pairs.size(), i -> pairs.get(i).id());
    }

    /**
     * The images of a pair. They are read from their files where these are the images; else the
     * format has to open the data set once.
     *
     * @throws BadInputException if there is no such pair
     */
    synchronized Images images(String id, Progress progress)
        throws IOException, CancelledException {
      Map<String, Pair> pairs = opened;
      if (pairs == null) {
        ListedPair pair = listed(progress).pair(id);
        Path folder = root;
        if (pair != null && pair.whole() && folder != null) {
          ImageSource sketch = codec.source(inside(folder, pair.sketch()));
          return new Images(
              codec.source(inside(folder, pair.photo())), () -> sketch.decode().grey());
        }
        open(progress);
        pairs = opened;
      }
      Pair pair = pairs == null ? null : pairs.get(id);
      if (pair == null) {
        throw new BadInputException(
            "The data set '" + record.name() + "' has no pair '" + id + "'.",
            "Open the data set that has it.");
      }
      return new Images(pair.photo(), pair.sketch());
    }
  }

  private static Path inside(Path root, String path) throws BadInputException {
    Path file = root.resolve(path).normalize();
    if (!file.startsWith(root.normalize())) {
      throw new BadInputException(
          "The file " + file + " lies outside of the data set's folder.",
          "Rename the folder .cache/pentimento/datasets in your home, which holds no evidence, and"
              + " try again.");
    }
    return file;
  }
}
