/** The wizard that shows what an import would take and leave before anything happens. */
@NullMarked
package org.pentimento.workbench.exchange.importing;

import org.jspecify.annotations.NullMarked;
