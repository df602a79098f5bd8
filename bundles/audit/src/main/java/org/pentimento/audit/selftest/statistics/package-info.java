/** Numbers of self-tests: ROC curves, shares with intervals, summaries of kinds. */
@Export
@Version("1.0.0")
@NullMarked
package org.pentimento.audit.selftest.statistics;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
