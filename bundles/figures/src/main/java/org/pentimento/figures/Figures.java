package org.pentimento.figures;

import java.util.List;
import org.pentimento.casefile.result.InspectionResult;
import org.pentimento.casefile.result.SelfTestResult;
import org.pentimento.casefile.result.model.ModelInspectionResult;
import org.pentimento.casefile.result.model.selftest.ModelSelfTestResult;

/**
 * All kinds of charts that documents show, by what they show; the most important first.
 *
 * @param ofRuns of comparisons of a run
 * @param ofInspections of inspections of data sets
 * @param ofModels of inspections of models
 * @param ofSelfTests of self-tests of detectors of data sets
 * @param ofModelSelfTests of self-tests of detectors of models
 */
public record Figures(
    List<InstalledFigure> ofRuns,
    List<ResultFigure<InspectionResult>> ofInspections,
    List<ResultFigure<ModelInspectionResult>> ofModels,
    List<ResultFigure<SelfTestResult>> ofSelfTests,
    List<ResultFigure<ModelSelfTestResult>> ofModelSelfTests) {
  /** No chart at all, for what shows none. */
  public static final Figures NONE =
      new Figures(List.of(), List.of(), List.of(), List.of(), List.of());

  /** Keeps copies. */
  public Figures {
    ofRuns = List.copyOf(ofRuns);
    ofInspections = List.copyOf(ofInspections);
    ofModels = List.copyOf(ofModels);
    ofSelfTests = List.copyOf(ofSelfTests);
    ofModelSelfTests = List.copyOf(ofModelSelfTests);
  }

  /**
   * Charts outside the component framework, in this order.
   *
   * @throws IllegalArgumentException if one does not bear {@link AboutFigure}
   */
  public static Figures of(
      List<RunFigure> ofRuns,
      List<InspectionFigure> ofInspections,
      List<ModelInspectionFigure> ofModels,
      List<SelfTestFigure> ofSelfTests,
      List<ModelSelfTestFigure> ofModelSelfTests) {
    return new Figures(
        ofRuns.stream().map(InstalledFigure::of).toList(),
        ofInspections.stream().map(f -> ResultFigure.of(f, f::figure)).toList(),
        ofModels.stream().map(f -> ResultFigure.of(f, f::figure)).toList(),
        ofSelfTests.stream().map(f -> ResultFigure.of(f, f::figure)).toList(),
        ofModelSelfTests.stream().map(f -> ResultFigure.of(f, f::figure)).toList());
  }

  /** What a chart says of itself. */
  static AboutFigure about(Object figure) {
    AboutFigure about = figure.getClass().getAnnotation(AboutFigure.class);
    if (about == null) {
      throw new IllegalArgumentException(figure.getClass() + " does not bear @AboutFigure");
    }
    return about;
  }
}
