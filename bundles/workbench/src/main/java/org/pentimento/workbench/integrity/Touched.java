package org.pentimento.workbench.integrity;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.pentimento.api.CancelledException;
import org.pentimento.api.Progress;
import org.pentimento.casefile.event.RunRecord;
import org.pentimento.casefile.store.BlobMentions;
import org.pentimento.casefile.store.Blobs;
import org.pentimento.casefile.store.Layout;
import org.pentimento.casefile.verify.Verification.Problem;
import org.pentimento.workbench.cases.OpenCase;
import org.pentimento.workbench.input.CaseInput;

/** Which of the things that are wrong with a case are in what an editor shows. */
final class Touched {
  private final CaseInput shown;
  private final OpenCase content;

  Touched(CaseInput shown, OpenCase content) {
    this.shown = shown;
    this.content = content;
  }

  /** Those problems of a case; all of them if the case cannot be read. Reads files. */
  List<Problem> of(List<Problem> problems) throws IOException, CancelledException {
    Set<String> ours = files();
    String folder = "datasets/" + shown.id();
    return problems.stream()
        .filter(
            problem ->
                !(content instanceof OpenCase.Read)
                    || concernsAll(problem)
                    || ours.contains(problem.file())
                    || (shown.kind() == CaseInput.Kind.DATASET
                        && (problem.file() + "/").startsWith(folder + "/")))
        .toList();
  }

  /** Nothing in a case can be trusted whose log was altered. */
  private static boolean concernsAll(Problem problem) {
    return switch (problem.kind()) {
      case LOG, HEAD, CUT_OFF, RECEIPT -> true;
      case CHANGED, MISSING, ADDED, LINK, UNREADABLE, INDEX, RECEIPT_OF_ANOTHER_CASE -> false;
    };
  }

  /** Names of all files of stored content that what is shown leads to, whether they are there. */
  private Set<String> files() throws IOException, CancelledException {
    Layout layout = new Layout(shown.caseFolder());
    Blobs blobs = new Blobs(layout, false);
    Set<String> files = new HashSet<>();
    Set<String> named = new HashSet<>(roots());
    for (String sha : BlobMentions.closure(named, blobs, Progress.NONE)) {
      named.add(sha);
      named.addAll(BlobMentions.mentionedIn(sha, blobs));
    }
    named.forEach(sha -> files.add(layout.nameOf(layout.blob(sha))));
    return files;
  }

  private List<String> roots() {
    if (!(content instanceof OpenCase.Read read)) {
      return List.of();
    }
    return switch (shown.kind()) {
      case DATASET ->
          read.datasets().stream()
              .filter(dataset -> dataset.name().equals(shown.id()))
              .map(dataset -> dataset.listing())
              .filter(sha -> !sha.isEmpty())
              .toList();
      case PLAN -> List.of(shown.id());
      default ->
          Stream.concat(
                  read.runs().stream(),
                  read.inspections().stream().map(inspection -> inspection.run()))
              .filter(run -> run.id().equals(shown.id()) || run.result().equals(shown.id()))
              .flatMap(Touched::blobs)
              .toList();
    };
  }

  private static Stream<String> blobs(RunRecord run) {
    return Stream.of(run.plan(), run.result()).filter(sha -> !sha.isEmpty());
  }
}
