/**
 * The charts of results. Each is a service ({@link org.pentimento.figures.RunFigure}, {@link
 * org.pentimento.figures.InspectionFigure}, {@link org.pentimento.figures.ModelInspectionFigure},
 * {@link org.pentimento.figures.SelfTestFigure}) that window, report and export list alike; none of
 * them knows one by name.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.pentimento.figures;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
