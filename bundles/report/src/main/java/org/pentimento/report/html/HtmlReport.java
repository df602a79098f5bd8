package org.pentimento.report.html;

import freemarker.cache.ClassTemplateLoader;
import freemarker.core.HTMLOutputFormat;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.DefaultObjectWrapperBuilder;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateModelException;
import freemarker.template.Version;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.pentimento.chart.Theme;
import org.pentimento.chart.draw.FigureWriter;
import org.pentimento.report.part.Chart;
import org.pentimento.report.part.ReportPicture;
import org.pentimento.report.view.Report;

/**
 * Sets a report as one HTML page that needs no script and nothing from elsewhere. The template
 * escapes all that it is given; only our own SVG goes in as it is.
 */
public final class HtmlReport {
  private static final Version SEMANTICS = Configuration.VERSION_2_3_34;

  private HtmlReport() {}

  /** Writes the page in UTF-8; the stream stays open. */
  public static void write(Report report, OutputStream out) throws IOException {
    Writer writer =
        new VisibleWriter(new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)));
    try {
      configuration()
          .getTemplate("report.ftlh")
          .process(Map.of("report", report, "inline", new Inline()), writer);
    } catch (TemplateException e) {
      throw new IllegalStateException("the report's template fails", e);
    }
    writer.flush();
  }

  private static Configuration configuration() {
    Configuration configuration = new Configuration(SEMANTICS);
    configuration.setTemplateLoader(new ClassTemplateLoader(HtmlReport.class, ""));
    configuration.setDefaultEncoding("UTF-8");
    configuration.setOutputFormat(HTMLOutputFormat.INSTANCE);
    configuration.setRecognizeStandardFileExtensions(true);
    configuration.setObjectWrapper(new DefaultObjectWrapperBuilder(SEMANTICS).build());
    configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
    configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    configuration.setLogTemplateExceptions(false);
    configuration.setLocale(Locale.ROOT);
    configuration.setTimeZone(TimeZone.getTimeZone("UTC"));
    configuration.setNumberFormat("computer");
    return configuration;
  }

  /** What the template puts in that is no text. */
  public static final class Inline {
    Inline() {}

    /** A chart as an SVG element that takes its colours from the page. */
    public Object svg(Chart chart) throws TemplateModelException {
      return HTMLOutputFormat.INSTANCE.fromMarkup(
          FigureWriter.svg(chart.figure().orElseThrow(), chart.id(), Theme.LIGHT));
    }

    /** A picture as a data URI. */
    public String uri(ReportPicture picture) {
      return "data:image/png;base64," + Base64.getEncoder().encodeToString(picture.png());
    }
  }
}
