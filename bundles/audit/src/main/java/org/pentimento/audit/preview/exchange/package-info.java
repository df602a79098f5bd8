/** What the window asks before data come into a case or leave it, and about a single pair. */
@NullMarked
package org.pentimento.audit.preview.exchange;

import org.jspecify.annotations.NullMarked;
