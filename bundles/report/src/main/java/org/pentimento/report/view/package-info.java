/** What a report says, before it is set as a page: sentences, tables, pictures and figures. */
@NullMarked
package org.pentimento.report.view;

import org.jspecify.annotations.NullMarked;
