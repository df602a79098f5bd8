package org.pentimento.api.compute;

/**
 * What an engine needs of a GPU. One that has all of it may still not serve: a trial tells.
 *
 * @param engine name and version of what computes, for people
 * @param least oldest generation that it has machine code for
 * @param most newest one that its machine code runs on
 * @param driver least major number of the driver's version
 * @param mib memory that has to be free, in MiB
 */
public record GpuNeeds(
    String engine, ComputeCapability least, ComputeCapability most, int driver, int mib) {}
