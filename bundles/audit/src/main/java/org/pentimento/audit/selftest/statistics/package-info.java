/** Numbers of self-tests: ROC curves, shares with intervals, summaries of kinds. */
@NullMarked
package org.pentimento.audit.selftest.statistics;

import org.jspecify.annotations.NullMarked;
