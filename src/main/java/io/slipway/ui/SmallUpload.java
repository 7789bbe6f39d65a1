package io.slipway.ui;

import java.io.IOException;

import io.slipway.input.InvalidInputException;
import org.jspecify.annotations.Nullable;

import org.springframework.web.multipart.MultipartFile;

/**
 * A file of a form that is small enough to be held as a whole.
 */
public final class SmallUpload {

    private SmallUpload() {
    }

    /**
     * Reads the file of a form. Refuses, at the field {@code file} and before it is read,
     * one that is too large.
     * @param file the file; null if the form sent none
     * @param mostMib its greatest length in MiB
     * @param tooLarge code of the message, which is given that length
     * @return the content; empty if the form sent none
     * @throws IOException if the file cannot be read
     */
    public static byte[] bytes(@Nullable MultipartFile file, int mostMib, String tooLarge) throws IOException {
        if (file != null && file.getSize() > mostMib * 1024L * 1024) {
            throw new InvalidInputException("file", tooLarge, mostMib);
        }
        return (file != null) ? file.getBytes() : new byte[0];
    }

}
