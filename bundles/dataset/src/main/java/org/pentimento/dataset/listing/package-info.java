/**
 * What lies in a data set's folder: files and zip entries, and what the names of folders say about
 * them.
 */
@NullMarked
package org.pentimento.dataset.listing;

import org.jspecify.annotations.NullMarked;
