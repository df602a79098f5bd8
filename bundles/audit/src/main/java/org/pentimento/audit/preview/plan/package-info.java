/** What the preview process knows about a plan that is being written: errors, looks, cost. */
@NullMarked
package org.pentimento.audit.preview.plan;

import org.jspecify.annotations.NullMarked;
