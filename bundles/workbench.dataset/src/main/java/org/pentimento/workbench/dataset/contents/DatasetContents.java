package org.pentimento.workbench.dataset.contents;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.pentimento.api.data.Split;
import org.pentimento.casefile.event.DatasetRecord;
import org.pentimento.casefile.event.SkippedFile;
import org.pentimento.protocol.listing.ListedPair;
import org.pentimento.protocol.listing.PairListing;
import org.pentimento.protocol.question.DatasetQuestion.CaseDataset;

/**
 * A data set as the gallery shows it: its pairs and the files that the import left out.
 *
 * @param caseFolder folder of the case
 * @param record what the case says of the data set
 * @param root folder that the paths of the files are relative to
 * @param items pairs in the data set's order, then files that were left out; an item's number is
 *     its place in this list
 * @param numbers the items' numbers, by id
 * @param attributes names of all attributes that a pair has, sorted
 */
public record DatasetContents(
    Path caseFolder,
    DatasetRecord record,
    Path root,
    List<Item> items,
    Map<String, Integer> numbers,
    List<String> attributes) {

  static DatasetContents of(Path caseFolder, DatasetRecord record, Path root, PairListing listing) {
    int count = listing.pairs().size() + record.skipped().size();
    List<Item> items = new ArrayList<>(count);
    Map<String, Integer> numbers = new HashMap<>(count * 4 / 3 + 1);
    TreeSet<String> attributes = new TreeSet<>();
    Map<String, String> last = Map.of();
    for (ListedPair pair : listing.pairs()) {
      numbers.put(pair.id(), items.size());
      items.add(new Item(pair, ""));
      if (pair.attributes() != last) {
        last = pair.attributes();
        attributes.addAll(last.keySet());
      }
    }
    for (SkippedFile file : record.skipped()) {
      numbers.putIfAbsent(file.file(), items.size());
      ListedPair named = new ListedPair(file.file(), "", Split.NONE, Map.of(), "", "", false);
      items.add(new Item(named, file.reason().isEmpty() ? "No reason was kept." : file.reason()));
    }
    return new DatasetContents(caseFolder, record, root, items, numbers, List.copyOf(attributes));
  }

  /** How many of the items are pairs. */
  public int pairs() {
    return items.size() - record.skipped().size();
  }

  /** The data set, as questions of the preview process name it. */
  public CaseDataset named() {
    return new CaseDataset(caseFolder.toString(), record.name(), record.digest());
  }
}
