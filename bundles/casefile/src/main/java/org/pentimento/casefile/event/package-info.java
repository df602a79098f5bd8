/** What can happen to a case, and what the custody log so says of data sets, models and runs. */
@Export
@Version("1.0.0")
@NullMarked
package org.pentimento.casefile.event;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
