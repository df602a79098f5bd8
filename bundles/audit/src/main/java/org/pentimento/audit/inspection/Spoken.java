package org.pentimento.audit.inspection;

import org.pentimento.api.detector.DatasetDetector.LooksAt;
import org.pentimento.api.detector.DatasetFinding;

/**
 * What a detector said.
 *
 * @param detector its id
 * @param looksAt what it looks at
 * @param finding what it found
 */
record Spoken(String detector, LooksAt looksAt, DatasetFinding finding) {}
