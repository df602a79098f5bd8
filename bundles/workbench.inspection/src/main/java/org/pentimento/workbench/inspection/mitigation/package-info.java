/** The editor of mitigations: the old model beside the one that was made from it. */
@NullMarked
package org.pentimento.workbench.inspection.mitigation;

import org.jspecify.annotations.NullMarked;
