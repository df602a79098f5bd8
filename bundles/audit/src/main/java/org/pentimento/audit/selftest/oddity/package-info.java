/** Honest oddities that a self-test puts into data sets, which no inspection may call poison. */
@NullMarked
package org.pentimento.audit.selftest.oddity;

import org.jspecify.annotations.NullMarked;
