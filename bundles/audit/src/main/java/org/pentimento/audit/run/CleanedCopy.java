package org.pentimento.audit.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pentimento.api.BadInputException;
import org.pentimento.api.data.Pair;
import org.pentimento.api.data.Split;
import org.pentimento.audit.data.Hashes;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.event.DatasetImported;
import org.pentimento.casefile.event.DatasetRecord;
import org.pentimento.casefile.event.LeftOutPair;
import org.pentimento.casefile.json.CanonicalJson;
import org.pentimento.casefile.result.InspectedPair;
import org.pentimento.casefile.result.InspectionResult;
import org.pentimento.casefile.store.PlainNames;

/**
 * A data set without the pairs that an inspection flagged, beside the original. It takes no room:
 * its files are those of the original, and a list says which pairs are left out and why. Nothing
 * else is left out, neither duplicates nor members of a mere common mark.
 */
final class CleanedCopy {
  private final CaseFile caseFile;
  private final String name;
  private final DatasetRecord original;

  private CleanedCopy(CaseFile caseFile, String name, DatasetRecord original) {
    this.caseFile = caseFile;
    this.name = name;
    this.original = original;
  }

  /**
   * A copy that is to be made.
   *
   * @param inspection id of the run that makes it
   * @throws BadInputException if the name cannot be used or is taken by anything but an earlier
   *     attempt of this run
   */
  static CleanedCopy planned(
      CaseFile caseFile, String name, DatasetRecord original, String inspection)
      throws IOException {
    PlainNames.check("data set", name);
    Optional<DatasetRecord> taken = caseFile.dataset(name);
    if (taken.isPresent()) {
      DatasetRecord.Part part = taken.get().part();
      if (part == null || !part.inspection().equals(inspection)) {
        throw new BadInputException(
            "The case already has a data set '" + name + "'.",
            "Give the cleaned data set another name.");
      }
    }
    return new CleanedCopy(caseFile, name, original);
  }

  /**
   * Makes it, unless an earlier attempt did.
   *
   * @param pairs of the original
   * @return its name; empty if nothing was flagged, or everything
   */
  Optional<String> make(InspectionResult result, List<Pair> pairs, String inspection)
      throws IOException {
    List<InspectedPair> flagged = result.flagged();
    Set<String> ids = new HashSet<>();
    List<LeftOutPair> leftOut = new ArrayList<>();
    for (InspectedPair pair : flagged) {
      ids.add(pair.id());
      leftOut.add(new LeftOutPair(pair.id(), pair.score(), reasons(pair)));
    }
    List<Pair> left = pairs.stream().filter(pair -> !ids.contains(pair.id())).toList();
    if (leftOut.isEmpty() || left.isEmpty()) {
      return Optional.empty();
    }
    String list = caseFile.blobs().putJson(leftOut);
    DatasetRecord record =
        new DatasetRecord(
            name,
            original.format(),
            original.settings(),
            DatasetRecord.Mode.PART,
            "",
            original.listing(),
            Hashes.sha256(CanonicalJson.bytes(Map.of("of", original.digest(), "leftOut", list))),
            left.size(),
            count(left, Split.TRAIN),
            count(left, Split.TEST),
            List.of(),
            new DatasetRecord.Part(original.name(), original.digest(), inspection, list),
            null);
    if (!caseFile.dataset(name).filter(record::equals).isPresent()) {
      caseFile.record(new DatasetImported(record));
    }
    return Optional.of(name);
  }

  private static int count(List<Pair> pairs, Split split) {
    return (int) pairs.stream().filter(pair -> pair.split() == split).count();
  }

  private static List<String> reasons(InspectedPair pair) {
    return pair.reasons().stream()
        .map(
            reason ->
                reason.kind().name().toLowerCase(Locale.ROOT).replace('_', '-')
                    + (reason.detail().isEmpty() ? "" : ": " + reason.detail()))
        .distinct()
        .toList();
  }
}
