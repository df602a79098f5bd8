/** What groups of photos share: shown, tried and exported. */
@NullMarked
package org.pentimento.workbench.inspection.pattern;

import org.jspecify.annotations.NullMarked;
