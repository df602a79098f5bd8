/** The editor of self-tests. */
@NullMarked
package org.pentimento.workbench.inspection.selftest;

import org.jspecify.annotations.NullMarked;
