/** What the wizards for import and export share. */
@NullMarked
package org.pentimento.workbench.exchange;

import org.jspecify.annotations.NullMarked;
