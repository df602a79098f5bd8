/** The pages of the editor of inspections of models. */
@NullMarked
package org.pentimento.workbench.inspection.suspect;

import org.jspecify.annotations.NullMarked;
