package org.pentimento.casefile.event;

/**
 * What the case file itself records of its own state. Nobody else may, because opening and
 * verifying a case rely on it.
 */
public sealed interface Housekeeping extends CaseEvent
    permits CaseCreated, IndexRebuilt, KeyChanged, LeftOver, Recovered {}
