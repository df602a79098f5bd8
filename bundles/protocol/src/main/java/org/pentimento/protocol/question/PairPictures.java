package org.pentimento.protocol.question;

/**
 * Small pictures of a pair.
 *
 * @param photo of one or three planes
 * @param sketch of one plane or three
 */
public record PairPictures(Picture photo, Picture sketch) {}
