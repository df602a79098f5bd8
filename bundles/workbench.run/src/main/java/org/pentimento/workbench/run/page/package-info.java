/** The pages of a run's editor: conclusions and means, charts, pictures, provenance. */
@NullMarked
package org.pentimento.workbench.run.page;

import org.jspecify.annotations.NullMarked;
