package org.pentimento.figures;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.pentimento.casefile.result.InspectionResult;
import org.pentimento.casefile.result.SelfTestResult;
import org.pentimento.casefile.result.model.ModelInspectionResult;
import org.pentimento.casefile.result.model.selftest.ModelSelfTestResult;
import org.pentimento.chart.Figure;

/** The kinds of charts that are installed. */
@Component(service = InstalledFigures.class)
public final class InstalledFigures {
  private final BundleContext context;

  /** Made by the component framework. */
  @Activate
  public InstalledFigures(BundleContext context) {
    this.context = context;
  }

  /** All kinds that show comparisons of a run, the highest ranking first. */
  public List<InstalledFigure> all() {
    return references(RunFigure.class).stream().map(this::installed).toList();
  }

  /** All kinds that show an inspection of a data set, the highest ranking first. */
  public List<ResultFigure<InspectionResult>> ofInspections() {
    return references(InspectionFigure.class).stream()
        .map(r -> of(r, InspectionFigure::figure))
        .toList();
  }

  /** All kinds that show an inspection of a model, the highest ranking first. */
  public List<ResultFigure<ModelInspectionResult>> ofModels() {
    return references(ModelInspectionFigure.class).stream()
        .map(r -> of(r, ModelInspectionFigure::figure))
        .toList();
  }

  /** All kinds that show a self-test of detectors of data sets, the highest ranking first. */
  public List<ResultFigure<SelfTestResult>> ofSelfTests() {
    return references(SelfTestFigure.class).stream()
        .map(r -> of(r, SelfTestFigure::figure))
        .toList();
  }

  /** All kinds that show a self-test of detectors of models, the highest ranking first. */
  public List<ResultFigure<ModelSelfTestResult>> ofModelSelfTests() {
    return references(ModelSelfTestFigure.class).stream()
        .map(r -> of(r, ModelSelfTestFigure::figure))
        .toList();
  }

  /** All kinds, for a document. */
  public Figures figures() {
    return new Figures(all(), ofInspections(), ofModels(), ofSelfTests(), ofModelSelfTests());
  }

  private <S> List<ServiceReference<S>> references(Class<S> kind) {
    try {
      List<ServiceReference<S>> found = new ArrayList<>(context.getServiceReferences(kind, null));
      found.sort(Collections.reverseOrder());
      return found;
    } catch (InvalidSyntaxException e) {
      throw new IllegalStateException("no filter cannot be a wrong filter", e);
    }
  }

  private <S, R> ResultFigure<R> of(
      ServiceReference<S> reference, BiFunction<S, R, Optional<Figure>> drawing) {
    String bundle = reference.getBundle().getSymbolicName();
    return new ResultFigure<>(
        id(text(reference, "id", bundle)),
        text(reference, "title", bundle),
        text(reference, "help", ""),
        marks(reference),
        result -> drawing.apply(service(reference), result));
  }

  private InstalledFigure installed(ServiceReference<RunFigure> reference) {
    String bundle = reference.getBundle().getSymbolicName();
    return new InstalledFigure(
        id(text(reference, "id", bundle)),
        text(reference, "title", bundle),
        text(reference, "help", ""),
        topic(text(reference, "topic", "")),
        marks(reference),
        () -> service(reference));
  }

  private <S> S service(ServiceReference<S> reference) {
    S figure = context.getService(reference);
    if (figure == null) {
      throw new IllegalStateException("the chart was removed or cannot be started");
    }
    return figure;
  }

  private static boolean marks(ServiceReference<?> reference) {
    return Boolean.TRUE.equals(reference.getProperty(AboutFigure.PREFIX_ + "marks"));
  }

  private static String text(ServiceReference<?> reference, String property, String otherwise) {
    return reference.getProperty(AboutFigure.PREFIX_ + property) instanceof String text
        ? text
        : otherwise;
  }

  /** Somebody else's id becomes part of names of files. */
  private static String id(String id) {
    return id.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }

  private static FigureTopic topic(String name) {
    for (FigureTopic topic : FigureTopic.values()) {
      if (topic.name().equals(name)) {
        return topic;
      }
    }
    return FigureTopic.METRICS;
  }
}
