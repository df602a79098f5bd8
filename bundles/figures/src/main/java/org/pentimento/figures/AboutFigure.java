package org.pentimento.figures;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.service.component.annotations.ComponentPropertyType;

/**
 * What a chart, such as a {@link RunFigure} or an {@link InspectionFigure}, says of itself. Becomes
 * properties of its service, so that it can be listed before anything of it runs.
 */
@ComponentPropertyType
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface AboutFigure {
  /** Begins the names of the service's properties. */
  String PREFIX_ = "pentimento.figure.";

  /** Names files and anchors: lower-case letters, digits and hyphens. */
  String id();

  /** Stands above the chart. */
  String title();

  /** Says in one or two sentences how to read the chart. */
  String help();

  /** Under which heading a document shows it. */
  FigureTopic topic() default FigureTopic.METRICS;

  /** Whether its marks stand for single pairs, so that a click on one can select the pair. */
  boolean marks() default false;
}
