/** The sections of a report about inspections of data sets and self-tests of detectors. */
@NullMarked
package org.pentimento.report.detection;

import org.jspecify.annotations.NullMarked;
