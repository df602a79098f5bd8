package org.pentimento.plan;

import org.pentimento.api.extension.Settings;

/**
 * An extension as a plan uses it.
 *
 * @param id of the extension
 * @param settings all of its parameters, checked
 */
public record Use(String id, Settings settings) {}
