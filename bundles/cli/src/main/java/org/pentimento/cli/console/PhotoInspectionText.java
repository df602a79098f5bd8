package org.pentimento.cli.console;

import java.io.PrintStream;
import org.pentimento.casefile.result.photo.InspectedPhoto;
import org.pentimento.casefile.result.photo.PhotoInspectionResult;
import org.pentimento.protocol.JobResult;
import org.pentimento.verdict.PhotoInspectionWords;
import org.pentimento.verdict.Statement;

/** What an inspection of photos found, for people. */
public final class PhotoInspectionText {
  private PhotoInspectionText() {}

  /** Prints a result: verdict, photos with what was measured, and how much that is worth. */
  public static void print(
      PrintStream out, PhotoInspectionResult result, JobResult.OfInspectPhoto done) {
    Statement verdict = PhotoInspectionWords.verdict(result);
    out.printf(
        "%n%s (%s in %s)%n%n%s%n%s%n%nPhotos%n",
        PhotoInspectionWords.title(result),
        done.run(),
        done.caseFolder(),
        verdict.lead(),
        verdict.words());
    for (InspectedPhoto photo : result.photos()) {
      out.println("  " + PhotoInspectionWords.sentence(photo));
      photo.measures().forEach(m -> out.println("    " + PhotoInspectionWords.sentence(m)));
    }
    out.printf("%nHow much that is worth%n");
    PhotoInspectionWords.worth(result).forEach(sentence -> out.println("  " + sentence));
  }
}
