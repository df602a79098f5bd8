package org.pentimento.report.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pentimento.casefile.TrainingCosts;
import org.pentimento.casefile.result.InspectionResult;
import org.pentimento.casefile.result.RunResult;
import org.pentimento.casefile.result.SelfTestResult;
import org.pentimento.casefile.result.mitigation.MitigationResult;
import org.pentimento.casefile.result.model.ModelInspectionResult;
import org.pentimento.casefile.result.model.selftest.ModelSelfTestResult;
import org.pentimento.casefile.result.photo.PhotoInspectionResult;

/**
 * Some runs of a case alone, of whichever kind.
 *
 * @param all the whole case
 * @param ids of the runs that are left in it
 */
public record ChosenRuns(ReportSource all, Set<String> ids) implements ReportSource {
  @Override
  public CaseSummary summary() {
    return all.summary();
  }

  @Override
  public List<Run<RunResult>> runs() {
    return chosen(all.runs());
  }

  @Override
  public List<Run<InspectionResult>> inspections() {
    return chosen(all.inspections());
  }

  @Override
  public List<Run<ModelInspectionResult>> modelInspections() {
    return chosen(all.modelInspections());
  }

  @Override
  public int inspectedBefore(String run) {
    return all.inspectedBefore(run);
  }

  @Override
  public List<Run<PhotoInspectionResult>> photoInspections() {
    return chosen(all.photoInspections());
  }

  @Override
  public List<Run<MitigationResult>> mitigations() {
    return chosen(all.mitigations());
  }

  @Override
  public Optional<ModelInspectionResult> modelInspection(String sha256) throws IOException {
    return all.modelInspection(sha256);
  }

  @Override
  public List<Run<SelfTestResult>> selfTests() {
    return chosen(all.selfTests());
  }

  @Override
  public List<Run<ModelSelfTestResult>> modelSelfTests() {
    return chosen(all.modelSelfTests());
  }

  private <R> List<Run<R>> chosen(List<Run<R>> runs) {
    return runs.stream().filter(run -> ids.contains(run.id())).toList();
  }

  @Override
  public Optional<InspectionResult> inspection(String sha256) throws IOException {
    return all.inspection(sha256);
  }

  @Override
  public List<String> notInstalled() {
    return all.notInstalled();
  }

  @Override
  public List<Data> datasets() {
    return all.datasets();
  }

  @Override
  public Custody custody() {
    return all.custody();
  }

  @Override
  public List<Remark> remarks() {
    return all.remarks();
  }

  @Override
  public TrainingCosts costs() {
    return all.costs();
  }

  @Override
  public boolean contains(String sha256) {
    return all.contains(sha256);
  }

  @Override
  public InputStream open(String sha256) throws IOException {
    return all.open(sha256);
  }
}
