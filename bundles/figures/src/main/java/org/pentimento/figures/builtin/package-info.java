/** The charts that come with the product, one class a chart. */
@NullMarked
package org.pentimento.figures.builtin;

import org.jspecify.annotations.NullMarked;
