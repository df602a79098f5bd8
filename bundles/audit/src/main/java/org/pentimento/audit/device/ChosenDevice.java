package org.pentimento.audit.device;

import java.util.List;
import java.util.Map;

/**
 * The device that an engine computes a job on.
 *
 * @param engine its id
 * @param device {@code cpu} or {@code cuda:N}
 * @param facts what results may depend on, by name; the same every time on one machine
 * @param notes sentences for a person, such as why a GPU is not used
 */
public record ChosenDevice(
    String engine, String device, Map<String, String> facts, List<String> notes) {}
