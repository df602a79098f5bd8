/**
 * A trained network as a model: its two files, what it draws, and what else can be asked of it.
 * Knows no generator.
 */
@NullMarked
package org.pentimento.generator.model;

import org.jspecify.annotations.NullMarked;
