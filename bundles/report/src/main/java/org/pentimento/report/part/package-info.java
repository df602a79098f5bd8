/** What all sections of a report are made of: tables, pictures, charts, facts and numbers. */
@NullMarked
package org.pentimento.report.part;

import org.jspecify.annotations.NullMarked;
