/** The wizards that import data sets and models; both show beforehand what they would take. */
@NullMarked
package org.pentimento.workbench.exchange.importing;

import org.jspecify.annotations.NullMarked;
