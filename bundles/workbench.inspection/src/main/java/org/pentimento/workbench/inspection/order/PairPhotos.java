package org.pentimento.workbench.inspection.order;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.event.DatasetRecord;
import org.pentimento.protocol.listing.DatasetCache;
import org.pentimento.protocol.listing.ListedPair;
import org.pentimento.protocol.listing.PairListing;
import org.pentimento.workbench.selection.PairRef;

/** The files of the photos of pairs. */
final class PairPhotos {
  private final DatasetCache cache;

  PairPhotos(DatasetCache cache) {
    this.cache = cache;
  }

  /**
   * Looks the files up. Not for the display's thread.
   *
   * @param pairs of one data set
   * @return those that have a file of their own which shows the photo as it is
   */
  List<Path> of(List<PairRef> pairs) throws IOException {
    List<Path> files = new ArrayList<>();
    if (pairs.isEmpty()) {
      return files;
    }
    PairRef first = pairs.get(0);
    try (CaseFile file = CaseFile.openForReading(first.caseFolder())) {
      Optional<DatasetRecord> record = file.dataset(first.dataset());
      Optional<Path> root = record.isEmpty() ? Optional.empty() : file.datasetRoot(record.get());
      Optional<PairListing> listing =
          record.isEmpty()
              ? Optional.empty()
              : PairListing.read(cache.folder(record.get().digest()));
      if (root.isPresent() && listing.isPresent()) {
        Map<String, ListedPair> byId =
            listing.get().pairs().stream()
                .collect(Collectors.toMap(ListedPair::id, Function.identity(), (a, b) -> a));
        for (PairRef pair : pairs) {
          ListedPair listed = byId.get(pair.pair());
          if (listed != null && listed.whole() && !listed.photo().isEmpty()) {
            files.add(root.get().resolve(listed.photo()));
          }
        }
      }
    }
    return files;
  }
}
