package org.pentimento.workbench.inspection.photo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pentimento.casefile.CaseFile;
import org.pentimento.casefile.event.DatasetRecord;
import org.pentimento.casefile.event.RunRecord;
import org.pentimento.casefile.result.photo.PhotoInspectionResult;
import org.pentimento.casefile.result.photo.PhotoInspections;
import org.pentimento.protocol.Job;
import org.pentimento.workbench.inspection.contents.PictureSource;
import org.pentimento.workbench.inspection.contents.ReadRun;

/**
 * A finished inspection of photos of a case.
 *
 * @param caseFolder of the case
 * @param result what was found
 */
record ShownPhotos(Path caseFolder, PhotoInspectionResult result) implements PictureSource {
  @Override
  public @Nullable DatasetRecord dataset() {
    return null; // all pictures are in the result
  }

  /**
   * Reads inspections of photos.
   *
   * @param threads that a job gets which goes on with one
   */
  record Reader(int threads) implements ReadRun.Kind<ShownPhotos> {
    @Override
    public Job order(CaseFile file, RunRecord run) throws IOException {
      JsonNode asked = file.blobs().readJson(run.plan(), JsonNode.class);
      List<String> photos = new ArrayList<>();
      asked.path("photos").forEach(photo -> photos.add(photo.path("file").asText()));
      return new Job.InspectPhoto(
          Job.PROTOCOL,
          file.folder().toString(),
          asked.path("model").path("name").asText(),
          photos,
          asked.path("trusted").asText(),
          asked.path("shadows").asInt(),
          threads,
          asked.path("seed").asLong(),
          run.name());
    }

    @Override
    public ShownPhotos found(CaseFile file, RunRecord run) throws IOException {
      return new ShownPhotos(file.folder(), PhotoInspections.read(file.blobs(), run.result()));
    }
  }
}
