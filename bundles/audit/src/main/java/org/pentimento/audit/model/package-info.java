/** Models that were made elsewhere: how they come into a case and out of it again. */
@NullMarked
package org.pentimento.audit.model;

import org.jspecify.annotations.NullMarked;
