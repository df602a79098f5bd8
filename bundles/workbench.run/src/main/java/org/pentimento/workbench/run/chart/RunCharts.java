package org.pentimento.workbench.run.chart;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.pentimento.chart.Figure;

/** The charts that are installed. */
@Component(service = RunCharts.class)
public final class RunCharts {
  private final BundleContext context;

  /** Made by the component framework. */
  @Activate
  public RunCharts(BundleContext context) {
    this.context = context;
  }

  /** A chart with what it says of itself; nothing of it was called yet. */
  public final class Installed {
    private final ServiceReference<RunChart> reference;

    Installed(ServiceReference<RunChart> reference) {
      this.reference = reference;
    }

    /** Stands above it. */
    public String title() {
      return text(RunChart.TITLE, reference.getBundle().getSymbolicName());
    }

    /** How to read it. */
    public String help() {
      return text(RunChart.HELP, "");
    }

    private String text(String property, String otherwise) {
      return reference.getProperty(property) instanceof String text ? text : otherwise;
    }

    /**
     * Makes the figure; not to be called in the display's thread.
     *
     * @throws IllegalStateException if the chart was taken away or cannot be started
     */
    public Optional<Figure> figure(ChartInput input) {
      RunChart chart = context.getService(reference);
      if (chart == null) {
        throw new IllegalStateException("the chart was removed or cannot be started");
      }
      try {
        return chart.figure(input);
      } finally {
        context.ungetService(reference);
      }
    }
  }

  /** All of them, the highest ranking first. */
  public List<Installed> all() {
    try {
      List<ServiceReference<RunChart>> found =
          new ArrayList<>(context.getServiceReferences(RunChart.class, null));
      found.sort(Collections.reverseOrder());
      return found.stream().map(Installed::new).toList();
    } catch (InvalidSyntaxException e) {
      throw new IllegalStateException("no filter is no wrong filter", e);
    }
  }
}
