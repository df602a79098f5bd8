package org.pentimento.workbench.search;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.event.DatasetRecord;
import org.pentimento.casefile.json.CanonicalJson;
import org.pentimento.plan.StoredPlan;
import org.pentimento.protocol.listing.DatasetCache;
import org.pentimento.protocol.listing.ListedPair;
import org.pentimento.protocol.listing.PairListing;
import org.pentimento.workbench.input.PlanInput;

/** Reads texts from a case and from what is kept beside it. */
final class KeptTexts implements CaseTexts {
  private final CaseFile file;
  private final DatasetCache cache;

  KeptTexts(CaseFile file, DatasetCache cache) {
    this.file = file;
    this.cache = cache;
  }

  @Override
  public String plan(String sha256) throws IOException {
    return StoredPlan.text(file.blobs().read(sha256));
  }

  @Override
  public String draft(PlanInput draft) throws IOException {
    return Files.exists(draft.file()) ? Files.readString(draft.file()) : "";
  }

  /** Read token by token, as the listing of a large data set is longer than it should be kept. */
  @Override
  public List<String> files(DatasetRecord dataset) throws IOException {
    List<String> paths = new ArrayList<>();
    if (!dataset.listing().isEmpty() && file.blobs().contains(dataset.listing())) {
      try (InputStream in = file.blobs().open(dataset.listing());
          JsonParser parser = CanonicalJson.parser(in)) {
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
          if (token == JsonToken.FIELD_NAME && "path".equals(parser.currentName())) {
            paths.add(parser.nextTextValue());
          }
        }
      }
    }
    return paths;
  }

  @Override
  public List<ListedPair> pairs(DatasetRecord dataset) throws IOException {
    return PairListing.read(cache.folder(dataset.digest()))
        .map(PairListing::pairs)
        .orElse(List.of());
  }
}
