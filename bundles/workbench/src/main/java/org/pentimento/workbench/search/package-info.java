/** Finds words in everything that the open cases hold, and opens what was found. */
@NullMarked
package org.pentimento.workbench.search;

import org.jspecify.annotations.NullMarked;
