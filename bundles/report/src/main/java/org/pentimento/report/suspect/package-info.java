/** The sections of a report about inspections of models. */
@NullMarked
package org.pentimento.report.suspect;

import org.jspecify.annotations.NullMarked;
