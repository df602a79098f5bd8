package org.pentimento.figures;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** The kinds of charts that are installed. */
@Component(service = InstalledFigures.class)
public final class InstalledFigures {
  private final BundleContext context;

  /** Made by the component framework. */
  @Activate
  public InstalledFigures(BundleContext context) {
    this.context = context;
  }

  /** All kinds, the highest ranking first. */
  public List<InstalledFigure> all() {
    try {
      List<ServiceReference<RunFigure>> found =
          new ArrayList<>(context.getServiceReferences(RunFigure.class, null));
      found.sort(Collections.reverseOrder());
      return found.stream().map(this::installed).toList();
    } catch (InvalidSyntaxException e) {
      throw new IllegalStateException("no filter cannot be a wrong filter", e);
    }
  }

  private InstalledFigure installed(ServiceReference<RunFigure> reference) {
    String bundle = reference.getBundle().getSymbolicName();
    return new InstalledFigure(
        id(text(reference, "id", bundle)),
        text(reference, "title", bundle),
        text(reference, "help", ""),
        topic(text(reference, "topic", "")),
        Boolean.TRUE.equals(reference.getProperty(AboutFigure.PREFIX_ + "marks")),
        () -> service(reference));
  }

  private RunFigure service(ServiceReference<RunFigure> reference) {
    RunFigure figure = context.getService(reference);
    if (figure == null) {
      throw new IllegalStateException("the chart was removed or cannot be started");
    }
    return figure;
  }

  private static String text(
      ServiceReference<RunFigure> reference, String property, String otherwise) {
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
