package io.slipway.validation.evidence;

/**
 * A file that came with the record of a test done by hand, without its content.
 *
 * @param number which of the attachments it is, from 1
 * @param name what it is called, unique within the record
 * @param size its length in bytes
 * @param digest its SHA-256, 64 lower-case hexadecimal digits
 * @param fileId id of the file that holds its content
 */
public record EvidenceAttachment(int number, String name, long size, String digest, long fileId) {
}
